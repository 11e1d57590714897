/* SPDX-License-Identifier: MIT */
/* The reader of DOCX: what Word would show of hand-written documents. */
#include "archive_of.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'" \
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'" \
    " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"

/* A piece of text, a paragraph of one, and a cell with that. */
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" R(text) "</w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"

static struct slice
wrapped(const char *root, const char *content, char *room, size_t size)
{
	int len = snprintf(room, size, "<?xml version='1.0'?><w:%s " W ">%s</w:%s>", root, content,
	    root);

	assert_true(len > 0 && (size_t)len < size);
	return (struct slice){ room, (size_t)len };
}

/* A document of this body, these styles and these lists. */
static void
expect_parts(const char *body, const char *styles, const char *lists, bool all, const char *want)
{
	static char room[3][64 * 1024], whole[64 * 1024];
	struct buf zip = BUF_INIT;

	assert_true((size_t)snprintf(whole, sizeof whole, "<w:body>%s</w:body>", body) < sizeof whole);
	struct file file[] = {
		{ "word/document.xml", wrapped("document", whole, room[0], sizeof room[0]) },
		{ "word/header1.xml", SLICE("not read") },
		{ "word/styles.xml", wrapped("styles", styles, room[1], sizeof room[1]) },
		{ "word/numbering.xml", wrapped("numbering", lists, room[2], sizeof room[2]) },
	};
	archive_of("zip", "none", file, COUNT(file), &zip);
	expect_text(docx_read, buf_slice(&zip), all, want);
	buf_release(&zip);
}

static void
expect(const char *body, const char *want)
{
	expect_parts(body, "", "", false, want);
}

static void
test_paragraphs(void **state)
{
	(void)state;
	expect(P("一、总体") P("") P("情况"), "一、总体\n情况\n");
	expect("<w:p>" R("公") "<w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>开</w:t>"
	    "</w:r><w:hyperlink><w:r><w:t xml:space='preserve'> 12</w:t></w:r></w:hyperlink></w:p>",
	    "公开 12\n");
	expect("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/>"
	    "<w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type='page'/><w:t>丁</w:t><w:cr/></w:r></w:p>",
	    "甲 乙\n丙\n丁\n");
	expect("<w:p><w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t>"
	    "<w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='宋体' w:char='3007'/>"
	    "<w:sym w:font='Symbol' w:char='F02B'/><w:sym w:font='Webdings' w:char='F041'/>"
	    "<w:sym w:char='zz'/></w:r></w:p>", "1-23☑〇+\xef\xbf\xbd\xef\xbf\xbd\n");
	expect("<w:p>" R("&lt;a&#x4e2d;&amp;\n b") "</w:p>", "<a中&  b\n");
	expect("<w:sdt><w:sdtPr>" R("x") "</w:sdtPr><w:sdtContent>" P("甲")
	    "</w:sdtContent></w:sdt><w:customXml>" P("乙") "</w:customXml>"
	    "<w:sectPr><w:p/></w:sectPr>", "甲\n乙\n");
	expect("<w:p><m:oMath><m:r><m:t>3.5%</m:t></m:r></m:oMath></w:p>", "3.5%\n");
	expect("<w:p><w:ruby><w:rt>" R("qì") "</w:rt><w:rubyBase>" R("齐")
	    "</w:rubyBase></w:ruby></w:p>", "齐\n");
	expect("<x:p xmlns:x='other'><x:t>no</x:t></x:p>", "");
}

static void
test_fields_and_notes(void **state)
{
	(void)state;
	expect("<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name/></w:ffData></w:fldChar>"
	    "</w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:fldChar/></w:r>"
	    R("三") "<w:r><w:footnoteReference w:id='2'/></w:r>"
	    "<w:fldSimple w:instr='DATE'>" R("日") "</w:fldSimple></w:p>", "三日\n");
}

static void
test_changes(void **state)
{
	(void)state;
	expect("<w:p><w:del><w:r><w:delText>旧</w:delText><w:tab/></w:r></w:del>"
	    "<w:ins>" R("新") "</w:ins><w:moveFrom>" R("去") "</w:moveFrom>"
	    "<w:moveTo>" R("来") "</w:moveTo></w:p>", "新来\n");
	/* the end of a paragraph that is no more */
	expect("<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" R("甲") "</w:p>"
	    P("乙") P("丙"), "甲乙\n丙\n");
	expect("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("甲") "</w:p>"
	    TBL(TR(TC("", "乙"))), "甲\n乙\n");
	/* rows and cells that are no more; what they were before */
	expect(TBL(TR(TC("", "甲") TC("", "1"))
	    "<w:tr><w:trPr><w:del/></w:trPr>" TC("", "乙") TC("", "2") "</w:tr>"
	    "<w:tr><w:trPr><w:ins/><w:trPrChange><w:trPr><w:del/></w:trPr></w:trPrChange></w:trPr>"
	    TC("<w:cellDel/>", "没") TC("<w:tcPrChange><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
	    "</w:tcPrChange>", "丙") TC("", "3") "</w:tr>"), "甲\t1\n丙\t3\n");
}

