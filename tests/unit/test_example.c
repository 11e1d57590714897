/* SPDX-License-Identifier: MIT */
/* Examples in form files: what their lines make, and every mistake with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "example.h"

#define RULE "rule own.x\n severity note\n scope report\n holds has(report/year)\n zh a\n en b\n"

static const struct cell *
find(struct example *e, const char *table, const char *row, const char *col)
{
	return cells_find(&e->cells, slice_of(table), slice_of(row), slice_of(col), NULL);
}

static bool
is_changed(const struct example *e, const struct cell *cell)
{
	return e->changed[cell - e->cells.cell];
}

/* The example `kind` of the rule own.x in a file of its own. */
static void
make(struct forms *forms, struct example *e, const char *text, enum example_kind kind)
{
	struct form_file file = { SLICE("my.form"), slice_of(text) };
	struct form_error error;

	if (!forms_load(forms, &file, 1, &error))
		fail_msg("%zu: %s: '%.*s'", error.line, error.what, SLICE_ARGS(error.datum));
	for (size_t i = 0; i < forms->rules->count; i++)
		if (slice_is(forms->rules->rule[i].id, "own.x"))
			assert_true(example_of(forms, &forms->rules->rule[i], kind, e));
}

static void
an_example_changes_a_report(void **state)
{
	struct forms forms;
	struct example e = EXAMPLE_INIT;

	(void)state;
	make(&forms, &e, RULE " fails requests/new/natural 7\n"
	    " fails review/suit_after 1 blank mark text absent\n"
	    " fails report/signed 2024-02-30\n fails report/year 1999\n fails report/fee absent\n"
	    " fails stated/requests.new/total 7 共收到7件， 其中\n fails active/fees/amount none\n"
	    " fails active/licensing/decisions -1.5\n passes requests/new/natural 8\n",
	    EXAMPLE_FAILS);
	const struct cell *c = find(&e, "requests", "new", "natural");
	assert_true(c->state == CELL_NUMBER && c->number.units == 7 && slice_is(c->value, "7"));
	assert_true(is_changed(&e, c));
	assert_false(is_changed(&e, find(&e, "requests", "new", "business")));
	assert_int_equal(find(&e, "review", "suit_after", "upheld")->number.units, 1);
	assert_int_equal(find(&e, "review", "suit_after", "corrected")->state, CELL_BLANK);
	assert_int_equal(find(&e, "review", "suit_after", "other")->state, CELL_MARK);
	assert_int_equal(find(&e, "review", "suit_after", "pending")->state, CELL_TEXT);
	assert_int_equal(find(&e, "review", "suit_after", "total")->state, CELL_ABSENT);
	assert_true(slice_is(find(&e, "report", "signed", "")->value, "2024-02-30"));
	assert_int_equal(find(&e, "report", "signed", "")->state, CELL_TEXT);
	assert_int_equal(find(&e, "report", "year", "")->number.units, 1999);
	assert_int_equal(find(&e, "report", "fee", "")->state, CELL_ABSENT);
	c = find(&e, "stated", "requests.new", "total");
	assert_true(slice_is(c->raw, "共收到7件， 其中") && c->number.units == 7);
	assert_null(find(&e, "active", "fees", "amount"));
	assert_true(slice_is(find(&e, "active", "licensing", "decisions")->value, "-1.5"));
	example_release(&e);
	forms_release(&forms);
}

static void
a_form_alone_chooses_the_report(void **state)
{
	struct forms forms;
	struct example e = EXAMPLE_INIT;

	(void)state;
	make(&forms, &e, RULE " passes requests/other/natural 2\n passes 2019\n", EXAMPLE_PASSES);
	assert_non_null(find(&e, "active", "normative", "public_total"));
	assert_true(is_changed(&e, find(&e, "requests", "other", "natural")));
	forms_release(&forms);
	make(&forms, &e, RULE " passes requests/other.other/natural 2\n", EXAMPLE_PASSES);
	assert_non_null(find(&e, "active", "normative", "in_force"));
	example_release(&e);
	forms_release(&forms);
}

struct wrong {
	const char *lines;
	size_t line;
	const char *what, *datum;
};

static void
mistakes_are_found_with_their_line(void **state)
{
	static const struct wrong wrong[] = {
		{ RULE " passes requests/nwe/total 1\n", 7, "the form has no such cells",
		  "requests/nwe/total" },
		{ RULE " passes requests/new/totl 1\n", 7, "the form has no such cells",
		  "requests/new/totl" },
		{ RULE " passes active/normative/public_total 1\n", 7, "the form has no such cells",
		  "active/normative/public_total" },
		{ RULE " fails requests/new/total many\n", 7,
		  "neither a number nor the state of a cell", "many" },
		{ RULE " fails requests/new/total number\n", 7,
		  "neither a number nor the state of a cell", "number" },
		{ RULE " fails review/suit_after 1 2 3 4\n", 7,
		  "fewer values than the row has columns", "review/suit_after" },
		{ RULE " fails review/suit_after 1 2 3 4 5 6\n", 7,
		  "more values than the row has columns", "6" },
		{ RULE " fails requests/new/total\n", 7, "an example is a cell and its value",
		  "requests/new/total" },
		{ RULE " fails 2020\n", 7, "an example is a cell and its value", "2020" },
		{ RULE " fails stated/requests.new/total 收到\n", 7,
		  "neither a number nor the state of a cell", "收到" },
		{ "example 2017\n report/year 2017\n", 1, "no such form", "2017" },
		{ "example 2021\n report/year 2021\n requests/nwe 1\n", 3,
		  "the form has no such cells", "requests/nwe" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct form_file file = { SLICE("my.form"), slice_of(wrong[i].lines) };
		struct form_error error = { .line = 0 };
		struct forms forms;
		if (forms_load(&forms, &file, 1, &error))
			fail_msg("%s: no error", wrong[i].lines);
		if (strcmp(error.what, wrong[i].what) != 0 || error.line != wrong[i].line
		    || !slice_is(error.datum, wrong[i].datum))
			fail_msg("%s: %zu: %s: '%.*s'", wrong[i].lines, error.line, error.what,
			    SLICE_ARGS(error.datum));
		forms_release(&forms);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_example_changes_a_report),
		cmocka_unit_test(a_form_alone_chooses_the_report),
		cmocka_unit_test(mistakes_are_found_with_their_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
