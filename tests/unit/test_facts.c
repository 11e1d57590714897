/* SPDX-License-Identifier: MIT */
/* The facts on a document: each is what the text says, or absent. */
#include "layout.h"

#include "document_reading.h"
#include "facts.h"
#include "split.h"

static void
collect(struct reading *r, const struct headings *headings)
{
	r->doc = (struct document)DOCUMENT_INIT;
	r->cells = (struct cells)CELLS_INIT;
	struct prose prose;
	assert_true(split_document(headings, SLICE("doc"), buf_slice(&r->text), &r->doc));
	assert_true(prose_read(&r->doc, headings_lexicon(headings), &r->cells.arena, &prose));
	assert_true(facts_collect(headings, &r->doc, &prose, &r->cells));
}

static void
read_text(struct reading *r, const char *text)
{
	r->text = (struct buf)BUF_INIT;
	buf_add(&r->text, slice_of(text));
	collect(r, layout.headings);
}

/* The fact in the form "STATE VALUE", "absent", or "-" where there is no such cell. */
static void
expect_fact(struct reading *r, const char *name, const char *expected)
{
	const struct cell *cell = cells_fact(&r->cells, slice_of(name));
	char got[512] = "-";

	if (cell && cell->state == CELL_ABSENT)
		snprintf(got, sizeof got, "absent");
	else if (cell)
		snprintf(got, sizeof got, "%s %.*s", cell_state_names[cell->state],
		    SLICE_ARGS(cell->value));
	if (strcmp(got, expected) != 0)
		fail_msg("%s is '%s', not '%s', in:\n%.*s", name, got, expected,
		    SLICE_ARGS(buf_slice(&r->text)));
}

static void
expect_place(struct reading *r, const char *name, const char *raw, size_t line)
{
	const struct cell *cell = cells_fact(&r->cells, slice_of(name));

	assert_non_null(cell);
	if (!slice_is(cell->raw, raw) || cell->line != line)
		fail_msg("%s: '%.*s' in line %zu", name, SLICE_ARGS(cell->raw), cell->line);
}

/* One fact of a text. */
static void
expect(const char *text, const char *name, const char *expected)
{
	struct reading r;

	read_text(&r, text);
	expect_fact(&r, name, expected);
	release(&r);
}

#define ONE "\n一、总体情况\n公开。\n"

/* What a section begins with is shown up to the end of its first clause, however long. */
static void
test_first_words(void **state)
{
	static const struct {
		const char *line, *words;
	} cases[] = {
		{ "六、其他需要报告的事项 无，特此报告。", "六、其他需要报告的事项 无" },
		{ "六、其他需要报告的事项 青禾县水务局没有收取信息处理费也没有其他需要报告的事项和情况，特此。",
		    "六、其他需要报告的事项 青禾县水务局没有收取信息处理费也没有其他需要报告的事项和情况" },
		{ "六、其他需要报告的事项：青禾县水务局没有收取信息处理费，特此。",
		    "六、其他需要报告的事项" },
	};
	char text[1024];
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		snprintf(text, sizeof text, "青禾县水务局2022年政府信息公开工作年度报告" ONE "%s\n",
		    cases[i].line);
		read_text(&r, text);
		expect_place(&r, "section.other", cases[i].words, 4);
		release(&r);
	}
}

static void
test_order_and_keys(void **state)
{
	static const char *const names[] = {
		"title", "agency", "year", "signed", "period_from", "period_to",
		"section.overview", "section.other", "part.active", "organ.department",
		"problems.none",
	};
	struct reading r;

	(void)state;
	read_text(&r, "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n"
	              "（一）主动公开情况\n公开12条\n六、其他需要报告的事项\n无\n");
	assert_int_equal(r.cells.count, sizeof names / sizeof *names);
	for (size_t i = 0; i < r.cells.count; i++) {
		assert_true(slice_is(r.cells.cell[i].table, "report"));
		assert_int_equal(r.cells.cell[i].col.len, 0);
		assert_true(slice_is(r.cells.cell[i].row, names[i]));
	}
	expect_fact(&r, "section.overview", "number 15");
	expect_place(&r, "section.overview", "一、总体情况", 2);
	expect_fact(&r, "part.active", "number 10");
	expect_place(&r, "part.active", "（一）主动公开情况", 3);
	expect_fact(&r, "section.other", "number 11");
	release(&r);
	/* Of a text that says nothing the first six are absent, and there are no others. */
	read_text(&r, "首页\n今天的天气。\n");
	assert_int_equal(r.cells.count, 6);
	for (size_t i = 0; i < r.cells.count; i++)
		assert_int_equal(r.cells.cell[i].state, CELL_ABSENT);
	release(&r);
}

