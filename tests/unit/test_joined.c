/* SPDX-License-Identifier: MIT */
/* Lines that have come together: where they are taken apart, and where they are not. */
#include "splitting.h"

static void
test_report_in_one_line(void **state)
{
	(void)state;
	expect("front text| 索引号：01-2 打印 \n"
	       "+front title| 青禾县水务局2022年政府信息公开工作年度报告 \n"
	       "+front text| 根据《条例》编制本报告。统计期限自2022年1月1日起。 \n"
	       "+overview heading| 一、总体情况 \n"
	       "+overview text| 2022年，我局公开信息12条。 \n"
	       "+overview active text| （一）主动公开情况。公开及时。 \n"
	       "+overview on_request text| （二）依申请公开情况。收到3件。 \n"
	       "+active heading| 二、主动公开政府信息情况 \n"
	       "+active cells| 第二十条第（一）项 规章 0 0 0 行政规范性文件 1 0 2 \n"
	       "+requests heading| 三、收到和处理政府信息公开申请情况 \n"
	       "+requests cells| （本列数据的勾稽关系为：第一项加第二项之和） "
	       "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3 "
	       "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 "
	       "三、本年度办理结果 （一）予以公开 3 0 0 0 0 0 3 "
	       "四、结转下年度继续办理 0 0 0 0 0 0 0 \n"
	       "+review heading| 四、政府信息公开行政复议、行政诉讼情况 \n"
	       "+review cells| 行政复议 行政诉讼 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 \n"
	       "+problems heading| 五、存在的主要问题及改进情况 \n"
	       "+problems text| （一）存在问题。公开不多。（二）改进措施。多公开。 \n"
	       "+other heading| 六、其他需要报告的事项 \n"
	       "+other text| 无其他事项。 \n"
	       "+end date| 青禾县水务局 2023 年 1 月 18 日 \n"
	       "+end text| 扫一扫在手机打开当前页\n");
}

static void
test_nothing_between(void **state)
{
	(void)state;
	expect("front title| 青禾县水务局2022年政府信息公开工作年度报告\n"
	       "+front text| 根据《条例》编制本报告。\n"
	       "+overview heading| 一、总体情况\n"
	       "+overview text| 我局公开信息12条。\n"
	       "+overview active text| 1.主动公开。公开及时。\n"
	       "+overview on_request text| 2.依申请公开。收到3件。\n"
	       "+active heading| 二、主动公开政府信息情况\n"
	       "+active cells| 第二十条第（一）项规章000\n"
	       "+requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "+requests text| 本年度未收到政府信息公开申请。\n"
	       "+requests cells| （本列数据的勾稽关系为：第一项）四、结转下年度继续办理0000000\n"
	       "+review heading| 四、政府信息公开行政复议、行政诉讼情况\n"
	       "+review cells| 行政复议行政诉讼结果维持000\n"
	       "+problems heading| 五、存在的主要问题及改进情况\n"
	       "+problems text| 虽然不多，但是及时。\n"
	       "+other heading| 六、其他需要报告的事项\n"
	       "+other text| 无\n"
	       "+end date| 青禾县水务局2023年1月18日\n"
	       "+end text| 分享到微信\n");
	/* Long headings are known whatever is glued to them. */
	expect("requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "+requests cells| 统计表 0 0\n"
	       "review heading| 四、政府信息公开行政复议、行政诉讼情况\n"
	       "+review cells| 行政复议 | 行政诉讼 |\n");
}

static void
test_a_line_for_each_section(void **state)
{
	(void)state;
	expect("front title| 青禾县水务局2022年政府信息公开工作年度报告 \n"
	       "+front text| 根据《条例》编制本报告。\n"
	       "overview text| 一、总体情况 2022年，我局公开信息12条。\n"
	       "active heading| 二、主动公开政府信息情况　\n"
	       "+active cells| 第二十条第（一）项 规章 0 0 0\n"
	       "problems text| 五、存在的主要问题及改进情况：公开不多。\n"
	       "other text| 六、其他需要报告的事项 无。 \n"
	       "+end date| 青禾县水务局 2023年1月18日\n");
}

