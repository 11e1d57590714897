/* SPDX-License-Identifier: MIT */
#include "rows.h"

static bool
is_wide(const struct rows *rows)
{
	return rows->wide < rows->groups->keys->count;
}

/* One group for each value of the wide key, in their order. */
static bool
find_columns(struct rows *rows)
{
	const struct groups *g = rows->groups;
	uint32_t *id = groups_sorted(g, &rows->wide, 1);

	if (!id)
		return false;
	rows->columns = 0;
	for (size_t i = 0; i < g->count; i++)
		if (i == 0 || groups_compare(g, id[rows->columns - 1], id[i], rows->wide) != 0)
			id[rows->columns++] = id[i];
	rows->column = id;
	return true;
}

bool
rows_init(struct rows *rows, const struct groups *groups, size_t wide)
{
	*rows = (struct rows){ .groups = groups, .wide = wide, .columns = 1 };
	for (size_t i = 0; i < groups->keys->count; i++)
		if (i != wide)
			rows->key[rows->keys++] = i;
	if (is_wide(rows))
		rows->key[rows->keys] = wide;
	if (groups->count == 0) {
		rows->columns = !is_wide(rows);
		return true;
	}
	rows->group = groups_sorted(groups, rows->key, groups->keys->count);
	return rows->group && (!is_wide(rows) || find_columns(rows));
}

static bool
same_row(const struct rows *rows, uint32_t a, uint32_t b)
{
	for (size_t i = 0; i < rows->keys; i++)
		if (groups_compare(rows->groups, a, b, rows->key[i]) != 0)
			return false;
	return true;
}

bool
rows_next(struct rows *rows, uint32_t *cell, uint32_t *any)
{
	const struct groups *g = rows->groups;

	if (rows->next == g->count)
		return false;
	*any = rows->group[rows->next];
	if (!is_wide(rows)) {
		cell[0] = rows->group[rows->next++];
		return true;
	}
	for (size_t i = 0; i < rows->columns; i++) {
		cell[i] = ROWS_NONE;
		if (rows->next == g->count || !same_row(rows, *any, rows->group[rows->next]))
			continue;
		if (groups_compare(g, rows->column[i], rows->group[rows->next], rows->wide) == 0)
			cell[i] = rows->group[rows->next++];
	}
	return true;
}
