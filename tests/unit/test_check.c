/* SPDX-License-Identifier: MIT */
/*
 * Findings: one for each cause, with the cell, the value that would mend it
 * and a message that a clerk can read. The report that is changed here is
 * tests/cases/rules/base.2021.tsv, in which every sum holds.
 */
#include "checking.h"

static struct forms forms;

struct given {
	struct cells cells;
	struct findings findings;
};

static int
load(void **state)
{
	(void)state;
	checking_load(&forms);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	checking_unload(&forms);
	return 0;
}

static int
given_new(void **state)
{
	static struct given given;

	given = (struct given){ CELLS_INIT, FINDINGS_INIT };
	struct slice text =
	    checking_file(&given.cells.arena, "tests/cases/rules/base.2021.tsv");
	assert_non_null(text.ptr);
	checking_cells(&given.cells, text);
	*state = &given;
	return 0;
}

static int
given_free(void **state)
{
	struct given *given = *state;

	findings_release(&given->findings);
	cells_release(&given->cells);
	return 0;
}

static struct cell *
find(struct given *g, const char *table, const char *row, const char *col)
{
	for (size_t i = 0; i < g->cells.count; i++) {
		struct cell *c = &g->cells.cell[i];
		if (slice_is(c->table, table) && slice_is(c->row, row) && slice_is(c->col, col))
			return c;
	}
	fail_msg("no cell %s/%s/%s", table, row, col);
	return NULL;
}

static void
set(struct given *g, const char *table, const char *row, const char *col, const char *value)
{
	struct cell *cell = find(g, table, row, col);

	cell->value = cell->raw = slice_of(value);
	assert_true(decimal_parse(cell->value, &cell->number));
}

static void
set_state(struct given *g, const char *table, const char *row, const char *col,
    enum cell_state state)
{
	struct cell *cell = find(g, table, row, col);

	*cell = (struct cell){ .table = cell->table, .row = cell->row, .col = cell->col,
		.state = state, .line = cell->line };
}

static void
check(struct given *g, enum check_language language)
{
	const struct check_options options = { language };

	g->cells.index = NULL;
	assert_true(check_cells(&forms, &options, &g->cells, &g->findings));
}

static void
assert_slice(struct slice got, const char *want)
{
	if (!slice_is(got, want))
		fail_msg("'%.*s' is not '%s'", SLICE_ARGS(got), want);
}

static void
assert_finding(const struct given *g, size_t i, const char *rule, const char *place,
    const char *actual, const char *expected)
{
	char keys[128];

	assert_true(i < g->findings.count);
	const struct finding *f = &g->findings.finding[i];
	snprintf(keys, sizeof keys, "%.*s/%.*s/%.*s", SLICE_ARGS(f->table), SLICE_ARGS(f->row),
	    SLICE_ARGS(f->col));
	assert_slice(f->rule, rule);
	assert_string_equal(keys, place);
	assert_slice(f->actual, actual);
	assert_slice(f->expected, expected);
}

static void
a_wrong_cell_is_one_finding_that_names_it(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "21");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/granted/natural", "21", "12");
	const struct finding *f = &g->findings.finding[0];
	assert_int_equal(f->severity, SEVERITY_ERROR);
	assert_int_equal(f->line, find(g, "requests", "granted", "natural")->line);
	assert_slice(f->message,
	    "（一）予以公开, 自然人 is 21 and should be 12: "
	    "（一）予以公开: the applicants add up to 25, the total is 16; "
	    "自然人: the results add up to 39, the total is 30");
}

static void
the_message_is_chinese_if_asked(void **state)
{
	struct given *g = *state;

	set(g, "requests", "new", "total", "83");
	check(g, CHECK_ZH);
	assert_int_equal(g->findings.count, 1);
	assert_slice(g->findings.finding[0].message,
	    "“一、本年新收政府信息公开申请数量”的“总计”为 83，应为 38："
	    "“一、本年新收政府信息公开申请数量”一行各类申请人相加为 38，总计为 83；"
	    "“总计”一列本年新收加上年结转为 86，办理结果总计加结转下年度为 41");
}