static void
test_title_over_lines(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, "\n\n青禾县水务局\n\n  2021 年政府信息公开 工作年度报告" ONE);
	expect_fact(&r, "title", "text 青禾县水务局2021年政府信息公开工作年度报告");
	expect_place(&r, "title", "青禾县水务局\n2021 年政府信息公开 工作年度报告", 3);
	expect_fact(&r, "agency", "text 青禾县水务局");
	expect_place(&r, "agency", "青禾县水务局", 3);
	expect_fact(&r, "year", "number 2021");
	expect_place(&r, "year", "2021", 5);
	release(&r);
}

struct title_case {
	const char *title, *agency, *year;
};

static const struct title_case titles[] = {
	{ "青禾县水务局2022年政府信息公开工作年度报告", "text 青禾县水务局", "number 2022" },
	{ "青禾县水务局2022年度政府信息公开工作年度报告", "text 青禾县水务局", "number 2022" },
	{ "青禾县水务局2022年度政府信息公开工作报告", "text 青禾县水务局", "number 2022" },
	{ "青禾县水务局2022年政府信息公开年报", "text 青禾县水务局", "number 2022" },
	{ "青禾县水务局2022年政务公开工作年度报告", "text 青禾县水务局", "number 2022" },
	{ "青禾县水务局２０２２年政府信息公开工作年度报告", "text 青禾县水务局", "number 2022" },
	{ "2022年白沙镇政府信息公开工作年度报告", "text 白沙镇", "number 2022" },
	{ "2022 年度白沙镇政府信息公开工作年度报告", "text 白沙镇", "number 2022" },
	{ "2022年云岭市人民政府信息公开年度报告", "text 云岭市人民政府", "number 2022" },
	{ "云岭市2022年政府信息公开工作年度报告", "text 云岭市", "number 2022" },
	{ "云岭海关2010年海关信息公开工作年度报告", "text 云岭海关", "number 2010" },
	{ "云岭市体育局（云岭市版权局）2023年信息公开年度报告", "text 云岭市体育局（云岭市版权局）",
	    "number 2023" },
	{ "云岭市体育局\n政府信息公开工作2025年度报告", "text 云岭市体育局", "number 2025" },
	{ "2025年青禾县管委会\n政府信息公开工作年度报告", "text 青禾县管委会", "number 2025" },
	{ "青禾县人民政府办公室2022\n政府信息公开工作年度报告", "text 青禾县人民政府办公室",
	    "number 2022" },
	{ "青禾县水务局政府信息公开工作年度报告\n（二○二一年度）", "text 青禾县水务局", "number 2021" },
	{ "青禾县水务局二〇二一年政府信息公开工作年度报告", "text 青禾县水务局", "number 2021" },
	{ "青禾县水务局政府信息公开工作年度报告", "text 青禾县水务局", "absent" },
	{ "2022年政府信息公开工作年度报告", "absent", "number 2022" },
	{ "2022年政府信息公开工作年度报告\n青禾县松木塘镇人民政府", "text 青禾县松木塘镇人民政府",
	    "number 2022" },
	{ "2022年政府信息公开工作年度报告\n发布时间：2023-01-12", "absent", "number 2022" },
	{ "政府信息公开工作年度报告", "absent", "absent" },
	{ "标题：青禾县水务局2008年度政府信息公开工作年度报告", "text 青禾县水务局", "number 2008" },
	{ "政府信息公开\n青禾县水务局2022年政府信息公开工作年度报告", "text 青禾县水务局",
	    "number 2022" },
	{ "首页\n2022年政府信息公开工作年度报告", "absent", "number 2022" },
	/* A page lists other years; the title of the report stands next to it. */
	{ "青禾县水务局2020年政府信息公开工作年度报告\n"
	  "青禾县水务局2022年政府信息公开工作年度报告", "text 青禾县水务局", "number 2022" },
	{ "青禾县水务局2022年政府信息公开工作年度报告\n2022年政府信息公开工作年度报告",
	    "text 青禾县水务局", "number 2022" },
};

static void
test_titles(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		struct buf text = BUF_INIT;
		buf_add(&text, slice_of(titles[i].title));
		buf_add(&text, SLICE(ONE));
		buf_char(&text, '\0');
		expect(text.ptr, "agency", titles[i].agency);
		expect(text.ptr, "year", titles[i].year);
		buf_release(&text);
	}
}

