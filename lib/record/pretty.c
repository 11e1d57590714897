/* SPDX-License-Identifier: MIT */
#include "pretty.h"

#include <stdint.h>
#include <stdlib.h>

#include "decimal.h"
#include "utf8.h"

enum { GAP = 2 }; /* spaces between columns */

struct pretty_field {
	size_t start, len; /* in text */
	size_t columns;
	bool right;
};

/* What would move the cursor or turn the text around. */
static bool
is_control(uint32_t c)
{
	return c == UTF8_BAD || c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e
	    || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void
add_masked(struct buf *text, struct slice s)
{
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		if (c == '\t')
			buf_add(text, SLICE("\\t"));
		else if (c == '\n')
			buf_add(text, SLICE("\\n"));
		else if (c == '\r')
			buf_add(text, SLICE("\\r"));
		else
			utf8_add(text, is_control(c) ? 0xfffd : c);
	}
}

/* Adds the field that stands for `s` in column `i`; there is room for it. */
static void
add_field(struct pretty *p, size_t i, struct slice s, bool right)
{
	struct pretty_field *field = &p->field[p->count++];

	*field = (struct pretty_field){ .start = p->text.len, .right = right };
	add_masked(&p->text, s);
	struct slice shown = slice_from(buf_slice(&p->text), field->start);
	field->len = shown.len;
	field->columns = utf8_columns(shown);
	size_t wanted = field->columns < PRETTY_WIDEST ? field->columns : PRETTY_WIDEST;
	if (wanted > p->width[i])
		p->width[i] = wanted;
}

static bool
make_room(struct pretty *p)
{
	size_t more = p->shape->count;

	if (p->room - p->count >= more)
		return true;
	if (p->room > SIZE_MAX / sizeof *p->field / 2 - more)
		return false;
	size_t room = p->room * 2 + more;
	struct pretty_field *grown = realloc(p->field, room * sizeof *grown);
	if (!grown)
		return false;
	p->field = grown;
	p->room = room;
	return true;
}

/* Running text goes last; else the order of the shape. */
static void
set_order(struct pretty *p)
{
	size_t shown = 0;

	for (unsigned text = 0; text < 2; text++)
		for (size_t i = 0; i < p->shape->count; i++)
			if (record_in_set(p->shape->text, i) == (text == 1))
				p->order[shown++] = i;
}

bool
pretty_init(struct pretty *p, const struct record_shape *shape)
{
	*p = (struct pretty){
		.shape = shape, .text = BUF_INIT,
		.width = calloc(shape->count, sizeof *p->width),
		.order = calloc(shape->count, sizeof *p->order),
	};
	if (!p->width || !p->order) {
		pretty_release(p);
		return false;
	}
	set_order(p);
	return true;
}

void
pretty_release(struct pretty *p)
{
	buf_release(&p->text);
	free(p->field);
	free(p->width);
	free(p->order);
	*p = (struct pretty){ .shape = NULL };
}

bool
pretty_add(struct pretty *p, const struct slice *fields)
{
	if (!p->begun) {
		if (!make_room(p))
			return false;
		for (size_t i = 0; i < p->shape->count; i++)
			add_field(p, i, slice_of(p->shape->field[i]),
			    record_in_set(p->shape->number, i));
		p->begun = true;
	}
	if (!make_room(p))
		return false;
	for (size_t i = 0; i < p->shape->count; i++) {
		struct decimal number;
		bool right = record_in_set(p->shape->number, i)
		    && decimal_parse(fields[i], &number);
		add_field(p, i, fields[i], right);
	}
	return !p->text.failed;
}

static void
add_spaces(struct buf *out, size_t count)
{
	while (count--)
		buf_char(out, ' ');
}

/*
 * A row that an overlong field pushed finds back into line by what the fields
 * behind leave of their columns. An empty field leaves nothing: a gap that shrank
 * would not be seen as one.
 */
static void
show_row(const struct pretty *p, const struct pretty_field *row, struct buf *out)
{
	size_t at = 0, column = 0; /* where the row stands, and where the column begins */
	size_t least = 0;          /* where the field may begin */

	for (size_t n = 0; n < p->shape->count; n++) {
		const struct pretty_field *field = &row[p->order[n]];
		size_t width = p->width[p->order[n]], begin = column;

		if (field->right && field->columns < width)
			begin += width - field->columns;
		if (begin < least)
			begin = least;
		least = begin + (field->len ? field->columns : width) + GAP;
		column += width + GAP;
		if (field->len == 0)
			continue;
		add_spaces(out, begin - at);
		buf_add(out, (struct slice){ p->text.ptr + field->start, field->len });
		at = begin + field->columns;
	}
	buf_char(out, '\n');
}

void
pretty_flush(struct pretty *p, struct buf *out)
{
	for (size_t at = 0; at < p->count; at += p->shape->count)
		show_row(p, p->field + at, out);
	p->count = 0;
	p->text.len = 0;
}
