/* SPDX-License-Identifier: MIT */
#include "tsv_lines.h"

#include "digits.h"

void
tsv_lines_begin(struct tsv_lines *t, struct slice name)
{
	t->before.len = 0;
	record_join(&t->before, &name, 1);
	buf_char(&t->before, '\t');
}

static void
write_between(struct tsv_lines *t, const struct line *line)
{
	const struct slice fields[] = { slice_of(section_names[line->section]),
		slice_of(part_names[line->part]), slice_of(line_kind_names[line->kind]) };

	t->between.len = 0;
	buf_char(&t->between, '\t');
	record_join(&t->between, fields, sizeof fields / sizeof *fields);
	buf_char(&t->between, '\t');
	t->last = *line;
}

static bool
is_as_last(const struct line *last, const struct line *line)
{
	return last->no && last->section == line->section && last->part == line->part
	    && last->kind == line->kind;
}

static char *
put(char *to, struct slice s)
{
	memcpy(to, s.ptr, s.len);
	return to + s.len;
}

void
tsv_lines_add(struct tsv_lines *t, struct buf *out, const struct line *line)
{
	char digits[DIGITS_MOST], *end = digits + sizeof digits;

	if (!is_as_last(&t->last, line))
		write_between(t, line);
	out->failed |= t->before.failed || t->between.failed;
	size_t shared = t->before.len + sizeof digits + t->between.len;
	if (!buf_reserve(out, shared + line->text.len * 2 + 1))
		return;
	const char *number = digits_before(end, line->no);
	struct slice no = { number, (size_t)(end - number) };
	char *to = put(out->ptr + out->len, buf_slice(&t->before));
	to = put(put(to, no), buf_slice(&t->between));
	to = record_put_field(to, line->text);
	*to++ = '\n';
	out->len = (size_t)(to - out->ptr);
}

void
tsv_lines_release(struct tsv_lines *t)
{
	buf_release(&t->before);
	buf_release(&t->between);
	t->last.no = 0;
}
