/* SPDX-License-Identifier: MIT */
/* The place of every line in a report: section, aspect, kind. */
#include "splitting.h"

static void
test_plain_report(void **state)
{
	(void)state;
	expect("front title| 青禾县水务局2022年\n"
	       "\n"
	       "front title| 政府信息公开工作年度报告\n"
	       "front text| 根据《条例》编制本报告。\n"
	       "overview heading| 　　一、总体情况\n"
	       "overview text| 2022年，我局公开政府信息12条。\n"
	       "active heading| 二、主动公开政府信息情况\n"
	       "active cells| 第二十条第（一）项\n"
	       "active cells| 规章\n"
	       "active cells|  0\n"
	       "active text| 本年度未制发规范性文件。\n"
	       "requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n"
	       "requests cells| 一、本年新收政府信息公开申请数量\n"
	       "requests cells| 12\n"
	       "requests cells| 二、上年结转政府信息公开申请数量\n"
	       "requests cells| 三、本年度办理结果\n"
	       "requests cells| （一）予以公开\n"
	       "requests cells| 四、结转下年度继续办理\n"
	       "requests cells| 0\n"
	       "requests text| 本年度收到申请3件，予以公开2 件,不予公开1件\n"
	       "requests cells| 2件,1件,0件\n"
	       "requests cells| 2.逾期不补正，行政机关不再处理 0件\n"
	       "review heading| 四、政府信息公开行政复议、行政诉讼情况\n"
	       "review cells| 结果   结果     其他   尚未\n"
	       "review cells| 10    1      0   0    0\n"
	       "problems heading| 五、存在的主要问题及改进情况\n"
	       "problems heading| （一）存在的主要问题\n"
	       "problems text| 公开的内容不够丰富。\n"
	       "other heading| 六、其他需要报告的事项\n"
	       "other text| 无。\n"
	       "\n"
	       "end text| 青禾县水务局\n"
	       "end date| 2023年1月18日\n"
	       "end text| 扫一扫在手机打开当前页\n");
}

struct heading_case {
	enum section section;
	const char *line;
};

static const struct heading_case headings[] = {
	{ SECTION_OVERVIEW, "一、总体情况" },
	{ SECTION_OVERVIEW, "　　一、 总体 情况" },
	{ SECTION_OVERVIEW, "一、政府信息公开工作总体情况" },
	{ SECTION_OVERVIEW, "一、2023年政务公开总体情况" },
	{ SECTION_OVERVIEW, "一、2019年政府信息公开工作的总体情况" },
	{ SECTION_OVERVIEW, "一、信息公开总体情况" },
	{ SECTION_OVERVIEW, "一、总体要求" },
	{ SECTION_OVERVIEW, "一、工作总体推进情况" },
	{ SECTION_OVERVIEW, "一、概述" },
	{ SECTION_OVERVIEW, "一、政府信息公开主要工作概述" },
	{ SECTION_OVERVIEW, "一、政府信息公开工作情况" },
	{ SECTION_OVERVIEW, "一、政府信息公开工作的基本概况" },
	{ SECTION_OVERVIEW, "一、工作开展情况" },
	{ SECTION_OVERVIEW, "一、总体情况、" },
	{ SECTION_OVERVIEW, "总体情况" },
	{ SECTION_OVERVIEW, "第一部分 总体情况" },
	{ SECTION_OVERVIEW, "## 一、总体情况" },
	{ SECTION_OVERVIEW, "**一、总体情况**" },
	{ SECTION_OVERVIEW, "[bookmark: _GoBack]一、总体情况" },
	{ SECTION_OVERVIEW, "一、总体情况 2023年，我局公开信息12条。" },
	{ SECTION_OVERVIEW, "一、总体情况。2023年，我局公开信息12条。" },
	{ SECTION_OVERVIEW, "一．总体情况" },
	{ SECTION_ACTIVE, "二、主动公开政府信息情况" },
	{ SECTION_ACTIVE, "二、主动公开政府信息的情况" },
	{ SECTION_ACTIVE, "二、行政机关主动公开政府信息情况" },
	{ SECTION_ACTIVE, "二、政府信息公开情况" },
	{ SECTION_REQUESTS, "三、收到和处理政府信息公开申请情况" },
	{ SECTION_REQUESTS, "三、行政机关收到和处理政府信息公开申请情况" },
	{ SECTION_REQUESTS, "三、依申请公开政府信息情况" },
	{ SECTION_REQUESTS, "三、依申请公开政府信息和不予公开政府信息的情况" },
	{ SECTION_REQUESTS, "三、政府信息依申请公开办理情况" },
	{ SECTION_REVIEW, "四、政府信息公开行政复议、行政诉讼情况" },
	{ SECTION_REVIEW, "四、政府信息公开行政复议行政诉讼情况" },
	{ SECTION_REVIEW, "四、政府信息公开行政复议和行政诉讼情况" },
	{ SECTION_REVIEW, "四、政府信息公开行政复议及行政诉讼情况" },
	{ SECTION_REVIEW, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况" },
	{ SECTION_REVIEW, "四、行政复议行政诉讼情况 " },
	{ SECTION_REVIEW, "<br />四、政府信息公开行政复议、行政诉讼情况" },
	{ SECTION_PROBLEMS, "五、存在的主要问题及改进情况" },
	{ SECTION_PROBLEMS, "五、存在的主要问题和改进情况" },
	{ SECTION_PROBLEMS, "五、存在的主要问题及下一步工作安排" },
	{ SECTION_PROBLEMS, "五、存在的主要问题及整改措施" },
	{ SECTION_PROBLEMS, "五、存在问题及改进情况" },
	{ SECTION_PROBLEMS, "五、政府信息公开工作存在的主要问题及改进情况" },
	{ SECTION_OTHER, "六、其他需要报告的事项" },
	{ SECTION_OTHER, "六、其它需要报告的事项：无。" },
	{ SECTION_OTHER, "七、其他需要报告的事项" },
	{ SECTION_FRONT, "一、总体情况良好，各项工作有序推进" },
	{ SECTION_FRONT, "一、总体情况………………1" },
	{ SECTION_FRONT, "一、总体情况 1" },
	{ SECTION_FRONT, "一、本年新收政府信息公开申请数量" },
	{ SECTION_FRONT, "三、本年度办理结果" },
	{ SECTION_FRONT, "四、结转下年度继续办理" },
	{ SECTION_FRONT, "处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼" },
	{ SECTION_FRONT, "全文包括总体情况、主动公开政府信息情况" },
	{ SECTION_FRONT, "二、申请答复情况" },
};

static void
test_headings(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		struct document doc;
		split(headings[i].line, &doc);
		assert_int_equal(doc.count, 1);
		if (doc.line[0].section != headings[i].section)
			fail_msg("'%s' is %s", headings[i].line, section_names[doc.line[0].section]);
		document_release(&doc);
	}
}