static void
test_hidden(void **state)
{
	static const char styles[] =
	    "<w:style w:type='paragraph' w:styleId='top'><w:name w:val='HTML Top of Form'/><w:rPr>"
	    "<w:vanish/></w:rPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='child'><w:basedOn w:val='top'/></w:style>"
	    "<w:style w:type='character' w:styleId='c'><w:rPr><w:vanish/></w:rPr></w:style>"
	    "<w:style w:type='paragraph' w:styleId='t1'><w:name w:val='toc 1'/></w:style>"
	    "<w:style w:type='paragraph' w:styleId='ring'><w:basedOn w:val='ring'/></w:style>";
	static const char body[] =
	    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t><w:tab/></w:r><w:r><w:rPr>"
	    "<w:vanish w:val='0'/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:webHidden/></w:rPr>"
	    "<w:t>乙</w:t></w:r><w:r><w:rPr><w:rStyle w:val='c'/></w:rPr><w:t>藏</w:t></w:r></w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='child'/></w:pPr>" R("窗体顶端") "<w:r><w:rPr>"
	    "<w:vanish w:val='false'/></w:rPr><w:t>见</w:t></w:r></w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='t1'/></w:pPr>" R("一、总体情况 1") "</w:p>"
	    "<w:p><w:pPr><w:pStyle w:val='ring'/></w:pPr>" R("环") "</w:p>";

	(void)state;
	expect_parts(body, styles, "", false, "甲乙\n见\n环\n");
	expect_parts(body, styles, "", true, "甲乙\n见\n一、总体情况 1\n环\n");
}

static void
test_tables(void **state)
{
	(void)state;
	expect(P("上") TBL(TR(TC("<w:gridSpan w:val='3'/>", "第二十条"))
	    TR(TC("<w:vMerge w:val='restart'/>", "规章") TC("", "1") TC("", "2"))
	    TR(TC("<w:vMerge/>", "不见") TC("<w:gridSpan w:val='2'/>", "3"))
	    TR(TC("", "末") TC("", "4") TC("", ""))) P("下"),
	    "上\n第二十条\t\t\n规章\t1\t2\n\t3\t\n末\t4\t\n下\n");
	/* nothing above that could go on */
	expect(TBL(TR(TC("<w:vMerge/>", "甲") TC("", "1")) TR(TC("<w:vMerge/>", "没") TC("", "2"))
	    TR(TC("", "丙") TC("<w:vMerge/>", "3"))), "甲\t1\n\t2\n丙\t3\n");
	expect(TBL(TR(TC("<w:hMerge w:val='restart'/>", "甲") TC("<w:hMerge/>", "没") TC("", "1"))
	    TR(TC("", "乙") TC("", "2") TC("", "3"))), "甲\t\t1\n乙\t2\t3\n");
	expect(TBL("<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC("", "1") "</w:tr>"
	    TR(TC("", "甲") TC("", "2"))), "\t1\n甲\t2\n");
	/* lines of a cell, a cell without anything, a table in a cell, content controls */
	expect(TBL(TR("<w:tc>" P("本年") P("新制作") "</w:tc><w:tc/>")
	    "<w:sdt><w:sdtContent>" TR("<w:sdt><w:sdtContent><w:tc><w:sdt><w:sdtContent>" P("a")
	    "</w:sdtContent></w:sdt></w:tc></w:sdtContent></w:sdt>"
	    "<w:tc>" TBL(TR(TC("<w:gridSpan w:val='2'/>", "b") TC("", "c")) TR(TC("", "d"))) "<w:p/></w:tc>")
	    "</w:sdtContent></w:sdt>"), "本年 新制作\t\na\tb c d\n");
}

#define BOX(text) "<w:txbxContent>" text "</w:txbxContent>"

static void
test_text_boxes(void **state)
{
	(void)state;
	/* one branch of two; the box stands before what it is anchored in */
	expect("<w:p>" R("甲") "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
	    "<w:drawing>" BOX(P("框") "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>内</w:t>"
	    "</mc:Choice><mc:Fallback><w:t>没</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>")
	    "</w:drawing></mc:Choice><mc:Fallback><w:pict>" BOX(P("框")) "</w:pict></mc:Fallback>"
	    "</mc:AlternateContent></w:r>" R("乙") "</w:p>", "框\n内\n甲乙\n");
	expect("<w:p><w:r><w:pict>" BOX(TBL(TR(TC("", "1") TC("", "2")))) "</w:pict></w:r>"
	    R("表") "</w:p>", "1\t2\n表\n");
	expect(TBL(TR("<w:tc><w:p><w:r><w:t>甲</w:t><w:pict>" BOX(P("框")) "</w:pict></w:r></w:p></w:tc>"
	    TC("", "1"))), "框 甲\t1\n");
	expect("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict>" BOX(P("没")) "</w:pict></w:r></w:p>", "");
}

