/* SPDX-License-Identifier: MIT */
/* One finding for each cause, with the cell and the value that would mend it. */
#include "checking.h"

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

/* The text says 3, as the sums do: it is the same mistake, not another. */
static void
what_the_cause_mends_goes_with_it(void **state)
{
	struct given *g = *state;

	set(g, "requests", "carried_out", "total", "5");
	say(g, "requests.carried_out", "total", 3, "3", "结转3件");
	check(g, CHECK_ZH);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/carried_out/total", "5", "3");
	assert_int_equal(g->findings.finding[0].severity, SEVERITY_ERROR);
	assert_slice(g->findings.finding[0].message,
	    "“四、结转下年度继续办理”的“总计”为 5，应为 3："
	    "“四、结转下年度继续办理”一行各类申请人相加为 3，总计为 5；"
	    "“总计”一列本年新收加上年结转为 41，办理结果总计加结转下年度为 43；"
	    "正文“结转3件”称 3，表中“四、结转下年度继续办理”的“总计”为 5");
}

static void
what_the_cause_does_not_mend_stands_alone(void **state)
{
	struct given *g = *state;

	set(g, "requests", "carried_out", "total", "5");
	say(g, "requests.carried_out", "total", 4, "4", "结转4件");
	say(g, "requests.granted", "total", 3, "3", "予以公开3件");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 3);
	assert_finding(g, 1, "stated.cell", "stated/requests.carried_out/total", "4", "5");
	assert_finding(g, 2, "stated.cell", "stated/requests.granted/total", "3", "16");
}

/* Were the 5 a 0, the text would be right; but the total may be wrong instead. */
static void
of_several_explanations_none_is_taken_for_granted(void **state)
{
	struct given *g = *state;

	set(g, "review", "suit_after", "upheld", "5");
	say(g, "review.suit_after", "upheld", 0, "0", "均未维持");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 2);
	assert_finding(g, 0, "review.sum", "review/suit_after/total", "0", "5");
	assert_finding(g, 1, "stated.none", "stated/review.suit_after/upheld", "0", "5");
}

/* A negative count that the sums know better is one mistake as well. */
static void
an_impossible_cell_and_its_sums_are_one_cause(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "-12");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/granted/natural", "-12", "12");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		GIVEN_TEST(a_wrong_cell_is_one_finding_that_names_it),
		GIVEN_TEST(any_wrong_cell_of_the_requests_is_located),
		GIVEN_TEST(the_only_possible_explanation_is_chosen),
		GIVEN_TEST(equal_explanations_are_listed_and_none_is_chosen),
		GIVEN_TEST(explanations_without_a_total_name_no_cell),
		GIVEN_TEST(errors_that_no_one_cell_explains_stand_alone),
		GIVEN_TEST(one_value_must_mend_all_sums),
		GIVEN_TEST(errors_in_two_tables_have_two_causes),
		GIVEN_TEST(what_the_cause_mends_goes_with_it),
		GIVEN_TEST(what_the_cause_does_not_mend_stands_alone),
		GIVEN_TEST(of_several_explanations_none_is_taken_for_granted),
		GIVEN_TEST(an_impossible_cell_and_its_sums_are_one_cause),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
