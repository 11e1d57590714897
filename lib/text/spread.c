/* SPDX-License-Identifier: MIT */
#include "spread.h"

#include <stdint.h>
#include <stdlib.h>

static void
empty(struct spread *s)
{
	s->count = s->rows = s->column = s->columns = s->text.len = 0;
	for (size_t i = 0; i < SPREAD_COLUMNS; i++)
		s->at[i] = (struct spread_column){ 0, 0, false };
}

void
spread_init(struct spread *s)
{
	s->cell = NULL;
	s->room = 0;
	s->text = s->line = (struct buf)BUF_INIT;
	s->failed = false;
	empty(s);
}

void
spread_release(struct spread *s)
{
	free(s->cell);
	buf_release(&s->text);
	buf_release(&s->line);
	spread_init(s);
}

/* What the row that ends here tells about its columns. */
static void
end_row(struct spread *s)
{
	size_t last = 0;

	for (size_t i = 0; i < s->columns; i++) {
		struct spread_column *c = &s->at[i];
		if (c->covered == 0)
			continue;
		c->covered--;
		if (!c->begins)
			continue;
		if (last > c->previous)
			c->previous = last;
		last = i + 1;
	}
}

void
spread_row(struct spread *s)
{
	if (s->rows)
		end_row(s);
	s->rows++;
	s->column = 0;
}

/* No column is left. No text is lost for that: a row begins that nothing reaches into. */
static void
next_row_anew(struct spread *s)
{
	spread_row(s);
	for (size_t i = 0; i < s->columns; i++)
		s->at[i].covered = 0;
}

static bool
add_cell(struct spread *s, struct slice text)
{
	if (s->count == s->room) {
		size_t room = s->room ? 2 * s->room : 256;
		struct spread_cell *cell = room > SIZE_MAX / sizeof *cell
		    ? NULL
		    : realloc(s->cell, room * sizeof *cell);
		if (!cell)
			return false;
		s->cell = cell;
		s->room = room;
	}
	s->cell[s->count++] =
	    (struct spread_cell){ s->rows - 1, s->column, s->text.len, text.len };
	buf_add(&s->text, text);
	return !s->text.failed;
}

void
spread_cell(struct spread *s, struct slice text, size_t colspan, size_t rowspan)
{
	if (!s->rows)
		spread_row(s);
	while (s->column < SPREAD_COLUMNS && s->at[s->column].covered)
		s->column++;
	if (s->column == SPREAD_COLUMNS)
		next_row_anew(s);
	if (!add_cell(s, text))
		s->failed = true;
	size_t first = s->column;
	do {
		struct spread_column *c = &s->at[s->column++];
		c->covered = rowspan ? rowspan : 1;
		c->begins = c == &s->at[first];
	} while (s->column < SPREAD_COLUMNS && !s->at[s->column].covered
	    && s->column - first < colspan);
	if (s->columns < s->column)
		s->columns = s->column;
}

/* Numbers the columns that are really told apart; returns how many there are. */
static size_t
number_columns(struct spread *s, size_t *number)
{
	size_t first = 0, count = 0;

	for (size_t i = 0; i < s->columns; i++) {
		if (s->at[i].previous > first) {
			first = i;
			count++;
		}
		number[i] = count;
	}
	return count + 1;
}

static void
add_tabs(struct buf *out, size_t count)
{
	while (count--)
		buf_char(out, '\t');
}

void
spread_end(struct spread *s, bool (*take)(void *context, struct slice row), void *context)
{
	size_t number[SPREAD_COLUMNS];
	bool go_on = true;

	end_row(s);
	size_t columns = number_columns(s, number);
	for (size_t i = 0, place = 0; i < s->count && go_on; i++) {
		const struct spread_cell *cell = &s->cell[i];
		bool is_last = i + 1 == s->count || s->cell[i + 1].row != cell->row;
		add_tabs(&s->line, number[cell->column] - place);
		place = number[cell->column];
		buf_add(&s->line, slice_head(slice_from(buf_slice(&s->text), cell->start), cell->len));
		if (!is_last)
			continue;
		add_tabs(&s->line, columns - 1 - place);
		go_on = !s->line.failed && take(context, buf_slice(&s->line));
		s->line.len = place = 0;
	}
	s->failed = s->failed || s->line.failed;
	empty(s);
}
