/* SPDX-License-Identifier: MIT */
/* One finding for each cause, with the cell and the value that would mend it. */
#include "checking.h"

/* Two numbers of the requests change places. */
static void
swap(struct given *g, const char *row, const char *col, const char *other_row,
    const char *other_col)
{
	struct cell *a = find(g, "requests", row, col);
	struct cell *b = find(g, "requests", other_row, other_col);
	const struct cell was = *a;

	a->number = b->number;
	a->value = a->raw = b->value;
	b->number = was.number;
	b->value = b->raw = was.value;
}

static void
assert_starts(struct slice got, const char *want)
{
	if (!slice_starts(got, slice_of(want)))
		fail_msg("'%.*s' does not start with '%s'", SLICE_ARGS(got), want);
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
	    "（一）予以公开, 自然人 is 21 and should be 12, two digits swapped: "
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
independent_errors_are_told_apart(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "13");
	set(g, "requests", "partial", "business", "3");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 2);
	assert_finding(g, 0, "requests.row", "requests/granted/natural", "13", "12");
	assert_finding(g, 1, "requests.row", "requests/partial/business", "3", "1");
}

/* 2 too many in one sum, 1 in the other: no one cell is to blame, but these two. */
static void
two_wrong_cells_of_a_row_are_one_finding(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "14");
	set(g, "requests", "granted", "total", "17");
	set_state(g, "requests", "total", "total", CELL_BLANK);
	check(g, CHECK_EN);
	assert_int_equal(checking_count(&g->findings, SEVERITY_ERROR), 1);
	assert_finding(g, 0, "requests.row", "requests/granted/natural", "14", "12");
	assert_slice(g->findings.finding[0].message,
	    "two numbers are wrong (（一）予以公开, 自然人: 14 to 12, one digit differs, "
	    "（一）予以公开, 总计: 17 to 16, one digit differs): "
	    "（一）予以公开: the applicants add up to 18, the total is 17; "
	    "自然人: the results add up to 32, the total is 30");
}

/* Nothing explains five wrong cells that share their sums: each sum is told. */
static void
errors_beyond_any_explanation_stand_alone(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "natural", "13");
	set(g, "requests", "granted", "business", "9");
	set(g, "requests", "granted", "research", "20");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 4);
	assert_finding(g, 0, "requests.row", "requests/granted/total", "16", "43");
	assert_finding(g, 1, "requests.sum", "requests/total/natural", "30", "31");
	assert_finding(g, 2, "requests.sum", "requests/total/business", "5", "12");
	assert_finding(g, 3, "requests.sum", "requests/total/research", "1", "20");
}

static void
exchanged_neighbours_are_one_mistake(void **state)
{
	struct given *g = *state;

	swap(g, "granted", "natural", "granted", "business");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.sum", "requests/granted/natural", "2", "12");
	assert_starts(g->findings.finding[0].message,
	    "two numbers stand in each other's place (（一）予以公开, 自然人: 2 to 12, "
	    "（一）予以公开, 商业企业: 12 to 2): ");
}

static void
exchanged_numbers_of_a_column_are_one_mistake(void **state)
{
	struct given *g = *state;

	swap(g, "new", "natural", "carried_out", "natural");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/new/natural", "3", "30");
}

static void
a_row_one_column_off_is_one_mistake(void **state)
{
	static const char *const cols[] = {
		"natural", "business", "research", "charity", "legal", "other", "total",
	};
	struct given *g = *state;
	struct decimal last = DECIMAL_ZERO;

	for (size_t i = 0; i < sizeof cols / sizeof *cols; i++) {
		struct cell *cell = find(g, "requests", "granted", cols[i]);
		struct decimal own = cell->number;
		cell->number = last;
		last = own;
	}
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/granted/", "", "");
	assert_starts(g->findings.finding[0].message,
	    "（一）予以公开: the numbers stand one column off (");
}

static void
rows_in_each_others_place_are_one_mistake(void **state)
{
	static const char *const cols[] = { "natural", "business", "research", "legal",
		"total" };
	struct given *g = *state;

	for (size_t i = 0; i < sizeof cols / sizeof *cols; i++)
		swap(g, "carried_in", cols[i], "granted", cols[i]);
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.sum", "requests//", "", "");
	assert_starts(g->findings.finding[0].message,
	    "two neighbouring rows have each other's numbers (");
}