static void
test_heading_with_its_text(void **state)
{
	(void)state;
	expect("overview text| 一、总体情况 2021年，我局公开信息12条。\n"
	       "other text| 六、其他需要报告的事项：无。\n");
}

static void
test_heading_over_two_lines(void **state)
{
	(void)state;
	expect("requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| 四、结转下年度继续办理\n"
	       "requests cells| 0\n"
	       "review heading| 四、政府信息公开行政复议、行政诉讼\n"
	       "review heading| 情况\n"
	       "review cells| 0\n");
}

static void
test_table_of_contents(void **state)
{
	(void)state;
	expect("front title| 青禾县2022年政府信息公开工作年度报告\n"
	       "front text| 目录\n"
	       "front heading| 一、总体情况\n"
	       "front heading| 二、主动公开政府信息情况\n"
	       "front heading| 六、其他需要报告的事项\n"
	       "overview heading| 一、2022年政务公开总体情况\n"
	       "overview text| 公开。\n"
	       "active heading| 二、主动公开政府信息情况\n"
	       "active cells| 规章\n"
	       "other heading| 六、其他需要报告的事项\n"
	       "other text| 无\n");
}

/* Headings that share their lines with text stand behind one that only lists them. */
static void
test_contents_and_run_in_headings(void **state)
{
	(void)state;
	expect("front heading| 一、总体情况\n"
	       "front heading| 五、存在的主要问题及改进情况\n"
	       "front heading| 六、其他需要报告的事项\n"
	       "overview text| 一、总体情况。公开及时。\n"
	       "problems text| 五、存在的主要问题及改进情况。公开不多。\n"
	       "other text| 六、其他需要报告的事项：无。\n");
}

/* Topics of section one with the numbers of sections. */
static void
test_topics_at_the_top_level(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview text| 我局扎实推进政务公开。\n"
	       "overview active heading| 一、主动公开\n"
	       "overview active text| 公开78条。\n"
	       "overview on_request heading| 二、依申请公开\n"
	       "overview on_request text| 未收到申请。\n"
	       "overview management heading| 三、政府信息管理\n"
	       "overview management text| 完善制度。\n"
	       "overview platform heading| 四、政府信息公开平台建设\n"
	       "overview platform text| 建好专栏。\n"
	       "overview supervision heading| 五、监督保障\n"
	       "overview supervision text| 加强培训。\n"
	       "active heading| 二、主动公开政府信息情况\n"
	       "active cells| 规章\n"
	       "requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| 三、本年度办理结果\n");
}

