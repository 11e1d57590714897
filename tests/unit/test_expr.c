/* SPDX-License-Identifier: MIT */
/* Expressions: what parses, what it comes to, what stays unknown and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "expr_bind.h"
#include "seats.h"

/* Row by row; "-" is a blank cell, "?" an absent one, "x" text. */
static const char *const sheet[][4] = {
	{ "t", "a", "one", "1" }, { "t", "a", "two", "2" }, { "t", "a", "sum", "3" },
	{ "t", "b.x", "one", "10" }, { "t", "b.x", "two", "20.5" }, { "t", "b.x", "sum", "-" },
	{ "t", "b.y", "one", "100" }, { "t", "b.y", "two", "?" }, { "t", "b.y", "sum", "x" },
	{ "report", "year", "", "2023" }, { "report", "agency", "", "?" },
	{ "stated", "t.a", "sum", "4" }, { "stated", "t.b", "one", "110" },
	{ "stated", "t.c", "one", "5" }, { "stated", "t.a", "sum", "7" },
	{ "big", "a", "one", "9223372036854775807" }, { "big", "b", "one", "1" },
	{ "stated", "p.1", "part.1", "3" }, { "stated", "p.1", "part.2", "5" },
	{ "stated", "p.1", "percent.2", "62.5" }, { "stated", "p.1", "percent.3", "9" },
};

struct given {
	struct cells cells;
	struct cellmap map;
	struct arena arena;
	struct seats seats;
};

static struct cell
cell_of(const char *const *keys)
{
	struct cell cell = {
		.table = slice_of(keys[0]), .row = slice_of(keys[1]), .col = slice_of(keys[2]),
	};

	switch (keys[3][0]) {
	case '-': cell.state = CELL_BLANK; break;
	case '?': cell.state = CELL_ABSENT; break;
	case 'x': cell.state = CELL_TEXT; break;
	default:
		cell.value = slice_of(keys[3]);
		assert_true(decimal_parse(cell.value, &cell.number));
	}
	return cell;
}

static int
set_up(void **state)
{
	static struct given given;
	struct cell signed_on = { .table = SLICE("report"), .row = SLICE("signed"),
		.state = CELL_TEXT, .value = SLICE("2024-02-29") };
	struct cell signed_by = { .table = SLICE("report"), .row = SLICE("signed_by"),
		.state = CELL_TEXT, .value = SLICE("卫健局"), .raw = SLICE("卫 健 局") };
	struct cell of = { .table = SLICE("report"), .row = SLICE("of"), .state = CELL_TEXT,
		.value = SLICE("卫生健康局") };
	struct cell odd = { .table = SLICE("odd"), .row = SLICE("a"), .col = SLICE("one"),
		.value = SLICE("7"), .raw = SLICE("０７件"), .number = { 7, 0 } };
	struct cell form = { .table = SLICE("report"), .row = SLICE("form"),
		.state = CELL_TEXT, .value = SLICE("2021") };

	given = (struct given){ CELLS_INIT, { .cells = NULL }, ARENA_INIT, SEATS_INIT };
	for (size_t i = 0; i < sizeof sheet / sizeof *sheet; i++)
		assert_true(cells_add(&given.cells, cell_of(sheet[i])));
	assert_true(cells_add(&given.cells, signed_on));
	assert_true(cells_add(&given.cells, form));
	assert_true(cells_add(&given.cells, signed_by));
	assert_true(cells_add(&given.cells, of));
	assert_true(cells_add(&given.cells, odd));
	assert_true(cellmap_init(&given.map, &given.cells, &given.arena));
	for (size_t i = 0; i < given.cells.count; i++) {
		const struct cell *cell = &given.cells.cell[i];
		struct seat_line *table =
		    seats_line(&given.seats, REF_TABLE, cell->table, cell->table);
		struct seat *seat = seats_of(&given.seats, table, cell, NULL);
		seat->cell = seat->cell ? seat->cell : cell;
		for (int part = 0; part < REF_PARTS; part++)
			seat->line[part]->states |= 1U << cell->state;
	}
	*state = &given;
	return 0;
}