static void
test_year_without_title(void **state)
{
	(void)state;
	/* The period says it; years that the text speaks of do not. */
	expect("2019年，我局获奖。本报告的统计期限自2020年1月1日起至12月31日止。" ONE, "year",
	    "number 2020");
	expect("2019年，我局获奖。" ONE "2020年公开信息3条。\n2021年1月12日\n", "year", "absent");
	expect("统计期限自2018年9月1日起至2019年8月31日止。" ONE, "year", "absent");
	/* Of two titles the one that the period confirms. */
	expect("青禾县水务局2022年政府信息公开工作年度报告\n"
	       "青禾县水务局2020年政府信息公开工作年度报告\n"
	       "数据统计期限为2022年1月1日至2022年12月31日。" ONE, "year", "number 2022");
}

struct period_case {
	const char *text, *from, *to;
};

static const struct period_case periods[] = {
	{ "统计期限自2023年1月1日起至2023年12月31日止", "text 2023-01-01", "text 2023-12-31" },
	{ "统计期限自 2021 年 1 月 1 日起，至 2021 年 12 月 31 日止", "text 2021-01-01",
	    "text 2021-12-31" },
	{ "统计时间为2022年1月1日—2022年12月31日", "text 2022-01-01", "text 2022-12-31" },
	{ "数据统计期限：2023年1月1日——2023年12月31日", "text 2023-01-01", "text 2023-12-31" },
	{ "统计时限为2023年1月1日12月31日", "text 2023-01-01", "text 2023-12-31" },
	{ "统计时间为2023年1月1日到12月31日", "text 2023-01-01", "text 2023-12-31" },
	{ "统计周期\n为 2024 年 1 月 1 日至 12 月\n31 日", "text 2024-01-01", "text 2024-12-31" },
	{ "统计期限自2022年1月1日起至2022年12月20日止", "text 2022-01-01", "text 2022-12-20" },
	{ "统计期限自2023年1月1日起至2023年13月31日止", "absent", "absent" },
	{ "统计期限自20231月1日至12月31日", "absent", "absent" },
	{ "2023年5月1日至2023年6月30日开展专项行动", "absent", "absent" },
};

static void
test_periods(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
		struct buf text = BUF_INIT;
		buf_add(&text, slice_of(periods[i].text));
		buf_add(&text, SLICE("。" ONE));
		buf_char(&text, '\0');
		expect(text.ptr, "period_from", periods[i].from);
		expect(text.ptr, "period_to", periods[i].to);
		buf_release(&text);
	}
}

#define SIX "2021年政府信息公开工作年度报告" ONE "六、其他需要报告的事项\n无。\n"

static void
test_signature(void **state)
{
	struct reading r;

	(void)state;
	expect(SIX "2022年1月18日\n", "signed", "text 2022-01-18");
	expect(SIX "　　　2022 年 1 月 24 日 \n", "signed", "text 2022-01-24");
	expect(SIX "(2026年1月23日)\n", "signed", "text 2026-01-23");
	expect(SIX "2026-01-12", "signed", "text 2026-01-12");
	expect(SIX "二〇二二年一月十八日\n", "signed", "text 2022-01-18");
	expect(SIX "二○二二年十二月三十一日\n", "signed", "text 2022-12-31");
	expect(SIX "2022年13月1日\n", "signed", "absent");
	expect(SIX "2022年2月29日\n", "signed", "absent");
	expect(SIX "2022年1月\n", "signed", "absent");
	expect(SIX "发布日期：2022-01-31\n", "signed", "absent");
	expect(SIX, "signed", "absent");
	expect("青禾县2021年政府信息公开工作年度报告\n（2022年1月21日）" ONE, "signed",
	    "text 2022-01-21");
	expect("青禾县2021年政府信息公开工作年度报告\n2022年1月21日" ONE, "signed", "absent");
	/* Who signs names the agency when the title does not. */
	read_text(&r, SIX "\n青禾县水务局\n\n2022年1月18日\n");
	expect_fact(&r, "agency", "text 青禾县水务局");
	expect_place(&r, "agency", "青禾县水务局", 7);
	expect_place(&r, "signed", "2022年1月18日", 9);
	release(&r);
	expect(SIX "青禾县水务局 2022年1月18日\n", "agency", "text 青禾县水务局");
	expect(SIX "青禾县水务局 2022年1月18日\n", "signed", "text 2022-01-18");
	expect(SIX "再见\n2022年1月18日\n", "agency", "absent");
	/* Further down stands whose page it is. */
	expect(SIX "2022年1月18日\n打印\n青禾县人民政府办公室\n", "agency", "absent");
}

