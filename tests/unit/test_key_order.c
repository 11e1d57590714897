/* SPDX-License-Identifier: MIT */
/* The order of tables, rows and columns over forms that differ. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "key_order.h"

static const char text[] =
    "table 1/requests\n name a\n columns natural n | other o | total t\n"
    " row new x\n row other y\n row total z\n"
    "table 1/review\n name b\n columns upheld u | other o | pending p | total t\n"
    " row suits s\n row new x\n"
    "table 2/requests\n name a\n columns natural n | legal l | other o | total t\n"
    " row first w\n row new x\n row other.late v\n row other.other y\n row total z\n"
    " row last q\n";

static struct stanzas stanzas;
static struct tables *tables;
static struct arena arena;
static struct key_order order;

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

/* The rank of the last of "table row col" that is not "-". */
static size_t
rank(const char *names)
{
	struct slice rest = slice_of(names), key[3];
	const struct slice *known[3];

	for (int i = 0; i < 3; i++) {
		key[i] = slice_word(&rest);
		known[i] = slice_is(key[i], "-") ? NULL : &key[i];
	}
	return key_order_rank(&order, known[0], known[1], known[2]);
}

static void
check_order(const char *const *names)
{
	for (; names[1]; names++)
		assert_true(rank(names[0]) < rank(names[1]));
}

#define NAMES (const char *const[])

static void
rows_of_forms_are_merged(void **state)
{
	(void)state;
	check_order(NAMES{ "requests - -", "review - -", NULL });
	/* What stands behind everything that is shared stands at the end. */
	check_order(NAMES{ "requests first -", "requests new -", "requests other -",
	    "requests other.late -", "requests other.other -", "requests total -",
	    "requests last -", NULL });
}

static void
a_row_has_its_place_in_its_table(void **state)
{
	(void)state;
	check_order(NAMES{ "review suits -", "review new -", NULL });
	/* Without a table there is one place: before what follows it. */
	check_order(NAMES{ "- suits -", "- new -", "- other -", "- total -", NULL });
}

static void
columns_of_tables_are_merged(void **state)
{
	(void)state;
	check_order(NAMES{ "- - natural", "- - legal", "- - other", "- - pending", "- - total",
	    NULL });
	check_order(NAMES{ "- - upheld", "- - other", NULL });
	check_order(NAMES{ "review suits upheld", "review suits other", "review suits pending",
	    "review suits total", NULL });
	check_order(NAMES{ "- new natural", "- new other", "- new total", NULL });
	check_order(NAMES{ "review - upheld", "review - other", "review - total", NULL });
}

static void
what_no_form_has_is_unknown(void **state)
{
	(void)state;
	assert_true(rank("list.1 - -") == KEY_RANK_UNKNOWN);
	assert_true(rank("requests suits -") == KEY_RANK_UNKNOWN);
	assert_true(rank("requests new upheld") == KEY_RANK_UNKNOWN);
	assert_true(rank("- - nothing") == KEY_RANK_UNKNOWN);
	assert_true(rank("review suits total") != KEY_RANK_UNKNOWN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_of_forms_are_merged),
		cmocka_unit_test(a_row_has_its_place_in_its_table),
		cmocka_unit_test(columns_of_tables_are_merged),
		cmocka_unit_test(what_no_form_has_is_unknown),
	};

	return cmocka_run_group_tests_name("key_order", tests, load, unload);
}
