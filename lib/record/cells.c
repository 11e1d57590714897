/* SPDX-License-Identifier: MIT */
#include "cells.h"

#include "hash.h"

const char *const cell_state_names[CELL_STATES] = {
	"number", "blank", "mark", "text", "absent",
};

bool
cell_state_named(struct slice word, enum cell_state *state)
{
	size_t i = slice_among(word, cell_state_names, CELL_STATES);

	if (i == CELL_STATES)
		return false;
	*state = (enum cell_state)i;
	return true;
}

/* The first cell brings room for those of a usual report. */
static bool
make_room(struct cells *cells)
{
	enum { USUAL = 384 };

	if (cells->cell)
		return true;
	cells->cell = arena_raw(&cells->arena, USUAL * sizeof *cells->cell);
	cells->room = cells->cell ? USUAL : 0;
	return cells->cell != NULL;
}

bool
cells_add(struct cells *cells, struct cell cell)
{
	if (!make_room(cells))
		return false;
	struct cell *array =
	    arena_grow(&cells->arena, cells->cell, cells->count, &cells->room, sizeof *array);

	if (!array)
		return false;
	cells->cell = array;
	cells->cell[cells->count++] = cell;
	cells->index = NULL;
	return true;
}

bool
cells_insert(struct cells *cells, size_t at, struct cell cell)
{
	if (!cells_add(cells, cell))
		return false;
	memmove(cells->cell + at + 1, cells->cell + at,
	    (cells->count - 1 - at) * sizeof *cells->cell);
	cells->cell[at] = cell;
	return true;
}

static uint64_t
key_hash(struct slice table, struct slice row, struct slice col)
{
	return hash_add(hash_add(hash_add(HASH_START, table), row), col);
}

/* Open addressing; a slot holds the cell's position plus one, 0 is free. */
static bool
make_index(struct cells *cells)
{
	size_t size = 64;

	while (size < cells->count * 2)
		size *= 2;
	cells->index = arena_array(&cells->arena, size, sizeof *cells->index);
	if (!cells->index)
		return false;
	cells->index_size = size;
	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *c = &cells->cell[i];
		size_t at = key_hash(c->table, c->row, c->col) & (size - 1);
		while (cells->index[at])
			at = (at + 1) & (size - 1);
		cells->index[at] = (unsigned)i + 1;
	}
	return true;
}

const struct cell *
cells_find(struct cells *cells, struct slice table, struct slice row, struct slice col,
    bool *failed)
{
	if (!cells->index && !make_index(cells)) {
		if (failed)
			*failed = true;
		return NULL;
	}
	size_t at = key_hash(table, row, col) & (cells->index_size - 1);
	for (; cells->index[at]; at = (at + 1) & (cells->index_size - 1)) {
		const struct cell *c = &cells->cell[cells->index[at] - 1];
		if (slice_eq(c->row, row) && slice_eq(c->col, col) && slice_eq(c->table, table))
			return c;
	}
	return NULL;
}

const struct cell *
cells_fact(struct cells *cells, struct slice row)
{
	return cells_find(cells, SLICE("report"), row, SLICE_NONE, NULL);
}

void
cell_place(struct buf *out, struct slice table, struct slice row, struct slice col)
{
	buf_add(out, table);
	if (row.len || col.len) {
		buf_char(out, '/');
		buf_add(out, row.len ? row : SLICE("*"));
	}
	if (col.len) {
		buf_char(out, '/');
		buf_add(out, col);
	}
}

void
cells_reset(struct cells *cells)
{
	arena_reset(&cells->arena);
	*cells = (struct cells){ .arena = cells->arena };
}

void
cells_release(struct cells *cells)
{
	arena_release(&cells->arena);
	*cells = (struct cells)CELLS_INIT;
}
