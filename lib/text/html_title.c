/* SPDX-License-Identifier: MIT */
#include "html_title.h"

#include "fold.h"
#include "html_line.h"
#include "html_node.h"
#include "utf8.h"

static bool
is_element(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* What the head of the page says: the article by itself, or else as the window shows it. */
static struct slice
title_of(const xmlNode *root)
{
	const xmlNode *head = root->children;
	struct slice title = SLICE_NONE;

	while (head && !is_element(head, "head"))
		head = head->next;
	for (const xmlNode *node = head ? head->children : NULL; node; node = node->next) {
		if (is_element(node, "meta")
		    && slice_is(html_attribute(node, "name"), "ArticleTitle"))
			return html_attribute(node, "content");
		if (is_element(node, "title") && node->children && !title.len)
			title = html_text(node->children);
	}
	return title;
}

/* A dash behind a digit parts nothing: 2022-2023. */
static bool
is_part_mark(uint32_t c, uint32_t before)
{
	bool is_dash = c == '-' || c == 0x2013 || c == 0x2014;

	return (is_dash && !utf8_is_digit(before)) || c == '_' || c == '|' || c == 0xff5c
	    || c == '>' || c == 0xbb;
}

/* The part that has most Chinese. */
static struct slice
main_part(struct slice title)
{
	struct slice best = SLICE_NONE;
	size_t most = 0, start = 0;
	uint32_t before = 0;

	for (size_t at = 0; start < title.len;) {
		size_t here = at;
		uint32_t c = at < title.len ? utf8_next(title, &at) : '|';
		if (is_part_mark(c, before)) {
			struct slice part = { title.ptr + start, here - start };
			size_t han = utf8_han_count(part);
			best = han > most ? part : best;
			most = han > most ? han : most;
			start = here < title.len ? at : title.len;
		}
		before = c;
	}
	return slice_trim(best);
}

/* Does the text begin with it, in whatever lines and with whatever brackets? */
static bool
begins_with(struct slice text, struct slice title, bool *failed)
{
	enum { BEGIN = 2048 };
	struct folded all = FOLDED_INIT, part = FOLDED_INIT;

	fold_add(&all, slice_head(text, BEGIN));
	fold_add(&part, title);
	struct slice folded = fold_slice(&all);
	bool is = slice_find(folded, fold_slice(&part), 0) < folded.len;
	*failed = all.failed || part.failed;
	fold_release(&all);
	fold_release(&part);
	return is;
}

void
html_title_put(const xmlNode *root, struct flow *flow)
{
	enum { ENOUGH = 8 };
	struct slice title = main_part(title_of(root)), text = buf_slice(&flow->text);
	struct flow first;
	struct html_line line = { .flow = &first };
	bool failed = false;

	if (!text.len || utf8_han_count(title) < ENOUGH || begins_with(text, title, &failed))
		return;
	flow_init(&first, flow->limit);
	html_line_text(&line, title);
	html_line_end(&line);
	buf_add(&first.text, text);
	flow->failed = flow->failed || failed || first.failed || first.text.failed;
	if (!flow->failed) {
		struct buf whole = first.text;
		first.text = flow->text;
		flow->text = whole;
	}
	flow_release(&first);
}
