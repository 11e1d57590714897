/* SPDX-License-Identifier: MIT */
#include "key_order.h"

enum { TABLE = 1, ROW = 2, COL = 4 };

static size_t
find(const struct key_list *list, const struct key_place *place)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct key_place *p = &list->place[i];
		if (slice_eq(place->col, p->col) && slice_eq(place->row, p->row)
		    && slice_eq(place->table, p->table))
			return i;
	}
	return KEY_RANK_UNKNOWN;
}

size_t
key_order_rank(const struct key_order *order, const struct slice *table,
    const struct slice *row, const struct slice *col)
{
	unsigned known = (table ? TABLE : 0) | (row ? ROW : 0) | (col ? COL : 0);
	struct key_place place = {
		table ? *table : SLICE_NONE, row ? *row : SLICE_NONE, col ? *col : SLICE_NONE,
	};

	return find(&order->list[known], &place);
}

static bool
insert(struct key_list *list, size_t at, const struct key_place *place, struct arena *arena)
{
	struct key_place *array =
	    arena_grow(arena, list->place, list->count, &list->room, sizeof *array);

	if (!array)
		return false;
	list->place = array;
	memmove(array + at + 1, array + at, (list->count - at) * sizeof *array);
	array[at] = *place;
	list->count++;
	return true;
}

/* What stands at step `i`: a column of row `row`, or a row, or the table. */
static struct key_place
place_of(const struct table *table, unsigned known, size_t row, size_t i)
{
	const struct table_row *r = known & COL ? &table->row[row] : &table->row[i];

	return (struct key_place){
		known & TABLE ? table->key : SLICE_NONE,
		known & ROW ? r->key : SLICE_NONE,
		known & COL ? r->column[i].key : SLICE_NONE,
	};
}

/* From the last to the first: what is new has its place before the one behind it. */
static bool
merge(struct key_list *list, const struct table *table, unsigned known, size_t row,
    size_t count, struct arena *arena)
{
	size_t before = list->count;

	while (count-- > 0) {
		struct key_place place = place_of(table, known, row, count);
		size_t at = find(list, &place);
		if (at != KEY_RANK_UNKNOWN)
			before = at;
		else if (!insert(list, before, &place, arena))
			return false;
	}
	return true;
}

static bool
merge_table(struct key_list *list, const struct table *table, unsigned known,
    struct arena *arena)
{
	if (!(known & COL))
		return merge(list, table, known, 0, known & ROW ? table->rows : 1, arena);
	for (size_t row = 0; row < table->rows; row++)
		if (!merge(list, table, known, row, table->row[row].columns, arena))
			return false;
	return true;
}

bool
key_order_build(struct key_order *order, const struct tables *tables, struct arena *arena)
{
	*order = (struct key_order){ .list = { { NULL, 0, 0 } } };
	for (unsigned known = 1; known < 8; known++)
		for (size_t i = 0; i < tables->count; i++)
			if (!merge_table(&order->list[known], &tables->table[i], known, arena))
				return false;
	return true;
}
