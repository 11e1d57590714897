/* SPDX-License-Identifier: MIT */
#include "page.h"

#include "utf8.h"

enum { HAN = 3 }; /* bytes */

void
page_add(struct page *p, struct slice text)
{
	buf_add(p->out, text);
}

void
page_text(struct page *p, struct slice text)
{
	script_add(p->out, &p->script, text, false);
}

void
page_end_line(struct page *p)
{
	buf_char(p->out, p->one_line ? ' ' : '\n');
}

struct slice
page_cut(struct slice *rest, unsigned columns)
{
	size_t at = 0;
	unsigned used = 0;

	while (at < rest->len) {
		size_t next = at;
		used += utf8_width(utf8_next(*rest, &next));
		if (used > columns && at)
			break;
		at = next;
	}
	struct slice head = slice_head(*rest, at);
	*rest = slice_from(*rest, at);
	return head;
}

struct slice
page_cut_head(const struct box *box, struct slice *rest)
{
	size_t at = box->span > 1 ? rest->len
	    : rest->len == 4 * HAN ? 2 * HAN
	    : slice_starts(*rest, SLICE("本年新")) && rest->len > 4 * HAN ? 3 * HAN
	                                                                   : rest->len;
	struct slice head = slice_head(*rest, at);

	*rest = slice_from(*rest, at);
	return head;
}

void
page_paragraph(struct page *p, struct slice text)
{
	if (p->wrap == 0) {
		page_text(p, text);
		page_end_line(p);
		return;
	}
	while (text.len) {
		page_text(p, page_cut(&text, p->wrap));
		page_end_line(p);
	}
}

void
page_part(struct page *p, const struct box *box, struct slice part)
{
	size_t start = p->out->len;

	script_add(p->out, &p->script, part, box->kind != BOX_VALUE);
	if (p->marks == PAGE_MARKS || box->row < 0 || box->kind < BOX_LABEL)
		return;
	p->mark[p->marks++] = (struct mark){ start, p->out->len, box->kind == BOX_LABEL,
		(unsigned char)p->boxes->sheet, (unsigned char)box->row, (unsigned char)box->col };
}

void
page_box(struct page *p, const struct box *box)
{
	page_part(p, box, box->text);
}

void
page_number(struct page *p)
{
	static const char *const style[][2] = { { "- ", " -" }, { "-", "-" }, { "— ", " —" } };
	const char *const *around = style[p->variant % 3];

	page_add(p, slice_of(around[0]));
	buf_number(p->out, p->number++);
	page_add(p, slice_of(around[1]));
	page_end_line(p);
}
