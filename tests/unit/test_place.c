/* SPDX-License-Identifier: MIT */
/* Which value stands in which cell: the sums of a grid, and placing. */
#include "mini.h"

#include "place.h"

static const struct binding none = { .runs = 0 };

/* Rows of table 1/a. */
enum { A, B, F, C1, C2, C, SUM };

static void
set(struct grid *grid, size_t row, const int64_t number[3])
{
	for (size_t c = 0; c < 3; c++)
		grid->cell[row][c] = (struct grid_cell){ .state = CELL_NUMBER,
			.number = decimal_int(number[c]) };
}

#define SET(grid, row, ...) set(grid, row, (const int64_t[]){ __VA_ARGS__ })

static const struct table *
table_of(struct mini *mini, const char *key)
{
	return tables_find(mini->forms.tables, SLICE("1"), slice_of(key));
}

static void
rows_that_are_shown(void **state)
{
	struct binding one = { .shown = { [C] = true } };
	struct binding foreign = { .shown = { [F] = true } };
	struct grid grid;

	grid_init(&grid, table_of(*state, "a"), &none);
	static const bool own[] = { true, true, false, true, true, false, true };
	assert_memory_equal(grid.shown, own, sizeof own);
	assert_int_equal(grid.cell[SUM][2].state, CELL_ABSENT);
	grid_init(&grid, table_of(*state, "a"), &one);
	static const bool other[] = { true, true, false, false, false, true, true };
	assert_memory_equal(grid.shown, other, sizeof other);
	grid_init(&grid, table_of(*state, "a"), &foreign);
	assert_true(grid.shown[F]);
}

static void
sums_across(void **state)
{
	struct grid grid;

	grid_init(&grid, table_of(*state, "a"), &none);
	assert_int_equal(grid_across(&grid, A), GRID_OPEN);
	SET(&grid, A, 1, 2, 3);
	assert_int_equal(grid_across(&grid, A), GRID_HOLDS);
	SET(&grid, A, 1, 2, 4);
	assert_int_equal(grid_across(&grid, A), GRID_FAILS);
	SET(&grid, A, 0, 0, 0);
	assert_int_equal(grid_across(&grid, A), GRID_HOLDS);
	/* not all is known */
	SET(&grid, A, 1, 2, 3);
	grid.cell[A][0].state = CELL_BLANK;
	assert_int_equal(grid_across(&grid, A), GRID_OPEN);
	grid.cell[A][2].number = decimal_int(1);
	assert_int_equal(grid_across(&grid, A), GRID_FAILS);
	grid.cell[A][2].state = CELL_MARK;
	assert_int_equal(grid_across(&grid, A), GRID_OPEN);
	/* more than can be added */
	SET(&grid, A, INT64_MAX, INT64_MAX, 1);
	assert_int_equal(grid_across(&grid, A), GRID_OPEN);
}

static void
sums_down(void **state)
{
	struct grid grid;

	grid_init(&grid, table_of(*state, "a"), &none);
	assert_int_equal(grid_down(&grid, A, 0), GRID_OPEN);
	SET(&grid, A, 1, 2, 3);
	SET(&grid, B, 4, 5, 9);
	SET(&grid, C1, 6, 0, 6);
	SET(&grid, C2, 0, 0, 1);
	SET(&grid, SUM, 11, 7, 18);
	assert_int_equal(grid_down(&grid, A, 0), GRID_HOLDS);
	assert_int_equal(grid_down(&grid, SUM, 1), GRID_HOLDS);
	assert_int_equal(grid_down(&grid, B, 2), GRID_FAILS);
	/* rows that are not shown do not count, those of other forms neither */
	SET(&grid, C, 100, 100, 100);
	SET(&grid, F, 100, 100, 100);
	assert_int_equal(grid_down(&grid, A, 0), GRID_HOLDS);
	assert_int_equal(grid_down(&grid, F, 0), GRID_OPEN);
	grid.cell[C2][0].state = CELL_BLANK;
	assert_int_equal(grid_down(&grid, A, 0), GRID_OPEN);
}

