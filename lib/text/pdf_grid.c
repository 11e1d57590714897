/* SPDX-License-Identifier: MIT */
#include "pdf_grid.h"

#include <stdlib.h>

enum {
	/* Lines that nearly meet, meet; edges that are nearly in line, are. */
	TOUCH = 5 * PDF_POINT,
	/* No table of a report has more lines on a page. */
	EDGES = 128,
};

/* The places where lines run, ascending. */
struct edges {
	int at[EDGES];
	size_t count;
};

/* One grid while it is read: the rulings of `group`. */
struct reader {
	const struct pdf_page *page;
	const size_t *group; /* of each ruling, another of its grid; a root is its own */
	size_t root;
	struct edges x, y;
	size_t *cell; /* of each place, another of its cell; a root is its own */
	struct arena *arena;
};

static size_t
root_of(size_t *of, size_t i)
{
	while (of[i] != i)
		i = of[i] = of[of[i]];
	return i;
}

/* The smaller number stands for both. */
static void
join(size_t *of, size_t a, size_t b)
{
	a = root_of(of, a);
	b = root_of(of, b);
	of[a < b ? b : a] = a < b ? a : b;
}

static bool
meet(const struct pdf_ruling *a, const struct pdf_ruling *b)
{
	return a->down != b->down && a->at >= b->from - TOUCH && a->at <= b->to + TOUCH
	    && b->at >= a->from - TOUCH && b->at <= a->to + TOUCH;
}

/* False: there are too many. */
static bool
add_edge(struct edges *edges, int at)
{
	size_t i = edges->count;

	for (size_t k = 0; k < edges->count; k++)
		if (abs(edges->at[k] - at) <= TOUCH)
			return true;
	if (edges->count == EDGES)
		return false;
	for (; i && edges->at[i - 1] > at; i--)
		edges->at[i] = edges->at[i - 1];
	edges->at[i] = at;
	edges->count++;
	return true;
}

static bool
read_edges(struct reader *r)
{
	for (size_t i = 0; i < r->page->rulings; i++) {
		const struct pdf_ruling *own = &r->page->ruling[i];
		struct edges *along = own->down ? &r->y : &r->x;
		if (r->group[i] != r->root)
			continue;
		/* At a page break a table has no line at its end, and some have none at the sides. */
		if (!add_edge(own->down ? &r->x : &r->y, own->at) || !add_edge(along, own->from)
		    || !add_edge(along, own->to))
			return false;
	}
	return r->x.count > 1 && r->y.count > 1;
}

/* Is there a line at `at`, across the middle of what lies between `from` and `to`? */
static bool
is_wall(const struct reader *r, bool down, int at, int from, int to)
{
	const int middle = pdf_middle(from, to);

	for (size_t i = 0; i < r->page->rulings; i++) {
		const struct pdf_ruling *own = &r->page->ruling[i];
		if (r->group[i] == r->root && own->down == down && abs(own->at - at) <= TOUCH
		    && own->from <= middle && own->to >= middle)
			return true;
	}
	return false;
}

static size_t
columns_of(const struct reader *r)
{
	return r->x.count - 1;
}

static size_t
rows_of(const struct reader *r)
{
	return r->y.count - 1;
}

static void
open_walls(struct reader *r)
{
	const size_t columns = columns_of(r);
	const int *x = r->x.at, *y = r->y.at;

	for (size_t row = 0; row < rows_of(r); row++) {
		for (size_t col = 0; col < columns; col++) {
			size_t place = row * columns + col;
			if (col + 1 < columns && !is_wall(r, true, x[col + 1], y[row], y[row + 1]))
				join(r->cell, place, place + 1);
			if (row + 1 < rows_of(r) && !is_wall(r, false, y[row + 1], x[col], x[col + 1]))
				join(r->cell, place, place + columns);
		}
	}
}

