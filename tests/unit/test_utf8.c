/* SPDX-License-Identifier: MIT */
/* UTF-8 as RFC 3629 has it, and the columns that a text takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

#include "utf8.h"

static void
every_character_comes_back(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (uint32_t c = 0; c < 0x110000; c++) {
		size_t at = 0;
		if (c >= 0xd800 && c < 0xe000)
			continue;
		b.len = 0;
		utf8_add(&b, c);
		assert_int_equal(b.len, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
		if (utf8_next(buf_slice(&b), &at) != c || at != b.len)
			fail_msg("U+%04X", (unsigned)c);
		/* cut short, it is bad and takes one byte */
		for (size_t len = 1; len < b.len; len++) {
			at = 0;
			if (utf8_next(slice_head(buf_slice(&b), len), &at) != UTF8_BAD || at != 1)
				fail_msg("U+%04X cut to %zu bytes", (unsigned)c, len);
		}
	}
	buf_release(&b);
}

static void
bytes_are_those_of_the_standard(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	utf8_add(&b, 'A');
	utf8_add(&b, 0xe9);
	utf8_add(&b, 0x653f);
	utf8_add(&b, 0x1f600);
	assert_true(slice_eq(buf_slice(&b), SLICE("A\xc3\xa9\xe6\x94\xbf\xf0\x9f\x98\x80")));
	buf_release(&b);
}

static void
expect_bad_at(struct slice s, size_t wanted)
{
	if (utf8_check(s) != wanted)
		fail_msg("%zu instead of %zu: %.*s", utf8_check(s), wanted, SLICE_ARGS(s));
}

#define BAD_AT(bytes, wanted) expect_bad_at(SLICE(bytes), wanted)

static void
what_is_not_utf8(void **state)
{
	(void)state;
	BAD_AT("", 0);
	BAD_AT("政府\n", 7);
	BAD_AT("a\xff", 1);
	BAD_AT("政\x80", 3);
	BAD_AT("\xc0\x80", 0);         /* overlong NUL */
	BAD_AT("\xc1\xbf", 0);
	BAD_AT("\xe0\x9f\xbf", 0);     /* overlong */
	BAD_AT("\xe0\xa0\x80", 3);
	BAD_AT("\xf0\x8f\xbf\xbf", 0); /* overlong */
	BAD_AT("\xf0\x90\x80\x80", 4);
	BAD_AT("\xed\x9f\xbf", 3);
	BAD_AT("\xed\xa0\x80", 0);     /* surrogates */
	BAD_AT("\xed\xbf\xbf", 0);
	BAD_AT("\xee\x80\x80", 3);
	BAD_AT("\xf4\x8f\xbf\xbf", 4);
	BAD_AT("\xf4\x90\x80\x80", 0); /* beyond U+10FFFF */
	BAD_AT("\xf5\x80\x80\x80", 0);
	BAD_AT("x\xe6\x94", 1);        /* cut */
	BAD_AT("x\xe6\x94" "a", 1);
	BAD_AT("\xd5\xfe\xb8\xae", 0); /* 政府 in GB18030 */
	expect_bad_at((struct slice){ "a\0b", 3 }, 3);
	expect_bad_at(SLICE_NONE, 0);
}

/* After a bad byte reading goes on with the next one. */
static void
bad_bytes_are_taken_one_by_one(void **state)
{
	const struct slice s = SLICE("\xe6\x94政\xff");
	const uint32_t wanted[] = { UTF8_BAD, UTF8_BAD, 0x653f, UTF8_BAD };
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(utf8_next(s, &at), wanted[i]);
	assert_int_equal(at, s.len);
}

static void
han(void **state)
{
	const uint32_t is[] = {
		0x4e00, 0x9fff, 0x3007, 0x3400, 0x4dbf, 0x20000, 0x2a6df, 0x2f800, 0x30000, 0x323af,
		0xf900,
	};
	const uint32_t is_not[] = {
		'A', '1', 0x3001, 0x3002, 0x3000, 0xff11, 0x3042, 0xac00, 0x2460, 0xfffd, UTF8_BAD,
	};

	(void)state;
	for (size_t i = 0; i < sizeof is / sizeof is[0]; i++)
		assert_true(utf8_is_han(is[i]));
	for (size_t i = 0; i < sizeof is_not / sizeof is_not[0]; i++)
		assert_false(utf8_is_han(is_not[i]));
	assert_int_equal(utf8_han_count(SLICE("二〇二一年，共 65 件\xff（政府）。")), 9);
	assert_int_equal(utf8_han_count(SLICE_NONE), 0);
}

