/* SPDX-License-Identifier: MIT */
/* Tables of a page out of its ruling lines, which are drawn here. */
#include "pdf.h"
#include "pdf_grid.h"

/* Size of a letter of a drawing, in points. */
enum { STEP = 12 };

/* A line of the drawing, '\0' from its end on. */
static char
letter(const char *const *art, size_t rows, size_t row, size_t column)
{
	return row < rows && column < strlen(art[row]) ? art[row][column] : '\0';
}

/* What is drawn along a line is a ruling if it is longer than a letter. */
static void
draw_rulings(struct hand *h, const char *const *art, size_t rows, bool down, char line)
{
	for (size_t at = 0; at < 60; at++) {
		size_t from = 0;
		for (size_t i = 0; i < 60; i++) {
			char c = down ? letter(art, rows, i, at) : letter(art, rows, at, i);
			if (c == line || c == '+')
				continue;
			if (i > from + 1)
				hand_ruling(h, down, (int)at * STEP, (int)from * STEP, (int)(i - 1) * STEP);
			from = i + 1;
		}
	}
}

/* - and | are rulings that meet in +, all else are characters. */
static void
draw(struct hand *h, const char *const *art, size_t rows)
{
	draw_rulings(h, art, rows, false, '-');
	draw_rulings(h, art, rows, true, '|');
	for (size_t row = 0; row < rows; row++)
		for (size_t i = 0; art[row][i]; i++)
			if (!strchr("-|+ ", art[row][i]))
				hand_text(h, (int)i * STEP - 3, (int)row * STEP - 5, 10,
				    (char[]){ art[row][i], '\0' });
}

static void
add_cell(struct hand *h, const struct pdf_table *t, const struct pdf_cell *cell, char *out)
{
	for (size_t i = 0; i < h->page.characters; i++)
		if (pdf_cell_at(t, &h->page.character[i]) == cell)
			sprintf(out + strlen(out), "%c", (char)h->page.character[i].c);
	if (cell->rows > 1 || cell->columns > 1)
		sprintf(out + strlen(out), "%zux%zu", cell->rows, cell->columns);
}

/*
 * The tables of the page: cells are their characters, with rows and columns that they
 * span; a blank parts cells, / rows, ; tables.
 */
static void
expect(struct hand *h, const char *want)
{
	struct pdf_tables tables;
	char out[4096] = "";
	size_t number = 0;

	assert_true(pdf_tables_of(&h->page, &h->arena, &tables));
	for (size_t t = 0; t < tables.count; t++) {
		const struct pdf_table *table = &tables.table[t];
		strcat(out, t ? ";" : "");
		for (size_t i = 0; i < table->cells; i++) {
			const struct pdf_cell *cell = &table->cell[i];
			if (i)
				strcat(out, cell->row == cell[-1].row ? " " : "/");
			add_cell(h, table, cell, out);
			assert_int_equal(cell->number, ++number);
		}
	}
	assert_int_equal(tables.cells, number);
	assert_string_equal(out, want);
}

#define DRAW(h, ...) draw(h, (const char *const[]){ __VA_ARGS__ }, \
	sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static void
test_plain(void **state)
{
	DRAW(*state,
	    " +--+--+",
	    " |a |b |",
	    " +--+--+",
	    " |c |d |",
	    " +--+--+");
	expect(*state, "a b/c d");
}

static void
test_merged_cells(void **state)
{
	DRAW(*state,
	    " +--+--+--+",
	    " |a |b    |",
	    " |  +--+--+",
	    " |  |c |d |",
	    " +--+--+  |",
	    " |e    |  |",
	    " +-----+--+");
	expect(*state, "a2x1 b1x2/c d2x1/e1x2");
}

static void
test_open_at_a_page_break(void **state)
{
	DRAW(*state,
	    " +--+--+",
	    " |a |b |",
	    " +--+--+",
	    " |c |d |",
	    " |  |  |");
	expect(*state, "a b/c d");
}