static int
tear_down(void **state)
{
	struct given *given = *state;

	seats_release(&given->seats);
	arena_release(&given->arena);
	cells_release(&given->cells);
	return 0;
}

static const struct stanza stanza = { .line = 3 };

static const struct expr *
parsed(struct given *g, enum expr_kind kind, const char *text)
{
	struct form_error error;
	const struct expr *e = expr_parse(&g->arena, &stanza, 4, slice_of(text), kind, &error);

	if (!e)
		fail_msg("%s: %s: '%.*s'", text, error.what, SLICE_ARGS(error.datum));
	return e;
}

/* Row or column number `line` of table t, or of all kinds that have none. */
static struct expr_scope
scope_of(struct given *g, enum expr_kind kind, unsigned line)
{
	struct expr_scope scope = { .kind = kind, .table = SLICE("t"), .in = &g->map.table[0] };

	scope.row = scope.col = line;
	return scope;
}

static const struct expr_bound *
bind(void *context, const struct expr_ref *ref)
{
	struct given *g = context;

	return seats_bound(&g->seats, ref->part);
}

/* In the scope of the report; bound to seats it comes to the same. */
static struct expr_value
value_of(struct given *g, const struct expr *e, const char *text)
{
	struct expr_value value = expr_eval(e, &g->map, NULL);
	struct cellmap none = { .cells = NULL };
	const struct expr *bound = expr_bind(e, &g->arena, bind, g);

	assert_non_null(bound);
	struct expr_value other = expr_eval(bound, &none, NULL);
	if (other.known != value.known || (value.known != EXPR_UNKNOWN && !expr_is_truth(e)
	    && decimal_cmp(other.number, value.number) != 0))
		fail_msg("%s: not the same when it is bound", text);
	return value;
}

static void
assert_number(struct given *g, const char *text, const char *want)
{
	char got[DECIMAL_TEXT] = "unknown";
	const struct expr *e = parsed(g, EXPR_REPORT, text);
	struct expr_value value = value_of(g, e, text);

	assert_false(expr_is_truth(e));
	if (value.known != EXPR_UNKNOWN)
		decimal_print(value.number, got);
	if (strcmp(got, want) != 0)
		fail_msg("%s is %s, not %s", text, got, want);
}

static void
assert_truth(struct given *g, const char *text, enum expr_truth want)
{
	const struct expr *e = parsed(g, EXPR_REPORT, text);

	assert_true(expr_is_truth(e));
	if (value_of(g, e, text).known != want)
		fail_msg("%s is not %d", text, want);
}

static void
numbers(void **state)
{
	struct given *g = *state;

	assert_number(g, "1 + 2 * 3", "7");
	assert_number(g, "(1 + 2) * 3", "9");
	assert_number(g, "10 - 4 - 3", "3");
	assert_number(g, "2 - -3", "5");
	assert_number(g, "- (1.25 + 1)", "-2.25");
	assert_number(g, "1+2", "3");
	assert_number(g, "date(report/year + 1, 1, 31)", "20240131");
}

static void
words(void **state)
{
	struct given *g = *state;

	assert_truth(g, "matches(report/signed_by, \"^卫健局$\")", EXPR_TRUE);
	assert_truth(g, "written(report/signed_by, \"^卫健局$\")", EXPR_FALSE);
	assert_truth(g, "written(report/signed_by, \"^卫 健 局$\")", EXPR_TRUE);
	assert_truth(g, "matches(odd/a/*, \"^0\\d件\")", EXPR_TRUE);
	/* What is absent or not there says nothing. */
	assert_truth(g, "matches(report/agency, \"\")", EXPR_FALSE);
	assert_truth(g, "matches(report/nothing, \"\")", EXPR_FALSE);
	assert_truth(g, "alike(report/signed_by, report/of)", EXPR_TRUE);
	assert_truth(g, "alike(report/of, report/signed_by)", EXPR_TRUE);
	assert_truth(g, "alike(report/of, report/signed)", EXPR_FALSE);
	assert_truth(g, "alike(report/of, report/agency)", EXPR_UNKNOWN);
	assert_number(g, "count(unplain, odd/*/*)", "1");
	assert_number(g, "count(number, odd/*/*)", "1");
}

