/* SPDX-License-Identifier: MIT */
/*
 * What stands in braces in a sentence is replaced: {A} the body, {P} its place, {W}
 * how it calls itself, {Y} the year, {Z} the next; {n} new applications, {N} of natural
 * persons, {L} of others, {i} carried in, {o} carried out, {t} answered, {g} granted,
 * {p} partly, {r} reconsiderations, {s} suits; {m} papers made or issued; {1} to {4}
 * any number of so many digits, {d} a day of January, {f} a fee.
 */
#include "story.h"

static int64_t
request(const struct story *s, const char *row, const char *col)
{
	return truth_count(s->truth, SHEET_REQUESTS, row, col);
}

static int64_t
review(const struct story *s, const char *row)
{
	return truth_count(s->truth, SHEET_REVIEW, row, "total");
}

static int64_t
papers(const struct story *s)
{
	return truth_count(s->truth, SHEET_ACTIVE, "normative",
	    s->truth->year < 2021 ? "made" : "issued");
}

/* Any number of so many digits. */
static int64_t
any_number(struct story *s, unsigned digits)
{
	uint32_t low = 1;

	while (--digits)
		low *= 10;
	return dice_between(s->page->dice, low, 10 * low - 1);
}

static int64_t
number_of(struct story *s, char key)
{
	switch (key) {
	case 'Y': return s->truth->year;
	case 'Z': return s->truth->year + 1;
	case 'n': return request(s, "new", "total");
	case 'N': return request(s, "new", "natural");
	case 'L': return request(s, "new", "total") - request(s, "new", "natural");
	case 'i': return request(s, "carried_in", "total");
	case 'o': return request(s, "carried_out", "total");
	case 't': return request(s, "total", "total");
	case 'g': return request(s, "granted", "total");
	case 'p': return request(s, "partial", "total");
	case 'r': return review(s, "reconsideration");
	case 's': return review(s, "suit_direct") + review(s, "suit_after");
	case 'm': return papers(s);
	case 'd': return dice_between(s->page->dice, 4, 31);
	case 'f': return 100 * (int64_t)dice_between(s->page->dice, 1, 30);
	default: return any_number(s, (unsigned)(key - '0'));
	}
}

static void
fill(struct story *s, char key)
{
	if (key == 'A')
		buf_add(s->text, s->agency->name);
	else if (key == 'P')
		buf_add(s->text, s->agency->place);
	else if (key == 'W')
		buf_add(s->text, s->agency->self);
	else
		buf_number(s->text, (size_t)number_of(s, key));
}

static void
add(struct story *s, const char *sentence)
{
	for (const char *open; (open = strchr(sentence, '{')); sentence = open + 3) {
		buf_add(s->text, (struct slice){ sentence, (size_t)(open - sentence) });
		fill(s, open[1]);
	}
	buf_add(s->text, slice_of(sentence));
}

static void
end_paragraph(struct story *s)
{
	page_paragraph(s->page, buf_slice(s->text));
	s->text->len = 0;
	if (s->page->clutter && s->page->wrap && dice_chance(s->page->dice, 15))
		page_number(s->page);
}

void
story_tell(struct story *s, const char *sentence)
{
	add(s, sentence);
	end_paragraph(s);
}

#define TELL(s, sentences) story_tell((s), DICE_PICK((s)->page->dice, (sentences)))
#define ADD(s, sentences) add((s), DICE_PICK((s)->page->dice, (sentences)))

void
story_heading(struct story *s, unsigned section, struct slice words)
{
	static const char *const ordinal[] = { "", "一、", "二、", "三、", "四、", "五、", "六、" };
	struct page *p = s->page;

	p->heading[p->headings++] = p->out->len;
	if (p->markdown)
		PAGE_ADD(p, "## ");
	else if (p->variant & 0x10)
		PAGE_ADD(p, "    ");
	page_text(p, slice_of(ordinal[section]));
	page_text(p, words);
	page_end_line(p);
	if ((p->variant & 0x60) == 0 || p->markdown)
		page_end_line(p);
}

