/* SPDX-License-Identifier: MIT */
/* What readers write: lines, and tables with their spans spread out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "flow.h"

enum { LIMIT = 1 << 20 };

static int
set_up(void **state)
{
	static struct flow flow;

	flow_init(&flow, LIMIT);
	*state = &flow;
	return 0;
}

static int
tear_down(void **state)
{
	flow_release(*state);
	return 0;
}

static void
text(struct flow *f, const char *s)
{
	flow_text(f, slice_of(s));
}

/* A row in short: cells separated by |, the width of a cell in digits before it. */
static void
row(struct flow *f, const char *cells)
{
	struct slice rest = slice_of(cells);

	flow_row(f);
	while (rest.len) {
		struct slice cell = slice_cut(&rest, '|');
		size_t colspan = 1, rowspan = 1;
		if (slice_starts(cell, SLICE("<"))) {
			colspan = (size_t)(cell.ptr[1] - '0');
			rowspan = (size_t)(cell.ptr[2] - '0');
			cell = slice_from(cell, 3);
		}
		flow_cell(f, colspan, rowspan);
		flow_text(f, cell);
		flow_cell_end(f);
	}
}

static void
became(struct flow *f, const char *want)
{
	flow_end(f);
	assert_false(f->over);
	assert_false(f->failed);
	buf_char(&f->text, '\0');
	assert_string_equal(f->text.ptr ? f->text.ptr : "", want);
}

static void
test_lines(void **state)
{
	struct flow *f = *state;

	flow_break(f);
	text(f, "一、总体");
	text(f, "情况");
	flow_break(f);
	flow_break(f);
	text(f, " \xc2\xa0\xe3\x80\x80");
	flow_break(f);
	text(f, "\xe3\x80\x80" "a\tb\r\nc\xc2\xa0" "d\x01" "e \n");
	became(f, "一、总体情况\na b  c d e\n");
}

static void
test_bad_bytes(void **state)
{
	text(*state, "规\xe7\xab章\xff\x7f.");
	became(*state, "规\xef\xbf\xbd\xef\xbf\xbd章\xef\xbf\xbd .\n");
}

static void
test_markers_are_indented(void **state)
{
	struct flow *f = *state;

	text(f, "==> a <==");
	flow_break(f);
	flow_verbatim(f, SLICE("==> b <=="));
	flow_verbatim(f, SLICE("==> b <==."));
	flow_verbatim(f, SLICE(" ==> b\t<=="));
	flow_verbatim(f, SLICE("==>\1b\r<=="));
	flow_table(f);
	row(f, "==> c|d <==");
	row(f, "x|y <==");
	flow_table_end(f);
	became(f, " ==> a <==\n ==> b <==\n==> b <==.\n ==> b\t<==\n ==> b <==\n"
	    " ==> c\td <==\nx\ty <==\n");
}

static void
test_verbatim(void **state)
{
	flow_verbatim(*state, SLICE("\t 规章\t0 "));
	flow_verbatim(*state, SLICE(""));
	became(*state, "\t 规章\t0 \n\n");
}

static void
test_table(void **state)
{
	struct flow *f = *state;

	text(f, "before");
	flow_table(f);
	row(f, "规章|0|1");
	row(f, "其他||2");
	row(f, "||");
	flow_table_end(f);
	text(f, "behind");
	became(f, "before\n规章\t0\t1\n其他\t\t2\n\t\t\nbehind\n");
}

/* One cell over three columns, one over two rows; the grid is worked out by hand. */
static void
test_spans(void **state)
{
	struct flow *f = *state;

	flow_table(f);
	row(f, "<12group|a|1|2");
	row(f, "b|3|4");
	row(f, "<21c|5|6");
	row(f, "<41title");
	flow_table_end(f);
	became(f, "group\ta\t1\t2\n\tb\t3\t4\nc\t\t5\t6\ntitle\t\t\t\n");
}

/* Columns in which no cell begins, and neighbours in which none begins twice. */
static void
test_columns_that_are_one(void **state)
{
	struct flow *f = *state;

	flow_table(f);
	row(f, "信息内容|上年|<21增减|处理");
	row(f, "许可|<21 1|2|3");
	row(f, "<91all");
	flow_table_end(f);
	flow_table(f);
	row(f, "<31a|<31b");
	row(f, "<31c|<31d");
	flow_table_end(f);
	became(f, "信息内容\t上年\t增减\t处理\n许可\t1\t2\t3\nall\t\t\t\na\tb\nc\td\n");
}

