/* SPDX-License-Identifier: MIT */
/* Looking things up in the compiled tables. */
#include "tables.h"

const struct table *
tables_find(const struct tables *all, struct slice form, struct slice key)
{
	for (size_t i = 0; i < all->count; i++)
		if (slice_eq(all->table[i].form, form) && slice_eq(all->table[i].key, key))
			return &all->table[i];
	return NULL;
}

const struct form *
tables_form_of(const struct tables *all, long year)
{
	for (size_t i = 0; i < all->forms; i++)
		if (year >= all->form[i].from && year <= all->form[i].to)
			return &all->form[i];
	return NULL;
}

/* The row of the given form; of any form when that one has none. */
static const struct table_row *
find_row(const struct tables *all, struct slice form, struct slice table, struct slice row)
{
	const struct table_row *found = NULL;

	for (size_t i = 0; i < all->count; i++) {
		const struct table *t = &all->table[i];
		if (!slice_eq(t->key, table))
			continue;
		for (size_t r = 0; r < t->rows; r++) {
			if (!slice_eq(t->row[r].key, row))
				continue;
			if (form.len == 0 || slice_eq(t->form, form))
				return &t->row[r];
			found = &t->row[r];
		}
	}
	return found;
}

/* The label over the rows whose keys begin with `group`; the table's own name for its key. */
static struct slice
find_group(const struct tables *all, struct slice table, struct slice group)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct table *t = &all->table[i];
		if (!slice_eq(t->key, table))
			continue;
		if (slice_eq(group, table) && t->name.len)
			return t->name;
		for (size_t r = 0; r < t->rows; r++)
			if (t->row[r].group.len && slice_starts(t->row[r].key, group)
			    && slice_starts(slice_from(t->row[r].key, group.len), SLICE(".")))
				return t->row[r].group;
	}
	return group;
}

struct slice
tables_row_name(const struct tables *all, struct slice form, struct slice table,
    struct slice row)
{
	const struct table_row *found = all ? find_row(all, form, table, row) : NULL;

	return found ? found->name : all ? find_group(all, table, row) : row;
}

struct slice
tables_column_name(const struct tables *all, struct slice form, struct slice table,
    struct slice row, struct slice col)
{
	const struct table_row *found = all ? find_row(all, form, table, row) : NULL;

	for (size_t c = 0; found && c < found->columns; c++)
		if (slice_eq(found->column[c].key, col))
			return found->column[c].name;
	for (size_t i = 0; all && !found && i < all->count; i++) {
		const struct table *t = &all->table[i];
		if (!slice_eq(t->key, table) || (form.len && !slice_eq(t->form, form)))
			continue;
		for (size_t r = 0; r < t->rows; r++)
			for (size_t c = 0; c < t->row[r].columns; c++)
				if (slice_eq(t->row[r].column[c].key, col))
					return t->row[r].column[c].name;
	}
	return col;
}
