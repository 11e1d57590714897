/* SPDX-License-Identifier: MIT */
/*
 * Tables that were damaged on their way: what can be read is read, what
 * cannot is absent, and nothing is guessed.
 */
#include "draft.h"

static const struct sheet *const active = &sheet_all[ACTIVE_2021];
static const struct sheet *const requests = &sheet_all[REQUESTS_2021];
static const struct sheet *const small = &sheet_all[REQUESTS_SMALL];
static const struct sheet *const review = &sheet_all[REVIEW];
static const struct sheet *const active_2019 = &sheet_all[ACTIVE_2019];

/* The labels of a row from column `from` on, each in its field. */
static void
put_labels(struct buf *out, const struct sheet_row *row, size_t from)
{
	for (size_t i = from; i < SHEET_LABELS && (i < 2 || row->label[i]); i++) {
		put(out, row->label[i] ? row->label[i] : "");
		put(out, "\t");
	}
}

/*
 * 1.5: a row lost the tabs before it, and a label is cut by the end of the
 * page, behind which the table is a column narrower.
 */
static void
a_page_cut(void **state)
{
	struct buf text = BUF_INIT;
	struct draft draft;
	bool cut = false;

	draft_of(&draft, requests);
	draft_row(&draft, "declined.excessive")->label[0] = "4. 无正当理由大量反复申请";
	draft_row(&draft, "declined.excessive")->label[2] = NULL;
	draft_row(&draft, "declined.reissue")->label[2] = "5.要求行政机关确认或重新出";
	for (size_t i = 0; i < draft.sheet.rows; i++) {
		const struct sheet_row *row = &draft.row[i];
		if (row->key)
			put_labels(&text, row, cut && row->label[1] ? 1 : 0);
		put_cells(&text, row, "\t");
		put(&text, row->label[2] ? "\n" : "\t\n");
		if (!is_key(row, "declined.reissue"))
			continue;
		put(&text, "\n\t具已获取信息\t\t\t\t\t\t\t\n");
		cut = true;
	}
	reading_of_buf(*state, requests, &text);
	reading_expect(*state, requests, "page cut");
	buf_release(&text);
}

/* Wherever it stands, a page number is no value. */
static void
page_numbers(void **state)
{
	static const char *const number[] = { "\n- 3 -\n\n", "\n3\n\n", "— 4 —\n",
		"\n第 3 页\n\n", "第3页 共8页\n" };

	for (size_t i = 0; i < COUNT(number); i++)
		for (size_t n = 0; n < requests->rows; n++) {
			struct buf text = BUF_INIT;
			if (!requests->row[n].key)
				continue;
			put_sheet(&text, requests, "\t", requests->row[n].key, number[i]);
			reading_of_buf(*state, requests, &text);
			reading_expect(*state, requests, requests->row[n].key);
			buf_release(&text);
		}
}

static void
empty_cells(void **state)
{
	static const char *const key[] = { "new", "partial", "refused.secret", "refused.law" };
	struct buf text = BUF_INIT;
	struct draft draft;

	draft_of(&draft, requests);
	for (size_t n = 0; n < COUNT(key); n++)
		draft_row(&draft, key[n])->cell[n] = "";
	for (size_t c = 0; c < 7; c++)
		draft_row(&draft, "unable.create")->cell[c] = "";
	draft_row(&draft, "carried_out")->cell[6] = "";
	for (size_t i = 0; i < draft.sheet.rows; i++) {
		if (draft.row[i].key)
			put_labels(&text, &draft.row[i], 0);
		put_cells(&text, &draft.row[i], "\t");
		put(&text, draft.row[i].label[2] ? "\n" : "\t\n");
	}
	reading_of_buf(*state, requests, &text);
	expect_cell(*state, requests, "new", "natural", "blank");
	expect_cell(*state, requests, "new", "business", "2965");
	expect_cell(*state, requests, "partial", "natural", "259");
	expect_cell(*state, requests, "partial", "business", "blank");
	expect_cell(*state, requests, "refused.secret", "research", "blank");
	expect_cell(*state, requests, "refused.secret", "total", "744");
	expect_cell(*state, requests, "refused.law", "charity", "blank");
	expect_cell(*state, requests, "refused.law", "legal", "106");
	expect_cell(*state, requests, "unable.create", "natural", "blank");
	expect_cell(*state, requests, "unable.create", "total", "blank");
	expect_cell(*state, requests, "carried_out", "other", "254");
	expect_cell(*state, requests, "carried_out", "total", "blank");
	buf_release(&text);
}

