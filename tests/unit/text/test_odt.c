/* SPDX-License-Identifier: MIT */
/* The reader of ODT: what LibreOffice would show of hand-written documents. */
#include "archive_of.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES " xmlns:office='" OASIS "office:1.0' xmlns:text='" OASIS "text:1.0'" \
    " xmlns:table='" OASIS "table:1.0' xmlns:style='" OASIS "style:1.0'" \
    " xmlns:draw='" OASIS "drawing:1.0' xmlns:svg='" OASIS "svg-compatible:1.0'" \
    " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"

#define P(text) "<text:p>" text "</text:p>"
#define TC(attributes, text) "<table:table-cell " attributes ">" P(text) "</table:table-cell>"
#define COVERED "<table:covered-table-cell><text:p>没</text:p></table:covered-table-cell>"
#define TR(cells) "<table:table-row>" cells "</table:table-row>"
#define TBL(rows) "<table:table><table:table-column/>" rows "</table:table>"

/* A document of this text; `styles` stand in styles.xml. */
static void
expect_styled(const char *body, const char *styles, bool all, const char *want)
{
	static char content[64 * 1024], style[16 * 1024];
	struct buf zip = BUF_INIT;

	snprintf(content, sizeof content, "<office:document-content" SPACES "><office:body>"
	    "<office:text>%s</office:text></office:body></office:document-content>", body);
	snprintf(style, sizeof style, "<office:document-styles" SPACES ">%s"
	    "</office:document-styles>", styles);
	struct file file[] = {
		{ "mimetype", SLICE("application/vnd.oasis.opendocument.text") },
		{ "content.xml", slice_of(content) },
		{ "styles.xml", slice_of(style) },
	};
	archive_of("zip", "none", file, COUNT(file), &zip);
	expect_text(odt_read, buf_slice(&zip), all, want);
	buf_release(&zip);
}

static void
expect(const char *body, const char *want)
{
	expect_styled(body, "", false, want);
}

static void
test_paragraphs(void **state)
{
	(void)state;
	expect("<text:h>一、总体</text:h>" P("") P("情况"), "一、总体\n情况\n");
	expect("<text:p>\n  公<text:span>开</text:span>\n\t12 <text:a>件</text:a><text:s text:c='3'/>甲"
	    "<text:tab/>乙<text:line-break/> 丙<text:s/></text:p>", "公开 12 件   甲 乙\n丙\n");
	expect(P("1<text:s text:c='1000000000'/>2") P("<text:bookmark/>三<text:soft-page-break/>四"),
	    "1"
	    "          " "          " "          " "          " "          "
	    "          " "          " "          " "          " "          "
	    "2\n三四\n");
	expect(P("公<text:note><text:note-citation>1</text:note-citation><text:note-body>" P("注")
	    "</text:note-body></text:note>开<office:annotation>" P("批") "</office:annotation>"
	    "<text:ruby><text:ruby-base>齐</text:ruby-base><text:ruby-text>qí</text:ruby-text></text:ruby>"
	    "<text:change-start/>新<text:change-end/>"), "公开齐新\n");
	expect("<text:tracked-changes><text:changed-region><text:deletion>" P("旧")
	    "</text:deletion></text:changed-region></text:tracked-changes>" P("新"), "新\n");
	expect("<text:section>" P("甲") "</text:section><text:section text:display='none'>" P("藏")
	    "</text:section>", "甲\n");
}

static void
test_contents(void **state)
{
	static const char body[] = "<text:table-of-content><text:index-body>" P("一、总体情况 1")
	    "</text:index-body></text:table-of-content>" P("一、总体情况");

	(void)state;
	expect_styled(body, "", false, "一、总体情况\n");
	expect_styled(body, "", true, "一、总体情况 1\n一、总体情况\n");
}

static void
test_frames(void **state)
{
	(void)state;
	expect(P("甲<draw:frame><draw:text-box>" P("框") "</draw:text-box><svg:title>题</svg:title>"
	    "<draw:object>" P("没") "</draw:object></draw:frame>乙"), "框\n甲乙\n");
}

static void
test_hidden(void **state)
{
	static const char styles[] =
	    "<style:style style:name='a' style:family='paragraph'><style:text-properties"
	    " text:display='none'/></style:style>"
	    "<style:style style:name='b' style:family='paragraph' style:parent-style-name='a'/>"
	    "<style:style style:name='b' style:family='text'/>"
	    "<style:style style:name='c' style:family='text'><style:text-properties"
	    " text:display='none'/></style:style>"
	    "<style:style style:name='d' style:family='paragraph' style:parent-style-name='a'>"
	    "<style:text-properties text:display='true'/></style:style>"
	    "<style:style style:name='e' style:family='text' style:parent-style-name='e'/>";

	(void)state;
	expect_styled("<text:p text:style-name='b'>藏</text:p><text:p text:style-name='d'>甲"
	    "<text:span text:style-name='c'>藏</text:span><text:span text:style-name='b'>乙</text:span>"
	    "<text:span text:style-name='e'>丙</text:span></text:p>", styles, false, "甲乙丙\n");
}