static void
tables_without_sums(void **state)
{
	struct helper_forms forms;
	struct grid grid;

	(void)state;
	helper_forms_of(&forms, "table 1/a\n\tcolumns x 甲 | y 乙\n\trow r 一\n");
	grid_init(&grid, tables_find(forms.tables, SLICE("1"), SLICE("a")), &none);
	grid.cell[0][0] = (struct grid_cell){ .state = CELL_NUMBER, .number = decimal_int(1) };
	grid.cell[0][1] = grid.cell[0][0];
	assert_int_equal(grid_across(&grid, 0), GRID_OPEN);
	assert_int_equal(grid_down(&grid, 0, 0), GRID_OPEN);
	helper_forms_release(&forms);
}

/* Adds the rows that are shown as `key=x,y,t;`. */
static void
show(const struct grid *grid, struct buf *out)
{
	static const char *const state[] = { "", "_", "/", "?", "." };

	for (size_t r = 0; r < grid->table->rows; r++) {
		if (!grid->shown[r])
			continue;
		buf_add(out, grid->table->row[r].key);
		for (size_t c = 0; c < grid->table->row[r].columns; c++) {
			buf_char(out, c ? ',' : '=');
			buf_add(out, slice_of(state[grid->cell[r][c].state]));
			buf_add(out, grid->cell[r][c].value);
		}
		buf_char(out, ';');
	}
	buf_char(out, '\0');
}

