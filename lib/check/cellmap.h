/* SPDX-License-Identifier: MIT */
/*
 * The cells of a document as tables of rows and columns, for whoever asks the
 * same names again and again: a name or glob is looked up once a document.
 *
 * Tables, rows and columns stand in the order in which the records brought
 * them. Of several cells with the same keys the first counts.
 */
#ifndef GIP_CELLMAP_H
#define GIP_CELLMAP_H

#include <stdint.h>

#include "cells.h"

enum map_axis { MAP_ROW, MAP_COL, MAP_TABLE };

struct map_keys {
	struct slice *key;
	size_t count, room;
};

struct map_table {
	struct slice key;
	struct map_keys axis[2]; /* MAP_ROW, MAP_COL */
	const struct cell **at;  /* rows * columns; NULL: too sparse for that */
	unsigned number;         /* of this table in the map */
};

/* Where a cell stands: numbers of its table, row and column. */
struct map_place {
	unsigned table, row, col;
};

/* Where all cells stand, and in what; in the order in which the records brought it. */
struct map_layout {
	struct map_place *place; /* one for each cell; NULL: it is not known */
	struct map_table *table; /* with their keys, without `at` */
	size_t tables;
};

/* Numbers of tables, rows or columns, ascending. */
struct map_set {
	const unsigned *number;
	size_t count;
};

struct map_name; /* private: a name that was looked up */

struct cellmap {
	struct cells *cells;
	struct map_table *table;
	size_t tables, room;
	struct map_place *place; /* one for each cell */
	struct map_name *name;   /* hash table of names and globs */
	size_t names, name_room;
	struct arena *arena;
	bool failed;             /* memory ran out: answers since are not whole */
};

/*
 * Both `cells` and `arena` are borrowed; `cells` must not change while the map
 * is used. False: memory.
 */
bool cellmap_init(struct cellmap *, struct cells *, struct arena *);

/* The same where that is known already; it is taken over, and must live in the arena. */
bool cellmap_init_known(struct cellmap *, struct cells *, struct arena *,
    const struct map_layout *);

/* The tables whose key is, or with `*` in it matches, `name`. */
struct map_set cellmap_tables(struct cellmap *, struct slice name);

/* The rows or columns of a table, likewise. */
struct map_set cellmap_match(struct cellmap *, const struct map_table *, enum map_axis,
    struct slice name);

/* The cell at that place, or NULL. */
const struct cell *cellmap_at(struct cellmap *, const struct map_table *, unsigned row,
    unsigned col);

#endif
