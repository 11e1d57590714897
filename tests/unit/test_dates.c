/* SPDX-License-Identifier: MIT */
/* Dates, years and the numbering of headings, in folded text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "dates.h"
#include "outline.h"

struct date_case {
	const char *text, *date; /* NULL: none */
};

static const struct date_case dates[] = {
	{ "2022年1月18日", "2022-01-18" },
	{ "2022年01月08日", "2022-01-08" },
	{ "2022年1月18号", "2022-01-18" },
	{ "2022年1月18", "2022-01-18" },
	{ "2022-1-18", "2022-01-18" },
	{ "2022/01/18", "2022-01-18" },
	{ "2022.1.18", "2022-01-18" },
	{ "二〇二二年一月十八日", "2022-01-18" },
	{ "二○二○年十二月三十一日", "2020-12-31" },
	{ "二零一九年十月二十日", "2019-10-20" },
	{ "2024年2月29日", "2024-02-29" },
	{ "2000年2月29日", "2000-02-29" },
	{ "1900年2月29日", NULL },
	{ "2023年2月29日", NULL },
	{ "2022年4月31日", NULL },
	{ "2022年13月1日", NULL },
	{ "2022年0月1日", NULL },
	{ "2022年1月", NULL },
	{ "2022年", NULL },
	{ "20222年1月1日", NULL },
	{ "22年1月1日", NULL },
	{ "2022年1月18日止", NULL },
	{ "20221月1日", NULL },
	{ "", NULL },
};

static void
test_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		struct date date;
		char text[DATE_TEXT] = "none";
		if (date_read(slice_of(dates[i].text), 0, &date))
			date_print(date, text);
		assert_string_equal(text, dates[i].date ? dates[i].date : "none");
	}
}

static void
test_year_from_elsewhere(void **state)
{
	struct date date;

	(void)state;
	assert_true(date_read(SLICE("12月31日"), 2021, &date));
	assert_int_equal(date.year, 2021);
	assert_int_equal(date.month, 12);
	assert_int_equal(date.day, 31);
	assert_true(date_read(SLICE("2022年12月31日"), 2021, &date));
	assert_int_equal(date.year, 2022);
	assert_false(date_read(SLICE("12月31日"), 0, &date));
}

static void
test_years(void **state)
{
	(void)state;
	assert_int_equal(date_year(SLICE("2021")), 2021);
	assert_int_equal(date_year(SLICE("二○二一")), 2021);
	assert_int_equal(date_year(SLICE("二〇〇九")), 2009);
	assert_int_equal(date_year(SLICE("一九九八")), 1998);
	assert_int_equal(date_year(SLICE("2021年")), 0);
	assert_int_equal(date_year(SLICE("202")), 0);
	assert_int_equal(date_year(SLICE("1234")), 0);
	assert_int_equal(date_year(SLICE("二十二一")), 0);
}

struct outline_case {
	const char *text;
	enum outline_style style;
	unsigned value;
	const char *rest;
};

static const struct outline_case outlines[] = {
	{ "一、总体", OUTLINE_TOP, 1, "总体" },
	{ "十二.总体", OUTLINE_TOP, 12, "总体" },
	{ "二十一、总", OUTLINE_TOP, 21, "总" },
	{ "第三部分总", OUTLINE_TOP, 3, "总" },
	{ "(一)主", OUTLINE_ROUND, 1, "主" },
	{ "(十)、主", OUTLINE_ROUND, 10, "主" },
	{ "㈡主", OUTLINE_ROUND, 2, "主" },
	{ "1.政", OUTLINE_DIGIT, 1, "政" },
	{ "12、政", OUTLINE_DIGIT, 12, "政" },
	{ "(3)政", OUTLINE_ROUND_DIGIT, 3, "政" },
	{ "4)政", OUTLINE_ROUND_DIGIT, 4, "政" },
	{ "⑤政", OUTLINE_ROUND_DIGIT, 5, "政" },
	{ "一是加", OUTLINE_POINT, 1, "加" },
	{ "一般", OUTLINE_NONE, 0, "一般" },
	{ "第二十条第(一)项", OUTLINE_NONE, 0, "第二十条第(一)项" },
	{ "1.9万", OUTLINE_NONE, 0, "1.9万" },
	{ "2022年", OUTLINE_NONE, 0, "2022年" },
	{ "0", OUTLINE_NONE, 0, "0" },
	{ "(本列", OUTLINE_NONE, 0, "(本列" },
	{ "", OUTLINE_NONE, 0, "" },
};

static void
test_outlines(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof outlines / sizeof *outlines; i++) {
		const struct outline_case *c = &outlines[i];
		struct outline o = outline_read(slice_of(c->text));
		if (o.style != c->style || o.value != c->value
		    || !slice_is(slice_from(slice_of(c->text), o.len), c->rest))
			fail_msg("'%s': style %d, value %u, length %zu", c->text, (int)o.style, o.value,
			    o.len);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_year_from_elsewhere),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_outlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