#define GRID TBL(TR(TC("", "a") TC("", "1")) TR(TC("", "b") TC("", "2")))

/* Tables that lay out the page. */
static void
test_layout(void **state)
{
	(void)state;
	expect(TBL(TR("<w:tc>" P("上") GRID P("下") "</w:tc>" TC("", "边"))),
	    "上\na\t1\nb\t2\n下\n边\n");
	expect(TBL(TR("<w:tc>" TBL(TR("<w:tc>" GRID "</w:tc>")) "</w:tc>")), "a\t1\nb\t2\n");
	/* between rows that are rows, and behind elements that are passed over */
	expect("<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>" BOX(GRID)
	    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
	    TBL(TR(TC("", "甲") TC("", "1")) TR("<w:tc>" GRID "</w:tc>") TR(TC("", "乙") TC("", "2"))),
	    "甲\t1\na\t1\nb\t2\n乙\t2\n");
	/* one cell with a few lines of text, and with fewer */
#define TEN "一二三四五六七八九十"
#define SIXTY TEN TEN TEN TEN TEN TEN
	expect(TBL(TR("<w:tc>" P(SIXTY) P("二") P("三") "</w:tc>")), SIXTY "\n二\n三\n");
	expect(TBL(TR("<w:tc>" P(TEN) P("二") P("三") "</w:tc>")), TEN " 二 三\n");
	expect(TBL(TR("<w:tc>" P(SIXTY) P("二") P("三") "</w:tc>" TC("", "1"))), SIXTY " 二 三\t1\n");
}

#define LVL(level, format, text, more) "<w:lvl w:ilvl='" level "'><w:start w:val='1'/>" \
    "<w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/>" more "</w:lvl>"
#define NUM(id, definition, more) "<w:num w:numId='" id "'><w:abstractNumId w:val='" definition \
    "'/>" more "</w:num>"
#define ITEM(list, level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" \
    list "'/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text \
    "</w:t></w:r></w:p>"

static const char lists[] =
    "<w:abstractNum w:abstractNumId='0'>" LVL("0", "chineseCountingThousand", "%1、", "")
    LVL("1", "chineseCounting", "（%2）", "") LVL("2", "decimal", "%3.", "")
    LVL("3", "decimal", "%1.%4", "<w:isLgl/>") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'>" LVL("0", "decimal", "%1", "<w:lvlRestart w:val='0'/>")
    LVL("1", "lowerLetter", "%2)", "<w:lvlRestart w:val='0'/>") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='2'>" LVL("0", "bullet", "-", "") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='3'><w:numStyleLink w:val='link'/></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='4'>" LVL("0", "decimal", "%1.", "")
    LVL("1", "decimal", "%1.%2.", "<w:pStyle w:val='h2'/>") "</w:abstractNum>"
    NUM("1", "0", "") NUM("2", "0", "") NUM("3", "1", "") NUM("4", "2", "")
    NUM("5", "0", "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>")
    NUM("6", "0", "<w:lvlOverride w:ilvl='1'>" LVL("1", "decimalEnclosedCircle", "%2", "")
    "</w:lvlOverride>") NUM("7", "3", "") NUM("8", "4", "");

static void
test_numbers(void **state)
{
	static const char styles[] =
	    "<w:style w:styleId='h1'><w:pPr><w:numPr><w:numId w:val='8'/></w:numPr></w:pPr></w:style>"
	    "<w:style w:styleId='h2'><w:pPr><w:numPr><w:numId w:val='8'/></w:numPr></w:pPr></w:style>"
	    "<w:style w:styleId='h2a'><w:basedOn w:val='h2'/></w:style>"
	    "<w:style w:styleId='link'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";

	(void)state;
	expect_parts(ITEM("1", "0", "总体情况") ITEM("1", "1", "主动") ITEM("1", "1", "依申请")
	    ITEM("1", "2", "12") ITEM("1", "0", "主动公开") ITEM("1", "1", "又"), "", lists, false,
	    "一、总体情况\n（一）主动\n（二）依申请\n1. 12\n二、主动公开\n（一）又\n");
	/* two lists of one definition count together; one begins anew, one has its own level */
	expect_parts(ITEM("1", "0", "甲") ITEM("2", "0", "乙") ITEM("5", "0", "丙") ITEM("5", "0", "丁")
	    ITEM("6", "1", "戊") ITEM("6", "1", "己") ITEM("1", "3", "庚"), "", lists, false,
	    "一、甲\n二、乙\n五、丙\n六、丁\n① 戊\n② 己\n6.1 庚\n");
	/* never begun anew; bullets and unknown lists are no text; 0 is none */
	expect_parts(ITEM("3", "0", "甲") ITEM("3", "1", "乙") ITEM("3", "0", "丙") ITEM("3", "1", "丁")
	    ITEM("4", "0", "12") ITEM("99", "0", "13") ITEM("0", "0", "14") ITEM("1", "15", "15"), "",
	    lists, false, "1 甲\na) 乙\n2 丙\nb) 丁\n12\n13\n14\n15\n");
	/* by styles, and a definition that is a style's */
	expect_parts(STYLED("h1", "甲") STYLED("h2", "乙") STYLED("h2a", "丙") STYLED("h1", "丁")
	    ITEM("7", "0", "戊") "<w:p><w:pPr><w:pStyle w:val='h1'/><w:numPr><w:numId w:val='0'/></w:numPr>"
	    "</w:pPr>" R("己") "</w:p>", styles, lists, false,
	    "1. 甲\n1.1. 乙\n1.2. 丙\n2. 丁\n一、戊\n己\n");
	/* a paragraph that was deleted is not counted */
	expect_parts(ITEM("1", "0", "甲") "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr>"
	    "<w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>"
	    ITEM("1", "0", "丙"), "", lists, false, "一、甲\n二、丙\n");
}

