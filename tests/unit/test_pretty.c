/* SPDX-License-Identifier: MIT */
/* Records in columns, as a person sees them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

#include "pretty.h"

static const char *const names[] = { "doc", "row", "n", "raw", "line" };
static const struct record_shape shape = {
	.field = names, .count = 5, .number = 1UL << 2 | 1UL << 4, .text = 1UL << 3,
};

static void
add(struct pretty *p, const char *doc, const char *row, const char *n, const char *raw,
    const char *line)
{
	const struct slice fields[5] = {
		slice_of(doc), slice_of(row), slice_of(n), slice_of(raw), slice_of(line),
	};

	assert_true(pretty_add(p, fields));
}

static void
expect_flush(struct pretty *p, const char *wanted)
{
	struct buf out = BUF_INIT;

	pretty_flush(p, &out);
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

static void
columns_are_aligned_and_running_text_is_last(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	add(&p, "甲县.txt", "new", "65", "65 件", "7");
	add(&p, "b", "carried_in", "-1.5", "", "112");
	add(&p, "b", "", "无", "mark", "");
	expect_flush(&p,
	    "doc       row            n  line  raw\n"
	    "甲县.txt  new           65     7  65 件\n"
	    "b         carried_in  -1.5   112\n"
	    "b                     无          mark\n");
	pretty_release(&p);
}

static void
one_header_and_columns_that_only_grow(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	expect_flush(&p, "");
	add(&p, "long.txt", "new", "1", "x", "1");
	expect_flush(&p, "doc       row  n  line  raw\nlong.txt  new  1     1  x\n");
	expect_flush(&p, "");
	add(&p, "b", "carried", "1", "x", "1");
	expect_flush(&p, "b         carried  1     1  x\n");
	assert_int_equal(p.text.len, 0); /* a long stream does not pile up */
	add(&p, "c", "new", "100", "x", "1");
	expect_flush(&p, "c         new      100     1  x\n");
	pretty_release(&p);
}

#define TEN "1234567890"

#define SPACES "          "

/* A column grows to 40; what is wider pushes the rest of its row and no other. */
static void
an_overlong_field_pushes_only_its_row(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	add(&p, "报告报告报告报告报告报告报告报告报告报告报1", "row", "5", "", "8");
	add(&p, "b", "y", "5", "x", "8");
	expect_flush(&p,
	    "doc" SPACES SPACES SPACES "         row  n  line  raw\n"
	    "报告报告报告报告报告报告报告报告报告报告报1  row  5  8\n"
	    "b  " SPACES SPACES SPACES "         y    5     8  x\n");
	pretty_release(&p);
}

/* What the fields of a pushed row leave of their columns brings it back into line. */
static void
a_pushed_row_finds_back(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	add(&p, TEN TEN TEN TEN "12345", "y", "5", "", "8");
	add(&p, "b", "twenty columns " "12345", "5", "", "8");
	expect_flush(&p,
	    "doc" SPACES SPACES SPACES "         row                   n  line  raw\n"
	    TEN TEN TEN TEN "12345  y                5     8\n"
	    "b  " SPACES SPACES SPACES "         twenty columns 12345  5     8\n");
	pretty_release(&p);
}

/* Of a path of 43 characters: what stands behind an empty field is not taken for it. */
static void
gaps_of_a_pushed_row_stay(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	add(&p, TEN TEN TEN TEN "123", "", "7", "a", "1");
	add(&p, TEN TEN TEN TEN "123", "", "", "b", "1234");
	add(&p, TEN TEN TEN TEN "123", "in", "", "c", "");
	add(&p, TEN TEN TEN TEN "123", "", "", "d", "");
	expect_flush(&p,
	    "doc" SPACES SPACES SPACES "         row  n  line  raw\n"
	    TEN TEN TEN TEN "123       7  1  a\n"
	    TEN TEN TEN TEN "123          1234  b\n"
	    TEN TEN TEN TEN "123  in           c\n"
	    TEN TEN TEN TEN "123                d\n");
	pretty_release(&p);
}

static void
the_last_column_is_never_padded(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	add(&p, "a", "", "", TEN TEN TEN TEN TEN "。", "");
	add(&p, "", "", "", "", "");
	add(&p, "b", "", "", "短", "");
	expect_flush(&p,
	    "doc  row  n  line  raw\n"
	    "a                  " TEN TEN TEN TEN TEN "。\n"
	    "\n"
	    "b                  短\n");
	pretty_release(&p);
}

static void
nothing_moves_the_cursor(void **state)
{
	struct pretty p;

	(void)state;
	assert_true(pretty_init(&p, &shape));
	add(&p, "a\x1b[2J", "b\tc", "\xc2\x9b" "5", "\n\r\x7f\xff\xe2\x80\xae" "x", "1");
	expect_flush(&p,
	    "doc    row    n  line  raw\n"
	    "a\xef\xbf\xbd[2J  b\\tc  \xef\xbf\xbd" "5     1"
	    "  \\n\\r\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdx\n");
	pretty_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_aligned_and_running_text_is_last),
		cmocka_unit_test(one_header_and_columns_that_only_grow),
		cmocka_unit_test(an_overlong_field_pushes_only_its_row),
		cmocka_unit_test(a_pushed_row_finds_back),
		cmocka_unit_test(gaps_of_a_pushed_row_stay),
		cmocka_unit_test(the_last_column_is_never_padded),
		cmocka_unit_test(nothing_moves_the_cursor),
	};

	return cmocka_run_group_tests_name("pretty", tests, NULL, NULL);
}
