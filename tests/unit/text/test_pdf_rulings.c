/* SPDX-License-Identifier: MIT */
/* Ruling lines that are seen in a picture, which is painted here dot by dot. */
#include "pdf.h"
#include "pdf_rulings.h"

/* Of the picture, in dots of two points. */
enum { WIDTH = 100, HEIGHT = 60, DOT = 2 };

static unsigned char shade[WIDTH * HEIGHT];

static int
set_up(void **state)
{
	memset(shade, 255, sizeof shade);
	return hand_set_up(state);
}

static void
paint(int left, int top, int right, int bottom, int how)
{
	for (int y = top; y < bottom; y++)
		for (int x = left; x < right; x++)
			shade[y * WIDTH + x] = (unsigned char)how;
}

/* In points: a ruling stands in the middle of its dots. */
static void
expect(struct hand *h, const char *want)
{
	const struct pdf_picture picture = { shade, WIDTH, HEIGHT, DOT * PDF_POINT };

	assert_true(pdf_rulings_find(&picture, &h->arena, &h->page));
	assert_string_equal(hand_rulings(h), want);
}

/* In the corner, where they are one, neither is seen. */
static void
test_lines(void **state)
{
	paint(10, 20, 50, 21, 0);
	paint(10, 20, 11, 40, 90);
	expect(*state, "across 41: 22-100, down 21: 42-80");
}

static void
test_two_dots_are_one_line(void **state)
{
	paint(10, 20, 50, 22, 0);
	expect(*state, "across 41: 20-100");
}

static void
test_a_black_box_is_no_line(void **state)
{
	paint(10, 20, 50, 30, 0);
	expect(*state, "");
}

static void
test_a_line_on_a_shade(void **state)
{
	paint(0, 10, 60, 30, 180);
	paint(10, 20, 50, 21, 100);
	expect(*state, "across 41: 20-100");
}

static void
test_a_faint_line(void **state)
{
	paint(10, 20, 50, 21, 230);
	expect(*state, "");
}

static void
test_strokes_of_characters(void **state)
{
	paint(10, 20, 16, 21, 0);
	paint(40, 20, 41, 27, 0);
	expect(*state, "");
}

/* 一 beside 一 looks like a line, but for standing in characters. */
static void
test_strokes_side_by_side(void **state)
{
	for (int i = 0; i < 5; i++) {
		paint(10 + 6 * i, 20, 15 + 6 * i, 21, 0);
		hand_text(*state, 20 + 12 * i, 34, 12, "一");
	}
	expect(*state, "");
}

/* A character hides a part of a line, white does not. */
static void
test_a_line_behind_a_character(void **state)
{
	paint(10, 20, 50, 21, 0);
	paint(24, 18, 28, 23, 0);
	hand_text(*state, 48, 36, 10, "田");
	expect(*state, "across 41: 20-100");
}

static void
test_a_line_with_a_gap_is_two(void **state)
{
	paint(10, 20, 30, 21, 0);
	paint(40, 20, 60, 21, 0);
	expect(*state, "across 41: 20-60, across 41: 80-120");
}

static void
test_a_line_drawn_cell_by_cell(void **state)
{
	paint(10, 20, 30, 21, 0);
	paint(32, 20, 60, 21, 0);
	expect(*state, "across 41: 20-120");
}

static void
test_at_the_edge(void **state)
{
	paint(0, 0, WIDTH, 1, 0);
	paint(WIDTH - 1, 0, WIDTH, HEIGHT, 0);
	expect(*state, "across 1: 0-198, down 199: 2-120");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, hand_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_lines),
		TEST(test_two_dots_are_one_line),
		TEST(test_a_black_box_is_no_line),
		TEST(test_a_line_on_a_shade),
		TEST(test_a_faint_line),
		TEST(test_strokes_of_characters),
		TEST(test_strokes_side_by_side),
		TEST(test_a_line_behind_a_character),
		TEST(test_a_line_with_a_gap_is_two),
		TEST(test_a_line_drawn_cell_by_cell),
		TEST(test_at_the_edge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
