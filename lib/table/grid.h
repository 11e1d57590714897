/* SPDX-License-Identifier: MIT */
/*
 * The grid: what stands in each cell of one table, while it is being placed,
 * and the sums that the form prints, as proof for or against a placement.
 */
#ifndef GIP_GRID_H
#define GIP_GRID_H

#include "bind.h"

struct grid_cell {
	enum cell_state state;
	struct slice value, raw;
	struct decimal number;
	size_t line;
};

struct grid {
	const struct table *table;
	bool shown[TABLE_ROWS_MAX]; /* the row is part of this report */
	bool pieced[TABLE_ROWS_MAX]; /* its values came here by order or by sums, not by a label */
	bool weighed; /* as in struct binding: a sum was asked for, and the numbers decided */
	struct grid_cell cell[TABLE_ROWS_MAX][TABLE_COLUMNS_MAX];
};

/* All cells absent; rows are shown that `binding` shows or the form prints. */
void grid_init(struct grid *, const struct table *, const struct binding *);

enum grid_verdict { GRID_HOLDS, GRID_FAILS, GRID_OPEN };

/*
 * The sum over the columns of a row. GRID_FAILS also when not all is known
 * but the known parts exceed the total: no part can be negative.
 */
enum grid_verdict grid_across(struct grid *, size_t row);

/* All sums down column `col` that `row` is part of: fails if one does, holds if
   at least one holds and none fails. */
enum grid_verdict grid_down(struct grid *, size_t row, size_t col);

#endif
