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

/* The edges that lines run along; then those that they merely reach. */
static bool
read_edges(struct reader *r)
{
	for (size_t i = 0; i < r->page->rulings; i++) {
		const struct pdf_ruling *own = &r->page->ruling[i];
		if (r->group[i] == r->root && !add_edge(own->down ? &r->x : &r->y, own->at))
			return false;
	}
	/* At a page break a table has no line at its end, and some have none at the sides. */
	for (size_t i = 0; i < r->page->rulings; i++) {
		const struct pdf_ruling *own = &r->page->ruling[i];
		struct edges *along = own->down ? &r->y : &r->x;
		if (r->group[i] == r->root
		    && (!add_edge(along, own->from) || !add_edge(along, own->to)))
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

static void
open_walls(struct reader *r)
{
	const size_t columns = r->x.count - 1, rows = r->y.count - 1;
	const int *x = r->x.at, *y = r->y.at;

	for (size_t row = 0; row < rows; row++) {
		for (size_t col = 0; col < columns; col++) {
			size_t place = row * columns + col;
			if (col + 1 < columns && !is_wall(r, true, x[col + 1], y[row], y[row + 1]))
				join(r->cell, place, place + 1);
			if (row + 1 < rows && !is_wall(r, false, y[row + 1], x[col], x[col + 1]))
				join(r->cell, place, place + columns);
		}
	}
}

/* The cells of a grid, by the places where they begin. False: memory is out. */
static bool
read_cells(struct reader *r, struct pdf_table *table)
{
	const size_t columns = table->columns, places = table->rows * columns;

	r->cell = arena_array(r->arena, places, sizeof *r->cell);
	table->cell = arena_array(r->arena, places, sizeof *table->cell);
	table->at = arena_array(r->arena, places, sizeof(struct pdf_cell *));
	if (!r->cell || !table->cell || !table->at)
		return false;
	for (size_t i = 0; i < places; i++)
		r->cell[i] = i;
	open_walls(r);
	for (size_t i = 0; i < places; i++) {
		const size_t row = i / columns, column = i % columns, root = root_of(r->cell, i);
		struct pdf_cell *cell = root == i ? &table->cell[table->cells++] : table->at[root];
		if (root == i)
			*cell = (struct pdf_cell){ row, column, 1, 1, 0 };
		/* It may be wider further down, where it is no box. */
		if (column < cell->column) {
			cell->columns += cell->column - column;
			cell->column = column;
		}
		if (column >= cell->column + cell->columns)
			cell->columns = column - cell->column + 1;
		cell->rows = row - cell->row + 1;
		table->at[i] = cell;
	}
	return true;
}

static bool
copy_edges(const struct edges *edges, struct arena *arena, int **copy)
{
	*copy = arena_array(arena, edges->count, sizeof **copy);
	if (*copy)
		memcpy(*copy, edges->at, edges->count * sizeof **copy);
	return *copy;
}

/* False: memory is out. */
static bool
read_table(struct reader *r, struct pdf_table *table)
{
	table->rows = r->y.count - 1;
	table->columns = r->x.count - 1;
	return copy_edges(&r->x, r->arena, &table->x) && copy_edges(&r->y, r->arena, &table->y)
	    && read_cells(r, table);
}

static struct pdf_box
box_of(const struct pdf_table *t, const struct pdf_cell *c)
{
	return (struct pdf_box){ t->x[c->column], t->y[c->row], t->x[c->column + c->columns],
		t->y[c->row + c->rows] };
}

/* A cell that is half of the page is what a frame surrounds. */
static bool
is_frame(const struct pdf_table *table, const struct pdf_page *page)
{
	const int64_t whole = (int64_t)page->width * page->height;

	for (size_t i = 0; i < table->cells; i++) {
		const struct pdf_box box = box_of(table, &table->cell[i]);
		if (2 * (int64_t)(box.right - box.left) * (box.bottom - box.top) > whole)
			return true;
	}
	return table->cells < 2;
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
	for (; at && array[at - 1].y[0] > table->y[0]; at--)
		array[at] = array[at - 1];
	array[at] = *table;
	return true;
}

/* Is the one within the other? */
static bool
is_within(const struct pdf_table *inner, const struct pdf_table *outer)
{
	return inner != outer && inner->x[0] >= outer->x[0] && inner->y[0] >= outer->y[0]
	    && inner->x[inner->columns] <= outer->x[outer->columns]
	    && inner->y[inner->rows] <= outer->y[outer->rows];
}

/* What surrounds tables is none; then all cells are numbered. */
static void
end_tables(struct pdf_tables *tables)
{
	size_t kept = 0;

	for (size_t i = 0; i < tables->count; i++) {
		bool surrounds = false;
		/* Those that surround it and stand before it are gone, which does no harm. */
		for (size_t k = i + 1; k < tables->count && !surrounds; k++)
			surrounds = is_within(&tables->table[k], &tables->table[i]);
		if (!surrounds)
			tables->table[kept++] = tables->table[i];
	}
	tables->count = kept;
	for (size_t i = 0; i < kept; i++)
		for (size_t k = 0; k < tables->table[i].cells; k++)
			tables->table[i].cell[k].number = ++tables->cells;
}

/* For each ruling, the first of those that meet it or what meets it. */
static size_t *
group_rulings(const struct pdf_page *page, struct arena *arena)
{
	size_t *group = arena_array(arena, page->rulings + 1, sizeof *group);

	for (size_t i = 0; group && i < page->rulings; i++) {
		group[i] = i;
		for (size_t k = 0; k < i; k++)
			if (meet(&page->ruling[i], &page->ruling[k]))
				join(group, i, k);
	}
	for (size_t i = 0; group && i < page->rulings; i++)
		group[i] = root_of(group, i);
	return group;
}

bool
pdf_tables_of(const struct pdf_page *page, struct arena *arena, struct pdf_tables *tables)
{
	const size_t *group = group_rulings(page, arena);
	struct reader *r = arena_alloc(arena, sizeof *r);

	*tables = (struct pdf_tables){ NULL, 0, 0, 0 };
	if (!group || !r)
		return false;
	for (size_t i = 0; i < page->rulings; i++) {
		struct pdf_table table = { .cell = NULL };
		if (group[i] != i)
			continue;
		*r = (struct reader){ .page = page, .group = group, .root = i, .arena = arena };
		if (!read_edges(r))
			continue;
		if (!read_table(r, &table)
		    || (!is_frame(&table, page) && !add_table(tables, &table, arena)))
			return false;
	}
	end_tables(tables);
	return true;
}

/* The last edge that is not beyond `at`; `count` of them: there is none. */
static size_t
edge_before(const int *edge, size_t count, int at)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (edge[middle] <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : count;
}

const struct pdf_cell *
pdf_cell_at(const struct pdf_table *table, const struct pdf_char *c)
{
	const int x = pdf_middle(c->box.left, c->box.right);
	const int y = pdf_middle(c->box.top, c->box.bottom);
	const size_t column = edge_before(table->x, table->columns + 1, x);
	const size_t row = edge_before(table->y, table->rows + 1, y);

	return column < table->columns && row < table->rows
	    ? table->at[row * table->columns + column] : NULL;
}
