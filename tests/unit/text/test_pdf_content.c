/* SPDX-License-Identifier: MIT */
/* Operators of a page become ruling lines. Places are in points, y counts downwards. */
#include "pdf.h"
#include "pdf_content.h"
#include "pdf_token.h"

static const struct pdf_matrix identity = { PDF_ONE, 0, 0, PDF_ONE, 0, 0 };

/* /Line draws a line, /Picture is one, /Again draws itself. */
static bool
find(void *context, unsigned resources, struct slice name, struct pdf_form *form)
{
	*form = (struct pdf_form){ .matrix = identity, .resources = 2 };
	assert_ptr_equal(context, &identity);
	assert_true(resources == 1 || resources == 2);
	if (slice_is(name, "Line")) {
		form->matrix.e = 10 * PDF_ONE;
		form->content = SLICE("0 0 m 100 0 l S");
	} else if (slice_is(name, "Again")) {
		form->content = SLICE("0 0 m 100 0 l S 1 0 0 1 0 10 cm /Again Do /Again Do");
	} else if (slice_is(name, "Picture")) {
		form->picture = true;
	} else {
		return false;
	}
	return true;
}

/* The rulings that `content` draws; returns how large its largest picture is. */
static int
expect(struct hand *h, const char *content, const char *want)
{
	struct pdf_strokes strokes = { .arena = &h->arena };
	struct pdf_content c = { .strokes = &strokes, .find = find,
		.context = (void *)(uintptr_t)&identity, .budget = 100000 };

	h->page.rulings = 0;
	assert_true(pdf_content_draw(&c, slice_of(content), 1, &identity));
	assert_true(pdf_strokes_end(&strokes, &h->page));
	assert_string_equal(hand_rulings(h), want);
	return c.pictured;
}

static void
test_strokes(void **state)
{
	expect(*state, "10 20 m 90 20 l S", "across 20: 10-90");
	expect(*state, "90 20 m 10 20 l 10 60 l S", "across 20: 10-90, down 10: 20-60");
	expect(*state, "10 20 m 90 20 l 90 60 l 10 60 l s",
	    "across 20: 10-90, across 60: 10-90, down 10: 20-60, down 90: 20-60");
	expect(*state, "10 20 80 40 re S",
	    "across 20: 10-90, across 60: 10-90, down 10: 20-60, down 90: 20-60");
	expect(*state, "10 20 m 90 20 l n 10 20 m 90 60 l S 10 20 m 30 20 60 20 90 20 c S", "");
	expect(*state, "10 20 m 90 20.3 l S", "across 20: 10-90");
	expect(*state, "10 20 m 16 20 l S", "");
}

static void
test_thin_boxes(void **state)
{
	expect(*state, "10 20 80 .5 re f", "across 20: 10-90");
	expect(*state, "10 20 80 -.5 re f*", "across 19: 10-90");
	expect(*state, "10 20 m 10.5 20 l 10.5 60 l 10 60 l h F", "down 10: 20-60");
	expect(*state, "10 20 m 10.5 20 l 10.5 60 l 10 60 l f", "down 10: 20-60");
	expect(*state, "10 20 m 10.5 20 l 10.5 60 l f", "");
	expect(*state, "10 20 80 40 re f", "");
	expect(*state, "10 20 80 40 re B", "");
	expect(*state, ".8 g 10 20 80 40 re B",
	    "across 20: 10-90, across 60: 10-90, down 10: 20-60, down 90: 20-60");
	expect(*state, "10 20 m 90 20 l 50 20.5 l h f", "");
}

static void
test_thick_strokes_are_grounds(void **state)
{
	expect(*state, "20 w 10 20 m 90 20 l S", "");
	expect(*state, "4 w 10 20 m 90 20 l S", "across 20: 10-90");
	expect(*state, "2 0 0 2 0 0 cm 4 w 10 20 m 90 20 l S", "");
}

static void
test_dashes(void **state)
{
	expect(*state, "10 20 3 .5 re 16 20 3 .5 re 22 20 3 .5 re 28 20 3 .5 re f",
	    "across 20: 10-31");
	expect(*state, "10 20 1 1 re 10 24 1 1 re 10 28 1 1 re f", "down 10: 20-29");
	expect(*state, "[3 2] 0 d 10 20 m 90 20 l S", "across 20: 10-90");
}