/* The table of requests is a code that locates any one error. */
static void
any_wrong_cell_of_the_requests_is_located(void **state)
{
	struct given *g = *state;

	for (size_t i = 0; i < g->cells.count; i++) {
		struct cell *cell = &g->cells.cell[i];
		const struct cell right = *cell;
		if (!slice_is(cell->table, "requests"))
			continue;
		cell->number.units += 7;
		check(g, CHECK_EN);
		assert_int_equal(g->findings.count, 1);
		const struct finding *f = &g->findings.finding[0];
		assert_true(slice_eq(f->row, right.row) && slice_eq(f->col, right.col));
		assert_true(slice_eq(f->expected, right.value));
		*cell = right;
	}
}

static void
the_only_possible_explanation_is_chosen(void **state)
{
	struct given *g = *state;

	/* 2 + 1 + 0 + 1: no part of it can make up for 4 too few. */
	set(g, "review", "reconsideration", "total", "0");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "review.sum", "review/reconsideration/total", "0", "4");
}

static void
equal_explanations_are_listed_and_none_is_chosen(void **state)
{
	struct given *g = *state;

	set(g, "review", "suit_after", "upheld", "5");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "review.sum", "review/suit_after/total", "0", "5");
	assert_slice(g->findings.finding[0].message,
	    "复议后起诉: the results add up to 5, the total is 0; any one of these would mend it: "
	    "复议后起诉, 结果维持: 5 to 0; 复议后起诉, 总计: 0 to 5");
}

static void
explanations_without_a_total_name_no_cell(void **state)
{
	struct given *g = *state;

	/* Only the balance of the column says anything on these cells: no row sums. */
	set_state(g, "requests", "new", "total", CELL_BLANK);
	set_state(g, "requests", "carried_in", "total", CELL_BLANK);
	set(g, "requests", "new", "natural", "29");
	check(g, CHECK_EN);
	assert_int_equal(checking_count(&g->findings, SEVERITY_ERROR), 1);
	assert_finding(g, 0, "requests.balance", "requests//natural", "", "");
	assert_slice(g->findings.finding[0].message,
	    "自然人: new and carried in are 32, concluded and carried out are 33; "
	    "any one of these would mend it: "
	    "一、本年新收政府信息公开申请数量, 自然人: 29 to 30; 二、上年结转政府信息公开申请数量, 自然人: 3 to 4");
}

static void
errors_that_no_one_cell_explains_stand_alone(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "13");
	set(g, "requests", "partial", "business", "3");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 4);
	assert_finding(g, 0, "requests.row", "requests/granted/total", "16", "17");
	assert_finding(g, 1, "requests.row", "requests/partial/total", "5", "7");
	assert_finding(g, 2, "requests.sum", "requests/total/natural", "30", "31");
	assert_finding(g, 3, "requests.sum", "requests/total/business", "5", "7");
}

/* 2 too many in one sum, 1 in the other: no value of the cell between suits both. */
static void
one_value_must_mend_all_sums(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "14");
	set(g, "requests", "granted", "total", "17");
	set_state(g, "requests", "total", "total", CELL_BLANK);
	check(g, CHECK_EN);
	assert_int_equal(checking_count(&g->findings, SEVERITY_ERROR), 2);
	assert_finding(g, 0, "requests.row", "requests/granted/total", "17", "18");
	assert_finding(g, 1, "requests.sum", "requests/total/natural", "30", "32");
}

static void
errors_in_two_tables_have_two_causes(void **state)
{
	struct given *g = *state;

	set(g, "review", "suit_direct", "total", "2");
	set(g, "requests", "carried_out", "legal", "9");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 2);
	assert_finding(g, 0, "requests.row", "requests/carried_out/legal", "9", "0");
	assert_slice(g->findings.finding[1].rule, "review.sum");
	assert_slice(g->findings.finding[1].table, "review");
}

/* Never is a cell without a number taken for 0. */
static void
what_cannot_be_decided_is_no_error(void **state)
{
	static const enum cell_state unknown[] = {
		CELL_BLANK, CELL_MARK, CELL_TEXT, CELL_ABSENT,
	};
	struct given *g = *state;

	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
		set_state(g, "requests", "granted", "natural", unknown[i]);
		set_state(g, "review", "reconsideration", "total", unknown[i]);
		check(g, CHECK_EN);
		assert_int_equal(checking_count(&g->findings, SEVERITY_ERROR), 0);
		assert_int_equal(g->findings.count, 2);
	}
}