/* The rows of a table that look like headings, and a heading behind the last of them. */
static void
test_heading_inside_a_line(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview text| 公开不断推进。\n"
	       "+active heading| 二、主动公开政府信息情况 \n"
	       "+active cells| 第二十条第（一）项\n"
	       "active cells| 规章 0 0 0\n"
	       "requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests cells| 三、本年度办理结果 （一）予以公开 0 四、结转下年度继续办理 0 0 \n"
	       "+review heading| 四、政府信息公开行政复议、行政诉讼情况\n"
	       "review cells| 0 0 0\n");
	/* In other words than those of the form it has to stand alone between white space. */
	expect("overview heading| 一、总体情况\n"
	       "overview text| 公开。 \n"
	       "+active heading| 二、政府信息公开情况 \n"
	       "+active cells| 规章 0 0 0\n"
	       "active cells| 行政许可 0 三、依申请公开政府信息情况表\n");
}

static void
test_words_that_are_no_heading(void **state)
{
	static const char *const line[] = {
		"我局做好主动公开政府信息情况的统计。",
		"按照二、主动公开政府信息情况的要求填报。",
		"详见第三部分 收到和处理政府信息公开申请情况。",
		"（见三、收到和处理政府信息公开申请情况）",
		"其中“四、政府信息公开行政复议、行政诉讼情况”为零。",
		"公开。二、主动公开政府信息情况良好，好于去年。",
		"公开。 二、主动公开政府信息情况，好于去年。",
		"公开。二、主动公开政府信息。",
		"公开。三、收到和处理政府信息公开申请情况，见附件。",
	};

	(void)state;
	for (size_t i = 0; i < sizeof line / sizeof *line; i++) {
		struct document doc;
		struct buf text = BUF_INIT;
		buf_add(&text, SLICE("一、总体情况\n"));
		buf_add(&text, slice_of(line[i]));
		buf_char(&text, '\0');
		split(text.ptr, &doc);
		if (doc.line[doc.count - 1].section != SECTION_OVERVIEW)
			fail_msg("'%s' begins a section", line[i]);
		document_release(&doc);
		buf_release(&text);
	}
}

/* A heading that a sentence mentions is lighter than the one that begins a line. */
static void
test_mentioned_heading(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview text| 公开。\n"
	       "active heading| 二、主动公开政府信息情况 \n"
	       "+active cells| 规章 0 0 0\n"
	       "active text| 数据按照 二、主动公开政府信息情况 一表填写。\n"
	       "requests heading| 三、收到和处理政府信息公开申请情况\n");
}

#define LIST "一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 " \
	"四、政府信息公开行政复议、行政诉讼情况 五、存在的主要问题及改进情况 六、其他需要报告的事项"
#define PAGES "一、总体情况 1 二、主动公开政府信息情况……2 五、存在的主要问题及改进情况 10 "

