/* SPDX-License-Identifier: MIT */
/* Pages into lines: what browsers accept, and what people leave in pages. */
#include "text.h"

#include "html_script.h"

static void
page(const char *html, const char *want)
{
	expect_text(html_read, slice_of(html), false, want);
}

static void
whole_page(const char *html, const char *want)
{
	expect_text(html_read, slice_of(html), true, want);
}

static void
test_lines(void **state)
{
	(void)state;
	page("<p>一、总体情况</p><p>二<br>三<br/>四</p>五<div>六<h2>七</h2>八</div>",
	    "一、总体情况\n二\n三\n四\n五\n六\n七\n八\n");
	page("<p>a<b>b</b> <i> c </i>d\n e</p>", "ab c d e\n");
	page("<p>政府\n  信息<span>公</span>\n<span>开</span> 年 度\r\nab\ncd</p>",
	    "政府信息公开 年 度 ab cd\n");
	page("<p>&nbsp;&nbsp;&emsp;全年&lt;12&gt;&nbsp;件&#12290;&amp;&unknown;</p><p>&nbsp;</p>",
	    "全年<12> 件。&&unknown;\n");
	page("<pre>\n a   1\n b\t2\n</pre>", "a   1\nb 2\n");
	page("<p>==&gt; x &lt;==</p>", " ==> x <==\n");
	page("", "");
	page("<p>a<![endif]>b</ x>c</p><!x>d<!", "a b c\nd\n");
	expect_text(html_read, SLICE("<p>a\0b</p>"), false, "a b\n");
	page("<p>不闭合<p>的<div>标签<span>也<table><td>行", "不闭合\n的\n标签也\n行\n");
}

static void
test_word_markup(void **state)
{
	(void)state;
	page("<p class=MsoNormal><span lang=EN-US>（</span><span>三</span><span\n"
	    "style='font-family:宋体'>）不予公开</span><span lang=EN-US><o:p></o:p></span></p>\n"
	    "<![if !supportEmptyParas]><p><o:p>&nbsp;</o:p></p><![endif]>"
	    "<!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]-->"
	    "<xml><w:View>Normal</w:View></xml><p class=MsoFooter>- 1 -</p>",
	    "（三）不予公开\n");
}

static void
test_cells(void **state)
{
	(void)state;
	page("<table border=1><caption>表</caption><tbody>"
	    "<tr><th>信息内容</th><th>本年新<br>制作数量</th></tr>"
	    "<tr><td><p>规</p>\n<p>章</p></td><td><p><span> 1 </span></p></td></tr>"
	    "<tr><td><ul><li>其</li><li>他</li></ul></td><td>&nbsp;</td></tr>"
	    "</tbody></table>后",
	    "表\n信息内容\t本年新 制作数量\n规 章\t1\n其 他\t\n后\n");
	/* tags that pages leave out, tables without a table */
	page("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td\n");
	page("<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr><p>e</p>",
	    "a\tb\nc\td\ne\n");
	page("<table><td>a<td>b</table>", "a\tb\n");
}

/* The two kinds of rows of section two in layouts 1.21. */
static void
test_spans(void **state)
{
	(void)state;
	page("<table>"
	    "<tr><td colspan=5>第二十条第（五）项</td></tr>"
	    "<tr><td>信息内容</td><td>上一年</td><td colspan=2>增/减</td><td>处理</td></tr>"
	    "<tr><td>许可</td><td colspan=2>7</td><td>8</td><td>9</td></tr></table>",
	    "第二十条第（五）项\t\t\t\n信息内容\t上一年\t增/减\t处理\n许可\t7\t8\t9\n");
	page("<table>"
	    "<tr><td rowspan=2 colspan=\"2\">说明</td><td colspan=2>申请人</td></tr>"
	    "<tr><td>自然人</td><td>总计</td></tr>"
	    "<tr><td rowspan=2>三、</td><td>（一）</td><td>1</td><td>2</td></tr>"
	    "<tr><td>（二）</td><td></td><td>3</td></tr></table>",
	    "说明\t\t申请人\t\n\t\t自然人\t总计\n三、\t（一）\t1\t2\n\t（二）\t\t3\n");
	page("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>", "a\tb\n\tc\n\td\n");
	page("<table><tr><td colspan=-1 rowspan=x>a<td colspan=1000000>b<tr><td>c<td>d</table>",
	    "a\tb\nc\td\n");
	/* the row of no height that Word sets below a table */
	page("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e<tr height=0><td><td><td></table>",
	    "a\t\tb\nc\td\te\n");
}

