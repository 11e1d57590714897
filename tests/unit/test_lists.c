/* SPDX-License-Identifier: MIT */
/* Tables of a report that are none of the form's. */
#include "helper.h"

#include "lists.h"

/* Collects the lists of a text and shows them: table row/col=raw, in order. */
static void
expect(enum section section, const char *text, const char *wanted)
{
	struct document doc = DOCUMENT_INIT;
	struct cells cells = CELLS_INIT;
	struct buf out = BUF_INIT;

	helper_add_cells(&doc, section, slice_of(text));
	assert_true(lists_collect(&doc, &cells));
	for (size_t i = 0; i < cells.count; i++) {
		const struct cell *cell = &cells.cell[i];
		buf_add(&out, cell->table);
		buf_char(&out, ' ');
		buf_add(&out, cell->row);
		buf_char(&out, '/');
		buf_add(&out, cell->col);
		buf_char(&out, '=');
		buf_add(&out, cell->raw);
		buf_char(&out, '\n');
	}
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
	cells_release(&cells);
	document_release(&doc);
}

static void
rows_by_number_and_columns_by_header(void **state)
{
	(void)state;
	expect(SECTION_OVERVIEW, "序号\t名称\n1\t预算\n2\t决算\n",
	    "list.1 1/序号=1\nlist.1 1/名称=预算\nlist.1 2/序号=2\nlist.1 2/名称=决算\n");
	expect(SECTION_FRONT, "| 序号 | 名称 |\n|---|:--|\n| 1 | 预算 |\n",
	    "list.1 1/序号=1\nlist.1 1/名称=预算\n");
	expect(SECTION_END, "序号 | 名称\n1 | 预算\n", "list.1 1/序号=1\nlist.1 1/名称=预算\n");
	/* a column without a header has its number */
	expect(SECTION_OVERVIEW, "序号\t\n1\t预算\t甲\n",
	    "list.1 1/序号=1\nlist.1 1/2=预算\nlist.1 1/3=甲\n");
}

static void
lists_are_numbered(void **state)
{
	(void)state;
	expect(SECTION_OTHER, "甲\t乙\n1\t2\n\n丙\t丁\n3\t4\n5\t6\n",
	    "list.1 1/甲=1\nlist.1 1/乙=2\n"
		"list.2 1/丙=3\nlist.2 1/丁=4\nlist.2 2/丙=5\nlist.2 2/丁=6\n");
	expect(SECTION_OTHER, "甲\t乙\n1\t2\n另有\n丙\t丁\n3\t4\n",
	    "list.1 1/甲=1\nlist.1 1/乙=2\nlist.2 1/丙=3\nlist.2 1/丁=4\n");
}

static void
what_is_no_list(void **state)
{
	(void)state;
	expect(SECTION_OVERVIEW, "", "");
	expect(SECTION_OVERVIEW, "序号\t名称\n", "");
	expect(SECTION_OVERVIEW, "序号\t名称\n\n1\t预算\n", "");
	expect(SECTION_OVERVIEW, "序号 名称\n1 预算\n", "");
	/* the sections of the form's tables */
	expect(SECTION_ACTIVE, "序号\t名称\n1\t预算\n", "");
	expect(SECTION_REQUESTS, "序号\t名称\n1\t预算\n", "");
	expect(SECTION_REVIEW, "序号\t名称\n1\t预算\n", "");
}

static void
cells_have_state_and_line(void **state)
{
	struct document doc = DOCUMENT_INIT;
	struct cells cells = CELLS_INIT;

	(void)state;
	helper_add_cells(&doc, SECTION_OVERVIEW,
	    SLICE("\n\n名称\t数量\t单位\t备注\n预算\t1,234\t\t/\n决算\t7 件\t约30\t-\n"));
	assert_true(lists_collect(&doc, &cells));
	static const enum cell_state wanted[] = { CELL_TEXT, CELL_NUMBER, CELL_BLANK, CELL_MARK,
		CELL_TEXT, CELL_NUMBER, CELL_TEXT, CELL_MARK };
	assert_int_equal(cells.count, COUNT(wanted));
	for (size_t i = 0; i < cells.count; i++) {
		assert_int_equal(cells.cell[i].state, wanted[i]);
		assert_int_equal(cells.cell[i].line, 4 + i / 4);
	}
	assert_true(slice_is(cells.cell[1].value, "1234"));
	assert_true(slice_is(cells.cell[1].raw, "1,234"));
	assert_true(slice_is(cells.cell[5].value, "7"));
	assert_int_equal(decimal_cmp(cells.cell[1].number, decimal_int(1234)), 0);
	assert_int_equal(cells.cell[4].value.len, 0);
	cells_release(&cells);
	document_release(&doc);
}

/* A line of more fields than a list may have is cut there, not past its end. */
static void
wide_and_long_lists(void **state)
{
	struct document doc = DOCUMENT_INIT;
	struct cells cells = CELLS_INIT;
	struct buf text = BUF_INIT;

	(void)state;
	for (size_t row = 0; row < 500; row++) {
		for (size_t i = 0; i < 100; i++) {
			buf_number(&text, row * 100 + i);
			buf_char(&text, i < 99 ? '\t' : '\n');
		}
	}
	helper_add_cells(&doc, SECTION_OVERVIEW, buf_slice(&text));
	assert_true(lists_collect(&doc, &cells));
	assert_true(cells.count >= 499 * 64 && cells.count % 499 == 0);
	const struct cell *cell =
	    cells_find(&cells, SLICE("list.1"), SLICE("499"), SLICE("63"), NULL);
	assert_true(cell && slice_is(cell->value, "49963"));
	buf_release(&text);
	cells_release(&cells);
	document_release(&doc);
}

/* the last cell of a row is lost when it is empty. */
static void
an_empty_last_cell(void **state)
{
	(void)state;
	expect(SECTION_OVERVIEW, "甲\t乙\n1\t\n", "list.1 1/甲=1\nlist.1 1/乙=\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_by_number_and_columns_by_header),
		cmocka_unit_test(lists_are_numbered),
		cmocka_unit_test(what_is_no_list),
		cmocka_unit_test(cells_have_state_and_line),
		cmocka_unit_test(wide_and_long_lists),
		cmocka_unit_test(an_empty_last_cell),
	};

	return cmocka_run_group_tests_name("lists", tests, NULL, NULL);
}