static char said[256];

static void
keep(void *context, const struct notice *n)
{
	(void)context;
	snprintf(said, sizeof said, "%s: '%.*s'", n->what, SLICE_ARGS(n->datum));
}

/* Reads a file of one part, which is lost; `why` begins what is said of it. */
static void
expect_lost(const char *name, struct slice part, size_t limit, const char *why)
{
	struct notices notices = { keep, NULL };
	struct file file = { name, part };
	struct buf zip = BUF_INIT;
	struct flow flow;
	struct job job = { .flow = &flow, .limit = limit, .notices = &notices };

	archive_of("zip", "none", &file, 1, &zip);
	job.bytes = buf_slice(&zip);
	flow_init(&flow, limit);
	said[0] = '\0';
	assert_false(docx_read(&job));
	if (strncmp(said, why, strlen(why)) != 0)
		fail_msg("said: %s", said);
	flow_release(&flow);
	buf_release(&zip);
}

static void
test_hostile(void **state)
{
	static const char bomb[] = "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;'>"
	    "<!ENTITY z SYSTEM 'file:///etc/passwd'>]><a>&%c;</a>";
	char document[256];
	struct buf deep = BUF_INIT;

	(void)state;
	expect(TBL(TR(TC("<w:gridSpan w:val='1000000000'/>", "甲")) TR(TC("<w:gridSpan w:val='-1'/>", "乙")
	    TC("<w:gridSpan w:val='99999999999999999999999'/>", "丙"))), "甲\t\n乙\t丙\n");
	for (const char *entity = "yz"; *entity; entity++) {
		snprintf(document, sizeof document, bomb, *entity);
		expect_lost("word/document.xml", slice_of(document), 1000, "its XML is damaged: 'Entity");
	}
	for (int i = 0; i < 1000; i++)
		buf_add(&deep, SLICE("<a>"));
	expect_lost("word/document.xml", buf_slice(&deep), 10000,
	    "its XML is damaged: 'Excessive depth");
	buf_release(&deep);
	expect_lost("word/document.xml", SLICE("<a><b></a>"), 1000, "its XML is damaged: '");
	expect_lost("word/document.xml", SLICE("<a>1234567</a>"), 10,
	    "larger than the limit on a document: 'word/document.xml'");
	expect_lost("word/document.xml", SLICE(""), 10, "damaged: a part is missing: 'word/document.xml'");
	expect_lost("../word/document.xml", SLICE("<a/>"), 10, "damaged: a part is missing: '");
}

/* A download that was cut, wherever: the text is whole, or the document is lost. */
static void
test_cut(void **state)
{
	struct notices notices = { keep, NULL };
	struct file file = { "word/document.xml", SLICE("<w:document " W "><w:body>" P("规章")
	    P("行政规范性文件") "</w:body></w:document>") };
	struct buf zip = BUF_INIT;

	(void)state;
	archive_of("zip", "none", &file, 1, &zip);
	for (size_t len = 0; len < zip.len; len++) {
		struct flow flow;
		struct job job = { .bytes = { zip.ptr, len }, .flow = &flow, .limit = 1 << 20,
			.notices = &notices };
		flow_init(&flow, job.limit);
		if (docx_read(&job)) {
			flow_end(&flow);
			assert_true(slice_eq(buf_slice(&flow.text), SLICE("规章\n行政规范性文件\n")));
		}
		flow_release(&flow);
	}
	buf_release(&zip);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_fields_and_notes),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_text_boxes),
		cmocka_unit_test(test_layout),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