static void
test_open_at_the_sides(void **state)
{
	DRAW(*state,
	    " ---+---",
	    "  a | b ",
	    " ---+---",
	    "  c | d ",
	    " ---+---");
	expect(*state, "a b/c d");
}

static void
test_lines_that_end_early(void **state)
{
	struct hand *h = *state;

	/* Each line ends four points before the next one. */
	for (int at = 100; at <= 140; at += 20) {
		hand_ruling(h, false, at, 54, 146);
		hand_ruling(h, false, at, 154, 246);
	}
	for (int at = 50; at <= 250; at += 100)
		hand_ruling(h, true, at, 104, 136);
	hand_text(h, 60, 105, 10, "a");
	hand_text(h, 160, 105, 10, "b");
	hand_text(h, 60, 125, 10, "c");
	hand_text(h, 160, 125, 10, "d");
	expect(h, "a b/c d");
}

static void
test_two_tables(void **state)
{
	DRAW(*state,
	    "         +--+--+",
	    "         |a |b |",
	    " +--+    +--+--+",
	    " |c |           ",
	    " +--+   x       ",
	    " |d |           ",
	    " +--+           ");
	expect(*state, "a b;c/d");
}

static void
test_frames_are_no_tables(void **state)
{
	DRAW(*state,
	    " +------------+",
	    " |t           |",
	    " +------------+",
	    " |  +--+--+   |",
	    " |  |a |b |   |",
	    " |  +--+--+   |",
	    " +------------+");
	expect(*state, "a b");
}

static void
test_a_box_is_no_table(void **state)
{
	DRAW(*state,
	    " +---------+ ",
	    " |a +--+   | ",
	    " |  |b |   | ",
	    " |  +--+   | ",
	    " +---------+ ");
	expect(*state, "");
}

static void
test_a_cell_as_large_as_half_the_page_is_no_cell(void **state)
{
	struct hand *h = *state;

	for (int i = 0; i < 2; i++)
		hand_ruling(h, true, 20 + 560 * i, 50, 750);
	hand_ruling(h, false, 50, 20, 580);
	hand_ruling(h, false, 80, 20, 580);
	hand_ruling(h, false, 750, 20, 580);
	expect(h, "");
}

static void
test_rules_without_columns(void **state)
{
	DRAW(*state,
	    " --------",
	    "  a   b  ",
	    " --------",
	    "  c   d  ",
	    " --------");
	expect(*state, "");
}

static void
test_an_underline_is_no_wall(void **state)
{
	DRAW(*state,
	    " +------+--+",
	    " |a     |b |",
	    " |      |  |",
	    " |  ---c|  |",
	    " |      |  |",
	    " +------+--+");
	expect(*state, "ac b");
}

static void
test_a_cell_that_is_no_box(void **state)
{
	DRAW(*state,
	    " +--+--+",
	    " |a |b |",
	    " +--+  |",
	    " |c    |",
	    " +-----+");
	expect(*state, "a bc2x2");
}

static void
test_nothing(void **state)
{
	expect(*state, "");
}

/* More lines than any table has. */
static void
test_a_drawing(void **state)
{
	struct hand *h = *state;

	for (int i = 0; i < 130; i++)
		hand_ruling(h, false, 10 + 6 * i, 10, 500);
	hand_ruling(h, true, 10, 10, 790);
	hand_ruling(h, true, 500, 10, 790);
	expect(h, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		HAND_TEST(test_plain),
		HAND_TEST(test_merged_cells),
		HAND_TEST(test_open_at_a_page_break),
		HAND_TEST(test_open_at_the_sides),
		HAND_TEST(test_lines_that_end_early),
		HAND_TEST(test_two_tables),
		HAND_TEST(test_frames_are_no_tables),
		HAND_TEST(test_a_box_is_no_table),
		HAND_TEST(test_a_cell_as_large_as_half_the_page_is_no_cell),
		HAND_TEST(test_rules_without_columns),
		HAND_TEST(test_an_underline_is_no_wall),
		HAND_TEST(test_a_cell_that_is_no_box),
		HAND_TEST(test_nothing),
		HAND_TEST(test_a_drawing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
