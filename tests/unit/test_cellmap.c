/* SPDX-License-Identifier: MIT */
/* Cells by table, row and column, as they came. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "cellmap.h"

static void
add(struct cells *cells, const char *table, const char *row, const char *col, int64_t n)
{
	struct cell cell = { .table = slice_of(table), .row = slice_of(row),
		.col = slice_of(col), .number = decimal_int(n) };

	assert_true(cells_add(cells, cell));
}

/* The number at t/ROW/COL, -1 where there is no cell. */
static int64_t
at(struct cellmap *map, const char *row, const char *col)
{
	const struct map_table *table = &map->table[0];
	struct map_set r = cellmap_match(map, table, MAP_ROW, slice_of(row));
	struct map_set c = cellmap_match(map, table, MAP_COL, slice_of(col));
	const struct cell *cell =
	    r.count && c.count ? cellmap_at(map, table, r.number[0], c.number[0]) : NULL;

	return cell ? cell->number.units : -1;
}

static void
rows_and_columns_keep_their_order(void **state)
{
	struct cells cells = CELLS_INIT;
	struct arena arena = ARENA_INIT;
	struct cellmap map;

	(void)state;
	/* Rows of different width, one in two places, a cell twice. */
	add(&cells, "t", "b", "one", 1);
	add(&cells, "t", "b", "two", 2);
	add(&cells, "u", "b", "one", 3);
	add(&cells, "t", "a", "three", 4);
	add(&cells, "t", "a", "two", 5);
	add(&cells, "t", "b", "three", 6);
	add(&cells, "t", "b", "one", 7);
	assert_true(cellmap_init(&map, &cells, &arena));
	assert_int_equal(map.tables, 2);
	assert_int_equal(map.table[0].axis[MAP_ROW].count, 2);
	assert_int_equal(map.table[0].axis[MAP_COL].count, 3);
	assert_true(slice_is(map.table[0].axis[MAP_COL].key[2], "three"));
	assert_int_equal(at(&map, "b", "one"), 1);
	assert_int_equal(at(&map, "b", "two"), 2);
	assert_int_equal(at(&map, "b", "three"), 6);
	assert_int_equal(at(&map, "a", "one"), -1);
	assert_int_equal(at(&map, "a", "two"), 5);
	assert_int_equal(at(&map, "a", "three"), 4);
	assert_int_equal(at(&map, "c", "one"), -1);
	assert_int_equal(map.place[2].table, 1);
	assert_int_equal(map.place[5].row, 0);
	assert_int_equal(map.place[5].col, 2);
	arena_release(&arena);
	cells_release(&cells);
}

static void
names_match_tables_rows_and_columns_apart(void **state)
{
	struct cells cells = CELLS_INIT;
	struct arena arena = ARENA_INIT;
	struct cellmap map;

	(void)state;
	add(&cells, "t", "x.a", "x.a", 1);
	add(&cells, "t", "x.b", "y", 2);
	add(&cells, "t", "x*", "y", 3); /* a key with a star is no glob */
	add(&cells, "tt", "x.c", "y", 4);
	assert_true(cellmap_init(&map, &cells, &arena));
	const struct map_table *t = &map.table[0];
	for (int again = 0; again < 2; again++) {
		assert_int_equal(cellmap_match(&map, t, MAP_ROW, SLICE("x*")).count, 3);
		assert_int_equal(cellmap_match(&map, t, MAP_ROW, SLICE("x.*")).count, 2);
		assert_int_equal(cellmap_match(&map, t, MAP_COL, SLICE("x.*")).count, 1);
		assert_int_equal(cellmap_match(&map, t, MAP_COL, SLICE("x.b")).count, 0);
		assert_int_equal(cellmap_match(&map, t, MAP_ROW, SLICE("x.b")).number[0], 1);
		assert_int_equal(cellmap_match(&map, t, MAP_ROW, SLICE_NONE).count, 0);
		assert_int_equal(cellmap_tables(&map, SLICE("t*")).count, 2);
		assert_int_equal(cellmap_tables(&map, SLICE("x*")).count, 0);
	}
	arena_release(&arena);
	cells_release(&cells);
}

/* One cell in each of many rows and columns: no matrix, and enough names to grow. */
static void
sparse_tables_answer_as_others(void **state)
{
	enum { LINES = 2000 };
	static char key[LINES][8];
	struct cells cells = CELLS_INIT;
	struct arena arena = ARENA_INIT;
	struct cellmap map;

	(void)state;
	for (int i = 0; i < LINES; i++) {
		snprintf(key[i], sizeof key[i], "k%d", i);
		add(&cells, "t", key[i], key[i], i);
	}
	assert_true(cellmap_init(&map, &cells, &arena));
	assert_null(map.table[0].at);
	assert_int_equal(at(&map, "k7", "k7"), 7);
	assert_int_equal(at(&map, "k1999", "k1999"), 1999);
	assert_int_equal(at(&map, "k7", "k8"), -1);
	assert_int_equal(cellmap_match(&map, &map.table[0], MAP_ROW, SLICE("k*")).count, LINES);
	assert_false(map.failed);
	arena_release(&arena);
	cells_release(&cells);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_and_columns_keep_their_order),
		cmocka_unit_test(names_match_tables_rows_and_columns_apart),
		cmocka_unit_test(sparse_tables_answer_as_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