/* A table round the page is no table; one in a cell is text. */
static void
test_nested_tables(void **state)
{
	(void)state;
	page("<table><tr><td>导航</td><td><p>标题</p>"
	    "<table><tr><td>规章</td><td>1</td></tr><tr><td>其他</td><td>2</td></tr></table>"
	    "<p>结尾</p></td></tr><tr><td>a</td><td>b</td></tr></table>",
	    "导航\n标题\n规章\t1\n其他\t2\n结尾\na\tb\n");
	page("<table><tr><td>规章</td><td><table><tr><td>1</td></tr></table></td></tr>"
	    "<tr><td>其他</td><td><table><tr><td>2</td><td>件</td></tr></table></td></tr></table>",
	    "规章\t1\n其他\t2 件\n");
}

#define HAN_50 \
	"全年公开信息一二三四全年公开信息一二三四全年公开信息一二三四全年公开信息一二三四全年公开信息一二三四"
#define HAN_60 HAN_50 "全年公开信息一二三四"
#define HAN_200 HAN_50 HAN_50 HAN_50 HAN_50

/* Paragraphs in a cell that is as long as a page. */
static void
test_prose_in_a_cell(void **state)
{
	struct buf html = BUF_INIT, want = BUF_INIT;

	(void)state;
	buf_add(&html, SLICE("<table><tr><td>"));
	for (int i = 0; i < 4; i++) {
		buf_add(&html, SLICE("<p>"));
		for (int k = 0; k < 60; k++) {
			buf_add(&html, SLICE("字"));
			buf_add(&want, SLICE("字"));
		}
		buf_add(&html, SLICE("</p>"));
		buf_char(&want, '\n');
	}
	buf_add(&html, SLICE("</td></tr><tr><td>a</td></tr><tr><td><p>" HAN_60 "</p><p>一</p>二<br>三"));
	buf_add(&html, SLICE("</td></tr><tr><td>" HAN_60 "<br>b</td></tr></table>"));
	buf_add(&want, SLICE("a\n" HAN_60 "\n一\n二\n三\n" HAN_60 " b\n"));
	buf_char(&want, '\0');
	expect_text(html_read, buf_slice(&html), false, want.ptr);
	buf_release(&html);
	buf_release(&want);
}

#define NAVIGATION                                                                          \
	"<ul class=menu><li><a href=/>首页</a><li><a href=/a>政务</a></ul>"                     \
	"<div><a href=/>首页</a> <a href=/>新闻</a> <a href=/>服务</a> <a href=/>互动</a></div>"                            \
	"<div>您当前的位置：<a href=/>首页</a> &gt; <a href=/>年报</a></div>"                                     \
	"<p>【字体：<a href=/>大</a> <a href=/>中</a> <a href=/>小</a>】 <a href=/>打印</a></p>"
#define FOOTER                                                                              \
	"<div class='bdsharebuttonbox'>分享到<a href=/>微信</a></div>"                                 \
	"<div id=footBox>主办：清流县人民政府</div><footer>备案号</footer>"

static void
test_clutter(void **state)
{
	static const char html[] = "<html><head><title>t</title><style>p{}</style></head><body>"
	    "<script>var a = '<p>x</p>';</script>" NAVIGATION
	    "<h1>年度报告</h1><p>发布时间：2024-01-20</p><p>正文</p>" FOOTER "</body></html>";

	(void)state;
	page(html, "年度报告\n发布时间：2024-01-20\n正文\n");
	whole_page(html,
	    "首页\n政务\n首页 新闻 服务 互动\n您当前的位置：首页 > 年报\n【字体：大 中 小】 打印\n"
	    "年度报告\n发布时间：2024-01-20\n正文\n分享到微信\n主办：清流县人民政府\n备案号\n");
}