void
story_opening(struct story *s)
{
	static const char *const opening[] = {
		"根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，结合工作实际，编制本报告。"
		"本报告中所列数据的统计期限自{Y}年1月1日起至{Y}年12月31日止。",
		"按照《中华人民共和国政府信息公开条例》第五十条规定，现向社会公布{A}{Y}年度政府信息公开工作"
		"年度报告。报告所列数据的统计期限为{Y}年1月1日至{Y}年12月31日。如对本报告有疑问，请与{A}"
		"联系。",
		"本报告由{A}根据《中华人民共和国政府信息公开条例》编制，全文由六个部分组成，"
		"数据的统计期限为{Y}年1月1日—{Y}年12月31日。",
	};

	if (dice_chance(s->page->dice, 85))
		TELL(s, opening);
}

static const char *const published[] = {
	"{Y}年，通过网站、新媒体等渠道主动公开政府信息{3}条，其中动态{2}条，文件{1}条。",
	"全年通过门户网站公开信息{3}条，微信公众号推送信息{2}条，发布政策解读{2}篇。",
	"围绕供水、就学等事项，全年公开各类信息{4}条，回应关切{2}次，满意率99.{2}%。",
	"聚焦重点领域，及时公布财政预决算和服务事项，全年更新栏目{2}个，发布信息{3}条。",
};
static const char *const issued[] = {
	"全年制发行政规范性文件{m}件，均已在网站公布。", "本年度共制定行政规范性文件{m}件。",
};
static const char *const none_received[] = {
	"{Y}年，{W}未收到政府信息公开申请。", "全年未收到依申请公开政府信息的申请。",
	"本年度收到政府信息公开申请0件。", "{Y}年没有收到公民、法人或其他组织提出的政府信息公开申请。",
};
static const char *const received[] = {
	"{Y}年，{W}共收到政府信息公开申请{n}件，上年结转{i}件；办结{t}件，结转下年度继续办理{o}件。",
	"全年共收到政府信息公开申请{n}件，其中自然人申请{N}件，法人或其他组织申请{L}件，均按规定办理。",
	"全年收到政府信息公开申请{n}件，同比增长{2}.{1}%。办结的申请中，予以公开{g}件，部分公开{p}件。",
	"{W}认真做好登记、审核、答复工作，{Y}年共收到政府信息公开申请{n}件。",
};
static const char *const reviewed[] = {
	"因政府信息公开引起行政复议{r}件，行政诉讼{s}件。",
	"全年发生政府信息公开行政复议{r}件、行政诉讼{s}件。",
};
static const char *const managed[] = {
	"严格执行信息发布审查制度，落实先审后发、一事一审，对历年文件逐件核对效力状态，"
	"清理重复信息{2}条。",
	"完善公文公开属性源头认定机制，拟稿环节即标注公开属性；动态更新主动公开目录，做到来源可查、"
	"去向可追。",
	"健全信息分级管理制度，指定专人负责信息的收集、整理、发布和归档，全年开展保密审查{2}次。",
};
static const char *const platforms[] = {
	"优化政府网站检索和适老化功能，新增专题{1}个；在便民服务中心设置政务公开专区。",
	"{W}依托{P}人民政府门户网站发布信息，规范政务新媒体管理，关停长期不更新的账号{1}个。",
	"推进线上线下平台融合，政务新媒体粉丝数达{4}人，累计阅读{1}.{1}万次。",
};
static const char *const supervised[] = {
	"将政府信息公开纳入年度考核，占比{1}分；举办业务培训{1}期，培训{2}人次。",
	"明确分管领导和工作人员；聘请社会监督员{1}名，定期开展社会评议。",
	"每季度开展一次自查，对发现的{2}个问题逐一整改到位，主动接受人大代表和群众监督。",
};

static void
add_aspect_head(struct story *s, unsigned number, const char *words)
{
	static const char *const han[] = { "一", "二", "三", "四", "五" };
	static const char *const end[] = { "。", "方面。", "情况。", "工作情况。" };

	if (s->numbering == 0)
		buf_number(s->text, number + 1);
	else if (s->numbering < 3)
		buf_add(s->text, SLICE("（"));
	if (s->numbering != 0 && s->numbering < 3)
		buf_add(s->text, slice_of(han[number]));
	buf_add(s->text, s->numbering == 0 ? SLICE(".")
	    : s->numbering < 3             ? SLICE("）")
	                                   : SLICE_NONE);
	buf_add(s->text, slice_of(words));
	buf_add(s->text, slice_of(end[(s->page->variant >> 12) % 4]));
}