static void
references(void **state)
{
	struct given *g = *state;

	assert_number(g, "t/a/sum", "3");
	assert_number(g, "t/a/*", "6");
	assert_number(g, "t/*/one", "111");
	assert_number(g, "t/b.*/one", "110");
	assert_number(g, "t/b.x/one + t/a/t*o", "12");
	assert_number(g, "t/a/one*2", "unknown"); /* a name with a star: no such column */
	assert_number(g, "t/a/one * 2", "2");
	assert_number(g, "*/b*/one", "111"); /* of table big too */
	assert_number(g, "stated/t.a/sum", "4"); /* the first of two */
}

static void
facts(void **state)
{
	struct given *g = *state;

	assert_number(g, "report/year", "2023");
	assert_number(g, "report/signed", "20240229");
	assert_number(g, "report/form", "2021");
	assert_number(g, "report/agency", "unknown");
	assert_number(g, "report/nothing", "unknown");
}

/* A number is unknown when one cell of it is, or none matches, or it does not fit. */
static void
unknown_numbers(void **state)
{
	struct given *g = *state;

	assert_number(g, "t/b.x/sum", "unknown");
	assert_number(g, "t/b.y/sum", "unknown");
	assert_number(g, "t/b.y/*", "unknown");
	assert_number(g, "t/*/two", "unknown");
	assert_number(g, "t/c*/one", "unknown");
	assert_number(g, "u/a/one", "unknown");
	assert_number(g, "1 + t/b.x/sum", "unknown");
	assert_number(g, "date(t/b.x/sum, 1, 1)", "unknown");
	assert_number(g, "big/*/one", "unknown");
	assert_number(g, "big/a/one * 2", "unknown");
}

static void
functions_over_cells(void **state)
{
	struct given *g = *state;

	assert_number(g, "max(t/*/one)", "100");
	assert_number(g, "min(t/*/one)", "1");
	assert_number(g, "max(t/*/two)", "unknown");
	assert_number(g, "min(t/c/one)", "unknown");
	assert_number(g, "count(blank, t/*/*)", "1");
	assert_number(g, "count(absent, t/*/*)", "1");
	assert_number(g, "count(text, t/*/*)", "1");
	assert_number(g, "count(number, t/*/*)", "6");
	assert_number(g, "count(mark, t/*/*)", "0");
	assert_number(g, "count(number, u/*/*)", "0");
	assert_number(g, "shown(t/b.*/*)", "130.5");
	assert_number(g, "shown(t/b.x/sum)", "0");
	assert_number(g, "shown(t/c/one)", "0");
	assert_number(g, "shown(big/*/one)", "unknown"); /* too much */
	assert_truth(g, "among(10, t/*/one)", EXPR_TRUE);
	assert_truth(g, "among(11, t/*/one)", EXPR_FALSE);
	assert_truth(g, "among(20.5, t/b.*/two)", EXPR_TRUE); /* one is absent */
	assert_truth(g, "among(2, t/b.*/two)", EXPR_UNKNOWN);
	assert_truth(g, "among(1, t/c/one)", EXPR_UNKNOWN);
	assert_truth(g, "among(t/b.x/sum, t/*/one)", EXPR_UNKNOWN);
	assert_truth(g, "has(t/b.x/sum)", EXPR_TRUE);
	assert_truth(g, "has(t/b.y/two)", EXPR_FALSE);
	assert_truth(g, "has(report/agency)", EXPR_FALSE);
	assert_truth(g, "has(report/nothing)", EXPR_FALSE);
	assert_truth(g, "has(t/b.y/*)", EXPR_TRUE);
	assert_truth(g, "whole(t/b.x/one)", EXPR_TRUE);
	assert_truth(g, "whole(t/b.x/two)", EXPR_FALSE);
	assert_truth(g, "whole(t/b.x/sum)", EXPR_UNKNOWN);
}