static void
expect(struct mini *mini, const char *table, const char *text, const char *wanted)
{
	const struct profile *p = mini_read(mini, table, text);
	struct binding binding;
	struct grid grid;
	struct buf out = BUF_INIT;

	if (!bind_exactly(p, &mini->tokens, &binding))
		fail_msg("'%s' is not clean", text);
	grid_init(&grid, p->table, &binding);
	assert_true(place_values(&grid, &mini->tokens, &binding, &mini->doc.arena));
	show(&grid, &out);
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

static void
as_many_values_as_cells(void **state)
{
	expect(*state, "a", "天文 1 2 3 地理 4 5 9 其他事务 6 0 6 合计总数 11 7 18",
	    "a=1,2,3;b=4,5,9;c=6,0,6;sum=11,7,18;");
	/* no sum holds: it is what the text says */
	expect(*state, "a", "天文 1 2 4 地理 4 5 8 其他事务 6 0 7 合计总数 1 1 1",
	    "a=1,2,4;b=4,5,8;c=6,0,7;sum=1,1,1;");
	expect(*state, "a", "天文\t1\t/\t3\n地理\t4\t007\t5件\n其他事务\t—\t无\t-\n合计总数\t1\t1\t1",
	    "a=1,/,3;b=4,?,5;c=/,/,/;sum=1,1,1;");
	expect(*state, "v", "名称 1 1 2 2", "p=1,1;q=2,2;");
}

static void
digits_glued_to_the_label(void **state)
{
	expect(*state, "a", "天文123\n地理000\n其他事务4590\n合计总数12",
	    "a=1,2,3;b=0,0,0;c=.,.,.;sum=.,.,.;");
}

static void
empty_fields(void **state)
{
	/* the row before shows where the cells are */
	expect(*state, "a", "天文\t1\t2\t3\n地理\t\t5\t9\n其他事务\t\t\t\n合计总数\t11\t\t18",
	    "a=1,2,3;b=_,5,9;c=_,_,_;sum=11,_,18;");
	/* a line has exactly the cells */
	expect(*state, "v", "名称\n\t\t2\t2", "p=_,_;q=2,2;");
	/* each cell on a line, the empty ones too */
	expect(*state, "a", "\t天文\n\t1\n\t2\n\t3\n\n\t地理\n\t\n\t5\n\t9\n\n"
		"\t其他事务\n\t6\n\t0\n\t6\n\n\t合计总数\n\t11\n\t7\n\t18\n", "a=1,2,3;b=_,5,9;c=6,0,6;sum=11,7,18;");
}

static void
no_row_is_full(void **state)
{
	/* two rows have a first and a last value, none has one beyond */
	expect(*state, "a", "天文\t\t1\t\t3\n地理\t\t\t\t9\n其他事务\t\t6\t\t6\n合计总数\t\t\t7\t",
	    "a=1,_,3;b=_,_,9;c=6,_,6;sum=_,7,_;");
	/* one row alone may be shifted */
	expect(*state, "a", "天文\t\t1\t\t3\n地理\t\t\t\t9\n其他事务\t\t6\t\t\n合计总数\t\t\t7\t",
	    "a=.,.,.;b=.,.,.;c=.,.,.;sum=.,.,.;");
	/* values stand in four fields, cells are three */
	expect(*state, "a", "天文\t\t1\t\t3\n地理\t8\t\t\t9\n其他事务\t\t6\t\t6\n合计总数\t\t\t7\t",
	    "a=.,.,.;b=.,.,.;c=.,.,.;sum=.,.,.;");
}

static void
sums_decide_what_the_text_leaves_open(void **state)
{
	/* a value is lost: 4 . 9 is the only placement in which no sum fails */
	expect(*state, "a", "天文 1 2 3 地理 4 9 其他事务 10 20 30 合计总数 15 27 42",
	    "a=1,2,3;b=4,.,9;c=10,20,30;sum=15,27,42;");
	/* one number is too many */
	expect(*state, "a", "天文 1 2 3 地理 4 7 5 9 其他事务 10 20 30 合计总数 15 27 42",
	    "a=1,2,3;b=4,5,9;c=10,20,30;sum=15,27,42;");
	/* one that is proven helps the next */
	expect(*state, "a", "天文 1 2 3 地理 4 9 其他事务 10 20 30 77 合计总数 15 27 42",
	    "a=1,2,3;b=4,.,9;c=10,20,30;sum=15,27,42;");
}

static void
what_no_sum_decides_is_absent(void **state)
{
	/* nothing is known of the columns */
	expect(*state, "a", "天文 1 2 3 地理 4 9 其他事务 10 20 30 合计总数 15",
	    "a=1,2,3;b=.,.,.;c=10,20,30;sum=.,.,.;");
	/* every placement breaks a sum */
	expect(*state, "a", "天文 1 2 3 地理 4 8 其他事务 10 20 30 合计总数 15 27 99",
	    "a=1,2,3;b=.,.,.;c=10,20,30;sum=15,27,99;");
	/* 11 22 33 and 11 33 44 are left; and which of three zeros was lost? */
	expect(*state, "a", "天文 1 2 3 地理 0 0 其他事务 10 20 30 合计总数 11 22 33 44",
	    "a=1,2,3;b=.,.,.;c=10,20,30;sum=11,.,.;");
	/* three numbers for two rows of two, no pair of which is equal */
	expect(*state, "v", "名称 1 2 3", "p=.,.;q=.,.;");
}

/* A run of values longer than any row is not tried in all ways. */
static void
too_many_values(void **state)
{
	struct buf text = BUF_INIT;

	buf_add(&text, SLICE("天文 1 2 3 地理"));
	for (size_t i = 0; i < 1000; i++)
		buf_add(&text, SLICE(" 7"));
	buf_add(&text, SLICE(" 其他事务 10 20 30 合计总数 15 27 42"));
	buf_char(&text, '\0');
	expect(*state, "a", text.ptr, "a=1,2,3;b=.,.,.;c=10,20,30;sum=15,27,42;");
	buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_that_are_shown),
		cmocka_unit_test(sums_across),
		cmocka_unit_test(sums_down),
		cmocka_unit_test(tables_without_sums),
		cmocka_unit_test(as_many_values_as_cells),
		cmocka_unit_test(digits_glued_to_the_label),
		cmocka_unit_test(empty_fields),
		cmocka_unit_test(no_row_is_full),
		cmocka_unit_test(sums_decide_what_the_text_leaves_open),
		cmocka_unit_test(what_no_sum_decides_is_absent),
		cmocka_unit_test(too_many_values),
	};

	return cmocka_run_group_tests_name("place", tests, mini_setup, mini_teardown);
}
