/* SPDX-License-Identifier: MIT */
/*
 * Web pages, as libxml2 understands them: what browsers accept, it accepts.
 *
 * The page is parsed to a tree, the tree is measured (html_node.h), and then
 * walked once. Neither recurses: a page may be nested as deep as it likes.
 */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>

#include "html_clutter.h"
#include "html_line.h"
#include "html_mend.h"
#include "html_script.h"
#include "html_title.h"
#include "reader.h"

/* As browsers have it. */
enum { ROWSPAN_MAX = 65534 };

struct walk {
	struct html_line line;
	bool all;
	bool scripts;          /* a page in a script is looked for */
	struct buf script;     /* the page that was found there */
	size_t tables;         /* open elements table that are no part of a cell */
	const xmlNode *cell;   /* the cell that is being written */
	const xmlNode *pre;    /* text is taken as it stands */
};

static struct flow *
flow_of(struct walk *w)
{
	return w->line.flow;
}

static void
close_table(struct walk *w)
{
	html_line_end(&w->line);
	while (flow_of(w)->tables)
		flow_table_end(flow_of(w));
}

/* Rows and cells may stand without the table round them. */
static void
open_table(struct walk *w)
{
	html_line_end(&w->line);
	if (!flow_of(w)->tables)
		flow_table(flow_of(w));
}

/* The number that an attribute begins with; `otherwise` if it has none. */
static size_t
span(const xmlNode *cell, const char *name, size_t otherwise)
{
	struct slice text = slice_trim(html_attribute(cell, name));
	size_t value = 0, digits = 0;

	for (; digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9'; digits++)
		value = value > ROWSPAN_MAX ? value : 10 * value + (size_t)(text.ptr[digits] - '0');
	return digits ? value : otherwise;
}

static void
begin_row(struct walk *w, const xmlNode *row)
{
	if (html_node(row)->prose) {
		close_table(w);
		return;
	}
	open_table(w);
	flow_row(flow_of(w));
}

static void
begin_cell(struct walk *w, const xmlNode *cell)
{
	const struct html_node *row = html_node(cell->parent);
	size_t rows = span(cell, "rowspan", 1);

	if (row->tag == HTML_ROW && row->prose)
		return;
	open_table(w);
	/* 0 means: all that are left. */
	flow_cell(flow_of(w), span(cell, "colspan", 1), rows ? rows : ROWSPAN_MAX);
	w->cell = cell;
}

/* False: what is below the element is passed over. */
static bool
enter(struct walk *w, const xmlNode *element)
{
	const struct html_node *node = html_node(element);

	if (node->tag == HTML_SCRIPT && w->scripts && element->children)
		html_script_page(html_text(element->children), &w->script);
	/* In a cell nothing is clutter: it may be about 微信 and 微博. */
	if (html_is_clutter(element, w->all || w->cell))
		return false;
	if (node->tag == HTML_INLINE || node->tag == HTML_LINK)
		return true;
	html_line_end(&w->line);
	if (node->tag == HTML_PRE && !w->pre)
		w->pre = element;
	if (w->cell)
		return true;
	if (node->tag == HTML_TABLE) {
		close_table(w);
		w->tables++;
	} else if (node->tag == HTML_ROW) {
		begin_row(w, element);
	} else if (node->tag == HTML_CELL) {
		begin_cell(w, element);
	}
	return true;
}

static void
leave(struct walk *w, const xmlNode *element)
{
	enum html_tag tag = html_node(element)->tag;

	if (tag == HTML_INLINE || tag == HTML_LINK)
		return;
	html_line_end(&w->line);
	if (w->pre == element)
		w->pre = NULL;
	if (w->cell == element) {
		flow_cell_end(flow_of(w));
		w->cell = NULL;
	} else if (!w->cell && tag == HTML_TABLE) {
		close_table(w);
		w->tables -= w->tables > 0;
	}
}

static void
take_text(struct walk *w, const xmlNode *node)
{
	struct slice text = html_text(node);

	/* Behind rows without a table round them. */
	if (!w->cell && w->tables == 0 && flow_of(w)->tables && slice_trim(text).len)
		close_table(w);
	if (w->pre)
		html_line_as_it_stands(&w->line, text);
	else
		html_line_text(&w->line, text);
}

static void
walk(struct walk *w, const xmlNode *root)
{
	const xmlNode *node = root;

	while (!flow_of(w)->over && !flow_of(w)->failed) {
		bool is_element = node->type == XML_ELEMENT_NODE;
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			take_text(w, node);
		bool entered = is_element && enter(w, node);
		if (entered && node->children) {
			node = node->children;
			continue;
		}
		if (entered)
			leave(w, node);
		while (node != root && !node->next) {
			node = node->parent;
			leave(w, node);
		}
		if (node == root)
			break;
		node = node->next;
	}
	close_table(w);
}

/* NULL: there is nothing in it, or memory is out. The text is UTF-8, whatever it says. */
static xmlDoc *
parse(struct slice page)
{
	htmlParserCtxt *context = htmlCreateMemoryParserCtxt(page.ptr, (int)page.len);

	if (!context)
		return NULL;
	htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
	    | HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
	/* No depth is too deep; the time and the memory of the process have their limits. */
	context->options |= XML_PARSE_HUGE;
	xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(context);
	xmlDoc *doc = context->myDoc;
	htmlFreeParserCtxt(context);
	return doc;
}

/* What a script puts in the page counts if the page itself says hardly anything. */
static bool
is_empty_frame(const struct html_node *page)
{
	enum { HARDLY = 300 };

	return page->grids == 0 && page->han - page->linked < HARDLY;
}

/* Reads one page. `script`, if it is not NULL, is set to the page in its scripts. */
static bool
read_page(struct job *job, struct slice page, bool all, struct buf *script)
{
	struct walk w = { .line = { .flow = job->flow }, .all = all, .scripts = script,
		.script = BUF_INIT };
	struct arena arena = ARENA_INIT;
	struct buf mended = BUF_INIT;

	if (page.len > INT_MAX)
		return job_error(job, "too large a page", SLICE_NONE);
	xmlDoc *doc = parse(html_mend(page, &mended));
	xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	bool ok = !mended.failed && (!root || html_measure(root, &arena));
	if (root && ok) {
		walk(&w, root);
		html_title_put(root, job->flow);
	}
	if (script && root && ok && is_empty_frame(html_node(root))) {
		buf_release(script);
		*script = w.script;
	} else {
		buf_release(&w.script);
	}
	arena_release(&arena);
	buf_release(&mended);
	if (doc)
		xmlFreeDoc(doc);
	return ok || job_error(job, "out of memory", SLICE_NONE);
}

bool
html_read(struct job *job)
{
	struct slice page = job->bytes;
	struct buf script = BUF_INIT;
	bool ok = true;

	/* A script or JSON, perhaps. */
	if (!slice_starts(slice_trim(page), SLICE("<")))
		html_script_page(page, &script);
	if (!script.len)
		ok = read_page(job, page, job->all, &script);
	if (ok && script.len)
		ok = read_page(job, buf_slice(&script), job->all, NULL);
	/* If nothing but clutter is there, it is none. */
	if (ok && job->flow->text.len == 0 && !job->all)
		ok = read_page(job, page, true, NULL);
	buf_release(&script);
	return ok;
}