static void
test_lines_that_are_one(void **state)
{
	expect(*state, "10 20 m 40 20 l S 42 20 m 90 20 l S", "across 20: 10-90");
	expect(*state, "10 20 m 90 20 l S 10 22 m 90 22 l S", "across 20: 10-90");
	expect(*state, "10 20 m 40 20 l S 60 20 m 90 20 l S",
	    "across 20: 10-40, across 20: 60-90");
	expect(*state, "10 20 m 90 20 l S 10 30 m 90 30 l S",
	    "across 20: 10-90, across 30: 10-90");
}

static void
test_colours(void **state)
{
	const char line[] = "across 20: 10-90";

	expect(*state, "1 G 10 20 m 90 20 l S", "");
	expect(*state, ".99 G 10 20 m 90 20 l S", "");
	expect(*state, ".9 G 10 20 m 90 20 l S", line);
	expect(*state, "1 1 1 RG 10 20 m 90 20 l S", "");
	expect(*state, "1 1 0 RG 10 20 m 90 20 l S", line);
	expect(*state, "0 0 0 0 K 10 20 m 90 20 l S", "");
	expect(*state, "0 0 1 0 K 10 20 m 90 20 l S", line);
	expect(*state, "0 0 0 1 K 10 20 m 90 20 l S", line);
	expect(*state, "1 g 10 20 80 .5 re f", "");
	expect(*state, "/DeviceGray CS 1 SC 10 20 m 90 20 l S", "");
	expect(*state, "/DeviceRGB CS 1 1 1 SCN 10 20 m 90 20 l S", "");
	expect(*state, "/Ink CS 1 SCN 10 20 m 90 20 l S", line);
	expect(*state, "/Pattern cs /P1 scn 10 20 80 .5 re f", line);
	expect(*state, "q 1 G Q 10 20 m 90 20 l S", line);
}

/* A line is seen on what was drawn before it. */
static void
test_grounds(void **state)
{
	const char line[] = "across 20: 10-90";

	expect(*state, ".8 g 0 0 100 100 re f 1 G 10 20 m 90 20 l S", line);
	expect(*state, ".8 g 0 0 100 100 re f .8 G 10 20 m 90 20 l S", "");
	expect(*state, ".8 g 0 0 100 100 re f 1 g 5 15 90 10 re f 1 G 10 20 m 90 20 l S", "");
	expect(*state, ".8 g 0 50 100 100 re f 1 G 10 20 m 90 20 l S", "");
}

static void
test_places(void **state)
{
	expect(*state, "2 0 0 .5 10 5 cm 10 20 m 90 20 l S", "across 15: 30-190");
	expect(*state, "0 1 -1 0 100 0 cm 10 20 m 90 20 l S", "down 80: 10-90");
	expect(*state, "q 1 0 0 1 0 50 cm 10 20 m 90 20 l S Q 10 20 m 90 20 l S",
	    "across 20: 10-90, across 70: 10-90");
	expect(*state, "Q Q 10 20 m 90 20 l S", "across 20: 10-90");
	expect(*state, ".06 0 0 .06 0 0 cm 170 335 m 1510 335 l S", "across 20: 10-90");
	expect(*state, "-10 -5 m 90 -5 l S -10 20 m 900 20 l S 700 10 m 700 90 l S",
	    "across 20: 0-600");
	expect(*state, "1 0 0 1 0 cm 10 20 m 90 20 l S", "across 20: 10-90");
}

static void
test_forms(void **state)
{
	expect(*state, "1 0 0 1 0 50 cm /Line Do", "across 50: 10-110");
	expect(*state, "/Nothing Do 10 20 m 90 20 l S", "across 20: 10-90");
	/* One in the other, but not for ever. */
	expect(*state, "/Again Do",
	    "across 0: 0-100, across 10: 0-100, across 20: 0-100, across 30: 0-100, "
	    "across 40: 0-100, across 50: 0-100, across 60: 0-100, across 70: 0-100");
}

static void
test_pictures(void **state)
{
	assert_int_equal(expect(*state, "10 20 m 90 20 l S", "across 20: 10-90"), 0);
	assert_int_equal(expect(*state, "q 200 0 0 300 0 0 cm /Picture Do Q", ""), 60000);
	assert_int_equal(expect(*state, "q 0 300 -200 0 0 0 cm /Picture Do Q", ""), 60000);
	assert_int_equal(expect(*state,
	    "q 20 0 0 30 0 0 cm BI /W 8 /H 1 ID \xff EIN \n(EI EI Q 10 20 m 90 20 l S",
	    "across 20: 10-90"), 600);
}