/* Numbers that begin again behind section one; section five has lost its heading. */
static void
test_wrong_numbers(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview text| 我委扎实推进政务公开。\n"
	       "overview heading| 二、工作亮点\n"
	       "overview active heading| 三、主动公开工作情况\n"
	       "overview on_request heading| 四、政府信息公开申请情况\n"
	       "overview on_request text| 全年收到申请34件。\n"
	       "active heading| 一、主动公开政府信息情况\n"
	       "active cells| 规章\n"
	       "active heading| ## 表二：主动公开政府信息情况\n"
	       "requests heading| 二、收到和处理政府信息公开申请情况\n"
	       "requests cells| 一、本年新收政府信息公开申请数量\n"
	       "review heading| 三、政府信息公开行政复议、行政诉讼情况\n"
	       "review cells| 1\n"
	       "problems heading| （一）主要问题\n"
	       "problems text| 栏目设置不够合理\n"
	       "other heading| 五、其他需要报告的事项\n"
	       "other text| 未发生收费事项。\n");
}

static void
test_lost_headings(void **state)
{
	(void)state;
	/* Section one without its heading begins with its first aspect. */
	expect("front text| 今年以来，我乡扎实推进政务公开。\n"
	       "overview active heading| （一）主动公开情况\n"
	       "overview active text| 公开90条。\n"
	       "overview on_request heading| （二）依申请公开情况\n"
	       "requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| 0\n");
	/* Only the first sub-heading can begin a section. */
	expect("overview heading| 一、总体情况\n"
	       "overview text| 公开及时。\n"
	       "overview heading| （二）存在的主要问题\n"
	       "overview text| 公开不多。\n");
}

static void
test_titles(void **state)
{
	(void)state;
	expect("front title| 青禾县水务局2022年政府信息公开工作年度报告\n"
	       "front text| 发布日期：2023-01-10\n"
	       "front title| 青禾县水务局2022年度政府信息\n"
	       "\n"
	       "front title| 公开工作年度报告\n"
	       "overview heading| 一、总体情况\n");
	expect("front text| 正文\n"
	       "front title| 2024 年云岭市科委政府信息公开工作\n"
	       "front title| 年度报告\n"
	       "overview heading| 一、总体情况\n");
	expect("front text| 云岭市人民政府\n"
	       "front text| 云岭市人民政府\n"
	       "front title| 云岭市人民政府2021年度\n"
	       "front title| 信息公开年度报告\n"
	       "front date| (2022年1月)\n"
	       "overview heading| 一、总体情况\n");
	expect("front title| 青禾县卫生健康局\n"
	       "front title| 二○二一年度\n"
	       "front title| 政府信息公开工作年度报告\n"
	       "overview heading| 一、总体情况\n");
	expect("front title| 青禾县体育局政府信息公开工作年度报告\n"
	       "front title| （二○二一年度）\n"
	       "overview heading| 一、总体情况\n");
	/* A sentence that a page has broken is no title, nor is a path through a menu. */
	expect("front text| 首页 > 政府信息公开 > 青禾县水务局政府信息公开工作年度报告\n"
	       "front title| 青禾县2022年政府信息公开工作年度报告\n"
	       "front text| 根据《条例》要求，现向社会\n"
	       "front text| 公布云岭市2022年政府信息公开工作年度报告\n"
	       "front text| ，以及《公开指南》，欢迎查阅\n"
	       "front text| 云岭市2022年政府信息公开工作年度报告\n"
	       "overview heading| 一、总体情况\n");
}

static void
test_aspects_with_numbers(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview active heading| （一）主动公开情况。\n"
	       "overview active text| 公开12条。\n"
	       "overview active text| 1. 加强平台建设。建好专栏。\n"
	       "overview on_request text| （二）依申请公开情况。1. 依申请公开。收到1件。\n"
	       "overview management heading| （三）政府信息管理方面\n"
	       "overview management text| 一是加强监督保障。定期检查。\n"
	       "overview platform heading| (四)平台建设\n"
	       "overview supervision text| （五）监督保障方面。加强培训\n"
	       "overview supervision text| 和考核。\n"
	       "overview text| （六）标准化建设方面。完善标准。\n"
	       "overview text| 扩大试点。\n");
	expect("overview heading| 一、政府信息公开工作总体情况\n"
	       "overview active text| 1.政府信息主动公开方面。公开60条。\n"
	       "overview on_request text| 2.政府信息依申请公开方面。未收到申请。\n"
	       "overview management text| 3、政府信息管理方面。关注人数达到\n"
	       "overview management text| 1.9万人。\n"
	       "overview platform text| [bookmark: _GoBack]4.公开平台建设情况。依托县政府平台。\n"
	       "overview supervision text| 5.监督保障方面。加强培训。\n");
}

