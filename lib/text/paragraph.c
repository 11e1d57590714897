/* SPDX-License-Identifier: MIT */
#include "paragraph.h"

/* Deeper ones are part of the deepest. */
static size_t
start_of(const struct paragraphs *p)
{
	size_t depth = p->depth < PARAGRAPH_DEPTH ? p->depth : PARAGRAPH_DEPTH;

	return depth ? p->start[depth - 1] : 0;
}

void
paragraph_begin(struct paragraphs *p)
{
	p->depth++;
	if (p->joined)
		p->joined = false; /* start[] is still that of the last one */
	else if (p->depth <= PARAGRAPH_DEPTH)
		p->start[p->depth - 1] = p->text.len;
}

void
paragraph_text(struct paragraphs *p, struct slice text)
{
	while (p->depth && text.len) {
		bool has_line_end = slice_has(text, '\n');
		buf_add(&p->text, slice_cut(&text, '\n'));
		if (has_line_end)
			buf_char(&p->text, ' ');
	}
}

void
paragraph_blanks(struct paragraphs *p, size_t count)
{
	while (p->depth && count--)
		buf_char(&p->text, ' ');
}

void
paragraph_line(struct paragraphs *p)
{
	if (p->depth)
		buf_char(&p->text, '\n');
}

void
paragraph_number(struct paragraphs *p, struct slice number)
{
	size_t start = start_of(p);

	if (!p->depth || !number.len || !buf_reserve(&p->text, number.len))
		return;
	memmove(p->text.ptr + start + number.len, p->text.ptr + start, p->text.len - start);
	memcpy(p->text.ptr + start, number.ptr, number.len);
	p->text.len += number.len;
}

struct slice
paragraph_so_far(const struct paragraphs *p)
{
	return p->depth ? slice_from(buf_slice(&p->text), start_of(p)) : SLICE_NONE;
}

static void
write_from(struct paragraphs *p, size_t start)
{
	struct slice text = slice_from(buf_slice(&p->text), start);

	while (text.len) {
		flow_text(p->flow, slice_cut(&text, '\n'));
		flow_break(p->flow);
	}
	p->text.len = start;
	p->flow->failed = p->flow->failed || p->text.failed;
}

void
paragraph_end(struct paragraphs *p)
{
	if (p->depth && p->depth <= PARAGRAPH_DEPTH)
		write_from(p, start_of(p));
	p->depth -= p->depth > 0;
	p->joined = false;
}

void
paragraph_join(struct paragraphs *p)
{
	p->joined = p->depth > 0 && p->depth <= PARAGRAPH_DEPTH;
	p->depth -= p->depth > 0;
}

void
paragraph_flush(struct paragraphs *p)
{
	if (p->joined)
		write_from(p, p->start[p->depth]);
	p->joined = false;
}

void
paragraph_release(struct paragraphs *p)
{
	buf_release(&p->text);
}