static void
quotients(void **state)
{
	struct given *g = *state;

	assert_number(g, "divide(2, 3, 1)", "1");
	assert_number(g, "divide(2, 3, 0.01)", "0.67");
	assert_number(g, "divide(5, 8, 0.01)", "0.63"); /* half away from zero */
	assert_number(g, "divide(2, 0, 1)", "unknown");
	assert_number(g, "divide(2, 3, 2)", "unknown"); /* no power of ten */
	assert_number(g, "divide(2, t/b.x/sum, 1)", "unknown");
	assert_number(g, "unit(t/b.x/two)", "0.1");
	assert_number(g, "unit(t/a/one)", "1");
	assert_number(g, "unit(t/b.x/sum)", "unknown");
	assert_number(g, "unit(t/*/one)", "unknown"); /* one cell only */
}

static void
comparisons(void **state)
{
	struct given *g = *state;

	assert_truth(g, "t/a/one + t/a/two = t/a/sum", EXPR_TRUE);
	assert_truth(g, "2.50 = 2.5", EXPR_TRUE);
	assert_truth(g, "1 != 1", EXPR_FALSE);
	assert_truth(g, "1 < 2", EXPR_TRUE);
	assert_truth(g, "2 < 2", EXPR_FALSE);
	assert_truth(g, "2 <= 2", EXPR_TRUE);
	assert_truth(g, "2 > 2", EXPR_FALSE);
	assert_truth(g, "2 >= 2", EXPR_TRUE);
	assert_truth(g, "t/b.x/sum = t/b.x/sum", EXPR_UNKNOWN);
}

/* Kleene: what is known may decide. */
static void
three_values(void **state)
{
	static const char *const value[] = { "1 = 2", "1 = 1", "t/b.x/sum = 0" };
	static const enum expr_truth both[3][3] = {
		{ EXPR_FALSE, EXPR_FALSE, EXPR_FALSE },
		{ EXPR_FALSE, EXPR_TRUE, EXPR_UNKNOWN },
		{ EXPR_FALSE, EXPR_UNKNOWN, EXPR_UNKNOWN },
	};
	static const enum expr_truth either[3][3] = {
		{ EXPR_FALSE, EXPR_TRUE, EXPR_UNKNOWN },
		{ EXPR_TRUE, EXPR_TRUE, EXPR_TRUE },
		{ EXPR_UNKNOWN, EXPR_TRUE, EXPR_UNKNOWN },
	};
	struct given *g = *state;

	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < 3; k++) {
			char text[64];
			snprintf(text, sizeof text, "%s and %s", value[i], value[k]);
			assert_truth(g, text, both[i][k]);
			snprintf(text, sizeof text, "%s or %s", value[i], value[k]);
			assert_truth(g, text, either[i][k]);
		}
	assert_truth(g, "not 1 = 2", EXPR_TRUE);
	assert_truth(g, "not t/b.x/sum = 0", EXPR_UNKNOWN);
	assert_truth(g, "1 = 1 or 1 = 1 and 1 = 2", EXPR_TRUE);
	assert_truth(g, "(1 = 1 or 1 = 1) and 1 = 2", EXPR_FALSE);
}

static struct decimal
number_in(struct given *g, const char *text, const struct expr_scope *scope)
{
	struct expr_value value = expr_eval(parsed(g, scope->kind, text), &g->map, scope);

	assert_int_equal(value.known, EXPR_TRUE);
	return value.number;
}

static void
bare_names_stand_for_what_the_scope_leaves_open(void **state)
{
	struct given *g = *state;
	struct expr_scope row = scope_of(g, EXPR_ROW, 1), column = scope_of(g, EXPR_COLUMN, 0);
	struct expr_scope table = scope_of(g, EXPR_TABLE, 0), cell = scope_of(g, EXPR_CELL, 1);

	cell.self = &g->cells.cell[4];
	assert_int_equal(number_in(g, "one", &row).units, 10);
	assert_int_equal(number_in(g, "././one", &row).units, 10);
	assert_int_equal(number_in(g, "./a/sum", &row).units, 3);
	assert_int_equal(number_in(g, "b.*", &column).units, 110);
	assert_int_equal(number_in(g, "./a/.", &column).units, 1);
	assert_int_equal(number_in(g, "./a/*", &table).units, 6);
	assert_int_equal(number_in(g, "cell * 2", &cell).units, 41);
	assert_int_equal(number_in(g, "././one", &cell).units, 10);
	assert_int_equal(number_in(g, "report/year", &row).units, 2023);
}