static void
space(void **state)
{
	const uint32_t is[] = {
		' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x2000, 0x200b, 0x3000, 0xfeff,
	};
	const uint32_t is_not[] = { 0, 8, 14, 'a', '_', 0x200c, 0x3001, 0x4e00, UTF8_BAD };

	(void)state;
	for (size_t i = 0; i < sizeof is / sizeof is[0]; i++)
		assert_true(utf8_is_space(is[i]));
	for (size_t i = 0; i < sizeof is_not / sizeof is_not[0]; i++)
		assert_false(utf8_is_space(is_not[i]));
}

static void
width(void **state)
{
	const uint32_t none[] = {
		0, '\t', 0x1b, 0x7f, 0x9b, 0x301, 0x200b, 0x200d, 0x202e, 0x2060, 0x3099, 0xfe0f,
		0xfe20, 0xfeff, 0xe0100, 0xe01ef,
	};
	const uint32_t two[] = {
		0x1100, 0x2329, 0x2e80, 0x3000, 0x3001, 0x303e, 0x3042, 0x4e00, 0x9fff, 0xac00,
		0xf900, 0xfe10, 0xfe30, 0xff01, 0xff10, 0xff60, 0xffe5, 0x1f600, 0x20000, 0x323af,
	};
	const uint32_t one[] = {
		' ', '~', 0xa0, 0xe9, 0x2014, 0x201c, 0x2460, 0x25cb, 0x303f, 0xe000, 0xff61, 0xfffd,
		0x10000,
	};

	(void)state;
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
		assert_int_equal(utf8_width(none[i]), 0);
	for (size_t i = 0; i < sizeof two / sizeof two[0]; i++)
		assert_int_equal(utf8_width(two[i]), 2);
	for (size_t i = 0; i < sizeof one / sizeof one[0]; i++)
		assert_int_equal(utf8_width(one[i]), 1);
}

static void
columns(void **state)
{
	(void)state;
	assert_int_equal(utf8_columns(SLICE_NONE), 0);
	assert_int_equal(utf8_columns(SLICE("abc")), 3);
	assert_int_equal(utf8_columns(SLICE("新收65件（total）")), 4 + 2 + 2 + 2 + 5 + 2);
	assert_int_equal(utf8_columns(SLICE("e\xcc\x81")), 1);
	assert_int_equal(utf8_columns(SLICE("\xff政\xe6")), 4);
}

/* Of long text some characters are checked at a time. */
static void
checking_agrees_with_decoding_anywhere(void **state)
{
	static const unsigned char follow[] = { 0x00, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xff };
	const size_t kinds = sizeof follow;

	(void)state;
	for (unsigned lead = 0; lead < 256; lead++)
		for (size_t second = 0; second < kinds; second++)
			for (size_t third = 0; third < kinds; third++)
				for (size_t at = 0; at <= 9; at += 3) {
					char text[] = "府信息公开";
					struct slice s = { text, sizeof text - 1 };
					text[at] = (char)lead;
					text[at + 1] = (char)follow[second];
					text[at + 2] = (char)follow[third];
					size_t valid = 0, next = 0;
					while (next < s.len && utf8_decode(s, &next) != UTF8_BAD)
						valid = next;
					assert_int_equal(utf8_check(s), valid);
				}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_comes_back),
		cmocka_unit_test(bytes_are_those_of_the_standard),
		cmocka_unit_test(what_is_not_utf8),
		cmocka_unit_test(bad_bytes_are_taken_one_by_one),
		cmocka_unit_test(han),
		cmocka_unit_test(space),
		cmocka_unit_test(width),
		cmocka_unit_test(columns),
		cmocka_unit_test(checking_agrees_with_decoding_anywhere),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
