/* SPDX-License-Identifier: MIT */
/* Text that was spoilt before: its kinds, where it begins, and what is none. */
#include "helper.h"

#include "spoilt.h"

#define GOOD "青禾县水务局2023年政府信息公开工作年度报告，一、总体情况，全年主动公开政府信息。\n"

struct spoilt_case {
	const char *text;
	bool whole;
	const char *what; /* holds this */
	size_t line;
	const char *datum;
};

static void
expect(const struct spoilt_case *c, const struct spoilt *got)
{
	if (got->whole != c->whole || !strstr(got->what, c->what) || got->line != c->line
	    || !slice_is(got->datum, c->datum))
		fail_msg("'%s': %s in line %zu: '%.*s'", c->text, got->what, got->line,
		    SLICE_ARGS(got->datum));
}

static void
expect_kind(const struct spoilt_case *c)
{
	struct spoilt got[SPOILT_KINDS];
	size_t kinds = spoilt_find(slice_of(c->text), got);

	if (kinds != 1)
		fail_msg("'%s': %zu kinds", c->text, kinds);
	expect(c, got);
}

static void
whole_texts(void **state)
{
	static const struct spoilt_case cases[] = {
		{ "\n涓€銆佹€讳綋鎯呭喌\n鏀垮簻淇℃伅鍏紑 0", true, "UTF-8 read as GBK", 2,
		    "涓€銆佹€讳綋鎯呭喌" },
		{ "涓?銆佹?讳綋鎯呭喌\n瑙勭珷 0 0 0\n", true, "UTF-8 read as GBK", 1,
		    "涓?銆佹?讳綋鎯呭喌" },
		{ "2023\n¸®ÐÅÏ¢¹«¿ª\n", true, "GBK read as Latin-1", 2, "¸®ÐÅÏ¢¹«¿ª" },
		{ "æ”¿åºœä¿¡æ¯å…¬å¼€\n0", true, "UTF-8 read as Latin-1", 1, "æ”¿åºœä¿¡æ¯å…¬å¼" },
		{ "æ\xc2\x94¿åº\xc2\x9cä¿¡", true, "UTF-8 read as Latin-1", 1,
		    "æ\xc2\x94¿åº\xc2\x9cä¿¡" },
		{ "??????????2023?\n| ?? | 0 | 0 |", true, "question marks", 1, "??????????2023?" },
		{ "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd 2023\n", true, "U+FFFD", 1,
		    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd 2023" },
		{ "锟斤拷锟斤拷 2023", true, "U+FFFD", 1, "锟斤拷锟斤拷 2023" },
		{ "¿”¿¡fl‹…„·”ƒ¥ 0", true, "broken font", 1, "¿”¿¡fl‹…„·”ƒ¥ 0" },
		{ "0 0\n\xee\x84\xa3\xee\x91\x96\xee\x9e\x89\xee\x84\x91 0", true, "broken font", 2,
		    "\xee\x84\xa3\xee\x91\x96\xee\x9e\x89\xee\x84\x91 0" },
		{ "(cid:12)(cid:3)(cid:456)(cid:7)", true, "broken font", 1, "(cid:12)(cid:3)(" },
		{ "o  !\"#$%\nRoot Entry F`* p SummaryInformation( WordDocument>", true, "DOC file", 2,
		    "Root Entry F`* p" },
		{ "W:S2022t^YVNegNS]\\OSzS", true, "UTF-16 read as Latin-1", 1, "t^YVNegNS]\\OSzS" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_kind(&cases[i]);
}

/* The text is to be read, the line is said. */
static void
parts(void **state)
{
	static const struct spoilt_case cases[] = {
		{ GOOD "（一）公开\n鏀垮簻淇℃伅鍏紑\n", false, "UTF-8 read as GBK", 3,
		    "鏀垮簻淇℃伅鍏紑" },
		{ GOOD "?。ㄒ唬┲鲃庸_\n", false, "from the middle of a character", 2,
		    "ㄒ唬┲鲃庸_" },
		{ GOOD "??????????????????\n", false, "question marks", 2, "????????????????" },
		{ GOOD "受理申请\xef\xbf\xbd件\n受理申请\xef\xbf\xbd\n", false, "U+FFFD", 2,
		    "\xef\xbf\xbd件" },
		{ GOOD "\n\nÖÐ¹úÕþ¸®\n", false, "GBK read as Latin-1", 4, "ÖÐ¹úÕþ¸®" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_kind(&cases[i]);
}

/* Several kinds are all said, each once. */
static void
several(void **state)
{
	static const struct spoilt_case first = { "", false, "UTF-8 read as GBK", 4, "鏀垮簻鍏紑" };
	static const struct spoilt_case second = { "", false, "U+FFFD", 2, "\xef\xbf\xbd" };
	struct spoilt got[SPOILT_KINDS];

	(void)state;
	assert_int_equal(spoilt_find(SLICE(GOOD "公开\xef\xbf\xbd\n公开\xef\xbf\xbd\n鏀垮簻鍏紑\n"
	    "鏀垮簻鍏紑"), got), 2);
	expect(&first, &got[0]);
	expect(&second, &got[1]);
}

static void
good_texts(void **state)
{
	static const char *const texts[] = {
		"", "\n", "0", GOOD,
		/* traditional characters, and their pinyin */
		"青禾縣水務局2023年政府信息公開工作年度報告，鎮、鐘、鏈、鏡、鐵、銀、鍵。",
		"規(guī)章、數(shù)、條(tiáo)例、項(xiàng)、處(chù)罰(fá)",
		/* what pages have */
		"发布时间:2021-01-21 20:04??????来源:青禾县水务局?????浏览量:次",
		GOOD "http://a.example/?a=1&b=?&c=?&d=?&e=?&f=?&g=?&h=?&i=?\n",
		GOOD "???\n", GOOD "ENGLISH Français Español 日本語 한국어 Tiếng Việt\n",
		GOOD "Le rapport annuel a été publié à l'été, où ça été vérifié.\n",
		GOOD "±5%，×2，20℃，§3，“公开”……——·³²°÷«\n", GOOD "\xef\x82\xb7 公开\n",
		GOOD "┌──┬──┐│规章│0│└──┴──┘\n", GOOD "李锟、拷贝\n",
		/* another language is no damage */
		"The quick brown fox jumps over the lazy dog.\n", "JT", "Root Entry\n",
		"a line of other words, lQ and o` in it, so that two pairs are lost among all of them",
	};
	struct spoilt got[SPOILT_KINDS];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (spoilt_find(slice_of(texts[i]), got) != 0)
			fail_msg("'%s': %s: '%.*s'", texts[i], got[0].what, SLICE_ARGS(got[0].datum));
}

/* A text that was cut inside a character is looked at up to there. */
static void
cut_anywhere(void **state)
{
	static const char text[] = GOOD "\xef\xbf\xbd鏀\xf0\xa0\x80\x80";
	struct spoilt got[SPOILT_KINDS];

	(void)state;
	for (size_t len = 0; len < sizeof text; len++) {
		char *copy = malloc(len + 1); /* so that a sanitizer sees what is read behind it */
		assert_non_null(copy);
		memcpy(copy, text, len);
		spoilt_find((struct slice){ copy, len }, got);
		free(copy);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_texts),
		cmocka_unit_test(parts),
		cmocka_unit_test(several),
		cmocka_unit_test(good_texts),
		cmocka_unit_test(cut_anywhere),
	};

	return cmocka_run_group_tests_name("spoilt", tests, NULL, NULL);
}
