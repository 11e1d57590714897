/* SPDX-License-Identifier: MIT */
#include "grid.h"

/* Which alternative does the report show? The form's own, if none. */
static struct slice
shown_choice(const struct table *table, const struct binding *binding)
{
	for (size_t r = 0; r < table->rows; r++)
		if (binding->shown[r] && table->row[r].choice.len)
			return table->row[r].choice;
	return table->own;
}

void
grid_init(struct grid *grid, const struct table *table, const struct binding *binding)
{
	struct slice choice = shown_choice(table, binding);

	grid->table = table;
	grid->weighed = binding->weighed;
	memset(grid->shown, 0, sizeof grid->shown);
	memset(grid->pieced, 0, sizeof grid->pieced);
	for (size_t r = 0; r < table->rows; r++) {
		const struct table_row *row = &table->row[r];
		grid->shown[r] = row->foreign ? binding->shown[r]
		                              : row->choice.len == 0 || slice_eq(row->choice, choice);
		for (size_t c = 0; c < row->columns; c++)
			grid->cell[r][c] = (struct grid_cell){ .state = CELL_ABSENT };
	}
}

enum grid_verdict
grid_across(struct grid *grid, size_t row)
{
	const struct grid_cell *cell = grid->cell[row];
	size_t total = grid->table->total;
	struct decimal sum = DECIMAL_ZERO;
	bool whole = true;

	if (total == 0 || cell[total - 1].state != CELL_NUMBER)
		return GRID_OPEN;
	grid->weighed = true;
	for (size_t c = 0; c < grid->table->row[row].columns; c++) {
		if (c + 1 == total)
			continue;
		if (cell[c].state != CELL_NUMBER)
			whole = false;
		else if (!decimal_add(sum, cell[c].number, &sum))
			return GRID_OPEN;
	}
	int order = decimal_cmp(sum, cell[total - 1].number);
	if (order > 0 || (order < 0 && whole))
		return GRID_FAILS;
	return whole ? GRID_HOLDS : GRID_OPEN;
}

static enum grid_verdict
down_verdict(struct grid *grid, const struct table_down *down, size_t col)
{
	struct decimal sum = DECIMAL_ZERO;

	for (size_t r = 0; r < grid->table->rows; r++) {
		const struct grid_cell *cell = &grid->cell[r][col];
		if (down->sign[r] == 0 || !grid->shown[r])
			continue;
		if (col >= grid->table->row[r].columns || cell->state != CELL_NUMBER)
			return GRID_OPEN;
		bool ok = down->sign[r] > 0 ? decimal_add(sum, cell->number, &sum)
		                            : decimal_sub(sum, cell->number, &sum);
		grid->weighed = grid->weighed || !ok;
		if (!ok)
			return GRID_OPEN;
	}
	grid->weighed = true;
	return decimal_cmp(sum, DECIMAL_ZERO) == 0 ? GRID_HOLDS : GRID_FAILS;
}

enum grid_verdict
grid_down(struct grid *grid, size_t row, size_t col)
{
	enum grid_verdict all = GRID_OPEN;

	for (size_t d = 0; d < grid->table->downs; d++) {
		if (grid->table->down[d].sign[row] == 0)
			continue;
		enum grid_verdict one = down_verdict(grid, &grid->table->down[d], col);
		if (one == GRID_FAILS)
			return GRID_FAILS;
		if (one == GRID_HOLDS)
			all = GRID_HOLDS;
	}
	return all;
}
