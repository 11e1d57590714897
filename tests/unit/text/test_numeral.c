/* SPDX-License-Identifier: MIT */
/* Numbers of lists as word processors write them, and how they are counted. */
#include "text.h"

#include "numbering.h"

struct numeral_case {
	const char *name;
	size_t number;
	const char *want;
};

static const struct numeral_case ooxml[] = {
	{ "decimal", 0, "0" }, { "decimal", 1000000000, "1000000000" },
	{ "decimalZero", 9, "09" }, { "decimalZero", 10, "10" },
	{ "decimalFullWidth", 120, "１２０" },
	{ "chineseCountingThousand", 1, "一" }, { "chineseCountingThousand", 10, "十" },
	{ "chineseCountingThousand", 11, "十一" }, { "chineseCountingThousand", 20, "二十" },
	{ "chineseCountingThousand", 99, "九十九" }, { "chineseCountingThousand", 100, "一百" },
	{ "chineseCountingThousand", 101, "一百零一" },
	{ "chineseCountingThousand", 110, "一百一十" },
	{ "chineseCountingThousand", 1001, "一千零一" },
	{ "chineseCountingThousand", 2310, "二千三百一十" },
	{ "chineseCountingThousand", 0, "0" }, { "chineseCountingThousand", 10000, "10000" },
	{ "chineseCounting", 12, "十二" }, { "chineseCounting", 101, "一〇一" },
	{ "japaneseCounting", 12, "十二" }, { "japaneseCounting", 111, "百十一" },
	{ "ideographDigital", 10, "一〇" }, { "ideographDigital", 2023, "二〇二三" },
	{ "chineseLegalSimplified", 12, "壹拾贰" },
	{ "ideographLegalTraditional", 106, "壹佰零陸" },
	{ "upperRoman", 1994, "MCMXCIV" }, { "lowerRoman", 8, "viii" }, { "lowerRoman", 4000, "4000" },
	{ "upperLetter", 26, "Z" }, { "lowerLetter", 27, "aa" }, { "lowerLetter", 1000000, "1000000" },
	{ "decimalEnclosedCircle", 20, "⑳" }, { "decimalEnclosedCircleChinese", 21, "㉑" },
	{ "decimalEnclosedCircle", 36, "㊱" }, { "decimalEnclosedCircle", 51, "51" },
	{ "decimalEnclosedParen", 1, "⑴" }, { "decimalEnclosedFullstop", 2, "⒉" },
	{ "ideographEnclosedCircle", 10, "㊉" }, { "ideographParenthesized", 2, "㈡" },
	{ "ideographTraditional", 10, "癸" }, { "ideographZodiac", 12, "亥" },
	{ "ideographZodiac", 13, "13" },
	{ "bullet", 3, "" }, { "none", 3, "" }, { "klingon", 3, "3" }, { "", 3, "3" },
};

static const struct numeral_case odf[] = {
	{ "1", 7, "7" }, { "", 7, "" }, { "a", 3, "c" }, { "A", 3, "C" }, { "i", 4, "iv" },
	{ "I", 4, "IV" }, { "一, 二, 三, ...", 12, "十二" }, { "①, ②, ③, ...", 3, "③" },
	{ "１, ２, ３, ...", 3, "３" },
	{ "1, 2, 3, ...", 3, "３" }, { "甲, 乙, 丙, ...", 3, "丙" }, { "壹, 贰, 叁, ...", 3, "叁" },
	{ "子, 丑, 寅, ...", 3, "寅" }, { "(1)", 3, "3" },
};

static void
expect(enum numeral numeral, const struct numeral_case *c)
{
	struct buf got = BUF_INIT;

	numeral_add(&got, numeral, c->number);
	buf_char(&got, '\0');
	if (strcmp(got.ptr, c->want) != 0)
		fail_msg("%s %zu is %s", c->name, c->number, got.ptr);
	buf_release(&got);
}

static void
test_numerals(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(ooxml); i++)
		expect(numeral_of_ooxml(slice_of(ooxml[i].name)), &ooxml[i]);
	for (size_t i = 0; i < COUNT(odf); i++)
		expect(numeral_of_odf(slice_of(odf[i].name)), &odf[i]);
}

/* What the paragraphs at these levels ("0110") are numbered; each number is ended by |. */
static void
expect_numbers(const struct numbering_level *levels, const char *paragraphs, const char *want)
{
	struct numbering_count count = { .value = { 0 } };
	struct buf got = BUF_INIT;

	for (; *paragraphs; paragraphs++) {
		numbering_next(levels, &count, (size_t)(*paragraphs - '0'), &got);
		buf_char(&got, '|');
	}
	buf_char(&got, '\0');
	assert_string_equal(got.ptr, want);
	buf_release(&got);
}

static void
test_counting(void **state)
{
	struct numbering_level levels[NUMBERING_LEVELS];

	(void)state;
	for (size_t i = 0; i < NUMBERING_LEVELS; i++)
		levels[i] = (struct numbering_level)NUMBERING_LEVEL_INIT;
	expect_numbers(levels, "012", "|||");
	levels[0].pattern = SLICE("第%1章 ");
	levels[0].numeral = NUMERAL_HAN;
	levels[1] = (struct numbering_level){ SLICE("%1.%2"), NUMERAL_DECIMAL, 0, 10, false };
	levels[2] = (struct numbering_level){ SLICE("%%3%"), NUMERAL_UPPER_LETTER, 1, 1, true };
	/* before any heading above it; from 0; begun anew */
	expect_numbers(levels, "1101", "一.0 |一.1 |第一章  |一.0 |");
	/* the third level is not begun anew by the second, and all decimal */
	expect_numbers(levels, "01212021", "第一章  |一.0 |%1% |一.1 |%2% |第二章  |%1% |二.0 |");
	/* a level that has no numbers is counted, and begins others anew */
	levels[0].numeral = NUMERAL_NONE;
	expect_numbers(levels, "01101", "|.0 |.1 ||.0 |");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numerals),
		cmocka_unit_test(test_counting),
	};

	return cmocka_run_group_tests_name("numeral", tests, NULL, NULL);
}