/* Before the text of an article that has none, without the name of the site. */
static void
test_title(void **state)
{
	(void)state;
#define TITLED(title, text) "<html><head><title>" title "</title></head><body>" text "</body></html>"
#define REPORT "青柳市教育局2022-2023年\n 信息公开年报"
	page(TITLED(REPORT "_年报_青柳市政府网", "<p>一</p>"),
	    "青柳市教育局2022-2023年信息公开年报\n一\n");
	page(TITLED("青柳市人民政府网 - " REPORT, "<p>一</p>"),
	    "青柳市教育局2022-2023年信息公开年报\n一\n");
	page(TITLED(REPORT, "<p>青柳市教育局<p>２０２２－2023年信息公开年报<p>一</p>"),
	    "青柳市教育局\n２０２２－2023年信息公开年报\n一\n");
	page("<head><title>青柳市信息公开年报专栏</title><meta name=ArticleTitle content='教育局公开年度报告'>"
	    "</head><p>一", "教育局公开年度报告\n一\n");
	/* nothing to tell, nothing to tell it of, pictures */
	page(TITLED("信息公开", "<p>一</p>"), "一\n");
	page(TITLED("青柳市教育局信息公开年报", ""), "");
	page("<p>一</p><svg><title>青柳市教育局信息公开年报</title></svg>", "一\n");
}

/* Whatever it is called, a table of numbers is kept, and so is a heading. */
static void
test_what_clutter_must_not_be(void **state)
{
	(void)state;
	page("<p>正文</p><div class=footer><table><tr><td>规章<td>1<tr><td>其他<td>2</table></div>",
	    "正文\n规章\t1\n其他\t2\n");
	page("<p>正文</p><div class=nav><h1>年度报告</h1></div>", "正文\n年度报告\n");
	page("<p>正文</p><div class=nav>" HAN_200 "</div>", "正文\n" HAN_200 "\n");
	page("<p>正文</p><table><tr><td>打印<td>微信<tr><td>关闭<td>1</table>",
	    "正文\n打印\t微信\n关闭\t1\n");
	page("<p>正文</p><p>栏目的位置在<a href=/>此</a></p>", "正文\n栏目的位置在此\n");
	/* places that Word names, a link that nobody closed */
	page("<p>正文<a name=a>一</a></p><div><a name=b>二</a><a name=c>三</a><a name=d>四</a>"
	    "<a name=e>五</a></div>", "正文一\n二三四五\n");
	page("<p>" HAN_200 "</p><div><a href=/>" HAN_200 "</a><a href=/>b</a><a href=/>c</a><a href=/>"
	    "d</a></div>", HAN_200 "\n" HAN_200 "bcd\n");
	/* nothing else is there */
	page("<div class=nav>主页</div>", "主页\n");
}

#define TAGS "<p>一<\\/p><p>二<\\/p><p>三<\\/p>\\n<p class=\\\"x\\\">\\u56db\\x34<\\/p>"

static void
test_page_in_a_script(void **state)
{
	static const char want[] = "一\n二\n三\n四4\n" HAN_200 "\n";

	(void)state;
	page("<html><body><div id=a></div><script>// it's\nvar t = 'x';\n"
	    "a.innerHTML = \"" TAGS "\" + '<p>" HAN_200 "<\\/p>';</script></body></html>", want);
	page("callback({\"code\": 0, \"html\": \"" TAGS "<p>" HAN_200 "<\\/p>\"})", want);
	/* a page that has its own article does not want it */
	page("<p>正文</p><table><tr><td>a<td>1<tr><td>b<td>2</table>"
	    "<script>a = \"" TAGS "<p>" HAN_200 "<\\/p>\"</script>", "正文\na\t1\nb\t2\n");
	assert_false(html_script_has_page(SLICE("一、<p>" HAN_200)));
	assert_false(html_script_has_page(SLICE("x = \"" TAGS "\"")));
	assert_true(html_script_has_page(SLICE("x = \"" TAGS HAN_200 "\"")));
}

static void
repeat(struct buf *html, const char *what, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_add(html, slice_of(what));
}

/* None of these may take more than the time that a test has. */
static void
test_hostile_pages(void **state)
{
	static const char *const nested[] = {
		"<div>", "<table><tr><td>", "<b><i>", "<ul class=nav><li>", "<pre>", "<tr>", "<![if x]>",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(nested); i++) {
		struct buf html = BUF_INIT;
		repeat(&html, nested[i], 100000);
		buf_add(&html, SLICE("深"));
		assert_false(html.failed);
		expect_text(html_read, buf_slice(&html), false, "深\n");
		buf_release(&html);
	}
	/* entities are those of HTML; what a page declares is not looked at */
	page("<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]>"
	    "<p>&a;&b;</p>", "&a;&b;\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_word_markup),
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_nested_tables),
		cmocka_unit_test(test_prose_in_a_cell),
		cmocka_unit_test(test_clutter),
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_what_clutter_must_not_be),
		cmocka_unit_test(test_page_in_a_script),
		cmocka_unit_test(test_hostile_pages),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
