/* SPDX-License-Identifier: MIT */
/*
 * Texts that were misread once: the smallest that show it. What the reader
 * cannot tell yet is absent here, never a number.
 */
#include "draft.h"

static const struct sheet *const active = &sheet_all[ACTIVE_2021];
static const struct sheet *const small = &sheet_all[REQUESTS_SMALL];
static const struct sheet *const requests = &sheet_all[REQUESTS_2021];
static const struct sheet *const requests_2019 = &sheet_all[REQUESTS_2019];
static const struct sheet *const active_2019 = &sheet_all[ACTIVE_2019];

/* The number on the next line is not the value of an empty cell. */
static void
a_page_number_behind_an_empty_cell(void **state)
{
	reading_of(*state, active, SLICE("规章\t2\t1\t11\n规范性文件\t3\t4\t5\n行政许可\t7\t\t\n"
		"行政处罚\t8\t\t\n行政强制\t\t\t\n3\n行政事业性收费\t9.5\t\t\n"));
	expect_cell(*state, active, "coercion", "decisions", "absent");
	expect_cell(*state, active, "fees", "amount", "9.5");
}

/* A cell with two numbers and an empty one are not three values for three cells. */
static void
two_numbers_in_a_cell(void **state)
{
	reading_of(*state, active, SLICE("规章\t1 204\t5\t\n规范性文件\t3\t4\t5\n行政许可\t7\t\t\n"
		"行政处罚\t8\t\t\n行政强制\t4\t\t\n行政事业性收费\t9.5\t\t\n"));
	expect_cell(*state, active, "regulations", "issued", "absent");
	expect_cell(*state, active, "regulations", "repealed", "absent");
	expect_cell(*state, active, "regulations", "in_force", "absent");
}

/* Zeros are left out: two rows of two and of five numbers are not one of seven. */
static void
rows_that_lost_their_zeros(void **state)
{
	reading_of(*state, requests, SLICE("一、本年新收政府信息公开申请数量 435 7 2 2 11 8 465\n"
		"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 5 5\n"
		"3.其他 15 1 2 2 20\n（七）总计 424 7 2 2 11 8 454\n"));
	expect_cell(*state, requests, "new", "natural", "435");
	expect_cell(*state, requests, "other.unpaid", "natural", "absent");
	expect_cell(*state, requests, "other.unpaid", "total", "absent");
	expect_cell(*state, requests, "total", "total", "454");
}

/* Beside the first line of a label that goes on below stand its own numbers. */
static void
labels_that_go_on_below_their_numbers(void **state)
{
	reading_of(*state, requests, SLICE("一、本年      3  0  0  0  0  0  3\n新收政府\n信息公开\n"
		"申请数量\n二、上年      0  0  0  0  0  0  0\n结转政府\n信息公开\n申请数量\n"
		"三、本年 （一）予  1  0  0  0  0  0  1\n度办理结  以公开\n果\n"));
	expect_cell(*state, requests, "carried_in", "natural", "absent");
	expect_cell(*state, requests, "carried_in", "total", "absent");
}

static void
put_without(struct buf *out, const char *one, const char *other)
{
	for (size_t i = 0; i < requests->rows; i++)
		if (!is_key(&requests->row[i], one) && !is_key(&requests->row[i], other))
			put_row(out, &requests->row[i], "\t");
}

/* a missing row gets the values that stand behind the label of another. */
static void
missing_rows(void **state)
{
	struct buf text = BUF_INIT;

	put_without(&text, "declined.repeat", "");
	reading_of_buf(*state, requests, &text);
	expect_cell(*state, requests, "declined.petition", "natural", "83");
	expect_cell(*state, requests, "declined.repeat", "natural", "absent");
	text.len = 0;
	put_without(&text, "partial", "refused.secret");
	reading_of_buf(*state, requests, &text);
	expect_cell(*state, requests, "granted", "natural", "188");
	expect_cell(*state, requests, "partial", "natural", "absent");
	expect_cell(*state, requests, "refused.secret", "natural", "absent");
	buf_release(&text);
}

/* two labels, then the values of both: the second row gets those of the first. */
static void
two_labels_before_their_values(void **state)
{
	struct buf text = BUF_INIT;

	for (size_t i = 3; i < small->rows; i += 2) {
		size_t next = i + 1 < small->rows ? i + 1 : i;
		for (size_t n = i; n <= next; n++) {
			put(&text, last_label(&small->row[n]));
			put(&text, "\n");
		}
		for (size_t n = i; n <= next; n++) {
			put_cells(&text, &small->row[n], "\n");
			put(&text, "\n");
		}
	}
	reading_of_buf(*state, small, &text);
	reading_score(*state, small, "two labels");
	buf_release(&text);
}

