/* SPDX-License-Identifier: MIT */
/* Numbers as cells and sentences write them. */
#include "helper.h"

#include "number.h"

#define NBSP "\xc2\xa0"

struct cell_case {
	const char *cell;
	enum cell_state state;
	const char *value; /* of a number */
};

static void
expect_cell(const struct cell_case *c, enum number_measure measure)
{
	struct arena arena = ARENA_INIT;
	struct number number;
	char text[DECIMAL_TEXT];

	assert_true(number_read(slice_of(c->cell), measure, &arena, &number));
	if (number.state != c->state)
		fail_msg("'%s' is %s", c->cell, cell_state_names[number.state]);
	if (number.state == CELL_NUMBER) {
		if (!slice_is(number.text, c->value))
			fail_msg("'%s' is %.*s", c->cell, SLICE_ARGS(number.text));
		size_t len = decimal_print(number.value, text);
		assert_true(slice_eq(number.text, (struct slice){ text, len }));
	} else {
		assert_int_equal(number.text.len, 0);
	}
	arena_release(&arena);
}

static void
counts_in_cells(void **state)
{
	static const struct cell_case cases[] = {
		{ "0", CELL_NUMBER, "0" },
		{ "-0", CELL_NUMBER, "0" },
		{ "54408", CELL_NUMBER, "54408" },
		{ "　　0", CELL_NUMBER, "0" },
		{ NBSP "17 ", CELL_NUMBER, "17" },
		{ "７１１", CELL_NUMBER, "711" },
		{ "１,２３４", CELL_NUMBER, "1234" },
		{ "1，234", CELL_NUMBER, "1234" },
		{ "12,345,678", CELL_NUMBER, "12345678" },
		{ "1,234.5", CELL_NUMBER, "1234.5" },
		{ "59237.2449", CELL_NUMBER, "59237.2449" },
		{ "26.50", CELL_NUMBER, "26.5" },
		{ "65件", CELL_NUMBER, "65" },
		{ "65 件", CELL_NUMBER, "65" },
		{ "0件次", CELL_NUMBER, "0" },
		{ "3　宗", CELL_NUMBER, "3" },
		{ "增 2", CELL_NUMBER, "2" },
		{ "增加2", CELL_NUMBER, "2" },
		{ "减1", CELL_NUMBER, "-1" },
		{ "减少 10 项", CELL_NUMBER, "-10" },
		{ "减0", CELL_NUMBER, "0" },
		{ "+1036", CELL_NUMBER, "1036" },
		{ "＋4", CELL_NUMBER, "4" },
		{ "-8", CELL_NUMBER, "-8" },
		{ "\xe2\x88\x92" "8", CELL_NUMBER, "-8" },
		{ "1.9万", CELL_NUMBER, "19000" },
		{ "2亿", CELL_NUMBER, "200000000" },
		{ "22（其中修订16件）", CELL_NUMBER, "22" },
		{ "5 (含失效(自然)2件)", CELL_NUMBER, "5" },
		{ "5【含失效2件】", CELL_NUMBER, "5" },
		{ "12項", CELL_NUMBER, "12" },
		{ "12條(tiáo)", CELL_NUMBER, "12" },
		{ "增(zēng)2個(gè)", CELL_NUMBER, "2" },
		{ "減少1項", CELL_NUMBER, "-1" },
		{ "1.9萬", CELL_NUMBER, "19000" },
		{ "22（其中修訂(dìng)16件）", CELL_NUMBER, "22" },
		{ "17 例", CELL_NUMBER, "17" },
		{ "[284]", CELL_NUMBER, "284" },
		{ "［284］条", CELL_NUMBER, "284" },
		{ "【 3 】", CELL_NUMBER, "3" },
		{ "[22（其中修订16件）]", CELL_TEXT, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_cell(&cases[i], NUMBER_COUNT);
}

static void
cells_that_are_no_number(void **state)
{
	static const struct cell_case cases[] = {
		{ "", CELL_BLANK, NULL },
		{ " \t" NBSP "　", CELL_BLANK, NULL },
		{ "/", CELL_MARK, NULL },
		{ " ／ ", CELL_MARK, NULL },
		{ "-", CELL_MARK, NULL },
		{ "－", CELL_MARK, NULL },
		{ "—", CELL_MARK, NULL },
		{ "——", CELL_MARK, NULL },
		{ "―― ", CELL_MARK, NULL },
		{ "\\", CELL_MARK, NULL },
		{ "无", CELL_MARK, NULL },
		{ "不适用", CELL_MARK, NULL },
		{ "無(wú)", CELL_MARK, NULL },
		{ "不適用", CELL_MARK, NULL },
		{ "---", CELL_MARK, NULL },
		{ "———", CELL_MARK, NULL },
		{ "-----", CELL_TEXT, NULL }, /* a line that is drawn */
		{ "//", CELL_MARK, NULL },
		{ "无规章", CELL_TEXT, NULL },
		{ "本单位未制作规章", CELL_TEXT, NULL },
		{ "007", CELL_TEXT, NULL },
		{ "000", CELL_TEXT, NULL },
		{ "00.5", CELL_TEXT, NULL },
		{ "1 234", CELL_TEXT, NULL },
		{ "1, 234", CELL_TEXT, NULL },
		{ "- 8", CELL_TEXT, NULL },
		{ "1,23", CELL_TEXT, NULL },
		{ "1234,567", CELL_TEXT, NULL },
		{ "0,123", CELL_TEXT, NULL },
		{ "1.2.3", CELL_TEXT, NULL },
		{ "12.", CELL_TEXT, NULL },
		{ ".5", CELL_TEXT, NULL },
		{ "1.9万+", CELL_TEXT, NULL },
		{ "60万余", CELL_TEXT, NULL },
		{ "100余条", CELL_TEXT, NULL },
		{ "约30", CELL_TEXT, NULL },
		{ "53%", CELL_TEXT, NULL },
		{ "22（16）", CELL_TEXT, NULL },
		{ "22（其中16", CELL_TEXT, NULL },
		{ "22（其中16件）3", CELL_TEXT, NULL },
		{ "1.0123456789", CELL_TEXT, NULL },
		{ "99999999999999999999", CELL_TEXT, NULL },
		{ "9223372036854775807万", CELL_TEXT, NULL },
		{ "12\xff", CELL_TEXT, NULL },
		/* rows are numbered so, and losses are written so */
		{ "(8)", CELL_TEXT, NULL },
		{ "（8）", CELL_TEXT, NULL },
		{ "[284", CELL_TEXT, NULL },
		{ "[2]84", CELL_TEXT, NULL },
		{ "[2021]第3号", CELL_TEXT, NULL },
		{ "[]", CELL_TEXT, NULL },
		/* no digit is ever supplied */
		{ "O", CELL_TEXT, NULL },
		{ "o", CELL_TEXT, NULL },
		{ "○", CELL_TEXT, NULL },
		{ "〇", CELL_TEXT, NULL },
		{ "零", CELL_TEXT, NULL },
		{ "1O", CELL_TEXT, NULL },
		{ "l2", CELL_TEXT, NULL },
		{ "1?", CELL_TEXT, NULL },
		{ ">5", CELL_TEXT, NULL },
		{ "若干", CELL_TEXT, NULL },
		{ "详见附件1", CELL_TEXT, NULL },
		{ "251000元", CELL_TEXT, NULL },
		{ "3万元", CELL_TEXT, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_cell(&cases[i], NUMBER_COUNT);
}

static void
amounts_in_cells(void **state)
{
	static const struct cell_case cases[] = {
		{ "251000元", CELL_NUMBER, "25.1" },
		{ "152,790 元", CELL_NUMBER, "15.279" },
		{ "8040", CELL_NUMBER, "8040" },
		{ "4068.208万元", CELL_NUMBER, "4068.208" },
		{ "1.5亿元", CELL_NUMBER, "15000" },
		{ "0元", CELL_NUMBER, "0" },
		{ "3.5 万元", CELL_NUMBER, "3.5" },
		{ "３．５万元", CELL_NUMBER, "3.5" },
		{ "0.123456元", CELL_TEXT, NULL },
		{ "251000元整", CELL_TEXT, NULL },
		{ "/", CELL_MARK, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_cell(&cases[i], NUMBER_AMOUNT);
}

static void
a_long_cell_is_text(void **state)
{
	struct arena arena = ARENA_INIT;
	struct number number;
	size_t len = 1 << 20;
	char *cell = malloc(len);

	(void)state;
	assert_non_null(cell);
	memset(cell, '1', len);
	assert_true(number_read((struct slice){ cell, len }, NUMBER_COUNT, &arena, &number));
	assert_int_equal(number.state, CELL_TEXT);
	memset(cell, '/', len);
	assert_true(number_read((struct slice){ cell, len }, NUMBER_COUNT, &arena, &number));
	assert_int_equal(number.state, CELL_TEXT);
	memset(cell, ' ', len);
	cell[len / 2] = '7';
	assert_true(number_read((struct slice){ cell, len }, NUMBER_COUNT, &arena, &number));
	assert_int_equal(number.state, CELL_NUMBER);
	assert_ptr_equal(number.text.ptr, cell + len / 2);
	free(cell);
	arena_release(&arena);
}

/* The number stands at the first `|`; what is read of it, or NULL. */
struct scan_case {
	const char *head, *rest, *value, *behind;
};

static void
numbers_in_sentences(void **state)
{
	static const struct scan_case cases[] = {
		{ "收到申请", "27件,26件为自然人", "27", "件,26件为自然人" },
		{ "收到申请27件,", "26件为自然人", "26", "件为自然人" },
		{ "部分公开", "67,占4.61%", "67", ",占4.61%" },
		{ "部分公开", "67,12件不予公开", "67", ",12件不予公开" },
		{ "推送", "1.9万次", "19000", "次" },
		{ "推送", "1,234条", "1234", "条" },
		{ "共", "3件来自个人", "3", "件来自个人" },
		{ "共", "3.", "3", "." },
		{ "收取", "251万元", "251", "万元" },
		{ "推送", "1,234条", "1234", "条" },
		{ "推送1,", "234条", NULL, NULL },
		{ "推送", "1.9万+,", NULL, NULL },
		{ "阅读", "60万次+", NULL, NULL },
		{ "收到", "100余条", NULL, NULL },
		{ "收到", "100条余", NULL, NULL },
		{ "收到", "20件左右", NULL, NULL },
		{ "收到近", "30件", NULL, NULL },
		{ "收到约", "30件", NULL, NULL },
		{ "第", "3批", NULL, NULL },
		{ "占", "26%", NULL, NULL },
		{ "收到", "3-5件", NULL, NULL },
		{ "收到3-", "5件", NULL, NULL },
		{ "收到1", "2件", NULL, NULL },
		{ "型号A", "4张", NULL, NULL },
		{ "收到", "12\n34件", NULL, NULL },
		{ "收到12\n", "34件", NULL, NULL },
		{ "于", "2022,105件", NULL, NULL },
		{ "收到", "件", NULL, NULL },
		{ "收到", "", NULL, NULL },
	};
	(void)state;

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct scan_case *c = &cases[i];
		char sentence[128], value[DECIMAL_TEXT];
		struct decimal number;
		size_t end = 0;
		int len = snprintf(sentence, sizeof sentence, "%s%s", c->head, c->rest);
		struct slice all = { sentence, (size_t)len };
		bool read = number_scan(all, strlen(c->head), &number, &end);

		if (read != (c->value != NULL))
			fail_msg("'%s' %s", sentence, read ? "was read" : "was not read");
		if (!read)
			continue;
		decimal_print(number, value);
		assert_string_equal(value, c->value);
		assert_true(slice_is(slice_from(all, end), c->behind));
	}
}

static void
units_of_count(void **state)
{
	(void)state;
	assert_int_equal(number_unit(slice_of("件次,")), strlen("件次"));
	assert_int_equal(number_unit(slice_of("件均")), strlen("件"));
	assert_int_equal(number_unit(slice_of("人次")), strlen("人次"));
	assert_int_equal(number_unit(slice_of("元")), 0);
	assert_int_equal(number_unit(SLICE_NONE), 0);
}

static void
what_makes_a_number_inexact(void **state)
{
	static const char *const behind[] = { "余", "余条", "万余条", "万+", "%", "O", "?", "-5" };
	static const char *const exact[] = { "", "件", "万条", "（其中", ",12", "。" };

	(void)state;
	for (size_t i = 0; i < COUNT(behind); i++)
		if (!number_is_torn(slice_of(behind[i])))
			fail_msg("%s", behind[i]);
	for (size_t i = 0; i < COUNT(exact); i++)
		if (number_is_torn(slice_of(exact[i])))
			fail_msg("%s", exact[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_in_cells),
		cmocka_unit_test(cells_that_are_no_number),
		cmocka_unit_test(amounts_in_cells),
		cmocka_unit_test(a_long_cell_is_text),
		cmocka_unit_test(numbers_in_sentences),
		cmocka_unit_test(units_of_count),
		cmocka_unit_test(what_makes_a_number_inexact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