static void
test_aspects_without_numbers(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview text| 我局扎实推进政务公开，取得了成效。\n"
	       "\n"
	       "overview active text| 主动公开情况。公开285条。\n"
	       "overview on_request text| 依申请公开情况。没有申请。\n"
	       "overview management text| 严格政府信息管理。落实制度。\n"
	       "overview management text| 这一行说到平台，不是小标题。\n"
	       "overview platform text| 推动政府信息公开平台建设。优化平台，\n"
	       "overview platform text| 监督保障。此行是上一句的后半。\n"
	       "overview supervision text| 坚持监督保障。加强监督。\n");
	expect("overview heading| 一、总体情况\n"
	       "overview active heading| 主动公开情况：\n"
	       "overview active text| 公开285条。\n"
	       "overview on_request heading| 依申请公开情况。\n"
	       "overview on_request text| 没有申请。\n");
	expect("overview heading| 一、总体情况\n"
	       "overview text| 一是加强领导。明确责任。\n"
	       "overview on_request text| 二是及时规范办理依申请公开。未收到申请。\n"
	       "overview text| 三是加强领导。明确责任。\n");
	expect("overview heading| ## 一、总体情况\n"
	       "overview active heading| ### 主动公开情况\n"
	       "overview active text| 公开12条。\n"
	       "overview supervision heading| ### 监督保障\n"
	       "overview supervision text| 加强培训。\n"
	       "overview heading| ### 标准化建设\n"
	       "overview text| 完善标准。\n");
}

static void
test_aspects_only_in_section_one(void **state)
{
	(void)state;
	expect("problems heading| 五、存在的主要问题及改进情况\n"
	       "problems heading| （一）主动公开情况。\n"
	       "problems text| 不够及时。\n");
}

static void
test_cells(void **state)
{
	(void)state;
	/* A list in section one, and prose that is only indented. */
	expect("overview heading| 一、总体情况\n"
	       "overview text| \t2021年，我局公开信息198条。\n"
	       "overview cells| 序号\t名称\t发布日期\n"
	       "overview cells| 1\t很多人不知道！这3种做法...\t2022年01月11日\n"
	       "overview cells| | 序号 | 名称 |\n"
	       "overview cells| | 1 | 做好工作。 |\n"
	       "overview text| 登录 | 注册\n"
	       "overview text| 联系电话\t见网站。\n");
	expect("requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| \t（一）予以公开\n"
	       "requests cells| | 规章 | 0 。 |\n"
	       "requests cells| |\n"
	       "requests cells| 三 、本 年 度办 理 结果\n"
	       "requests cells|      -2-\n"
	       "requests text| 捕获2.PNG\n"
	       "requests text| 注：数量含上年度；详见附件\n"
	       "requests cells| ### (三) 不予公开\n");
}

/* An empty cell that ends a table. */
static void
test_last_empty_cell(void **state)
{
	(void)state;
	expect("active heading| 二、主动公开政府信息情况\n"
	       "active cells| \t行政事业性收费\n"
	       "active cells| \t\n"
	       "requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| \t（一）予以公开\n");
}

static void
test_numbered_sentences(void **state)
{
	(void)state;
	expect("problems heading| 五、存在的主要问题及改进情况\n"
	       "problems heading| (二) 2021 年存在的主要问题。\n"
	       "problems text| （三）2021年未收到政府信息公开申请。\n"
	       "problems text| （四）本年度收到申请3件\n"
	       "problems text| 1.公开的及时性有待加强。\n"
	       "problems text| 一是人员力量不够。\n");
}

