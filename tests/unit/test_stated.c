/* SPDX-License-Identifier: MIT */
/* What sentences state, with the stanzas of stated.form: invented places. */
#include "helper.h"

#include "forms.h"
#include "stated.h"

static struct stanzas stanzas = STANZAS_INIT;
static struct stated *stated;

static int
load(void **state)
{
	struct form_error error;

	(void)state;
	for (size_t i = 0; i < forms_builtin_count; i++)
		if (slice_is(forms_builtin[i].name, "stated.form")
		    && !stanzas_read(&stanzas, forms_builtin[i].name, forms_builtin[i].text, &error))
			return -1;
	stated = stated_compile(&stanzas, &error);
	return stated ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	stated_free(stated);
	stanzas_release(&stanzas);
	return 0;
}

static void
add_year(struct cells *cells, int64_t year)
{
	struct cell cell = { .table = SLICE("report"), .row = SLICE("year"),
		.state = CELL_NUMBER, .number = decimal_int(year) };

	assert_true(year == 0 || cells_add(cells, cell));
}

/* What is stated: "row/col=value row/col=value"; a free key has no "/col". */
static void
print_stated(const struct cells *cells, struct buf *text)
{
	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *c = &cells->cell[i];
		char value[DECIMAL_TEXT];
		if (!slice_is(c->table, "stated"))
			continue;
		assert_int_equal(c->state, CELL_NUMBER);
		assert_true(slice_eq(c->value, (struct slice){ value, decimal_print(c->number, value) }));
		if (text->len)
			buf_char(text, ' ');
		buf_add(text, c->row);
		buf_add(text, c->col.len ? SLICE("/") : SLICE_NONE);
		buf_add(text, c->col);
		buf_char(text, '=');
		buf_add(text, c->value);
	}
}

static void
collect(const char *text, enum section section, enum part part, int64_t year,
    struct cells *cells)
{
	struct document doc = DOCUMENT_INIT;
	struct slice rest = slice_of(text);

	for (size_t no = 1; rest.len; no++) {
		struct slice line = slice_cut(&rest, '\n');
		assert_true(line.len == 0
		    || document_add(&doc, (struct line){ no, section, part, LINE_TEXT, line }));
	}
	add_year(cells, year);
	assert_true(stated_collect(stated, &doc, cells));
	document_release(&doc);
}

struct stated_case {
	const char *text, *expected;
};

static void
expect_in(const struct stated_case cases[], size_t count, enum section section,
    enum part part)
{
	for (size_t i = 0; i < count; i++) {
		struct cells cells = CELLS_INIT;
		struct buf found = BUF_INIT;
		collect(cases[i].text, section, part, 2023, &cells);
		print_stated(&cells, &found);
		if (!slice_is(buf_slice(&found), cases[i].expected))
			fail_msg("%s: stated %.*s, not %s", cases[i].text, SLICE_ARGS(buf_slice(&found)),
			    cases[i].expected);
		buf_release(&found);
		cells_release(&cells);
	}
}

#define EXPECT(cases) \
	expect_in(cases, COUNT(cases), SECTION_OVERVIEW, PART_NONE)