static void
test_tables(void **state)
{
	(void)state;
	expect(P("上") TBL("<table:table-header-rows>"
	    TR(TC("table:number-columns-spanned='3'", "第二十条") COVERED COVERED)
	    "</table:table-header-rows>"
	    TR(TC("table:number-rows-spanned='2'", "规章<text:line-break/>件") TC("", "1") TC("", "2"))
	    TR(COVERED TC("table:number-columns-spanned='2'", "3") COVERED)
	    TR(TC("", "末") "<table:table-cell/>" TC("", ""))) P("下"),
	    "上\n第二十条\t\t\n规章 件\t1\t2\n\t3\t\n末\t\t\n下\n");
	expect(TBL(TR(TC("", "甲") TC("table:number-columns-repeated='2'", "0"))
	    TR(TC("", "乙") TC("", "1") TC("", "2"))), "甲\t0\t0\n乙\t1\t2\n");
	expect(TBL(TR("<table:table-cell>" P("本年") P("新收") TBL(TR(TC("", "1")
	    TC("table:number-columns-repeated='3'", "2"))) "</table:table-cell>" TC("", "3"))),
	    "本年 新收 1 2\t3\n");
}

/* A table that lays out the page. */
static void
test_layout(void **state)
{
	(void)state;
	expect(TBL(TR(TC("", "甲") TC("", "1")) TR("<table:table-cell>" P("上") TBL(
	    TR(TC("", "a") TC("", "1")) TR(TC("", "b") TC("table:number-columns-repeated='2'", "2")))
	    "<text:h>下</text:h></table:table-cell>") TR(TC("", "乙") TC("", "2"))),
	    "甲\t1\n上\na\t1\t\nb\t2\t2\n下\n乙\t2\n");
}

#define LEVEL(level, format, more) "<text:list-level-style-number text:level='" level \
    "' style:num-format='" format "' " more "/>"

static const char lists[] =
    "<text:list-style style:name='L'>" LEVEL("1", "一, 二, 三, ...", "style:num-suffix='、'")
    LEVEL("2", "1", "loext:num-list-format='（%2%）'")
    LEVEL("3", "1", "text:display-levels='2' style:num-suffix='.' text:start-value='4'")
    "</text:list-style>"
    "<text:list-style style:name='B'><text:list-level-style-bullet text:level='1'"
    " text:bullet-char='-'/></text:list-style>"
    "<text:outline-style><text:outline-level-style text:level='1' style:num-format=''/>"
    "<text:outline-level-style text:level='2' style:num-format='①, ②, ③, ...'"
    " style:num-list-format='%1%%2%、'/></text:outline-style>";

#define ITEM(content) "<text:list-item>" content "</text:list-item>"
#define LIST(attributes, items) "<text:list " attributes ">" items "</text:list>"
#define L "text:style-name='L'"

static void
test_lists(void **state)
{
	(void)state;
	expect_styled(LIST(L, ITEM(P("甲") P("又")) ITEM(P("乙") LIST("", ITEM(P("丙")) ITEM(P("丁")
	    LIST("", ITEM(P("戊")))))) "<text:list-header>" P("题") "</text:list-header>" ITEM(P("己"))),
	    lists, false, "一、甲\n又\n二、乙\n（1）丙\n（2）丁\n2.4. 戊\n题\n三、己\n");
	/* a list begins anew, or goes on; an item tells its number; an item of nothing but a list */
	expect_styled(LIST(L, ITEM(P("甲"))) LIST(L, ITEM(P("乙"))) P("中")
	    LIST(L " text:continue-numbering='true'", ITEM(P("丙")))
	    LIST(L " text:continue-list='x'", "<text:list-item text:start-value='9'>" P("丁")
	    "</text:list-item>") LIST(L, ITEM(LIST("", ITEM(P("戊"))))), lists, false,
	    "一、甲\n一、乙\n中\n二、丙\n九、丁\n（1）戊\n");
	expect_styled(LIST("text:style-name='B'", ITEM(P("12"))) LIST("text:style-name='X'",
	    ITEM(P("13"))) LIST("", ITEM(P("14"))), lists, false, "12\n13\n14\n");
	/* headings */
	expect_styled("<text:h text:outline-level='1'>甲</text:h><text:h text:outline-level='2'>乙</text:h>"
	    "<text:h text:outline-level='2'>丙</text:h><text:h text:outline-level='2'"
	    " text:is-list-header='true'>丁</text:h><text:h text:outline-level='99'>戊</text:h>"
	    LIST(L, ITEM("<text:h text:outline-level='1'>己</text:h>")), lists, false,
	    "甲\n①、乙\n②、丙\n丁\n戊\n一、己\n");
}

static void
test_hostile(void **state)
{
	struct buf deep = BUF_INIT;

	(void)state;
	expect(TBL(TR(TC("table:number-columns-repeated='1000000000'", "甲"))
	    "<table:table-row table:number-rows-repeated='1000000000'>"
	    TC("table:number-columns-spanned='1000000000' table:number-rows-spanned='1000000000'", "乙")
	    "</table:table-row>" TR(TC("table:number-columns-repeated='-3'", "丙"))), "甲\n乙\n丙\n");
	for (int i = 0; i < 20; i++)
		buf_add(&deep, SLICE("<text:list><text:list-item>"));
	buf_add(&deep, SLICE("<text:p>甲</text:p>"));
	for (int i = 0; i < 20; i++)
		buf_add(&deep, SLICE("</text:list-item></text:list>"));
	buf_char(&deep, '\0');
	expect_styled(deep.ptr, lists, false, "甲\n");
	buf_release(&deep);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_contents),
		cmocka_unit_test(test_frames),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests_name("odt", tests, NULL, NULL);
}