static void
test_who_signed(void **state)
{
	(void)state;
	expect("青禾县水务局" SIX "\n青禾县民政局\n2022年1月18日\n", "signed_by", "text 青禾县民政局");
	expect("青禾县水务局" SIX "\n青禾县民政局 2022年1月18日\n", "signed_by", "text 青禾县民政局");
	expect("青禾县水务局" SIX "\n青禾县民政局\n2022年1月18日\n", "agency", "text 青禾县水务局");
	expect("青禾县水务局" SIX "2022年1月18日\n", "signed_by", "-");
}

#define HEADED(second, fourth, more) \
	"青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况\n公开。\n" \
	second "主动公开政府信息情况\n见表。\n三、收到和处理政府信息公开申请情况\n见表。\n" \
	fourth "\n见表。\n五、存在的主要问题及改进情况\n少。\n" more \
	"六、其他需要报告的事项\n无。\n"
#define FOURTH "四、政府信息公开行政复议、行政诉讼情况"

static void
test_headings_against_the_form(void **state)
{
	static const char *const right[] = { "ordinal.active", "wording.active", "wording.review",
		"misplaced.review", "extra", "skipped" };
	struct reading r;

	(void)state;
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		expect(HEADED("二、", FOURTH, ""), right[i], "-");
	/* Marks and which `and` it is do not matter. */
	expect(HEADED("二、", "四、政府信息公开行政复议和行政诉讼情况", ""), "wording.review", "-");
	read_text(&r, HEADED("三、", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", ""));
	expect_fact(&r, "ordinal.active", "number 2");
	expect_place(&r, "ordinal.active", "三、主动公开政府信息情况", 5);
	expect_fact(&r, "wording.review", "text 政府信息公开行政复议、行政诉讼情况");
	expect_place(&r, "wording.review", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 9);
	release(&r);
	read_text(&r, HEADED("二、", "", FOURTH "\n"));
	expect_fact(&r, "misplaced.review", "text 政府信息公开行政复议、行政诉讼情况");
	expect_fact(&r, "section.review", "-");
	release(&r);
	expect(HEADED("二、", FOURTH, "六、下一年工作思路\n"), "extra", "text 六、下一年工作思路");
	/* A heading more: what follows is one ahead, which is told once. */
	read_text(&r, "2022年政府信息公开工作年度报告\n一、工作概述\n二、主动公开政府信息情况\n"
	              "三、工作机制\n四、收到和处理政府信息公开申请情况\n"
	              "五、政府信息公开行政复议、行政诉讼情况\n");
	expect_fact(&r, "ordinal.requests", "number 3");
	expect_fact(&r, "ordinal.review", "-");
	release(&r);
}

static void
test_gaps_in_lists(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, HEADED("二、", FOURTH, "（一）问题。少。\n（三）改进情况。多。\n"));
	expect_fact(&r, "skipped", "number 2");
	expect_place(&r, "skipped", "（三）改进情况", 14);
	release(&r);
	/* It stands in the middle of a line. */
	expect(HEADED("二、", FOURTH, "（一）问题。少。（二）办法。多。\n（三）改进情况。多。\n"), "skipped",
	    "-");
	expect(HEADED("二、", FOURTH, "（一）问题。少。\n（二）改进情况。多。\n"), "skipped", "-");
}

static void
test_phrases_of_other_years(void **state)
{
	(void)state;
#define IN_YEAR(year, text) "青禾县" year "年政府信息公开工作年度报告\n一、总体情况\n" text "\n"
	expect(IN_YEAR("2024", "做好疫情防控。"), "phrase.covid", "text 疫情防控");
	expect(IN_YEAR("2022", "做好疫情防控。"), "phrase.covid", "-");
	expect(IN_YEAR("2024", "贯彻党的十九大精神。"), "phrase.congress19", "text 十九大精神");
	expect(IN_YEAR("2024", "贯彻党的十九大精神和二十大精神。"), "phrase.congress19", "-");
	expect(IN_YEAR("2021", "按国办公开办函〔2019〕60号编制。"), "cited.format",
	    "text 国办公开办函(2019)60号");
	expect(IN_YEAR("2020", "按国办公开办函〔2019〕60号编制。"), "cited.format", "-");
	expect(IN_YEAR("2022", "2021年公开3条，2021年收到1件。"), "overview.year", "number 2021");
	expect(IN_YEAR("2022", "2021年公开3条，2022年收到1件。"), "overview.year", "-");
	expect(IN_YEAR("2022", "2021年公开3条。"), "overview.year", "-");
}

static void
test_slips(void **state)
{
	(void)state;
	expect(ONE "主动公开政府信 60 条。\n", "lost", "text 政府信6");
	expect(ONE "主动公开政府信息60条。\n", "lost", "-");
	expect(ONE "公开，，服务。\n", "doubled", "text ,,");
	expect(ONE "公开的的信息。\n", "doubled", "text 的的");
	expect(ONE "公开目的的落实。\n", "doubled", "-");
	expect("一、总体情况\n[bookmark: _GoBack]公开。\n", "leftover", "text (bookmark:_GoBack)");
	expect(ONE "我镇公开信息。我局收到申请。\n", "self.town", "text 我镇");
	expect(ONE "我委托邻县办理。\n", "self.department", "-");
	expect(SIX "收取信息处理费405元。\n", "fee.amount", "number 405");
	expect(SIX "收取信息处理费1万元。\n", "fee.amount", "-");
}

static void
test_fee(void **state)
{
	struct reading r;

	(void)state;
	read_text(&r, SIX "（一）收费情况。2021年，我单位无收取信息处理费。其他无。\n");
	expect_fact(&r, "fee", "text 信息处理费");
	expect_place(&r, "fee", "我单位无收取信息处理费", 6);
	release(&r);
	read_text(&r, SIX "依据《政府信息公开信息处理费管理\n办法》，2024年我局未收取信息处理费。\n");
	expect_place(&r, "fee", "2024年我局未收取信息处理费", 7);
	release(&r);
	expect(SIX "2023 年，我县未向公众收取政府信息处理相关费用。\n", "fee", "text 信息处理相关费");
	expect(SIX "2024 年，我委未发生政府信息公开收费事项。\n", "fee", "text 信息公开收费");
	expect(SIX, "fee", "-");
	expect(SIX "我局行政事业性收费3项。\n", "fee", "-");
	/* Elsewhere only when there is no section six. */
	expect("一、总体情况\n未收取信息处理费。\n六、其他需要报告的事项\n无。\n", "fee", "-");
	expect("一、总体情况\n未收取信息处理费。\n", "fee", "text 信息处理费");
	/* Labels of the table say nothing about it. */
	expect("三、收到和处理政府信息公开申请情况\n2.申请人逾期未按收费通知要求缴纳费用、"
	       "行政机关不再处理其政府信息公开申请\n", "fee", "-");
}

static void
test_organs(void **state)
{
	(void)state;
#define TITLE "2021年政府信息公开工作年度报告" ONE
	expect("青禾县水务局" TITLE, "organ.department", "text 局");
	expect("青禾县水务局" TITLE, "organ.government", "-");
	expect("云岭市体育局（云岭市版权局）" TITLE, "organ.department", "text 局");
	expect("青禾县人民政府办公室" TITLE, "organ.department", "text 办公室");
	expect("青禾县人民政府" TITLE, "organ.government", "text 人民政府");
	expect("青禾县人民政府" TITLE, "organ.department", "-");
	expect("白沙镇" TITLE, "organ.government", "text 镇");
	expect(TITLE, "organ.government", "-");
}

/* A form file of the user adds a fact with a number, and one that is no number. */
static void
test_facts_of_a_form(void **state)
{
	static const char form[] = "fact staff\n\tin overview\n\tholds 专职\n"
	                           "\tpattern 专职(?:工作)?人员(?<number>\\d+)名\n"
	                           "fact staff.many\n\tof staff\n\tpattern ^\\d\\d\n";
	struct form_error error;
	struct reading r = { .text = BUF_INIT };
	struct stanzas stanzas = STANZAS_INIT;

	(void)state;
	assert_true(stanzas_read(&stanzas, SLICE("report.form"), slice_of(
	    "section overview\n\tnumber 1\n\ttitle ^总体情况\n"), &error));
	assert_true(stanzas_read(&stanzas, SLICE("my.form"), slice_of(form), &error));
	struct headings *headings = headings_compile(&stanzas, &error);
	assert_non_null(headings);
	buf_add(&r.text, SLICE("专职人员5名。\n一、总体情况\n配备专职工作人员 １２ 名，有力。\n"));
	collect(&r, headings);
	expect_fact(&r, "staff", "number 12");
	expect_place(&r, "staff", "配备专职工作人员 １２ 名", 3);
	expect_fact(&r, "staff.many", "text 12");
	release(&r);
	headings_free(headings);
	stanzas_release(&stanzas);
}

struct mistake {
	const char *form, *what, *datum;
	size_t line;
};

static const struct mistake mistakes[] = {
	{ "section overviw\n\tnumber 1\n", "unknown section", "overviw", 1 },
	{ "section end\n\tnumber 1\n", "unknown section", "end", 1 },
	{ "section overview\n\tnumber x\n", "no section number", "x", 2 },
	{ "section overview\n\ttitel ^a\n", "unknown key", "titel", 2 },
	{ "part activ\n\ttitle ^a\n", "unknown part", "activ", 1 },
	{ "part active\n\n\tstart ^a\n", "unknown key", "start", 3 },
	{ "title t\n\tpattern (\n", "the pattern does not compile here", "(", 2 },
	{ "noise n\n\tpattern a\n", "unknown key", "pattern", 2 },
	{ "fact f\n\tin nowhere\n\tpattern a\n", "unknown section", "nowhere", 2 },
	{ "fact f\n\tholds a\n", "a fact needs a pattern", "f", 1 },
	{ "fact f\n\tpattern a\n\tunless b\n", "unknown key", "unless", 3 },
	{ "fact f\n\tpattern a\n\tfits 2020\n", "not two years", "2020", 3 },
	{ "fact f\n\tpattern a\n\tagreed 0\n", "no count", "0", 3 },
};

static void
test_mistakes_in_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct stanzas stanzas = STANZAS_INIT;
		struct form_error error = { .what = "" };
		assert_true(stanzas_read(&stanzas, SLICE("my.form"), slice_of(mistakes[i].form),
		    &error));
		assert_null(headings_compile(&stanzas, &error));
		assert_string_equal(error.what, mistakes[i].what);
		assert_true(slice_is(error.datum, mistakes[i].datum));
		assert_int_equal(error.line, mistakes[i].line);
		assert_true(slice_is(error.file, "my.form"));
		stanzas_release(&stanzas);
	}
}