static void
requests_received(void **state)
{
	static const struct stated_case cases[] = {
		{ "2023年，云溪县共收到政府信息公开申请 95 件。", "requests.new/total=95" },
		{ "全年受理公民、法人和其他组织向我局提出的政府信息公开申请5件，均已答复",
		    "requests.new/total=5" },
		{ "我局共收到1,204起依申请公开请求。", "requests.new/total=1204" },
		{ "共接到社会公众依申请公开184宗", "requests.new/total=184" },
		{ "全年收政府信息公开申请464件", "requests.new/total=464" },
		{ "青禾镇通过网络平台、信函等方式收到信息公开申请0件次", "requests.new/total=0" },
		{ "依法办理政府信息公开申请。我局共受理7件，均已告知。", "requests.new/total=7" },
		{ "认真处理信息公开申请。工作有序。接收到申请书55份", "requests.new/total=55" },
		{ "收到政府信息公开申请2件没有因政府信息公开申请行政复议",
		    "requests.new/total=2 review.reconsideration/total=0" },
		{ "2023年度共受理收到政府信息公开申请3条，历年累计60条", "requests.new/total=3" },
		{ "共收办政府信息公开申请案件3607件", "requests.received/total=3607" },
		{ "全年办理政府信息公开申请7件", "requests.handled/total=7" },
		{ "共办理回复依申请公开事项23件", "requests.handled/total=23" },
		{ "认真对待依申请公开。共办理718件", "requests.handled/total=718" },
		{ "本年度依申请公开政府信息共30条", "requests.on_request/total=30" },
		{ "共收到申请1\n2件政府信息公开申请", "" },
		{ "收到政府信息公开申请100余件", "" },
		{ "收到政府信息公开申请近30件", "" },
		{ "收到政府信息公开申请增长53%", "" },
		{ "其中，网上收到政府信息公开申请15件", "" },
		{ "通过信函收到政府信息公开申请15件", "" },
		{ "上半年收到政府信息公开申请15件", "" },
		{ "收到县政府转来的政府信息公开申请3件", "" },
		{ "截至2023年12月31日，累计收到政府信息公开申请60件", "" },
		{ "受理行政复议申请56件，目前已办结38件，行政应诉案件24件", "" },
		{ "征集调查33期，收到公众意见382条；办理县长信箱1件", "" },
		{ "收到政府信息公开投诉申请书3件", "" },
		{ "共收到信访留言30件，政府信息公开申请均已答复", "" },
		{ "对25件政府信息公开申请案件收取了信息处理费2950元", "" },
		{ "收到和处理政府信息公开申请情况3项", "" },
		{ "局长信箱收到留言办理77条", "" },
		{ "政府信息公开申请网上办理5件", "" },
		{ "主动发布依申请公开信息30条", "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
no_requests(void **state)
{
	static const struct stated_case cases[] = {
		{ "2023年，临湖区教育局未收到政府信息公开申请。", "requests.new/total=0" },
		{ "本年度没有依申请公开信息。", "requests.new/total=0" },
		{ "我局没有收到有关政府信息公开的申请。", "requests.new/total=0" },
		{ "我镇没有接到群众主动要求公开政府信息的申请", "requests.new/total=0" },
		{ "至今，医院尚未收到市民或法人依申请公开信息要求。", "requests.new/total=0" },
		{ "未收到公民、法人或其他组织通过任何形式提出的政府信息公开申请",
		    "requests.new/total=0" },
		{ "2023年度我镇无申请公开政务信息情况 。", "requests.new/total=0" },
		{ "全年无依申请公开的情况", "requests.new/total=0" },
		{ "我局未发生依申请公开事项", "requests.new/total=0" },
		{ "依申请公开情况：无。", "requests.new/total=0" },
		{ "未收到政府信息公开申请、行政复议和行政诉讼案件",
		    "requests.new/total=0 review.reconsideration/total=0 review.suits/total=0" },
		{ "未收到要求收费的政府信息公开申请", "" },
		{ "除上述情形外未收到政府信息公开申请", "" },
		{ "未收到法人或其他组织的政府信息公开申请", "" },
		{ "未收到自然人的政府信息公开申请", "" },
		{ "2022年未收到政府信息公开申请", "" },
		{ "未收到申请人的意见", "" },
		{ "没有收到政府信息公开申请引起的投诉", "" },
		{ "未按期答复政府信息公开申请", "" },
		{ "无申请公开政府信息被拒绝的投诉", "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
carried_over_and_concluded(void **state)
{
	static const struct stated_case cases[] = {
		{ "全年收政府信息公开申请464件，结转上年度政府信息公开申请3件，本年度办结441件，"
		  "剩余26件结转下年度办理。",
		    "requests.new/total=464 requests.carried_in/total=3 "
		    "requests.carried_out/total=26 requests.total/total=441" },
		{ "收到10件依申请公开请求，2022年结转政府信息公开申请2件，共办结10件，"
		  "结转2024年度继续办理2件",
		    "requests.new/total=10 requests.carried_in/total=2 "
		    "requests.carried_out/total=2 requests.total/total=10" },
		{ "收到依申请公开164件，结转上年2件；办理85件，下年度继续办理81件",
		    "requests.new/total=164 requests.carried_in/total=2 "
		    "requests.handled/total=85 requests.carried_out/total=81" },
		{ "答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请顺延到下年度答复）",
		    "requests.carried_in/total=18 requests.carried_out/total=72 "
		    "requests.total/total=805 parts.1/whole=805 parts.1/part.1=18" },
		{ "共收到依申请公开件2件，2件均已办结",
		    "requests.new/total=2 requests.total/total=2" },
		{ "政府信息公开申请中，转下一年度办理答复的有 1 件", "requests.carried_out/total=1" },
		{ "政府信息公开申请2021年结转2件", "" },
		{ "政府信息公开申请结转2023年度继续办理2件", "" },
		{ "政府信息公开工作结转上年资金2件", "" },
		{ "全年结转下年资金3次", "" },
		{ "人大建议12件，政府信息公开申请、提案均办结12件", "" },
		{ "同意政府信息公开申请，予以公开答复9件", "requests.granted/total=9" },
		{ "政府信息公开申请网上答复9件", "" },
		{ "政府信息公开申请办结率100%", "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
results(void **state)
{
	static const struct stated_case cases[] = {
		{ "办结的信息公开申请中同意公开答复 9 件，部分公开答复 0 件，不予公开答复 2 件，"
		  "无法提供的 10 件，不予处理 0 件，其他处理 14 件",
		    "requests.granted/total=9 requests.partial/total=0 requests.refused/total=2 "
		    "requests.unable/total=10 requests.declined/total=0 requests.other/total=14" },
		{ "答复依申请公开申请。予以公开31件；部分公开67，占4%；不予公开8件；无法提供18件；"
		  "不予处理6件；作其他处理（含申请人主动撤回申请）9件",
		    "requests.granted/total=31 requests.partial/total=67 requests.refused/total=8 "
		    "requests.unable/total=18 requests.declined/total=6 requests.other/total=9" },
		{ "政府信息公开申请中2件不予公开，4件因重复申请不予处理，因不存在等原因3件无法提供，"
		  "1件部分公开，5件依规予以公开，本机关不掌握4件",
		    "requests.granted/total=5 requests.partial/total=1 requests.refused/total=2 "
		    "requests.unable/total=3 requests.declined/total=4 "
		    "requests.unable.not_held/total=4" },
		{ "政府信息公开申请予以公开及部分公开258件", "" },
		{ "政府信息公开申请予以公开或部分公开1件", "" },
		{ "政府信息公开申请予以公开、部分公开共5件", "" },
		{ "予以公开5件，不予公开3件，无法提供1件", "" },
		{ "收到政府信息公开申请。无法提供便利；其他处理方式；不予处理；不掌握情况",
		    "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
applicants(void **state)
{
	static const struct stated_case cases[] = {
		{ "共受理政府信息公开申请749件；自然人申请741件", "requests.new/total=749" },
		{ "共受理依申请公开政府信息27件，26件为自然人申请，1件为法人申请",
		    "requests.new/total=27 requests.new/natural=26 requests.new/organisations=1" },
		{ "收办政府信息公开申请7件，自然人申请5件，法人或其他组织申请2件",
		    "requests.received/total=7 requests.received/natural=5 "
		    "requests.received/organisations=2" },
		{ "办理政府信息公开申请7件，自然人6件",
		    "requests.handled/total=7 requests.handled/natural=6" },
		{ "收到政府信息公开申请3件，申请人均为自然人、法人", "requests.new/total=3" },
		{ "办件总量400件，自然人办件量为315条", "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
review(void **state)
{
	static const struct stated_case cases[] = {
		{ "信息公开类行政复议7件，诉讼9件，均获维持",
		    "review.reconsideration/total=7 review.suits/total=9 "
		    "review.reconsideration/upheld=7 review.suits/upheld=9" },
		{ "信息公开类行政复议1起，正在办理中",
		    "review.reconsideration/total=1 review.reconsideration/pending=1" },
		{ "因政府信息依申请公开引起行政复议0件，行政诉讼2件",
		    "review.reconsideration/total=0 review.suits/total=2" },
		{ "市科技局有 1 件涉及政府信息公开工作的行政复议，未被纠错。涉及的行政诉讼数为0 件",
		    "review.reconsideration/total=1 review.suits/total=0" },
		{ "政府信息公开行政复议、行政诉讼均为0件",
		    "review.reconsideration/total=0 review.suits/total=0" },
		{ "全年未发生因政府信息公开被行政复议、提起行政诉讼情况",
		    "review.reconsideration/total=0 review.suits/total=0" },
		{ "无信息公开类行政复议及诉讼案件",
		    "review.reconsideration/total=0 review.suits/total=0" },
		{ "未收到以我局为被申请人的政府信息公开行政复议案件",
		    "review.reconsideration/total=0" },
		{ "政府信息公开行政复议、行政诉讼案件共3件", "" },
		{ "未发生因政府信息公开行政复议被纠错、行政诉讼败诉的情况", "" },
		{ "全年备案行政复议案件134件，行政诉讼案件57件", "" },
		{ "收到政府信息公开申请3件，办理行政复议案件56件，行政诉讼案件20件",
		    "requests.new/total=3" },
		{ "未发生政府信息公开行政复议案件，发生行政诉讼案件2起",
		    "review.reconsideration/total=0" },
		{ "信息公开类行政复议7件，维持6件", "review.reconsideration/total=7" },
		{ "信息公开类行政复议7件，诉讼9件，诉讼均维持",
		    "review.reconsideration/total=7 review.suits/total=9" },
		{ "信息公开类行政复议1起，已办结", "review.reconsideration/total=1" },
	};

	(void)state;
	EXPECT(cases);
}

static void
section_two_in_words(void **state)
{
	static const struct stated_case cases[] = {
		{ "行政规范性文件制发件数3件，废止件数1件，现行有效件数0件",
		    "active.normative/issued=3 active.normative/repealed=1 "
		    "active.normative/in_force=0" },
		{ "制发行政规范性文件17件，废止30件",
		    "active.normative/issued=17 active.normative/repealed=30" },
		{ "我镇共制定规范性文件2件，废止规范性文件1件，现行有效的规范性文件5件。",
		    "active.normative/issued=2 active.normative/repealed=1 "
		    "active.normative/in_force=5" },
		{ "行政许可处理决定共20件，行政处罚本年处理决定数量803条，行政强制本年处理决定数量2条",
		    "active.licensing/decisions=20 active.penalty/decisions=803 "
		    "active.coercion/decisions=2" },
		{ "审查制定规范性文件2件", "" },
		{ "主动公开行政规范性文件42件，拟废止规范性文件3件", "" },
		{ "现行有效的规范性文件。", "" },
		{ "公开行政许可20件，行政处罚3件，行政强制1件", "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
published(void **state)
{
	static const struct stated_case cases[] = {
		{ "通过政府网站信息公开专栏主动公开政府信息285条", "website.items=285" },
		{ "我区在政府网站平台主动公开政府信息 1136 条。", "website.items=1136" },
		{ "“健康云溪”微信公众号推送50篇", "wechat.items=50" },
		{ "在云溪教育微信公众号发布微文 680 篇", "wechat.items=680" },
		{ "微信公众号发布信息[284]条", "wechat.items=284" },
		{ "全年主动公开各类政府信息960条", "published.items=960" },
		{ "通过政府网站、政务新媒体等形式主动公开各类政府信息9945条", "published.items=9945" },
		{ "通过云溪县人民门户网站主动公开政府信60 条", "" },
		{ "微信公众号关注人数达到1.9万+，年阅读总量60万+", "" },
		{ "在微信公众号发布信息，2023年共发布政策解读90篇", "" },
		{ "微信公众号和网站发布信息100条", "" },
		{ "微信公众号发布工作动态120条", "" },
		{ "网站、微博发布信息100条", "" },
		{ "网站发布工作动态100条", "" },
		{ "截至2023年底，累计主动公开政府信息13866条", "" },
		{ "公开政府信息18万余条", "" },
		{ "依申请公开政府信息公开申请目录", "" },
		{ "共 37 页 728 条记录，每页 20 条记录", "" },
	};

	(void)state;
	EXPECT(cases);
}

static void
the_year_rules(void **state)
{
	static const struct stated_case cases[] = {
		{ "2021年办理政府信息公开申请1件，2022年办理3件，2023年办理4件",
		    "requests.handled/total=4" },
		{ "我局收到信息公开申请22起，比2022年（31起）下降29%，答复22起",
		    "requests.new/total=22 requests.total/total=22" },
		{ "较2022年受理政府信息公开申请31件有所下降", "" },
		{ "较上年增长5%，收到政府信息公开申请22件", "requests.new/total=22" },
		{ "2022年收到政府信息公开申请22件", "" },
		{ "去年收到政府信息公开申请22件", "" },
		{ "近年来收到政府信息公开申请22件", "" },
		{ "2022年收到政府信息公开申请22件。其中，予以公开5件",
		    "parts.1/whole=22 parts.1/part.1=5" },
		{ "2023年以来收到政府信息公开申请22件", "requests.new/total=22" },
	};
	struct cells cells = CELLS_INIT;

	(void)state;
	EXPECT(cases);
	/* Of a report whose year is not known, a year can say nothing. */
	collect("2023年收到政府信息公开申请3件。收到政府信息公开申请4件。", SECTION_OVERVIEW,
	    PART_NONE, 0, &cells);
	struct buf found = BUF_INIT;
	print_stated(&cells, &found);
	assert_true(slice_is(buf_slice(&found), "requests.new/total=4"));
	buf_release(&found);
	cells_release(&cells);
}

static void
the_place_tells_the_topic(void **state)
{
	static const struct stated_case cases[] = {
		{ "共受理3件，已办结2件，予以公开1件。",
		    "requests.new/total=3 requests.total/total=2 requests.granted/total=1" },
		{ "全年未发生行政复议、行政诉讼。",
		    "review.reconsideration/total=0 review.suits/total=0" },
	};
	static const struct stated_case elsewhere[] = {
		{ "共受理3件，已办结2件，予以公开1件。", "" },
		{ "全年未发生行政复议、行政诉讼。", "" },
		{ "政府信息公开申请有序办理。一。二。三。共受理3件", "" },
		{ "政府信息公开申请有序办理；一；二；三；共受理3件", "requests.new/total=3" },
	};
	static const struct stated_case in_review[] = {
		{ "本年度未发生行政复议、行政诉讼案件。",
		    "review.reconsideration/total=0 review.suits/total=0" },
	};
	static const struct stated_case in_requests[] = {
		{ "本年度共受理3件。", "requests.new/total=3" },
	};

	(void)state;
	expect_in(cases, 2, SECTION_OVERVIEW, PART_ON_REQUEST);
	EXPECT(elsewhere);
	expect_in(in_review, 1, SECTION_REVIEW, PART_NONE);
	expect_in(in_requests, 1, SECTION_REQUESTS, PART_NONE);
}

static void
wholes_and_parts(void **state)
{
	static const struct stated_case cases[] = {
		{ "印发材料 96 条。其中，人事信息 3 条、政务动态 13 条、办事指南 80 条。",
		    "parts.1/whole=96 parts.1/part.1=3 parts.1/part.2=13 parts.1/part.3=80" },
		{ "政务服务事项数量为 8 项，可全程在线办理政务服务事项数量为 37 项",
		    "parts.1/whole=8 parts.1/part.1=37" },
		{ "办件总量为 402 件，其中自然人办件量为 315 条，法人办件量为 87 件。",
		    "parts.1/whole=402 parts.1/part.1=315 parts.1/part.2=87" },
		{ "录入55条，其中审计公开12条，包括审计结果8条、审计整改情况8条；发布各类信息39条",
		    "parts.1/whole=55 parts.1/part.1=12 "
		    "parts.2/whole=12 parts.2/part.1=8 parts.2/part.2=8" },
		{ "共计95件。其中：电子邮件24件，约占总量的26%；信函66件（69%）；当面3件",
		    "parts.1/whole=95 parts.1/part.1=24 parts.1/part.2=66 parts.1/part.3=3 "
		    "parts.1/complete=3" },
		{ "共计36件（县政府20件、各部门10件、镇6件），同比增长70.3%，其中，个人30件，企业6件；"
		  "整理材料9件",
		    "parts.1/whole=36 parts.1/part.1=20 parts.1/part.2=10 parts.1/part.3=6 "
		    "parts.1/complete=3 parts.2/whole=36 parts.2/part.1=30 parts.2/part.2=6" },
		{ "总数171条：领域信息124条，工作动态34条，政策法规、解读13条。",
		    "parts.1/whole=171 parts.1/part.1=124 parts.1/part.2=34 parts.1/part.3=13 "
		    "parts.1/complete=3" },
		{ "整理5件，对其中3件归档，1件修复，1件销毁并登记",
		    "parts.1/whole=5 parts.1/part.1=3 parts.1/part.2=1 parts.1/part.3=1" },
		{ "全年制作119期简明问答，其中，市级47期、县级72期",
		    "parts.1/whole=119 parts.1/part.1=47 parts.1/part.2=72" },
		{ "编发200条，其中动态192条、通知（公告）8条，财政信息81条",
		    "parts.1/whole=200 parts.1/part.1=192 parts.1/part.2=8" },
		{ "总数30条：甲类12条，乙类8条，浏览5次",
		    "parts.1/whole=30 parts.1/part.1=12 parts.1/part.2=8" },
		/* What goes on behind the parts is none of them. */
		{ "登记20件，其中网上15件，已归档12件", "parts.1/whole=20 parts.1/part.1=15" },
		{ "登记7件，其中个人6件，企业1件，整理1件，修复4件",
		    "parts.1/whole=7 parts.1/part.1=6 parts.1/part.2=1" },
		{ "编发文章1640篇，其中原创294篇，关注人数达16823人",
		    "parts.1/whole=1640 parts.1/part.1=294" },
		{ "登记30件，其中甲类12件、乙类8件，丙类5件",
		    "parts.1/whole=30 parts.1/part.1=12 parts.1/part.2=8" },
		{ "编发10条（含附件2件）并归档。其中，通知2条", "parts.1/whole=10 parts.1/part.1=2" },
		/* Not parts, or not clear. */
		{ "编发20000条，其中动态1.2万条，通知3000条", "" },
		{ "共计49条（不同渠道发布的同一信息计为1条）", "" },
		{ "编发文章1640篇，其中网站12个，浏览300次", "" },
		{ "编发1.2万条，其中动态8000条，通知4000条", "" },
		{ "编发100余条，其中动态80条", "" },
		{ "编发文章100条，简报编发文章120条", "" },
		{ "会议3次、文件5件。其中，通知2件", "" },
		{ "编发10条\n其中，通知2条", "parts.1/whole=10 parts.1/part.1=2" },
		{ "编发10条。\n其中，通知2条", "" },
		{ "登记30件，其中甲类12件，包括小类8件，乙类9件，丙类9件",
		    "parts.1/whole=30 parts.1/part.1=12" },
		{ "编发5件，其中增长26%", "" },
	};

	(void)state;
	EXPECT(cases);
}

/* Every row that a stanza states must be in a hit above; here, that raw and line are right. */
static void
raw_and_line(void **state)
{
	struct cells cells = CELLS_INIT;

	(void)state;
	collect("（二）依申请公开。2023 年，青禾镇共收\n到政府信息公开申请　３ 件，均已答\n复。\n"
	    "\n微信公众号推送图文 5 篇，其中原创 2 篇。", SECTION_OVERVIEW, PART_NONE, 2023, &cells);
	const struct cell *c = &cells.cell[1];
	assert_int_equal(cells.count, 5);
	assert_true(slice_is(c->row, "requests.new"));
	assert_true(slice_is(c->value, "3"));
	assert_true(slice_is(c->raw, "青禾镇共收到政府信息公开申请　３ 件"));
	assert_int_equal(c->line, 2);
	assert_true(slice_is(c[1].raw, "微信公众号推送图文 5 篇"));
	assert_int_equal(c[1].line, 5);
	assert_true(slice_is(c[2].col, "whole"));
	assert_true(slice_is(c[3].raw, "其中原创 2 篇"));
	cells_release(&cells);
}

static void
a_monstrous_line(void **state)
{
	static const char unit[] = "共收到政府信息公开申请3件，其中1件（";
	size_t count = ((size_t)1 << 20) / (sizeof unit - 1);
	struct buf text = BUF_INIT;
	struct cells cells = CELLS_INIT;

	(void)state;
	for (size_t i = 0; i < count; i++)
		buf_add(&text, slice_of(unit));
	buf_char(&text, '\0');
	assert_false(text.failed);
	collect(text.ptr, SECTION_OVERVIEW, PART_NONE, 2023, &cells);
	assert_int_equal(cells.count, 1);
	buf_release(&text);
	cells_release(&cells);
}

static void
expect_error(const char *form, const char *what, size_t line)
{
	struct stanzas own = STANZAS_INIT;
	struct form_error error;

	assert_true(stanzas_read(&own, SLICE("own.form"), slice_of(form), &error));
	assert_null(stated_compile(&own, &error));
	if (strcmp(error.what, what) != 0)
		fail_msg("%s", error.what);
	assert_int_equal(error.line, line);
	stanzas_release(&own);
}

static void
bad_stanzas(void **state)
{
	(void)state;
	expect_error("stated a\n\tcell x y\n\tpatern 1\n", "unknown key", 3);
	expect_error("stated a\n\tcell x\n\tzero 1\n", "a cell is a row and a column", 2);
	expect_error("stated a\n\tkey x y\n\tzero 1\n", "a key is one word", 2);
	expect_error("stated a\n\tcell x y\n", "a cell needs a pattern or a zero", 1);
	expect_error("stated a\n\tzero 1\n", "what is stated has no cell or key", 1);
	expect_error("stated a\n\tkey x\n\tpart nowhere\n\tzero 1\n", "unknown place", 3);
	expect_error("stated a\n\tkey x\n\tzero (\n", "the pattern does not compile here", 3);
	expect_error("stated parts\n\talike 件\n\topen 1\n", "unknown key", 3);
}

/* A pattern that cuts a number in two states nothing. */
static void
a_careless_pattern(void **state)
{
	static const char form[] = "stated a\n\tkey x\n\tpattern (?<number>\\d)件\n"
	    "stated b\n\tkey y\n\tpattern 共(?<number>\\d)\n\tpattern 件\n";
	struct stated *builtin = stated;
	struct stanzas own = STANZAS_INIT;
	struct form_error error;

	(void)state;
	assert_true(stanzas_read(&own, SLICE("own.form"), slice_of(form), &error));
	stated = stated_compile(&own, &error);
	if (stated) {
		static const struct stated_case cases[] = { { "共12件", "" }, { "共3件", "x=3 y=3" } };
		EXPECT(cases);
	}
	assert_non_null(stated);
	stated_free(stated);
	stated = builtin;
	stanzas_release(&own);
}

static void
expect_seed(const char *name, int64_t year, const char *expected)
{
	const char *shared = getenv("GIP_SHARED");
	char path[256];
	struct buf text = BUF_INIT, found = BUF_INIT;
	struct cells cells = CELLS_INIT;

	if (!shared)
		skip();
	snprintf(path, sizeof path, "%s/seeds/%s.txt", shared, name);
	if (!helper_read(path, &text))
		fail_msg("%s cannot be read", path);
	buf_char(&text, '\0');
	/* All as running text: the tables in it must state nothing. */
	collect(text.ptr, SECTION_OVERVIEW, PART_NONE, year, &cells);
	print_stated(&cells, &found);
	if (!slice_is(buf_slice(&found), expected))
		fail_msg("%s: stated %.*s", name, SLICE_ARGS(buf_slice(&found)));
	buf_release(&text);
	buf_release(&found);
	cells_release(&cells);
}

static void
seeds(void **state)
{
	(void)state;
	expect_seed("000_bac1822890f7a1a1", 2022,
	    "website.items=285 wechat.items=50 requests.new/total=0");
	expect_seed("001_4f16284f05a03d5f", 2023, "requests.new/total=0");
	expect_seed("002_a9a3d7926273398a", 2019, "website.items=96 wechat.items=145 "
	    "parts.1/whole=96 parts.1/part.1=3 parts.1/part.2=13 parts.1/part.3=6 "
	    "parts.1/part.4=14 parts.1/part.5=60 parts.2/whole=8 parts.2/part.1=37 "
	    "parts.3/whole=402 parts.3/part.1=315 parts.3/part.2=87");
	expect_seed("003_c739096dc37e7836", 2021, "published.items=198 wechat.items=680 "
	    "requests.new/total=0 review.reconsideration/total=0 review.suits/total=0");
	expect_seed("004_dc3e789ec4419b81", 2024,
	    "requests.new/total=1 requests.total/total=1 wechat.items=336");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requests_received),
		cmocka_unit_test(no_requests),
		cmocka_unit_test(carried_over_and_concluded),
		cmocka_unit_test(results),
		cmocka_unit_test(applicants),
		cmocka_unit_test(review),
		cmocka_unit_test(section_two_in_words),
		cmocka_unit_test(published),
		cmocka_unit_test(the_year_rules),
		cmocka_unit_test(the_place_tells_the_topic),
		cmocka_unit_test(wholes_and_parts),
		cmocka_unit_test(raw_and_line),
		cmocka_unit_test(a_monstrous_line),
		cmocka_unit_test(bad_stanzas),
		cmocka_unit_test(a_careless_pattern),
		cmocka_unit_test(seeds),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
