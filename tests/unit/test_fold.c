/* SPDX-License-Identifier: MIT */
/* Folding, and the way back to what stood there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "fold.h"
#include "passage.h"
#include "utf8.h"

struct fold_case {
	const char *text, *folded;
};

static const struct fold_case cases[] = {
	{ "", "" },
	{ " \t　\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf\r\n\f", "" },
	{ "２０２２ 年１，２３４．５％", "2022年1,234.5%" },
	{ "（一）〔二〕【三】［四］[五]〖六〗﹙七﹚", "(一)(二)(三)(四)(五)(六)(七)" },
	{ "“三安全”「一」『稳』〝定〞＂", "\"三安全\"\"一\"\"稳\"\"定\"\"" },
	{ "‘甲’＇｀", "'甲'''" },
	{ "—–－−‐", "-----" },
	{ "单位：万元；！？～", "单位:万元;!?~" },
	{ "、﹑､。｡《条例》", "、、、。。《条例》" },
	{ "规范性文件", "规范性文件" },
	{ "\xf0\xa0\x80\x80\xc2\xb7", "\xf0\xa0\x80\x80\xc2\xb7" },
	{ "\xff一", "\xef\xbf\xbd一" },
	/* traditional characters, variants, radicals, compatibility characters */
	{ "規範性檔案　製發件數", "规范性档案制发件数" },
	{ "答覆、複議、恢復；裏、於、後", "答复、复议、恢复;里、于、后" },
	{ "\xe2\xbe\x8f政\xe2\xbd\x82件\xe2\xba\xa0", "行政文件民" },
	{ "\xef\xa6\x8e度", "年度" },
	{ "著名乾县凭藉", "著名乾县凭藉" },
	/* pinyin in brackets behind a character */
	{ "規(guī)章、條（tiáo）例(lì)", "规章、条例" },
	{ "內(nèi)容(róng)規(ɡuī)女(nǚ)", "内容规女" },
	{ "綠(lǜ)色的(de)我們(men)", "绿色的我们" },
	{ "附(fu\xcc\x80)件", "附件" },
	/* and what stays */
	{ "報告(PDF)(IE)(km)(A)(a)(pdf)", "报告(PDF)(IE)(km)(A)(a)(pdf)" },
	{ "第(一)項(1)件()(", "第(一)项(1)件()(" },
	{ "(guī)1(guī)a(guī)、(guī)", "(guī)1(guī)a(guī)、(guī)" },
	{ "規 (guī)規(guī ) 規(guī", "规(guī)规(guī)规(guī" },
	{ "規(guīguīguī)規(gu1)規(guī章)", "规(guīguīguī)规(gu1)规(guī章)" },
	{ "規(\xff)", "规(\xef\xbf\xbd)" },
};

static void
test_folded(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct folded f = FOLDED_INIT;
		fold_add(&f, slice_of(cases[i].text));
		assert_false(f.failed);
		if (!slice_is(fold_slice(&f), cases[i].folded))
			fail_msg("'%s' gives '%.*s'", cases[i].text, SLICE_ARGS(fold_slice(&f)));
		fold_release(&f);
	}
}

static void
test_where_it_came_from(void **state)
{
	static const size_t from[] = { 0, 4, 7, 7, 7, 11 };
	struct folded f = FOLDED_INIT;

	(void)state;
	fold_add(&f, SLICE("1　２年 )"));
	assert_true(slice_is(fold_slice(&f), "12年)"));
	for (size_t i = 0; i < f.text.len; i++)
		assert_int_equal(fold_from(&f, i), from[i]);
	fold_release(&f);
}

/* What stays as it is, and how much of it is ideographs: U+4DB5 is none of those of a text. */
static void
test_stretches_of_the_same(void **state)
{
	static const struct {
		const char *text;
		size_t same, han;
	} stretches[] = {
		{ "公开", 6, 2 }, { "政府信息公开工作年度报告", 36, 12 }, { "政府信息公开工作年度報告", 30, 10 },
		{ "政府信息公開工作年度报告", 15, 5 }, { "公开工作年度12件、《a》。", 36, 7 },
		{ "公开工作年度䶵报告", 18, 6 }, { "政府信息公开（工作年度报告）", 18, 6 },
		{ "公开工作年度报告\xe5\x85", 24, 8 }, { "(公开)", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof stretches / sizeof *stretches; i++) {
		size_t han = 0, same = fold_same(slice_of(stretches[i].text), 0, &han);
		if (same != stretches[i].same || han != stretches[i].han)
			fail_msg("'%s': %zu bytes, %zu ideographs", stretches[i].text, same, han);
	}
}

/* Runs part where something was changed or dropped; the ideographs of both texts are one. */
static void
test_runs(void **state)
{
	static const struct fold_run runs[] = {
		{ 0, 6, 0, 6, false },     /* 公开 */
		{ 6, 8, 6, 10, false },    /* ，1 */
		{ 8, 12, 14, 18, true },   /* 2件 behind white space */
		{ 12, 15, 18, 21, false }, /* 規 */
		{ 15, 19, 27, 31, true },  /* a章 behind pinyin */
		{ 19, 28, 31, 40, false }, /* 為、程 */
		{ 28, 31, 41, 44, true },  /* 為 at the end */
	};
	struct slice text = SLICE("公开，1　 2件規(guī)a章為、程 為");
	struct buf folded = BUF_INIT;
	struct fold_run run;
	size_t at = 0, han = 0;

	(void)state;
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
		assert_true(fold_run(text, &at, &folded, &han, &run));
		if (run.start != runs[i].start || run.end != runs[i].end || run.from != runs[i].from
		    || run.to != runs[i].to || run.gap != runs[i].gap)
			fail_msg("run %zu: %zu-%zu of %zu-%zu%s", i, run.start, run.end, run.from,
			    run.to, run.gap ? ", gap" : "");
	}
	assert_false(fold_run(text, &at, &folded, &han, &run));
	assert_int_equal(at, text.len);
	assert_true(slice_is(buf_slice(&folded), "公开,12件规a章为、程为"));
	assert_int_equal(han, 8);
	buf_release(&folded);
}