static void
test_ending(void **state)
{
	(void)state;
	expect("other heading| 六、其他需要报告的事项\n"
	       "other text| 无\n"
	       "end date| 青禾县水务局 2023年1月18日\n");
	expect("other heading| 六、其他需要报告的事项\n"
	       "end date| （2023-01-18）\n"
	       "end text| 附件：年度报告.docx\n");
	expect("problems heading| 五、存在的主要问题及改进情况\n"
	       "problems text| 公开不够及时。\n"
	       "end text| 青禾县水务局\n"
	       "end date| 二〇二三年一月十八日\n");
	expect("other heading| 六、其他需要报告的事项\n"
	       "other text| 无。\n"
	       "end text| 主办单位：青禾县人民政府办公室\n"
	       "end text| 2023 版权所有\n");
	/* A date that a page has broken off its sentence signs nothing. */
	expect("other heading| 六、其他需要报告的事项\n"
	       "other text| 本报告所列数据的统计期限自上一年的年初起至上一年的年末为止，报告在网站上公开，公开时间为\n"
	       "other date| 2022年12月31日\n");
	expect("other heading| 六、其他需要报告的事项\n"
	       "other text| 下次报告的时间：\n"
	       "other date| 2024年1月31日\n"
	       "other text| 以后每年如此。\n");
}

static void
test_line_numbers(void **state)
{
	struct document doc;

	(void)state;
	split("\r\n\t \n　\n一、总体情况\r\n\n公开。", &doc);
	assert_int_equal(doc.count, 2);
	assert_int_equal(doc.line[0].no, 4);
	assert_true(slice_is(doc.line[0].text, "一、总体情况"));
	assert_int_equal(doc.line[1].no, 6);
	assert_true(slice_is(doc.line[1].text, "公开。"));
	document_release(&doc);
	split("", &doc);
	assert_int_equal(doc.count, 0);
	document_release(&doc);
}

struct seed {
	size_t lines;
	size_t first[SECTIONS]; /* the line that each section begins with; 0: none */
	size_t part[PARTS];
	size_t dates;
};

/* Counted by hand; lines of white space do not count. */
static const struct seed seeds[LAYOUT_SEEDS] = {
	{ 304, { 1, 4, 15, 72, 272, 307, 311, 315 }, { 0, 8, 9, 10, 12, 14 }, 1 },
	{ 356, { 1, 5, 11, 59, 346, 413, 416, 0 }, { 0, 6, 7, 8, 9, 10 }, 0 },
	{ 66, { 3, 7, 19, 40, 71, 78, 86, 0 }, { 0, 0, 0, 0, 0, 0 }, 0 },
	{ 115, { 3, 9, 71, 89, 121, 128, 150, 166 }, { 0, 13, 49, 55, 59, 63 }, 1 },
	{ 353, { 1, 4, 11, 57, 344, 400, 402, 0 }, { 0, 6, 7, 8, 9, 10 }, 0 },
};

static void
expect_seed(const struct document *doc, const struct seed *seed)
{
	size_t first[SECTIONS] = { 0 }, part[PARTS] = { 0 }, dates = 0;

	assert_int_equal(doc->count, seed->lines);
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		if (first[line->section] == 0)
			first[line->section] = line->no;
		if (line->part && part[line->part] == 0)
			part[line->part] = line->no;
		dates += line->kind == LINE_DATE;
	}
	for (unsigned s = 0; s < SECTIONS; s++)
		if (first[s] != seed->first[s])
			fail_msg("%s begins in line %zu", section_names[s], first[s]);
	for (unsigned p = 0; p < PARTS; p++)
		if (part[p] != seed->part[p])
			fail_msg("%s begins in line %zu", part_names[p], part[p]);
	assert_int_equal(dates, seed->dates);
}

static void
test_seeds(void **state)
{
	(void)state;
	for (size_t i = 0; i < LAYOUT_SEEDS; i++) {
		struct buf text = BUF_INIT;
		struct document doc = DOCUMENT_INIT;
		layout_shared(layout_seeds[i], &text);
		assert_true(split_document(layout.headings, SLICE("seed"), buf_slice(&text), &doc));
		expect_seed(&doc, &seeds[i]);
		document_release(&doc);
		buf_release(&text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_report),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_heading_with_its_text),
		cmocka_unit_test(test_heading_over_two_lines),
		cmocka_unit_test(test_table_of_contents),
		cmocka_unit_test(test_contents_and_run_in_headings),
		cmocka_unit_test(test_topics_at_the_top_level),
		cmocka_unit_test(test_wrong_numbers),
		cmocka_unit_test(test_lost_headings),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_aspects_with_numbers),
		cmocka_unit_test(test_aspects_without_numbers),
		cmocka_unit_test(test_aspects_only_in_section_one),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_last_empty_cell),
		cmocka_unit_test(test_numbered_sentences),
		cmocka_unit_test(test_ending),
		cmocka_unit_test(test_line_numbers),
		cmocka_unit_test(test_seeds),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