/* three labels, two of them without values, are taken for the one row of 2019. */
static void
empty_rows_of_a_choice(void **state)
{
	struct buf text = BUF_INIT;
	struct draft draft;

	draft_of(&draft, requests);
	draft_row(&draft, "other.unpaid")->cell[0] = NULL;
	draft_row(&draft, "other.other")->cell[0] = NULL;
	put_sheet(&text, &draft.sheet, "\n", "", "");
	reading_of_buf(*state, requests, &text);
	expect_cell(*state, requests, "other.uncorrected", "natural",
	    draft_row(&draft, "other.uncorrected")->cell[0]);
	expect_cell(*state, requests, "other.unpaid", "natural", "absent");
	assert_null(reading_cell(*state, requests, SLICE("other"), SLICE("natural")));
	buf_release(&text);
}

/* the short label of the one row is the same as that of 3.其他. */
static void
a_short_label_of_a_choice(void **state)
{
	struct buf text = BUF_INIT;
	struct draft draft;

	draft_of(&draft, requests_2019);
	draft_row(&draft, "other")->label[1] = "（六）其他";
	put_sheet(&text, &draft.sheet, "\t", "", "");
	reading_of_buf(*state, &draft.sheet, &text);
	reading_expect(*state, &draft.sheet, "（六）其他");
	buf_release(&text);
}

/* a number elsewhere mends the sum, though seven values stand on one line. */
static void
an_error_and_a_page_number(void **state)
{
	struct buf text = BUF_INIT;
	struct draft draft;

	draft_of(&draft, requests);
	draft_row(&draft, "granted")->cell[6] = "12";
	put_sheet(&text, &draft.sheet, "\t", "granted", "\n1203\n\n");
	reading_of_buf(*state, requests, &text);
	reading_expect(*state, &draft.sheet, "error and page number");
	buf_release(&text);
}

/* a row without a sum is lost when a page number stands behind it. */
static void
a_page_number_where_no_sum_holds(void **state)
{
	struct buf text = BUF_INIT;

	put_sheet(&text, active, "\t", "regulations", "\n3\n\n");
	reading_of_buf(*state, active, &text);
	reading_expect(*state, active, "page number");
	buf_release(&text);
}

/* rows whose labels or headers are explained in brackets are lost. */
static void
explanations_in_brackets(void **state)
{
	reading_of(*state, active_2019, SLICE(
		"规章(设区的市、自治州人民政府应提供相关数据)\t2\t3\t11\n规范性文件\t14\t16\t83\n"
		"信息内容\t上一年项目数量(指2019年事项数)\t本年增/减(减用负值表示,如-8)\t处理决定数量\n"
		"行政许可\t214\t-8\t1204\n其他对外管理服务事项\t97\t5\t688\n行政处罚\t430\t-21\t357\n"
		"行政强制\t46\t4\t29\n行政事业性收费\t18\t-7\n政府集中采购\t37\t512.6\n"));
	reading_expect(*state, active_2019, "explanations");
}

/* Words in a cell shift no value into another. */
static void
words_in_a_cell(void **state)
{
	reading_of(*state, active, SLICE("规章\t本单位未制作规章\t0\t0\n规范性文件\t3\t4\t5\n"
		"行政许可\t7\t\t\n行政处罚\t8\t\t\n行政强制\t4\t\t\n行政事业性收费\t9.5\t\t\n"));
	expect_cell(*state, active, "regulations", "issued", "text");
	expect_cell(*state, active, "regulations", "repealed", "0");
	expect_cell(*state, active, "regulations", "in_force", "0");
	expect_cell(*state, active, "normative", "issued", "3");
}

/* a line of placeholders and a digit or two is taken for a page number. */
static void
placeholders_on_a_line_of_their_own(void **state)
{
	reading_of(*state, active, SLICE("规章\n—\t—\t3\n规范性文件\n| - | - | - |\n行政许可\n7\n"
		"行政处罚\n8\n行政强制\n4\n行政事业性收费\n9.5\n"));
	expect_cell(*state, active, "regulations", "issued", "mark");
	expect_cell(*state, active, "regulations", "in_force", "3");
	expect_cell(*state, active, "normative", "in_force", "mark");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_number_behind_an_empty_cell),
		cmocka_unit_test(two_numbers_in_a_cell),
		cmocka_unit_test(rows_that_lost_their_zeros),
		cmocka_unit_test(labels_that_go_on_below_their_numbers),
		cmocka_unit_test(missing_rows),
		cmocka_unit_test(two_labels_before_their_values),
		cmocka_unit_test(empty_rows_of_a_choice),
		cmocka_unit_test(a_short_label_of_a_choice),
		cmocka_unit_test(an_error_and_a_page_number),
		cmocka_unit_test(a_page_number_where_no_sum_holds),
		cmocka_unit_test(explanations_in_brackets),
		cmocka_unit_test(words_in_a_cell),
		cmocka_unit_test(placeholders_on_a_line_of_their_own),
	};

	return cmocka_run_group_tests_name("misread", tests, reading_setup, reading_teardown);
}