/* The values of three rows stand in one line. */
static void
an_empty_block(void **state)
{
	reading_of(*state, review, SLICE(
		"行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
		"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\n"
		"\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t总计\n"
		"\t\t\t\t\t7\t8\t6\t9\t30\t10\t11\t12\t1\t34\n"));
	expect_cell(*state, review, "reconsideration", "upheld", "blank");
	expect_cell(*state, review, "reconsideration", "total", "blank");
	expect_cell(*state, review, "suit_direct", "upheld", "7");
	expect_cell(*state, review, "suit_direct", "total", "30");
	expect_cell(*state, review, "suit_after", "pending", "1");
	expect_cell(*state, review, "suit_after", "total", "34");
	/* all are empty, with a pipe behind the last, or each on a line of its own */
	reading_of(*state, review, SLICE("结果维持 | 总计 | 复议后起诉 |\n"
		" |  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n"));
	expect_cell(*state, review, "reconsideration", "upheld", "blank");
	expect_cell(*state, review, "suit_after", "total", "blank");
	reading_of(*state, review, SLICE("\t\n\t总计\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n"
		"\t\n\t\n\t\n\t\n\t\n\t\n\t\n"));
	expect_cell(*state, review, "suit_direct", "upheld", "blank");
	/* empty cells of the header before marks */
	reading_of(*state, review, SLICE("| 审结 |  |\n"
		"| / | / | / | / | / | / | / | / | / | / | 1 | / | / | / | 1 |\n"));
	expect_cell(*state, review, "reconsideration", "upheld", "mark");
	expect_cell(*state, review, "suit_after", "total", "1");
	/* an empty cell that left no trace: the sum says where it is, or nothing does */
	reading_of(*state, review, SLICE("5\n3\n2\n4\n14\n7\n8\n9\n24\n10\n11\n12\n1\n34\n"));
	expect_cell(*state, review, "suit_direct", "other", "absent");
	expect_cell(*state, review, "suit_after", "upheld", "10");
}

/* Placeholders, words of change, units, notes: each in its cell, as it stood. */
static void
written_otherwise(void **state)
{
	reading_of(*state, active_2019, slice_of("规章\t/\t—\t11\n规范性文件\t１4\t1,016\t83 件\n"
		"行政许可\t214\t增 2\t1204\n其他对外管理服务事项\t97\t-8\t无\n"
		"行政处罚\t430\t减3\t22（其中简易程序16件）\n行政强制\t46\t4\t007\n"
		"行政事业性收费\t18\t+7\t\n政府集中采购\t37\t251000元\t\n"));
	expect_cell(*state, active_2019, "regulations", "made", "mark");
	expect_cell(*state, active_2019, "regulations", "published", "mark");
	expect_cell(*state, active_2019, "regulations", "public_total", "11");
	expect_cell(*state, active_2019, "normative", "made", "14");
	expect_cell(*state, active_2019, "normative", "published", "1016");
	expect_cell(*state, active_2019, "normative", "public_total", "83");
	expect_cell(*state, active_2019, "licensing", "change", "2");
	expect_cell(*state, active_2019, "services", "change", "-8");
	expect_cell(*state, active_2019, "services", "decisions", "mark");
	expect_cell(*state, active_2019, "penalty", "change", "-3");
	expect_cell(*state, active_2019, "penalty", "decisions", "22");
	expect_cell(*state, active_2019, "coercion", "decisions", "text");
	expect_cell(*state, active_2019, "fees", "change", "7");
	expect_cell(*state, active_2019, "procurement", "amount", "25.1");
	const struct cell *cell = reading_cell(
	    *state, active_2019, SLICE("licensing"), SLICE("change"));
	assert_true(slice_is(cell->raw, "增 2"));
	assert_int_equal(cell->line, 3);
	/* money is an amount in its own column only */
	reading_of(*state, active, SLICE("规章\t2\t1\t11\n行政规范性文件\t3\t4\t5\n"
		"行政许可\t251000元\n行政处罚\t1\n行政强制\t1\n行政事业性收费\t3万元\n"));
	expect_cell(*state, active, "licensing", "decisions", "text");
	expect_cell(*state, active, "fees", "amount", "3");
}

/* No sum of the form holds, but the text shows plainly what stands where. */
static void
errors_of_the_agency_survive(void **state)
{
	static const char *const separator[] = { "\t", " | ", "\n", " ", "\n|\n" };
	struct draft draft;

	draft_of(&draft, requests);
	draft_row(&draft, "granted")->cell[6] = "1202";
	draft_row(&draft, "refused.law")->cell[0] = "34";
	draft_row(&draft, "total")->cell[2] = "0";
	draft_row(&draft, "carried_out")->cell[5] = "999";
	for (size_t i = 0; i < COUNT(separator); i++) {
		struct buf text = BUF_INIT;
		put_sheet(&text, &draft.sheet, separator[i], "", "");
		reading_of_buf(*state, requests, &text);
		reading_expect(*state, &draft.sheet, separator[i]);
		buf_release(&text);
	}
}

