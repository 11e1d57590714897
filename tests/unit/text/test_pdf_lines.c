/* SPDX-License-Identifier: MIT */
/* Characters that stand somewhere become lines of text. */
#include "pdf.h"
#include "pdf_lines.h"

static const struct pdf_lines *
lines_of(struct hand *h)
{
	static struct pdf_lines lines;
	const struct pdf_char **c = arena_array(
	    &h->arena, h->page.characters + 1, sizeof(const struct pdf_char *));

	assert_non_null(c);
	for (size_t i = 0; i < h->page.characters; i++)
		c[i] = &h->page.character[i];
	assert_true(pdf_lines_of(c, h->page.characters, &h->arena, &lines));
	return &lines;
}

/* Lines as those of a cell, or laid out as on the page from `left` on; / between them. */
static void
expect_text(struct hand *h, bool laid_out, int left, const char *want)
{
	const struct pdf_lines *lines = lines_of(h);
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < lines->count; i++) {
		if (i)
			buf_char(&out, '/');
		if (laid_out)
			pdf_line_lay_out(&lines->line[i], left * PDF_POINT, 10 * PDF_POINT, &out);
		else
			pdf_line_add(&lines->line[i], &out);
	}
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, want);
	buf_release(&out);
}

static void
test_order_of_the_page(void **state)
{
	hand_text(*state, 80, 100, 10, "下");
	hand_text(*state, 50, 140, 10, "二");
	hand_text(*state, 70, 100, 10, "天");
	expect_text(*state, false, 0, "天下/二");
}

static void
test_one_line_of_different_sizes(void **state)
{
	hand_text(*state, 50, 100, 16, "年");
	hand_text(*state, 66, 103, 10, "2023");
	hand_text(*state, 86, 98, 10, "1"); /* a note, raised */
	hand_text(*state, 50, 120, 10, "下");
	expect_text(*state, false, 0, "年20231/下");
}

static void
test_words(void **state)
{
	hand_text(*state, 50, 100, 10, "1.  a b");
	hand_text(*state, 50, 120, 10, "公 开12 件"); /* justified; a gap before a numeral */
	expect_text(*state, false, 0, "1. a b/公开12 件");
}

static void
test_layout(void **state)
{
	hand_text(*state, 50, 100, 10, "规章      0    12");
	hand_text(*state, 60, 120, 10, "文件     305    7");
	hand_text(*state, 200, 140, 10, "x");
	expect_text(*state, true, 50,
	    "规章      0    12/  文件     305    7/                              x");
}

/* Text that is set tighter than half a character never loses the blank between words. */
static void
test_layout_of_small_type(void **state)
{
	hand_text(*state, 50, 100, 4, "abcdefgh");
	hand_text(*state, 68, 100, 4, "12");
	expect_text(*state, true, 50, "abcdefgh 12");
}

static void
test_binding(void **state)
{
	struct hand *h = *state;
	struct buf out = BUF_INIT;

	hand_text(h, 50, 100, 10, "公开12");
	hand_text(h, 50, 120, 10, "34件");
	hand_text(h, 50, 140, 10, "规");
	hand_text(h, 50, 160, 10, "5");
	const struct pdf_lines *lines = lines_of(h);
	for (size_t i = 0; i < lines->count; i++) {
		if (i)
			pdf_lines_bind(&lines->line[i - 1], &lines->line[i], &out);
		pdf_line_add(&lines->line[i], &out);
	}
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, "公开12 34件规5");
	buf_release(&out);
}

static void
test_columns(void **state)
{
	hand_text(*state, 50, 100, 10, "公 开  12");
	hand_text(*state, 50, 120, 10, "公   0    1");
	const struct pdf_lines *lines = lines_of(*state);
	assert_int_equal(lines->count, 2);
	assert_int_equal(pdf_line_columns(&lines->line[0]), 1);
	assert_int_equal(pdf_line_columns(&lines->line[1]), 3);
}

static void
test_usual_height(void **state)
{
	struct hand *h = *state;

	assert_int_equal(pdf_usual_height(h->character, 0, &h->arena), 0);
	hand_text(h, 50, 100, 30, "a");
	hand_text(h, 50, 100, 10, "abc");
	hand_text(h, 50, 100, 6, "a");
	assert_int_equal(pdf_usual_height(h->character, 5, &h->arena), 10 * PDF_POINT);
}

static void
test_nothing(void **state)
{
	assert_int_equal(lines_of(*state)->count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		HAND_TEST(test_order_of_the_page),
		HAND_TEST(test_one_line_of_different_sizes),
		HAND_TEST(test_words),
		HAND_TEST(test_layout),
		HAND_TEST(test_layout_of_small_type),
		HAND_TEST(test_binding),
		HAND_TEST(test_columns),
		HAND_TEST(test_usual_height),
		HAND_TEST(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
