/* SPDX-License-Identifier: MIT */
/* Text that stands on its side. */
#include "pdf.h"
#include "pdf_turn.h"

enum { SIZE = 10 };

/* A line from there on, each character so far from the one before it. */
static void
run(struct hand *h, int x, int y, int by_x, int by_y, bool lies, const char *text)
{
	struct slice s = slice_of(text);

	for (size_t at = 0; at < s.len; x += by_x, y += by_y) {
		const uint32_t c = utf8_next(s, &at);
		const int width = utf8_width(c) == 1 && !lies ? SIZE / 2 : SIZE;
		const int height = utf8_width(c) == 1 && lies ? SIZE / 2 : SIZE;
		h->character[h->page.characters++] = (struct pdf_char){
			{ x * PDF_POINT, y * PDF_POINT, (x + width) * PDF_POINT,
			    (y + height) * PDF_POINT }, c };
	}
}

static void
expect_turn(struct hand *h, enum pdf_turn want)
{
	assert_int_equal(pdf_turn_of(h->character, h->page.characters), want);
}

static void
test_upright(void **state)
{
	run(*state, 50, 100, 10, 0, false, "一、总体情况");
	run(*state, 50, 120, 5, 0, false, "2023");
	expect_turn(*state, PDF_UPRIGHT);
}

static void
test_climbing(void **state)
{
	run(*state, 50, 700, 0, -10, true, "总体情况");
	run(*state, 70, 700, 0, -5, true, "2023");
	expect_turn(*state, PDF_QUARTER);
}

static void
test_upside_down(void **state)
{
	run(*state, 500, 700, -10, 0, false, "总体情况");
	expect_turn(*state, PDF_HALF);
}

static void
test_falling(void **state)
{
	run(*state, 500, 100, 0, 10, true, "总体情况");
	run(*state, 480, 100, 0, 5, true, "2023");
	expect_turn(*state, PDF_THREE_QUARTERS);
}

/* Each character stands upright below the one before it, as in a label. */
static void
test_written_downwards(void **state)
{
	run(*state, 50, 100, 0, 10, false, "三、本年度办理结果");
	run(*state, 80, 100, 40, 0, false, "0123");
	expect_turn(*state, PDF_UPRIGHT);
}

static void
test_few_characters(void **state)
{
	expect_turn(*state, PDF_UPRIGHT);
	run(*state, 50, 100, 0, -10, true, "总");
	expect_turn(*state, PDF_UPRIGHT);
}

static void
expect_box(const struct pdf_char *c, int left, int top, int right, int bottom)
{
	assert_int_equal(c->box.left, left * PDF_POINT);
	assert_int_equal(c->box.top, top * PDF_POINT);
	assert_int_equal(c->box.right, right * PDF_POINT);
	assert_int_equal(c->box.bottom, bottom * PDF_POINT);
}

/* A page of 600 by 800 points. */
static void
expect_page(struct hand *h, enum pdf_turn turn, const int box[4], const char *rulings)
{
	const bool side = turn == PDF_QUARTER || turn == PDF_THREE_QUARTERS;

	run(h, 100, 200, 0, 0, false, "7");
	hand_ruling(h, false, 190, 90, 300);
	hand_ruling(h, true, 90, 190, 250);
	pdf_turn_page(&h->page, turn);
	expect_box(h->character, box[0], box[1], box[2], box[3]);
	assert_string_equal(hand_rulings(h), rulings);
	assert_int_equal(h->page.width, side ? HAND_HEIGHT : HAND_WIDTH);
	assert_int_equal(h->page.height, side ? HAND_WIDTH : HAND_HEIGHT);
}

static void
test_pages_left_alone(void **state)
{
	expect_page(*state, PDF_UPRIGHT, (const int[]){ 100, 200, 105, 210 },
	    "across 190: 90-300, down 90: 190-250");
}

static void
test_pages_turned_by_a_quarter(void **state)
{
	expect_page(*state, PDF_QUARTER, (const int[]){ 590, 100, 600, 105 },
	    "down 610: 90-300, across 90: 550-610");
}

static void
test_pages_turned_by_half(void **state)
{
	expect_page(*state, PDF_HALF, (const int[]){ 495, 590, 500, 600 },
	    "across 610: 300-510, down 510: 550-610");
}

static void
test_pages_turned_by_three_quarters(void **state)
{
	expect_page(*state, PDF_THREE_QUARTERS, (const int[]){ 200, 495, 210, 500 },
	    "down 190: 300-510, across 510: 190-250");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		HAND_TEST(test_upright),
		HAND_TEST(test_climbing),
		HAND_TEST(test_upside_down),
		HAND_TEST(test_falling),
		HAND_TEST(test_written_downwards),
		HAND_TEST(test_few_characters),
		HAND_TEST(test_pages_left_alone),
		HAND_TEST(test_pages_turned_by_a_quarter),
		HAND_TEST(test_pages_turned_by_half),
		HAND_TEST(test_pages_turned_by_three_quarters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