/* 1.14: as many digits as cells are the cells; else they could be anything. */
static void
glued_cells(void **state)
{
	struct buf text = BUF_INIT;
	struct sheet_score score;

	put_sheet(&text, small, "", "", "");
	reading_of_buf(*state, small, &text);
	reading_expect(*state, small, "one digit in each");
	text.len = 0;
	put_sheet(&text, requests, "", "", "");
	reading_of_buf(*state, requests, &text);
	score = reading_score(*state, requests, "several digits in each");
	assert_int_equal(score.read, 0);
	text.len = 0;
	put_sheet(&text, active, "", "", "");
	reading_of_buf(*state, active, &text);
	score = reading_score(*state, active, "one cell in a row");
	assert_int_equal(score.read, 4);
	expect_cell(*state, active, "fees", "amount", "4068.208");
	buf_release(&text);
}

/* 1.16: the numbers stand away from their labels, in columns. */
static void
torn_columns(void **state)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < requests->rows; i++) {
		put(&text, last_label(&requests->row[i]));
		put(&text, "\n\n");
	}
	for (size_t c = 0; c < 7; c++)
		for (size_t i = 0; i < requests->rows; i++) {
			put(&text, requests->row[i].key ? requests->row[i].cell[c] : "");
			put(&text, "\n\n");
		}
	reading_of_buf(*state, requests, &text);
	reading_score(*state, requests, "torn columns");
	buf_release(&text);
}

static void
put_halves(struct buf *out, const char *label)
{
	size_t half = strlen(label) / 6 * 3;

	buf_add(out, (struct slice){ label, half });
	put(out, "\n");
	put(out, label + half);
	put(out, "\n");
}

/* 1.18: the labels of some rows stand apart, before or behind the numbers. */
static void
loose_labels(void **state)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < requests->rows; i++) {
		const struct sheet_row *row = &requests->row[i];
		const char *label = last_label(row);
		bool before = i % 4 == 1, behind = i % 8 == 3;
		if (!row->key)
			continue;
		if (before)
			put_halves(&text, label);
		put(&text, "| ");
		put(&text, before || behind ? "" : label);
		put(&text, before || behind ? "" : " | ");
		put_cells(&text, row, " | ");
		put(&text, " |\n|---|---|---|---|---|---|---|\n");
		if (behind)
			put_halves(&text, label);
	}
	reading_of_buf(*state, requests, &text);
	reading_score(*state, requests, "loose labels");
	buf_release(&text);
}

/* Any label may be lost; what its row held may then be absent, but not wrong. */
static void
lost_labels(void **state)
{
	for (size_t lost = 0; lost < requests->rows; lost++) {
		struct buf text = BUF_INIT;
		struct draft draft;
		if (!requests->row[lost].key)
			continue;
		draft_of(&draft, requests);
		for (size_t i = 0; i < SHEET_LABELS; i++)
			draft.row[lost].label[i] = NULL;
		put_sheet(&text, &draft.sheet, " | ", "", "");
		reading_of_buf(*state, requests, &text);
		struct sheet_score score = reading_score(*state, requests, "lost label");
		assert_true(score.absent <= 14);
		buf_release(&text);
	}
}

/* 1.23: lines that came before are left out; a single 0 stands for all. */
static void
repeated_lines_left_out(void **state)
{
	struct buf text = BUF_INIT;

	expect_nothing(*state, active, "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n"
		"行政规范性文件\n第二十条第（五）项\n本年处理决定数量\n行政许可\n第二十条第（六）项\n"
		"行政处罚\n行政强制\n第二十条第（八）项\n本年收费金额（单位：万元）\n行政事业性收费\n");
	for (size_t i = 0; i < small->rows; i++) {
		const char *before[4] = { "", "", "", "" };
		const struct sheet_row *row = &small->row[i];
		put(&text, last_label(row));
		put(&text, "\n");
		for (size_t c = 0; row->key && row->cell[c] && c < COUNT(before); c++) {
			bool seen = false;
			for (size_t n = 0; n < c; n++)
				seen = seen || strcmp(before[n], row->cell[c]) == 0;
			before[c] = row->cell[c];
			put(&text, seen ? "" : row->cell[c]);
			put(&text, seen ? "" : "\n");
		}
	}
	reading_of_buf(*state, small, &text);
	reading_score(*state, small, "repeated lines left out");
	buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_cut),
		cmocka_unit_test(page_numbers),
		cmocka_unit_test(empty_cells),
		cmocka_unit_test(an_empty_block),
		cmocka_unit_test(written_otherwise),
		cmocka_unit_test(errors_of_the_agency_survive),
		cmocka_unit_test(glued_cells),
		cmocka_unit_test(torn_columns),
		cmocka_unit_test(loose_labels),
		cmocka_unit_test(lost_labels),
		cmocka_unit_test(repeated_lines_left_out),
	};

	return cmocka_run_group_tests_name("damage", tests, reading_setup, reading_teardown);
}