static void
test_table_of_contents(void **state)
{
	(void)state;
	/* Before headings of their own, of which one is lost. */
	expect("front text| " LIST "\n"
	       "overview heading| 一、总体情况\n"
	       "overview text| 公开。\n"
	       "active heading| 二、主动公开政府信息情况\n"
	       "active cells| 规章\n"
	       "other heading| 六、其他需要报告的事项\n"
	       "other text| 无\n");
	/* Before all else, in one line. */
	expect("front text| 目录 " LIST " \n"
	       "+overview heading| 一、总体情况 \n"
	       "+overview text| 公开。 \n"
	       "+other heading| 六、其他需要报告的事项 \n"
	       "+other text| 没有。\n");
	expect("front text| 目录 " PAGES "\n"
	       "+overview heading| 一、总体情况 \n"
	       "+overview text| 公开。 \n"
	       "+active heading| 二、主动公开政府信息情况 \n"
	       "+active cells| 规章 0 0\n");
	/* A table of which only the numbers are left is more than the number of a page. */
	expect("front heading| 四、政府信息公开行政复议、行政诉讼情况\n"
	       "front heading| 五、存在的主要问题及改进情况\n"
	       "overview text| 一、总体情况 公开12条。\n"
	       "review heading| 四、政府信息公开行政复议、行政诉讼情况 \n"
	       "+review cells| 0 0 0 0 \n"
	       "+problems heading| 五、存在的主要问题及改进情况 \n"
	       "+problems text| 公开不多。\n");
	/* The tables were pictures: headings with nothing below are all there is. */
	expect("overview heading| 一、总体情况 \n"
	       "+overview text| 公开。 \n"
	       "+active heading| 二、主动公开政府信息情况 \n"
	       "+requests heading| 三、收到和处理政府信息公开申请情况 \n"
	       "+problems heading| 五、存在的主要问题及改进情况 \n"
	       "+problems text| 公开不多。\n");
}

/* Cells that hold the words of headings, and joined rows around true ones. */
static void
test_fields(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview cells| | 二、主动公开政府信息情况 | 已公开 |\n"
	       "overview cells| 1\t六、其他需要报告的事项\t已报告\n"
	       "overview cells| a\t六、其他需要报告的事项\n");
	expect("overview heading| 一、总体情况 \n"
	       "+overview text| 公开。 \n"
	       "+active heading| 二、主动公开政府信息情况 \n"
	       "+active cells| | 规章 | 0 | \n"
	       "+requests heading| 三、收到和处理政府信息公开申请情况 \n"
	       "+requests cells| | 申请人情况 | 0 | \n"
	       "+other heading| 六、其他需要报告的事项 \n"
	       "+other text| 无。\n");
	expect("overview heading| 一、总体情况\t\n"
	       "+overview text| 公开。\t\n"
	       "+active heading| 二、主动公开政府信息情况\t\n"
	       "+active cells| 规章\t0\t\n"
	       "+other heading| 六、其他需要报告的事项\t\n"
	       "+other text| 无。\n");
}

static void
test_sentences_and_a_table(void **state)
{
	(void)state;
	expect("review heading| 四、政府信息公开行政复议、行政诉讼情况\n"
	       "review text| 有关情况如下。\n"
	       "+review cells| 结果维持 总计 10 0 0 \n"
	       "+review text| 注：数量含上年结转；共 2 件。\n");
	expect("requests heading| 三、收到和处理政府信息公开申请情况 \n"
	       "+requests text| 2023年共收到 3 件，办结 3 件。 \n"
	       "+requests cells| 一、本年新收 3 0 0 0 0 0 3 \n"
	       "+requests text| 注：数量不含上年。 \n"
	       "+requests cells| 二、上年结转 0 0 0 0 0 0 0\n");
	/* Numbers do not make a table of a sentence. */
	expect("requests heading| 三、收到和处理政府信息公开申请情况\n"
	       "requests text| 2023 年，共收到 741 件，其中 2 件撤回。\n");
}

static void
test_aspects(void **state)
{
	(void)state;
	expect("overview heading| 一、总体情况\n"
	       "overview text| 推进公开。\n"
	       "+overview active text| （一）主动公开。包括：（1）预算；（2）决算。"
	       "1.文件公开。2.平台公开。\n"
	       "+overview supervision text| （五）监督保障方面，加强培训。\n"
	       "+overview text| （六）标准化建设。完善标准。\n");
	expect("overview heading| 一、总体情况 \n"
	       "+overview active text| 主动公开情况。公开 285 条。 \n"
	       "+overview on_request text| 依申请公开情况。没有申请。依申请公开，按时答复。"
	       "监督保障,定期检查。\n"
	       "other heading| 六、其他需要报告的事项\n");
	/* What is numbered otherwise inside a line turns nothing. */
	expect("overview heading| 一、总体情况\n"
	       "overview active text| （一）主动公开。公开及时。一、加强领导。二、强化监督。\n"
	       "other heading| 六、其他需要报告的事项\n");
	/* Without a number only where lines have come together. */
	expect("overview heading| 一、总体情况\n"
	       "overview active text| （一）主动公开。及时。依申请公开情况。没有申请。\n"
	       "overview active text| 公开。\n"
	       "other heading| 六、其他需要报告的事项\n");
	/* A list is no prose. */
	expect("overview heading| 一、总体情况\n"
	       "overview active heading| 1.主动公开。\n"
	       "overview active cells| 1\t2.平台公开\t0\n");
}