static void
count_one(void *context, const struct cell *cell)
{
	assert_non_null(cell);
	++*(size_t *)context;
}

static size_t
targets(struct given *g, const struct expr_scope *scope)
{
	size_t count = 0;

	expr_each_target(&g->map, scope, count_one, &count);
	return count;
}

static void
stated_numbers_speak_of_a_cell_or_of_a_group(void **state)
{
	struct given *g = *state;
	struct expr_scope scope = { .kind = EXPR_STATED, .table = SLICE("stated") };

	scope.self = &g->cells.cell[11]; /* t.a */
	assert_int_equal(targets(g, &scope), 1);
	assert_int_equal(number_in(g, "stated", &scope).units, 4);
	assert_int_equal(number_in(g, "cell", &scope).units, 3);
	scope.self = &g->cells.cell[12]; /* t.b: b.x and b.y */
	assert_int_equal(targets(g, &scope), 2);
	assert_int_equal(number_in(g, "stated - cell", &scope).units, 0);
	scope.self = &g->cells.cell[13]; /* t.c: nothing */
	assert_int_equal(targets(g, &scope), 0);
	scope.self = &g->cells.cell[14]; /* t.a again, with another number */
	assert_int_equal(number_in(g, "stated", &scope).units, 7);
}

static void
the_first_of_several_cells(void **state)
{
	struct given *g = *state;
	struct expr_scope scope = scope_of(g, EXPR_STATED, 0);

	scope.table = SLICE("stated");
	scope.in = &g->map.table[2];
	scope.self = &g->cells.cell[14]; /* t.a again */
	scope.col = 0;
	assert_int_equal(number_in(g, "stated - first", &scope).units, 3);
	assert_int_equal(number_in(g, "one", &scope).units, 1); /* of row a */
	assert_int_equal(number_in(g, "*", &scope).units, 6);
	scope.kind = EXPR_CELL;
	assert_int_equal(number_in(g, "cell - first", &scope).units, 3);
}

/* @ is what the column ends in. */
static void
columns_that_go_together(void **state)
{
	struct given *g = *state;
	struct expr_scope scope = scope_of(g, EXPR_CELL, 3);

	scope.table = SLICE("stated");
	scope.in = &g->map.table[2];
	scope.self = &g->cells.cell[19]; /* percent.2 */
	assert_int_equal(number_in(g, "././part.@", &scope).units, 5);
	assert_int_equal(number_in(g, "cell - ././percent.@", &scope).units, 0);
	scope.self = &g->cells.cell[20]; /* percent.3, of which there is no part */
	assert_int_equal(expr_eval(parsed(g, EXPR_CELL, "././part.@"), &g->map, &scope).known,
	    EXPR_UNKNOWN);
}

struct collected {
	struct slice row[8], col[8];
	size_t count;
};

static void
collect(void *context, const struct expr_hole *hole)
{
	struct collected *c = context;

	assert_true(c->count < 8);
	c->row[c->count] = hole->row;
	c->col[c->count++] = hole->col;
}

static void
the_cells_that_decide_nothing_are_told(void **state)
{
	struct given *g = *state;
	struct collected c = { .count = 0 };

	expr_unknown(parsed(g, EXPR_REPORT, "t/b.y/* = t/a/one + t/b.x/sum"), &g->map, NULL,
	    collect, &c);
	assert_int_equal(c.count, 3);
	assert_true(slice_is(c.row[0], "b.y") && slice_is(c.col[0], "two"));
	assert_true(slice_is(c.row[1], "b.y") && slice_is(c.col[1], "sum"));
	assert_true(slice_is(c.row[2], "b.x") && slice_is(c.col[2], "sum"));
	c.count = 0;
	/* Where no cell has the keys, they are told themselves. */
	expr_unknown(parsed(g, EXPR_REPORT, "t/a/one = t/c.*/two"), &g->map, NULL, collect, &c);
	assert_int_equal(c.count, 1);
	assert_true(slice_is(c.row[0], "c.*") && slice_is(c.col[0], "two"));
	c.count = 0;
	/* What is blank here does not matter: the other side decides. */
	expr_unknown(parsed(g, EXPR_REPORT, "1 = 1 or t/b.x/sum = 0"), &g->map, NULL,
	    collect, &c);
	assert_int_equal(c.count, 0);
}