static void
test_text_is_passed_over(void **state)
{
	expect(*state, "BT /F 12 Tf (10 20 m \\) (90 20 l S) \\\\) Tj <3130> Tj "
	               "[(0 0 m) -20 (9)] TJ ET % 10 20 m 90 20 l S\n"
	               "/P << /MCID 0 /T (S) >> BDC 10 30 m 90 30 l S EMC", "across 30: 10-90");
	expect(*state, "10 30 m 90 30 l S (open", "across 30: 10-90");
	expect(*state, "10 30 m 90 30 l S <4", "across 30: 10-90");
	expect(*state, "10 30 m 90 30 l S BI ID abc", "across 30: 10-90");
	expect(*state, ") ] } >> 10 30 m 90 30 l S", "across 30: 10-90");
	expect(*state, "", "");
}

static void
test_nonsense(void **state)
{
	expect(*state, "l S h S re S m S 10 l 90 20 l S", "");
	expect(*state, "1 2 3 4 5 6 7 8 10 20 m 1 1 90 20 l S", "");
	expect(*state, "99999999999999999999 0 m 0 -99999999999999999999 l S", "");
	expect(*state, "9999999 0 0 9999999 9999999 9999999 cm "
	               "9999999 0 0 9999999 9999999 9999999 cm 9999999 9999999 m 5 5 l S", "");
}

static void
test_endless_nesting(void **state)
{
	struct buf content = BUF_INIT;

	for (int i = 0; i < 1000; i++)
		buf_add(&content, SLICE("q 1 0 0 1 0 1 cm "));
	for (int i = 0; i < 1000; i++)
		buf_add(&content, SLICE("Q "));
	buf_add(&content, SLICE("10 20 m 90 20 l S"));
	buf_char(&content, '\0');
	expect(*state, content.ptr, "across 20: 10-90");
	buf_release(&content);
}

/* With very many lines a page is a drawing. */
static void
test_drawings(void **state)
{
	struct buf content = BUF_INIT;

	for (size_t i = 0; i < 2001; i++) {
		buf_number(&content, i % 12 * 50);
		buf_char(&content, ' ');
		buf_number(&content, i / 12 * 4);
		buf_add(&content, SLICE(" 30 1 re f\n"));
	}
	buf_char(&content, '\0');
	expect(*state, content.ptr, "");
	buf_release(&content);
}

static void
expect_number(const char *text, pdf_fixed want)
{
	struct slice rest = slice_of(text);
	struct pdf_token token = pdf_token_next(&rest);

	assert_int_equal(token.kind, PDF_NUMBER);
	assert_true(token.number == want);
	assert_int_equal(pdf_token_next(&rest).kind, PDF_END);
}

static void
test_numbers(void **state)
{
	(void)state;
	expect_number("12", 12 * PDF_ONE);
	expect_number(" +12.5 ", 12 * PDF_ONE + PDF_ONE / 2);
	expect_number("-.25", -PDF_ONE / 4);
	expect_number("-0", 0);
	expect_number("4.", 4 * PDF_ONE);
	expect_number("0.50000000000000000001", PDF_ONE / 2);
	expect_number("99999999999999999999", PDF_LARGEST);
	expect_number("-99999999999999999999", -PDF_LARGEST);
}

static void
test_products(void **state)
{
	(void)state;
	assert_true(pdf_fixed_times(PDF_ONE / 2, 6 * PDF_ONE) == 3 * PDF_ONE);
	assert_true(pdf_fixed_times(-PDF_ONE / 2, 6 * PDF_ONE) == -3 * PDF_ONE);
	assert_true(pdf_fixed_times(PDF_LARGEST, PDF_LARGEST) == PDF_LARGEST);
	assert_true(pdf_fixed_times(PDF_LARGEST, -PDF_LARGEST) == -PDF_LARGEST);
	assert_true(pdf_fixed_times(PDF_LARGEST - 1, PDF_ONE) == PDF_LARGEST - 1);
	assert_true(pdf_fixed_times(PDF_LARGEST, 1) == PDF_LARGEST / PDF_ONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		HAND_TEST(test_strokes),
		HAND_TEST(test_thin_boxes),
		HAND_TEST(test_thick_strokes_are_grounds),
		HAND_TEST(test_dashes),
		HAND_TEST(test_lines_that_are_one),
		HAND_TEST(test_colours),
		HAND_TEST(test_grounds),
		HAND_TEST(test_places),
		HAND_TEST(test_forms),
		HAND_TEST(test_pictures),
		HAND_TEST(test_text_is_passed_over),
		HAND_TEST(test_nonsense),
		HAND_TEST(test_endless_nesting),
		HAND_TEST(test_drawings),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_products),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
