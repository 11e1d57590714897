/* SPDX-License-Identifier: MIT */
/* Sections that hold no values, and the rows that a form prints nevertheless. */
#include "draft.h"

static const struct sheet *const active = &sheet_all[ACTIVE_2021];
static const struct sheet *const requests = &sheet_all[REQUESTS_2021];
static const struct sheet *const requests_2019 = &sheet_all[REQUESTS_2019];
static const struct sheet *const review = &sheet_all[REVIEW];
static const struct sheet *const active_2019 = &sheet_all[ACTIVE_2019];

/* 1.24: labels, but no values. */
static void
labels_alone(void **state)
{
	static const char *const separator[] = { "\n", " ", "\n\n", "\n|\n" };

	for (size_t i = 0; i < SHEETS; i++)
		for (size_t n = 0; n < COUNT(separator); n++) {
			struct buf text = BUF_INIT;
			struct draft draft;
			draft_of(&draft, &sheet_all[i]);
			for (size_t k = 0; k < draft.sheet.rows; k++)
				if (draft.row[k].key)
					draft.row[k].cell[0] = NULL;
			put_sheet(&text, &draft.sheet, separator[n], "", "");
			buf_char(&text, '\0');
			expect_nothing(*state, &sheet_all[i], text.ptr);
			buf_release(&text);
		}
}

/* 1.25 to 1.27: a picture, a promise or a sentence stands where the table should. */
static void
no_table_at_all(void **state)
{
	for (size_t i = 0; i < SHEETS; i++) {
		expect_nothing(*state, &sheet_all[i], "");
		expect_nothing(*state, &sheet_all[i], "捕获2.PNG\n捕获3.PNG捕获4.PNG\n");
		expect_nothing(*state, &sheet_all[i], "该部分以表格形式报告。表格如下：\n");
		expect_nothing(*state, &sheet_all[i], "扫一扫在手机打开当前页\n|\n");
		expect_nothing(*state, &sheet_all[i], "本年度未收到政府信息公开申请。\n- 3 -\n");
		expect_nothing(*state, &sheet_all[i], "全年办理政府信息公开申请7件，行政处罚17件\n");
		expect_nothing(*state, &sheet_all[i], "\xff\xfe\n\t\t\t\n|||\n");
	}
}

static size_t
cells_of(struct reading *r, const char *form, const char *table)
{
	struct sheet sheet = { form, table, SECTION_ACTIVE, 0, 0, NULL };

	reading_of(r, &sheet, SLICE_NONE);
	return r->cells.count;
}

/* What a report does not show is absent in the rows that its form prints. */
static void
rows_of_the_form(void **state)
{
	struct sheet mixed = *requests_2019;
	struct buf text = BUF_INIT;

	assert_int_equal(cells_of(*state, "2021", "active"), 10);
	assert_int_equal(cells_of(*state, "2021", "requests"), 175);
	assert_int_equal(cells_of(*state, "2021", "review"), 15);
	assert_int_equal(cells_of(*state, "2019", "active"), 22);
	assert_int_equal(cells_of(*state, "2019", "requests"), 161);
	assert_int_equal(cells_of(*state, "2019", "review"), 15);
	/* columns of 2021 and one row of other results */
	mixed.form = "2021";
	put_sheet(&text, &mixed, "\t", "", "");
	reading_of_buf(*state, &mixed, &text);
	reading_expect(*state, &mixed, "one row in the form of 2021");
	/* and the other way round */
	text.len = 0;
	mixed = *requests;
	mixed.form = "2019";
	put_sheet(&text, &mixed, "\n", "", "");
	reading_of_buf(*state, &mixed, &text);
	reading_expect(*state, &mixed, "three rows in the form of 2019");
	/* a row of the form of 2019 keeps its key */
	text.len = 0;
	put_sheet(&text, active, "\t", "licensing", "其他对外管理服务事项\t77\t\t\n");
	reading_of_buf(*state, active, &text);
	assert_int_equal(((struct reading *)*state)->cells.count, 11);
	expect_cell(*state, active, "services", "decisions", "77");
	expect_cell(*state, active, "penalty", "decisions", "357");
	buf_release(&text);
}

static size_t
evidence(struct reading *r, const char *form, const struct sheet *sheet)
{
	struct tokens tokens;
	struct buf text = BUF_INIT;

	put_sheet(&text, sheet, "\t", "", "");
	reading_of_buf(r, sheet, &text);
	assert_true(tokens_of_section(&r->doc, sheet->section, NULL, &r->cells.arena, &tokens));
	size_t count = extract_evidence(
	    profiles_find(r->profiles, slice_of(form), slice_of(sheet->table)), &tokens);
	buf_release(&text);
	return count;
}

static void
the_form_of_a_table(void **state)
{
	assert_true(evidence(*state, "2021", active) > evidence(*state, "2019", active));
	assert_true(
	    evidence(*state, "2019", active_2019) > evidence(*state, "2021", active_2019));
	/* what both forms print says nothing */
	assert_int_equal(evidence(*state, "2019", review), 0);
	assert_int_equal(evidence(*state, "2021", review), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_alone),
		cmocka_unit_test(no_table_at_all),
		cmocka_unit_test(rows_of_the_form),
		cmocka_unit_test(the_form_of_a_table),
	};

	return cmocka_run_group_tests_name("absent", tests, reading_setup, reading_teardown);
}