static void
equations_are_sums_of_cells(void **state)
{
	struct given *g = *state;
	struct expr_linear sum;
	const struct expr *e = parsed(g, EXPR_REPORT, "t/*/one + 5 = t/a/sum - t/b.x/one");

	assert_true(expr_is_linear(e));
	assert_int_equal(expr_linear(e, &g->map, &(struct expr_scope){ .kind = EXPR_REPORT },
	    &g->arena, &sum), EXPR_LINEAR);
	/* a/one + b.x/one + b.y/one + 5 - a/sum + b.x/one: cells in their order */
	assert_int_equal(sum.count, 4);
	assert_ptr_equal(sum.term[0].cell, &g->cells.cell[0]);
	assert_int_equal(sum.term[0].factor, 1);
	assert_ptr_equal(sum.term[1].cell, &g->cells.cell[2]);
	assert_int_equal(sum.term[1].factor, -1);
	assert_ptr_equal(sum.term[2].cell, &g->cells.cell[3]);
	assert_int_equal(sum.term[2].factor, 2);
	assert_int_equal(sum.constant.units, 5);
	assert_int_equal(sum.gap.units, 1 + 20 + 100 + 5 - 3);
}

static void
not_every_equation_is_a_sum(void **state)
{
	struct given *g = *state;
	struct expr_linear sum;
	const struct expr_scope report = { .kind = EXPR_REPORT };

	assert_false(expr_is_linear(parsed(g, EXPR_REPORT, "t/a/one <= t/a/two")));
	assert_false(expr_is_linear(parsed(g, EXPR_REPORT, "t/a/one * t/a/one = 4")));
	assert_false(expr_is_linear(parsed(g, EXPR_REPORT, "max(t/a/*) = 4")));
	assert_false(expr_is_linear(parsed(g, EXPR_REPORT, "t/a/one = 1 and t/a/two = 2")));
	assert_int_equal(expr_linear(parsed(g, EXPR_REPORT, "t/b.x/sum = 1"), &g->map, &report,
	    &g->arena, &sum), EXPR_NOT_LINEAR);
	assert_int_equal(expr_linear(parsed(g, EXPR_REPORT, "t/c/* = 1"), &g->map, &report,
	    &g->arena, &sum), EXPR_NOT_LINEAR);
	/* Cells that cancel out are no part of it. */
	assert_int_equal(expr_linear(parsed(g, EXPR_REPORT, "t/a/one = t/a/one"), &g->map,
	    &report, &g->arena, &sum), EXPR_LINEAR);
	assert_int_equal(sum.count, 0);
}

#define GIVEN_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		GIVEN_TEST(numbers),
		GIVEN_TEST(words),
		GIVEN_TEST(references),
		GIVEN_TEST(facts),
		GIVEN_TEST(unknown_numbers),
		GIVEN_TEST(functions_over_cells),
		GIVEN_TEST(quotients),
		GIVEN_TEST(the_first_of_several_cells),
		GIVEN_TEST(columns_that_go_together),
		GIVEN_TEST(comparisons),
		GIVEN_TEST(three_values),
		GIVEN_TEST(bare_names_stand_for_what_the_scope_leaves_open),
		GIVEN_TEST(stated_numbers_speak_of_a_cell_or_of_a_group),
		GIVEN_TEST(the_cells_that_decide_nothing_are_told),
		GIVEN_TEST(equations_are_sums_of_cells),
		GIVEN_TEST(not_every_equation_is_a_sum),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
