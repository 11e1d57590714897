/* SPDX-License-Identifier: MIT */
#include "pdf_lines.h"

#include <stdlib.h>

#include "utf8.h"

static int
height(const struct pdf_char *c)
{
	return c->box.bottom - c->box.top;
}

static int
middle(const struct pdf_char *c)
{
	return pdf_middle(c->box.top, c->box.bottom);
}

/* Where all else is equal the order of the file decides. */
static int
by_file(const struct pdf_char *x, const struct pdf_char *y)
{
	return (x > y) - (x < y);
}

static int
by_height(const void *a, const void *b)
{
	const struct pdf_char *x = *(const struct pdf_char *const *)a;
	const struct pdf_char *y = *(const struct pdf_char *const *)b;

	return middle(x) != middle(y) ? (middle(x) > middle(y)) - (middle(x) < middle(y))
	    : by_file(x, y);
}

static int
by_left(const void *a, const void *b)
{
	const struct pdf_char *x = *(const struct pdf_char *const *)a;
	const struct pdf_char *y = *(const struct pdf_char *const *)b;

	if (x->box.left != y->box.left)
		return (x->box.left > y->box.left) - (x->box.left < y->box.left);
	return by_file(x, y);
}

/* Does the character stand at the height of the line that begins with `first`? */
static bool
on_line(const struct pdf_char *first, const struct pdf_char *c)
{
	int least = height(first) < height(c) ? height(first) : height(c);

	return 2 * (middle(c) - middle(first)) <= least;
}

static void
extend(struct pdf_box *box, const struct pdf_box *by)
{
	if (by->left < box->left)
		box->left = by->left;
	if (by->top < box->top)
		box->top = by->top;
	if (by->right > box->right)
		box->right = by->right;
	if (by->bottom > box->bottom)
		box->bottom = by->bottom;
}

bool
pdf_lines_of(const struct pdf_char **c, size_t count, struct arena *arena,
    struct pdf_lines *lines)
{
	*lines = (struct pdf_lines){ NULL, 0, 0 };
	if (count)
		qsort(c, count, sizeof *c, by_height);
	for (size_t i = 0; i < count;) {
		/* It stands on its own line, though its height may be less than nothing. */
		struct pdf_line line = { .character = c + i, .count = 1, .box = c[i]->box };
		while (i + line.count < count && on_line(c[i], c[i + line.count]))
			extend(&line.box, &c[i + line.count++]->box);
		qsort(line.character, line.count, sizeof *c, by_left);
		i += line.count;
		struct pdf_line *array =
		    arena_grow(arena, lines->line, lines->count, &lines->room, sizeof *array);
		if (!array)
			return false;
		lines->line = array;
		lines->line[lines->count++] = line;
	}
	return true;
}

/* Chinese knows no blanks, and justified text has gaps between any two characters. */
static bool
parts_words(const struct pdf_char *left, const struct pdf_char *right)
{
	int gap = right->box.left - left->box.right;

	return utf8_width(left->c) == 2 && utf8_width(right->c) == 2 ? gap > height(left)
	    : 4 * gap > height(left);
}

void
pdf_line_add(const struct pdf_line *line, struct buf *out)
{
	for (size_t i = 0; i < line->count; i++) {
		if (i && parts_words(line->character[i - 1], line->character[i]))
			buf_char(out, ' ');
		utf8_add(out, line->character[i]->c);
	}
}

void
pdf_lines_bind(const struct pdf_line *above, const struct pdf_line *below, struct buf *out)
{
	if (utf8_width(above->character[above->count - 1]->c) < 2
	    && utf8_width(below->character[0]->c) < 2)
		buf_char(out, ' ');
}

void
pdf_line_lay_out(const struct pdf_line *line, int left, int character, struct buf *out)
{
	const int half = character / 2 > 0 ? character / 2 : 1;
	int column = 0;

	for (size_t i = 0; i < line->count; i++) {
		const struct pdf_char *c = line->character[i];
		bool apart = i == 0 || parts_words(line->character[i - 1], c);
		int target = (c->box.left - left) / half;
		if (apart && i && column >= target)
			target = column + 1;
		for (; apart && column < target; column++)
			buf_char(out, ' ');
		utf8_add(out, c->c);
		column += (int)utf8_width(c->c);
	}
}

size_t
pdf_line_columns(const struct pdf_line *line)
{
	size_t columns = line->count > 0;

	for (size_t i = 1; i < line->count; i++)
		columns += line->character[i]->box.left - line->character[i - 1]->box.right
		    > height(line->character[i]);
	return columns;
}

static int
by_value(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

int
pdf_usual_height(const struct pdf_char *c, size_t count, struct arena *arena)
{
	int *heights = arena_array(arena, count, sizeof *heights);

	if (!heights || count == 0)
		return 0;
	for (size_t i = 0; i < count; i++)
		heights[i] = height(&c[i]);
	qsort(heights, count, sizeof *heights, by_value);
	return heights[count / 2];
}