/* One character at a time it is the same, and no byte is left out or read twice. */
static void
test_next(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct slice text = slice_of(cases[i].text);
		struct buf folded = BUF_INIT;
		size_t at = 0;
		while (at < text.len) {
			uint32_t c = fold_next(text, &at);
			if (c)
				utf8_add(&folded, c);
		}
		assert_int_equal(at, text.len);
		if (!slice_is(buf_slice(&folded), cases[i].folded))
			fail_msg("'%s' gives '%.*s'", cases[i].text, SLICE_ARGS(buf_slice(&folded)));
		buf_release(&folded);
	}
}

static void
expect_source(const struct passage *p, const char *folded, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct slice text = passage_text(p), source;
	size_t at = slice_find(text, slice_of(folded), 0);

	assert_true(at < text.len);
	struct slice part = { text.ptr + at, strlen(folded) };
	assert_true(passage_source(p, part, SLICE("|"), &arena, &source));
	if (!slice_is(source, expected))
		fail_msg("'%s' is '%.*s'", folded, SLICE_ARGS(source));
	arena_release(&arena);
}

static void
test_passage(void **state)
{
	struct passage p = PASSAGE_INIT;

	(void)state;
	assert_true(passage_add(&p, SLICE("　青禾县 水务局　")));
	assert_true(passage_add(&p, SLICE(" \t")));
	assert_true(passage_add(&p, SLICE(" ２０２２ 年　")));
	assert_true(slice_is(passage_text(&p), "青禾县水务局2022年"));
	expect_source(&p, "青禾县水务局", "青禾县 水务局");
	expect_source(&p, "2022", "２０２２");
	expect_source(&p, "水务局2022年", "水务局|２０２２ 年");
	assert_int_equal(passage_line(&p, 0), 0);
	assert_int_equal(passage_line(&p, strlen("青禾县水务局") - 1), 0);
	assert_int_equal(passage_line(&p, strlen("青禾县水务局")), 2);
	assert_int_equal(passage_offset(&p, strlen("青禾县水务局")), 1);
	passage_clear(&p);
	assert_true(passage_add(&p, SLICE("青禾縣(xiàn)水務(wù) 局")));
	assert_true(passage_add(&p, SLICE("規(guī)章(zhāng)")));
	expect_source(&p, "青禾县", "青禾縣(xiàn)");
	expect_source(&p, "县水务局", "縣(xiàn)水務(wù) 局");
	expect_source(&p, "局规章", "局|規(guī)章(zhāng)");
	assert_int_equal(passage_offset(&p, strlen("青禾县")), strlen("青禾縣(xiàn)"));
	passage_clear(&p);
	for (size_t i = 0; i < PASSAGE_LINES; i++)
		assert_true(passage_add(&p, SLICE("x")));
	assert_false(passage_add(&p, SLICE("x")));
	passage_clear(&p);
	assert_int_equal(passage_text(&p).len, 0);
	passage_release(&p);
}

static void
test_bare_and_trim(void **state)
{
	(void)state;
	assert_true(slice_is(fold_bare(SLICE("##一、总体情况##")), "一、总体情况"));
	assert_true(slice_is(fold_bare(SLICE("**一**")), "一"));
	assert_true(slice_is(fold_bare(SLICE("#*#")), ""));
	assert_true(slice_is(fold_trim(SLICE(" 　\t一 二\xc2\xa0　\r")), "一 二"));
	assert_true(slice_is(fold_trim(SLICE("0")), "0"));
	assert_true(slice_is(fold_trim(SLICE(" 　\t\xef\xbb\xbf")), ""));
	assert_true(slice_is(fold_trim(SLICE("\xff　")), "\xff"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folded),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_where_it_came_from),
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_passage),
		cmocka_unit_test(test_bare_and_trim),
		cmocka_unit_test(test_stretches_of_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