static void
test_titles(void **state)
{
	(void)state;
	expect("front title| 青禾县水务局政府信息公开工作年度报告 （2022年度）　\n"
	       "+front text| 根据《条例》编制 云岭市2021年政府信息公开工作年度报告。 \n"
	       "+overview heading| 一、总体情况\n");
	expect("front text| 首页 > 云岭市2021年政府信息公开工作年度报告 来源：本站 \n"
	       "+front title| 青禾县 2022年政府信息公开工作年度报告 \n"
	       "+overview heading| 一、总体情况\n");
	expect("front text| 发布日期：2023-01-10\n"
	       "+front title| 青禾县2022年政府信息公开工作年度报告\n"
	       "+front text| 本报告由县政府编制。\n"
	       "overview heading| 一、总体情况\n");
	/* A path through a menu, a sentence. */
	expect("front text| 首页 > 云岭市2021年政府信息公开工作年度报告 来源：本站\n"
	       "front text| 现公布 云岭市2021年政府信息公开工作年度报告 ，欢迎查阅。\n"
	       "overview heading| 一、总体情况\n");
	/* A title of its own is enough. */
	expect("front title| 青禾县2022年政府信息公开工作年度报告\n"
	       "front text| 云岭市2021年政府信息公开工作年度报告 根据《条例》编制。\n"
	       "overview heading| 一、总体情况\n");
}

static void
test_ends(void **state)
{
	(void)state;
	expect("other heading| 六、其他需要报告的事项\n"
	       "other text| 没有。 \n"
	       "+end date| 青禾县水务局 （2023年1月18日） \n"
	       "+end text| 上一篇：通知\n");
	expect("other text| 六、其他需要报告的事项 无。\n"
	       "+end text| 主办单位：青禾县人民政府办公室\n");
	/* Dates that sign nothing. */
	expect("other text| 六、其他需要报告的事项 没有。2023年1月18日起施行\n");
	expect("other heading| 六、其他需要报告的事项\n"
	       "other text| 没有。更新时间 2023-01-18 访问量 3\n");
}

/* One heading of a section after the other: nothing is lost and nothing breaks. */
static void
test_long_line(void **state)
{
	enum { TIMES = 20000 };
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct document doc;

	(void)state;
	for (size_t i = 0; i < TIMES; i++)
		buf_add(&text, SLICE("一、总体情况 公开12条。（一）主动公开。及时。（二）依申请公开。无。"));
	buf_char(&text, '\0');
	split(text.ptr, &doc);
	assert_true(doc.count > 1);
	for (size_t i = 0; i < doc.count; i++) {
		assert_int_equal(doc.line[i].no, 1);
		assert_int_equal(doc.line[i].section, SECTION_OVERVIEW);
		buf_add(&got, doc.line[i].text);
	}
	assert_true(slice_is(buf_slice(&got), text.ptr));
	document_release(&doc);
	buf_release(&text);
	buf_release(&got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_report_in_one_line),
		cmocka_unit_test(test_nothing_between),
		cmocka_unit_test(test_a_line_for_each_section),
		cmocka_unit_test(test_heading_inside_a_line),
		cmocka_unit_test(test_words_that_are_no_heading),
		cmocka_unit_test(test_mentioned_heading),
		cmocka_unit_test(test_table_of_contents),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_sentences_and_a_table),
		cmocka_unit_test(test_aspects),
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_long_line),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