struct seed {
	const char *agency, *year, *sign, *from, *fee;
	const char *overview;
};

/* Lengths were counted with another program. */
static const struct seed seeds[LAYOUT_SEEDS] = {
	{ "text 巨鹿县卫生健康局", "number 2022", "text 2022-01-18", "absent", "-", "number 655" },
	{ "text 井研县卫生健康局", "number 2023", "absent", "text 2023-01-01", "-", "number 552" },
	{ "text 盐池县卫生健康局", "number 2019", "absent", "absent", "-", "number 397" },
	{ "text 昌乐县卫生健康局", "number 2021", "text 2022-01-24", "text 2021-01-01",
	    "text 信息处理费", "number 1137" },
	{ "text 保定市莲池区卫生健康局", "number 2024", "absent", "text 2024-01-01",
	    "text 信息处理费", "number 630" },
};

static void
test_seeds(void **state)
{
	(void)state;
	for (size_t i = 0; i < LAYOUT_SEEDS; i++) {
		struct reading r = { .text = BUF_INIT };
		layout_shared(layout_seeds[i], &r.text);
		collect(&r, layout.headings);
		expect_fact(&r, "agency", seeds[i].agency);
		expect_fact(&r, "year", seeds[i].year);
		expect_fact(&r, "signed", seeds[i].sign);
		expect_fact(&r, "period_from", seeds[i].from);
		expect_fact(&r, "fee", seeds[i].fee);
		expect_fact(&r, "section.overview", seeds[i].overview);
		for (unsigned s = SECTION_OVERVIEW; s <= SECTION_OTHER; s++) {
			char name[32];
			snprintf(name, sizeof name, "section.%s", section_names[s]);
			assert_non_null(cells_fact(&r.cells, slice_of(name)));
		}
		release(&r);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_and_keys),
		cmocka_unit_test(test_first_words),
		cmocka_unit_test(test_title_over_lines),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_year_without_title),
		cmocka_unit_test(test_periods),
		cmocka_unit_test(test_signature),
		cmocka_unit_test(test_who_signed),
		cmocka_unit_test(test_headings_against_the_form),
		cmocka_unit_test(test_gaps_in_lists),
		cmocka_unit_test(test_phrases_of_other_years),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_fee),
		cmocka_unit_test(test_organs),
		cmocka_unit_test(test_facts_of_a_form),
		cmocka_unit_test(test_mistakes_in_forms),
		cmocka_unit_test(test_seeds),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
