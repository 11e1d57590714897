/* SPDX-License-Identifier: MIT */
/* Findings: what is told, in which order, in words that a clerk can read. */
#include "checking.h"

static void
the_message_is_chinese_if_asked(void **state)
{
	struct given *g = *state;

	set(g, "requests", "new", "total", "83");
	check(g, CHECK_ZH);
	assert_int_equal(g->findings.count, 1);
	assert_slice(g->findings.finding[0].message,
	    "“一、本年新收政府信息公开申请数量”的“总计”为 83，应为 38（相邻两位数字颠倒）："
	    "“一、本年新收政府信息公开申请数量”一行各类申请人相加为 38，总计为 83；"
	    "“总计”一列本年新收加上年结转为 86，办理结果总计加结转下年度为 41");
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

	/* Wrong, then right, then wrong in another way. */
	say(g, "requests.granted", "total", 15, "15", "予以公开15件");
	say(g, "requests.granted", "total", 16, "16", "予以公开16件");
	say(g, "requests.granted", "total", 17, "17", "予以公开17件");
	g->cells.cell[g->cells.count - 1].line = 40;
	check(g, CHECK_ZH);
	assert_int_equal(g->findings.count, 2);
	assert_finding(g, 0, "stated.granted", "stated/requests.granted/total", "15", "16");
	assert_finding(g, 1, "stated.granted", "stated/requests.granted/total", "17", "16");
	assert_int_equal(g->findings.finding[0].line, 12);
	assert_int_equal(g->findings.finding[1].line, 40);
	assert_slice(g->findings.finding[0].message,
	    "正文“予以公开15件”称 15，表中“（一）予以公开”的“总计”为 16");
}

/*
 * Worked out apart: FNV-1a, 64 bits, over each field and a byte 0xff: agency, year, rule
 * (none: sums are told by their cause), table, row, col, actual.
 */
static void
ids_are_stable(void **state)
{
	struct given *g = *state;

	set(g, "review", "reconsideration", "total", "0");
	check(g, CHECK_EN);
	assert_string_equal(g->findings.finding[0].id, "ebf06cf4686c77ee");
	check(g, CHECK_ZH);
	assert_string_equal(g->findings.finding[0].id, "ebf06cf4686c77ee");
	set(g, "review", "reconsideration", "total", "9");
	check(g, CHECK_EN);
	assert_string_equal(g->findings.finding[0].id, "ec086cf4688109cf");
	set(g, "review", "reconsideration", "total", "4");
	set(g, "active", "fees", "amount", "-1.5");
	check(g, CHECK_EN);
	assert_string_equal(g->findings.finding[0].id, "3f0b51b84b7bc538");
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		GIVEN_TEST(the_message_is_chinese_if_asked),
		GIVEN_TEST(what_cannot_be_decided_is_no_error),
		GIVEN_TEST(a_blank_row_is_one_finding_at_its_line),
		GIVEN_TEST(prose_is_quoted_with_its_line),
		GIVEN_TEST(ids_are_stable),
		GIVEN_TEST(findings_follow_the_order_of_the_rules),
		GIVEN_TEST(a_document_without_cells_has_no_findings),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