/* The cell that begins at a place: all places that are one with it. */
static struct pdf_cell
cell_at(struct reader *r, size_t place)
{
	const size_t columns = columns_of(r);
	struct pdf_cell cell = { place / columns, place % columns, 1, 1, { 0, 0, 0, 0 } };
	size_t least = cell.column, most = cell.column, last = cell.row;

	for (size_t i = place; i < rows_of(r) * columns; i++) {
		if (root_of(r->cell, i) != place)
			continue;
		least = i % columns < least ? i % columns : least;
		most = i % columns > most ? i % columns : most;
		last = i / columns;
	}
	cell.column = least;
	cell.columns = most - least + 1;
	cell.rows = last - cell.row + 1;
	cell.box = (struct pdf_box){ r->x.at[least], r->y.at[cell.row], r->x.at[most + 1],
		r->y.at[last + 1] };
	return cell;
}

/* False: memory is out. */
static bool
read_cells(struct reader *r, struct pdf_table *table)
{
	const size_t places = rows_of(r) * columns_of(r);

	r->cell = arena_array(r->arena, places, sizeof *r->cell);
	if (!r->cell)
		return false;
	for (size_t i = 0; i < places; i++)
		r->cell[i] = i;
	open_walls(r);
	for (size_t i = 0; i < places; i++) {
		if (root_of(r->cell, i) != i)
			continue;
		struct pdf_cell *array =
		    arena_grow(r->arena, table->cell, table->cells, &table->room, sizeof *array);
		if (!array)
			return false;
		table->cell = array;
		table->cell[table->cells++] = cell_at(r, i);
	}
	table->rows = rows_of(r);
	table->columns = columns_of(r);
	table->box = (struct pdf_box){ r->x.at[0], r->y.at[0], r->x.at[r->x.count - 1],
		r->y.at[r->y.count - 1] };
	return true;
}

static bool
add_table(struct pdf_tables *tables, const struct pdf_table *table, struct arena *arena)
{
	struct pdf_table *array =
	    arena_grow(arena, tables->table, tables->count, &tables->room, sizeof *array);

	if (!array)
		return false;
	tables->table = array;
	size_t at = tables->count++;
	for (; at && array[at - 1].box.top > table->box.top; at--)
		array[at] = array[at - 1];
	array[at] = *table;
	return true;
}

bool
pdf_tables_of(const struct pdf_page *page, struct arena *arena, struct pdf_tables *tables)
{
	size_t *group = arena_array(arena, page->rulings, sizeof *group);

	*tables = (struct pdf_tables){ NULL, 0, 0 };
	if (page->rulings && !group)
		return false;
	for (size_t i = 0; i < page->rulings; i++) {
		group[i] = i;
		for (size_t k = 0; k < i; k++)
			if (meet(&page->ruling[i], &page->ruling[k]))
				join(group, i, k);
	}
	for (size_t i = 0; i < page->rulings; i++)
		group[i] = root_of(group, i);
	for (size_t i = 0; i < page->rulings; i++) {
		struct reader *r = group[i] == i ? arena_alloc(arena, sizeof *r) : NULL;
		struct pdf_table table = { NULL, 0, 0, 0, 0, { 0, 0, 0, 0 } };
		if (group[i] != i)
			continue;
		if (!r)
			return false;
		*r = (struct reader){ .page = page, .group = group, .root = i, .arena = arena };
		if (!read_edges(r))
			continue;
		if (!read_cells(r, &table) || (table.cells > 1 && !add_table(tables, &table, arena)))
			return false;
	}
	return true;
}

const struct pdf_cell *
pdf_cell_at(const struct pdf_table *table, const struct pdf_char *c)
{
	const int x = pdf_middle(c->box.left, c->box.right);
	const int y = pdf_middle(c->box.top, c->box.bottom);

	for (size_t i = 0; i < table->cells; i++) {
		const struct pdf_box *box = &table->cell[i].box;
		if (x >= box->left && x < box->right && y >= box->top && y < box->bottom)
			return &table->cell[i];
	}
	return NULL;
}