static void
a_total_in_the_row_below_is_one_mistake(void **state)
{
	struct given *g = *state;

	set(g, "requests", "granted", "total", "0");
	set(g, "requests", "partial", "total", "16");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/granted/total", "0", "16");
	assert_starts(g->findings.finding[0].message,
	    "a number stands in the cell next to its own (（一）予以公开, 总计: 0 to 16, "
	    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）, 总计: 16 to 5): ");
}

/* All requests of these rows are of natural persons: either column may be the wrong one. */
static void
equal_swaps_are_all_listed(void **state)
{
	struct given *g = *state;

	swap(g, "refused.third_party", "total", "refused.internal", "total");
	check(g, CHECK_ZH);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.row", "requests/refused.third_party/", "", "");
	assert_slice(g->findings.finding[0].message,
	    "“（三）不予公开 4.保护第三方合法权益”一行各类申请人相加为 2，总计为 0；"
	    "“（三）不予公开 5.属于三类内部事务信息”一行各类申请人相加为 0，总计为 2。"
	    "以下任何一种改动即可相符："
	    "两数互换了位置（“（三）不予公开 4.保护第三方合法权益”的“自然人”由 2 改为 0，"
	    "“（三）不予公开 5.属于三类内部事务信息”的“自然人”由 0 改为 2）；"
	    "两数互换了位置（“（三）不予公开 4.保护第三方合法权益”的“总计”由 0 改为 2，"
	    "“（三）不予公开 5.属于三类内部事务信息”的“总计”由 2 改为 0）");
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
	    "正文“结转3件”称 3，只等于表中“四、结转下年度继续办理”的“自然人”一列；总计为 5");
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
	assert_finding(g, 1, "stated.granted", "stated/requests.granted/total", "3", "16");
	assert_finding(g, 2, "stated.cell", "stated/requests.carried_out/total", "4", "5");
}

/* Rows that were put together from torn text may have been misread: the finding says so. */
static void
a_finding_says_if_the_reading_is_in_doubt(void **state)
{
	static const char note[] = ". Note that 2 rows of this table are torn in the text and were "
	                           "put together by their order and their sums: look at the page first";
	struct given *g = *state;
	struct cell torn = { .table = SLICE("report"), .row = SLICE("reading.requests"),
		.value = SLICE("2"), .raw = SLICE("granted partial"), .number = decimal_int(2) };

	assert_true(cells_add(&g->cells, torn));
	set(g, "requests", "granted", "natural", "21");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_true(slice_ends(g->findings.finding[0].message, slice_of(note)));
	set(g, "requests", "granted", "natural", "12");
	set(g, "requests", "new", "natural", "31");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_false(slice_ends(g->findings.finding[0].message, slice_of(note)));
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
		GIVEN_TEST(independent_errors_are_told_apart),
		GIVEN_TEST(two_wrong_cells_of_a_row_are_one_finding),
		GIVEN_TEST(errors_beyond_any_explanation_stand_alone),
		GIVEN_TEST(exchanged_neighbours_are_one_mistake),
		GIVEN_TEST(exchanged_numbers_of_a_column_are_one_mistake),
		GIVEN_TEST(a_row_one_column_off_is_one_mistake),
		GIVEN_TEST(rows_in_each_others_place_are_one_mistake),
		GIVEN_TEST(a_total_in_the_row_below_is_one_mistake),
		GIVEN_TEST(equal_swaps_are_all_listed),
		GIVEN_TEST(errors_in_two_tables_have_two_causes),
		GIVEN_TEST(what_the_cause_mends_goes_with_it),
		GIVEN_TEST(what_the_cause_does_not_mend_stands_alone),
		GIVEN_TEST(a_finding_says_if_the_reading_is_in_doubt),
		GIVEN_TEST(of_several_explanations_none_is_taken_for_granted),
		GIVEN_TEST(an_impossible_cell_and_its_sums_are_one_cause),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
