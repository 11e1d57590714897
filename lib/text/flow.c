/* SPDX-License-Identifier: MIT */
#include "flow.h"

#include "fold.h"
#include "utf8.h"

void
flow_init(struct flow *f, size_t limit)
{
	f->text = f->line = (struct buf)BUF_INIT;
	spread_init(&f->table);
	f->limit = limit;
	f->tables = f->colspan = f->rowspan = 0;
	f->in_cell = f->over = f->failed = false;
}

void
flow_release(struct flow *f)
{
	buf_release(&f->text);
	buf_release(&f->line);
	spread_release(&f->table);
}

/* Beyond the limit nothing is kept, so that memory is bounded, too. */
static bool
is_full(struct flow *f)
{
	if (f->text.failed || f->line.failed || f->table.failed)
		f->failed = true;
	if (f->text.len + f->line.len > f->limit || f->table.text.len > f->limit)
		f->over = true;
	return f->over || f->failed;
}

static bool
is_plain(uint32_t c)
{
	return c >= ' ' && (c < 0x7f || c > 0xa0);
}

void
flow_text(struct flow *f, struct slice text)
{
	size_t start = 0;

	if (is_full(f))
		return;
	for (size_t at = 0; at < text.len;) {
		size_t here = at;
		if (text.ptr[at] >= ' ' && text.ptr[at] < 0x7f) {
			at++;
			continue;
		}
		uint32_t c = utf8_next(text, &at);
		if (c != UTF8_BAD && is_plain(c))
			continue;
		buf_add(&f->line, (struct slice){ text.ptr + start, here - start });
		if (c == UTF8_BAD)
			buf_add(&f->line, SLICE("\xef\xbf\xbd"));
		else
			buf_char(&f->line, ' ');
		start = at;
	}
	buf_add(&f->line, slice_from(text, start));
}

/* Such a byte makes a text look like no text; a tab and a form feed do not. */
static bool
is_control(char c)
{
	return ((unsigned char)c < ' ' && c != '\t' && c != '\f') || c == 0x7f;
}

static bool
is_blank(char c)
{
	return c == ' ' || is_control(c);
}

/* As it will look: control characters become blanks. */
static bool
is_marker(struct slice line)
{
	return line.len >= 4 && slice_starts(line, SLICE("==>")) && is_blank(line.ptr[3])
	    && slice_ends(line, SLICE("<==")) && is_blank(line.ptr[line.len - 4]);
}

void
flow_verbatim(struct flow *f, struct slice line)
{
	if (is_full(f))
		return;
	if (is_marker(line))
		buf_char(&f->text, ' ');
	size_t start = f->text.len;
	buf_add(&f->text, line);
	for (size_t i = start; i < f->text.len; i++)
		if (is_control(f->text.ptr[i]))
			f->text.ptr[i] = ' ';
	buf_char(&f->text, '\n');
}

void
flow_break(struct flow *f)
{
	struct slice line = buf_slice(&f->line);

	if (f->in_cell) {
		if (line.len && !slice_ends(line, SLICE(" ")))
			buf_char(&f->line, ' ');
		return;
	}
	line = fold_trim(line);
	if (line.len)
		flow_verbatim(f, line);
	f->line.len = 0;
}

void
flow_table(struct flow *f)
{
	flow_break(f);
	f->tables++;
}

void
flow_row(struct flow *f)
{
	if (f->tables == 1) {
		flow_cell_end(f);
		spread_row(&f->table);
	}
	flow_break(f);
}

void
flow_cell(struct flow *f, size_t colspan, size_t rowspan)
{
	if (f->tables == 1)
		flow_cell_end(f);
	flow_break(f);
	if (f->tables == 1) {
		f->in_cell = true;
		f->colspan = colspan;
		f->rowspan = rowspan;
	}
}

void
flow_cell_end(struct flow *f)
{
	if (f->in_cell && f->tables == 1) {
		if (!is_full(f))
			spread_cell(&f->table, fold_trim(buf_slice(&f->line)), f->colspan, f->rowspan);
		f->line.len = 0;
		f->in_cell = false;
	}
	flow_break(f);
}

static bool
take_row(void *context, struct slice row)
{
	struct flow *f = context;

	flow_verbatim(f, row);
	return !f->over && !f->failed;
}

void
flow_table_end(struct flow *f)
{
	if (f->tables == 1) {
		flow_cell_end(f);
		spread_end(&f->table, take_row, f);
	}
	f->tables -= f->tables > 0;
	flow_break(f);
}

void
flow_end(struct flow *f)
{
	while (f->tables)
		flow_table_end(f);
	flow_break(f);
	is_full(f);
}