static void
a_blank_row_is_one_finding_at_its_line(void **state)
{
	static const char *const column[] = {
		"natural", "business", "research", "charity", "legal", "other", "total",
	};
	struct given *g = *state;

	for (size_t i = 0; i < sizeof column / sizeof *column; i++)
		set_state(g, "requests", "partial", column[i], CELL_BLANK);
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "cell.blank", "requests/partial/", "", "");
	const struct finding *f = &g->findings.finding[0];
	assert_int_equal(f->line, find(g, "requests", "partial", "natural")->line);
	assert_slice(f->message, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）: "
	    "7 blank cells; a blank is not a 0");
}

static void
prose_is_quoted_with_its_line(void **state)
{
	struct given *g = *state;
	struct cell said = { SLICE("stated"), SLICE("requests.granted"), SLICE("total"),
		CELL_NUMBER, SLICE("15"), SLICE("予以公开15件"), 12, decimal_int(15) };

	assert_true(cells_add(&g->cells, said));
	/* Said again, further down, and right this time. */
	said.number = decimal_int(16);
	said.value = SLICE("16");
	assert_true(cells_add(&g->cells, said));
	/* And once more, wrong in another way. */
	said.number = decimal_int(17);
	said.value = SLICE("17");
	said.line = 40;
	assert_true(cells_add(&g->cells, said));
	check(g, CHECK_ZH);
	assert_int_equal(g->findings.count, 2);
	assert_finding(g, 0, "stated.cell", "stated/requests.granted/total", "15", "16");
	assert_finding(g, 1, "stated.cell", "stated/requests.granted/total", "17", "16");
	assert_int_equal(g->findings.finding[0].line, 12);
	assert_int_equal(g->findings.finding[1].line, 40);
	assert_slice(g->findings.finding[0].message,
	    "正文“予以公开15件”称 15，表中“（一）予以公开”的“总计”为 16");
}

/* Worked out apart: FNV-1a, 64 bits, over each field and a byte 0xff. */
static void
ids_are_stable(void **state)
{
	struct given *g = *state;

	set(g, "review", "reconsideration", "total", "0");
	check(g, CHECK_EN);
	assert_string_equal(g->findings.finding[0].id, "f247dcb71e8d06c3");
	check(g, CHECK_ZH);
	assert_string_equal(g->findings.finding[0].id, "f247dcb71e8d06c3");
	set(g, "review", "reconsideration", "total", "9");
	check(g, CHECK_EN);
	assert_string_equal(g->findings.finding[0].id, "f22fdcb71e7874e2");
}

static void
findings_follow_the_order_of_the_rules(void **state)
{
	struct given *g = *state;

	set(g, "report", "year", "", "2024");
	set(g, "active", "normative", "in_force", "0");
	set(g, "review", "suit_direct", "total", "0");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 4);
	assert_slice(g->findings.finding[0].rule, "review.sum");
	assert_slice(g->findings.finding[1].rule, "active.stock");
	assert_finding(g, 2, "date.early", "report/signed/", "2024-01-20", "");
	assert_slice(g->findings.finding[3].rule, "date.period");
	assert_slice(g->findings.finding[3].message,
	    "the period is 2023-01-01 to 2023-12-31, not the year 2024");
}

static void
a_document_without_cells_has_no_findings(void **state)
{
	struct given *g = *state;

	set(g, "review", "suit_direct", "total", "0");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	cells_reset(&g->cells);
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 0);
}

#define GIVEN_TEST(name) cmocka_unit_test_setup_teardown(name, given_new, given_free)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		GIVEN_TEST(a_wrong_cell_is_one_finding_that_names_it),
		GIVEN_TEST(the_message_is_chinese_if_asked),
		GIVEN_TEST(any_wrong_cell_of_the_requests_is_located),
		GIVEN_TEST(the_only_possible_explanation_is_chosen),
		GIVEN_TEST(equal_explanations_are_listed_and_none_is_chosen),
		GIVEN_TEST(explanations_without_a_total_name_no_cell),
		GIVEN_TEST(errors_that_no_one_cell_explains_stand_alone),
		GIVEN_TEST(one_value_must_mend_all_sums),
		GIVEN_TEST(errors_in_two_tables_have_two_causes),
		GIVEN_TEST(what_cannot_be_decided_is_no_error),
		GIVEN_TEST(a_blank_row_is_one_finding_at_its_line),
		GIVEN_TEST(prose_is_quoted_with_its_line),
		GIVEN_TEST(ids_are_stable),
		GIVEN_TEST(findings_follow_the_order_of_the_rules),
		GIVEN_TEST(a_document_without_cells_has_no_findings),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