static void
tell_requests(struct story *s)
{
	if (request(s, "new", "total"))
		ADD(s, received);
	else
		ADD(s, none_received);
	if (review(s, "reconsideration") && dice_chance(s->page->dice, 60))
		ADD(s, reviewed);
	end_paragraph(s);
}

void
story_overview(struct story *s)
{
	static const char *const leading[] = {
		"{Y}年，{W}认真贯彻落实《中华人民共和国政府信息公开条例》，"
		"扎实推进政务公开标准化规范化建设，各项工作取得新的成效。",
		"{Y}年以来，{W}坚持以人民为中心，不断拓展公开的广度和深度，增强工作透明度。",
	};

	s->numbering = (s->page->variant >> 9) % 4;
	story_heading(s, 1, SLICE("总体情况"));
	if (dice_chance(s->page->dice, 70))
		TELL(s, leading);
	add_aspect_head(s, 0, "主动公开");
	ADD(s, published);
	if (papers(s) && dice_chance(s->page->dice, 50))
		ADD(s, issued);
	end_paragraph(s);
	add_aspect_head(s, 1, "依申请公开");
	tell_requests(s);
	add_aspect_head(s, 2, "政府信息管理");
	TELL(s, managed);
	add_aspect_head(s, 3, "政府信息公开平台建设");
	TELL(s, platforms);
	add_aspect_head(s, 4, "监督保障");
	TELL(s, supervised);
}

void
story_problems(struct story *s)
{
	static const char *const heading[] = { "存在的主要问题及改进情况", "存在的主要问题及改进情况",
		"存在的主要问题和改进情况", "存在的主要问题及下一步工作安排" };
	static const char *const problem[] = {
		"（一）存在的主要问题。一是公开内容更新不够及时；二是政策解读形式单一，群众看不懂的情况时有"
		"发生；三是基层工作力量薄弱，人员变动较快。",
		"{Y}年，{W}政府信息公开工作取得了一定成绩，但仍存在不足：一是公开意识有待加强；"
		"二是答复文书的格式不够统一。",
	};
	static const char *const remedy[] = {
		"（二）改进情况。一是建立每月巡查、按季通报制度，发出整改提醒{2}份；二是要求解读材料与文件"
		"同步起草、同步发布；三是轮训工作人员{1}次。",
		"下一步，一是加强培训，提高工作人员业务能力；二是规范答复程序，统一文书模板；"
		"三是拓宽公开渠道，方便群众查询。",
	};

	story_heading(s, 5, slice_of(DICE_PICK(s->page->dice, heading)));
	TELL(s, problem);
	TELL(s, remedy);
}

void
story_others(struct story *s)
{
	static const char *const other[] = {
		"{Y}年，{W}未收取政府信息公开信息处理费。",
		"本年度未产生信息处理费。无其他需要报告的事项。",
		"依据《政府信息公开信息处理费管理办法》，{Y}年{W}收取信息处理费0元。",
	};
	static const char *const paid[] = {
		"{Y}年，{W}共对{1}件申请收取信息处理费{f}元。",
	};

	story_heading(s, 6, SLICE("其他需要报告的事项"));
	if (request(s, "new", "total") > 30 && dice_chance(s->page->dice, 40))
		TELL(s, paid);
	else
		TELL(s, other);
}

void
story_signature(struct story *s)
{
	static const char *const day[] = { "{Z}年1月{d}日", "{Z}年1月{d}日", "{Z} 年 1 月 {d} 日",
		"（{Z}年1月{d}日）" };

	page_end_line(s->page);
	if (dice_chance(s->page->dice, 60)) {
		page_text(s->page, s->agency->name);
		page_end_line(s->page);
	}
	TELL(s, day);
}