/* A cell from above keeps its column apart from its neighbour's. */
static void
test_columns_under_a_rowspan(void **state)
{
	struct flow *f = *state;

	flow_table(f);
	row(f, "<13g|<21a");
	row(f, "<11b|c");
	row(f, "<11d|e");
	row(f, "<21f|h");
	flow_table_end(f);
	became(f, "g\ta\t\n\tb\tc\n\td\te\nf\t\th\n");
}

static void
test_inside_a_cell(void **state)
{
	struct flow *f = *state;

	flow_table(f);
	flow_row(f);
	flow_cell(f, 1, 1);
	flow_break(f);
	text(f, "本年新");
	flow_break(f);
	flow_break(f);
	text(f, "制作\t数量");
	flow_break(f);
	flow_cell(f, 1, 1);
	flow_table(f);
	row(f, "1|2");
	row(f, "<923|4");
	flow_table_end(f);
	text(f, "5");
	flow_table_end(f);
	became(f, "本年新 制作 数量\t1 2 3 4 5\n");
}

/* What stands in a table but in no cell comes before it. */
static void
test_calls_that_fit_nowhere(void **state)
{
	struct flow *f = *state;

	flow_cell_end(f);
	flow_table_end(f);
	flow_row(f);
	flow_cell(f, 2, 2);
	text(f, "a");
	flow_cell_end(f);
	flow_table(f);
	flow_cell(f, 0, 0);
	text(f, "1");
	flow_row(f);
	text(f, "caption");
	flow_cell(f, 1, 1);
	text(f, "2");
	became(f, "a\ncaption\n1\n2\n");
}

static void
test_spans_without_measure(void **state)
{
	struct flow *f = *state;

	flow_table(f);
	flow_row(f);
	flow_cell(f, SIZE_MAX, SIZE_MAX);
	text(f, "a");
	row(f, "b|c");
	flow_table_end(f);
	/* The first cell takes all columns of all rows; the others are kept all the same. */
	became(f, "a\t\nb\tc\n");
	f->text.len = 0;
	flow_table(f);
	flow_row(f);
	flow_cell(f, 1000000, 1);
	text(f, "a");
	row(f, "b|c|d");
	flow_table_end(f);
	became(f, "a\t\t\nb\tc\td\n");
}

static void
test_limit(void **state)
{
	struct flow *f = *state;

	f->limit = 100;
	for (int i = 0; i < 1000; i++)
		flow_verbatim(f, SLICE("0123456789"));
	assert_true(f->over);
	assert_in_range(f->text.len, 100, 120);
	flow_release(f);
	flow_init(f, 100);
	flow_table(f);
	for (int i = 0; i < 1000; i++)
		row(f, "0123456789");
	flow_end(f);
	assert_true(f->over);
	assert_in_range(f->table.text.room + f->text.len, 0, 1024);
}

/* Few cells may stand for many: 1000 columns in each of 10000 rows. */
static void
test_limit_of_spans(void **state)
{
	struct flow *f = *state;

	f->limit = 100000;
	flow_table(f);
	flow_row(f);
	for (int i = 0; i < 1100; i++) {
		flow_cell(f, 1, 1);
		flow_cell_end(f);
	}
	for (int i = 0; i < 10000; i++)
		row(f, "a");
	flow_end(f);
	assert_true(f->over);
	assert_in_range(f->text.len, 100000, 102000);
}

static void
test_more_cells_than_columns(void **state)
{
	struct flow *f = *state;

	flow_table(f);
	flow_row(f);
	for (int i = 0; i < 1002; i++) {
		flow_cell(f, 1, 1);
		text(f, i == 1000 ? "b" : i == 1001 ? "c" : "");
	}
	flow_end(f);
	assert_int_equal(f->text.len, 999 + 1 + 999 + 2 + 1);
	assert_memory_equal(f->text.ptr + 1000, "b\tc\t", 4);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_bad_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_markers_are_indented, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_verbatim, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_table, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_spans, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_columns_that_are_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_columns_under_a_rowspan, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_inside_a_cell, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_calls_that_fit_nowhere, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_spans_without_measure, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_limit, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_limit_of_spans, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_more_cells_than_columns, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
