/* SPDX-License-Identifier: MIT */
/* Groups: equal keys are one, and the order is that of the keys and the forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "group.h"

/* The tables disagree on the order of their rows, the rows on that of their columns. */
static const char text[] =
    "table 1/b\n name b\n columns p 1 | q 2\n row x r\n columns q 2 | p 1\n row y s\n"
    "table 1/a\n name a\n columns p 1 | q 2\n row y s\n row x r\n";

static struct stanzas stanzas;
static struct tables *tables;
static struct arena arena;
static struct key_order order;
static struct keys keys;
static struct groups groups;

static int
load(void **state)
{
	struct form_error error;

	(void)state;
	if (!stanzas_read(&stanzas, SLICE("form"), slice_of(text), &error))
		return -1;
	tables = tables_compile(&stanzas, &error);
	return tables && key_order_build(&order, tables, &arena) ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	arena_release(&arena);
	tables_free(tables);
	stanzas_release(&stanzas);
	return 0;
}

static void
begin(const char *list)
{
	struct sum_error error;

	assert_true(keys_for_cells(&keys, slice_of(list), SLICE_NONE, &error));
	groups_init(&groups, &keys, &arena);
}

/* The number of the group of document `doc` and cell "table row col". */
static uint32_t
find(const char *doc, const char *cell)
{
	struct slice rest = slice_of(cell), field[KEY_KINDS] = { SLICE_NONE }, value[KEYS_MAX];
	uint32_t document, id;

	assert_true(keys_of_document(&keys, slice_of(doc), NULL, value));
	assert_true(groups_document(&groups, value, &document));
	field[KEY_TABLE] = slice_word(&rest);
	field[KEY_ROW] = slice_word(&rest);
	field[KEY_COL] = slice_word(&rest);
	keys_of_record(&keys, field, value);
	assert_true(groups_find(&groups, document, value, &id));
	return id;
}

/* Sorted by keys number key[0] ... the groups spell `expected`: values with / between. */
static void
check_sorted(size_t wide, const size_t *key, size_t count, const char *const *expected)
{
	assert_true(groups_rank(&groups, &order, wide));
	uint32_t *id = groups_sorted(&groups, key, count);
	assert_non_null(id);
	for (size_t i = 0; i < groups.count; i++) {
		struct slice rest = slice_of(expected[i]);
		for (size_t k = 0; k < keys.count; k++)
			assert_true(slice_eq(groups_value(&groups, id[i], k), slice_cut(&rest, '/')));
	}
	assert_null(expected[groups.count]);
}

#define EXPECTED (const char *const[])

static void
equal_keys_are_one_group(void **state)
{
	(void)state;
	begin("doc,col");
	assert_int_equal(find("d", "a x p"), 0);
	assert_int_equal(find("d", "a x q"), 1);
	assert_int_equal(find("e", "a x p"), 2);
	assert_int_equal(find("d", "b y p"), 0);
	assert_int_equal(find("e", "b y p"), 2);
	assert_int_equal(groups.count, 3);
	assert_true(slice_is(groups_value(&groups, 2, 0), "e"));
	assert_true(slice_is(groups_value(&groups, 2, 1), "p"));
	/* The edge between keys counts. */
	begin("row,col");
	assert_int_equal(find("d", "a xx p"), 0);
	assert_int_equal(find("d", "a x xp"), 1);
}

static const char *const all[] = { "a x p", "a x q", "a y p", "b y q", "b x p", "a y q",
	"b x q", "b y p", "b z p" };

static void
find_all(void)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		find("d", all[i]);
}

static void
rows_depend_on_tables_and_columns_on_rows(void **state)
{
	static const size_t sequence[] = { 0, 1, 2 };

	(void)state;
	begin("table,row,col");
	find_all();
	check_sorted(keys.count, sequence, 3,
	    EXPECTED{ "b/x/p", "b/x/q", "b/y/q", "b/y/p", "b/z/p", "a/y/p", "a/y/q", "a/x/p",
	        "a/x/q", NULL });
}

static void
without_a_table_there_is_one_order(void **state)
{
	static const size_t sequence[] = { 0, 1 };

	(void)state;
	begin("row,doc");
	find("e", "a x p");
	find_all();
	check_sorted(keys.count, sequence, 2, EXPECTED{ "x/d", "x/e", "y/d", "z/d", NULL });
}

/* So that columns stand in one order in all rows. */
static void
the_wide_key_depends_on_nothing(void **state)
{
	static const size_t sequence[] = { 0, 1, 2 };

	(void)state;
	begin("table,row,col");
	find_all();
	check_sorted(2, sequence, 3,
	    EXPECTED{ "b/x/p", "b/x/q", "b/y/p", "b/y/q", "b/z/p", "a/y/p", "a/y/q", "a/x/p",
	        "a/x/q", NULL });
}

/* Nor does anything depend on it; y has the columns of the first table that has it. */
static void
nothing_depends_on_the_wide_key(void **state)
{
	static const size_t sequence[] = { 1, 2, 0 };

	(void)state;
	begin("table,row,col");
	find_all();
	check_sorted(0, sequence, 3,
	    EXPECTED{ "b/x/p", "a/x/p", "b/x/q", "a/x/q", "b/y/q", "a/y/q", "b/y/p", "a/y/p",
	        "b/z/p", NULL });
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_keys_are_one_group),
		cmocka_unit_test(rows_depend_on_tables_and_columns_on_rows),
		cmocka_unit_test(without_a_table_there_is_one_order),
		cmocka_unit_test(the_wide_key_depends_on_nothing),
		cmocka_unit_test(nothing_depends_on_the_wide_key),
	};

	return cmocka_run_group_tests_name("group", tests, load, unload);
}
