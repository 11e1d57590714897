/* SPDX-License-Identifier: MIT */
#include "pdf_sheet.h"

#include "pdf_turn.h"

/* So many rows of several columns make it worth looking for a table in a picture. */
enum { TABLE_ROWS = 2 };

/* The number of the cell that a character stands in; 0: in none. */
static size_t
number_at(const struct pdf_tables *tables, const struct pdf_char *c)
{
	const struct pdf_cell *cell = NULL;

	for (size_t i = 0; i < tables->count && !cell; i++)
		cell = pdf_cell_at(&tables->table[i], c);
	return cell ? cell->number : 0;
}

/* Sorts the characters by cells; in each they keep their order. False: memory is out. */
static bool
group(struct pdf_sheet *s, struct arena *arena)
{
	const size_t count = s->page.characters, cells = s->tables.cells + 1;
	size_t *number = arena_array(arena, count + 1, sizeof *number);

	s->grouped = arena_array(arena, count + 1, sizeof(const struct pdf_char *));
	s->start = arena_array(arena, cells + 1, sizeof *s->start);
	if (!number || !s->grouped || !s->start)
		return false;
	for (size_t i = 0; i < count; i++) {
		number[i] = number_at(&s->tables, &s->page.character[i]);
		s->start[number[i] + 1]++;
	}
	for (size_t i = 0; i < cells; i++)
		s->start[i + 1] += s->start[i];
	/* Each start moves to its end, which is the next start. */
	for (size_t i = 0; i < count; i++)
		s->grouped[s->start[number[i]]++] = &s->page.character[i];
	memmove(s->start + 1, s->start, cells * sizeof *s->start);
	s->start[0] = 0;
	return true;
}

/* The characters themselves, turned as they have to be. NULL: memory is out. */
static struct pdf_char *
turn_copies(const struct pdf_sheet *s, const struct pdf_char **of, size_t count,
    struct arena *arena)
{
	struct pdf_char *copy = arena_array(arena, count, sizeof *copy);
	if (!copy)
		return NULL;
	for (size_t i = 0; i < count; i++)
		copy[i] = *of[i];
	pdf_turn_characters(
	    copy, count, pdf_turn_of(copy, count), s->page.width, s->page.height);
	return copy;
}

bool
pdf_sheet_lines(const struct pdf_sheet *s, const struct pdf_cell *cell, struct arena *arena,
    struct pdf_lines *lines)
{
	const size_t number = cell ? cell->number : 0, start = s->start[number];
	const size_t count = s->start[number + 1] - start;
	const struct pdf_char **c = s->grouped + start;

	if (cell && count) {
		struct pdf_char *copy = turn_copies(s, c, count, arena);
		if (!copy)
			return false;
		for (size_t i = 0; i < count; i++)
			c[i] = &copy[i];
	}
	return pdf_lines_of(c, count, arena, lines);
}

static bool
may_have_table(const struct pdf_lines *lines)
{
	size_t rows = 0;

	for (size_t i = 0; i < lines->count; i++)
		rows += pdf_line_columns(&lines->line[i]) > 1;
	return rows >= TABLE_ROWS;
}

/* Rulings of a scan stand in its picture, which takes long to look at. */
static bool
look_at_picture(struct pdf *pdf, size_t number, struct arena *arena, struct pdf_sheet *s)
{
	struct pdf_lines lines;

	return group(s, arena) && pdf_sheet_lines(s, NULL, arena, &lines)
	    && (!may_have_table(&lines) || pdf_see_rulings(pdf, number, arena, &s->page));
}

bool
pdf_sheet_read(struct pdf *pdf, size_t number, struct arena *arena, struct pdf_sheet *s)
{
	*s = (struct pdf_sheet){ .grouped = NULL };
	if (!pdf_read_page(pdf, number, arena, &s->page)
	    || (s->page.is_picture && !look_at_picture(pdf, number, arena, s)))
		return false;
	pdf_turn_page(&s->page, pdf_turn_of(s->page.character, s->page.characters));
	return pdf_tables_of(&s->page, arena, &s->tables) && group(s, arena);
}
