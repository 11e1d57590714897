/* SPDX-License-Identifier: MIT */
/*
 * The order of tables, rows and columns over all forms: that in which sums
 * are printed.
 *
 * What one form has and the others do not have stands where it stands in
 * that form: before what follows it there and is known to all.
 */
#ifndef GIP_KEY_ORDER_H
#define GIP_KEY_ORDER_H

#include <stdint.h>

#include "tables.h"

struct key_place {
	struct slice table, row, col;
};

struct key_list {
	struct key_place *place;
	size_t count, room;
};

/*
 * One list for each set of keys that may be known: bit 0 table, bit 1 row, bit 2
 * col. In a list with tables, places of different tables are never compared; in
 * one with rows and columns, nor are those of different rows.
 */
struct key_order {
	struct key_list list[8];
};

/* Memory is of the arena, texts of the tables. False: memory is out. */
bool key_order_build(struct key_order *, const struct tables *, struct arena *);

/* The rank of what no form knows: behind all others. */
#define KEY_RANK_UNKNOWN SIZE_MAX

/*
 * The rank of the last that is not NULL of table, row, col, given those before it:
 * of column `total` alone, or of column `total` in row `new` ...
 */
size_t key_order_rank(const struct key_order *, const struct slice *table,
    const struct slice *row, const struct slice *col);

#endif
