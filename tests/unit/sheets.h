/* SPDX-License-Identifier: MIT */
/*
 * The statutory tables of an invented county: every number stands there once,
 * and all sums hold. A sheet is a table in rows; how they are laid out is up
 * to a test.
 */
#ifndef GIP_TEST_SHEETS_H
#define GIP_TEST_SHEETS_H

#include "document.h"

enum { SHEET_LABELS = 3, SHEET_CELLS = 16 };

struct sheet_row {
	const char *key;                 /* of the form's row; NULL: a header of texts */
	const char *label[SHEET_LABELS]; /* by column; NULL: merged with the one above */
	const char *cell[SHEET_CELLS];   /* up to NULL */
};

struct sheet {
	const char *form, *table;
	enum section section;
	size_t width; /* columns of labels and values */
	size_t rows;
	const struct sheet_row *row;
};

static const struct sheet_row sheet_active_2021[] = {
	{ NULL, { NULL }, { "第二十条第（一）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "本年制发件数", "本年废止件数", "现行有效件数" } },
	{ "regulations", { "规章" }, { "2", "1", "11" } },
	{ "normative", { "行政规范性文件" }, { "14", "6", "83" } },
	{ NULL, { NULL }, { "第二十条第（五）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "本年处理决定数量", "", "" } },
	{ "licensing", { "行政许可" }, { "1204" } },
	{ NULL, { NULL }, { "第二十条第（六）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "本年处理决定数量", "", "" } },
	{ "penalty", { "行政处罚" }, { "357" } },
	{ "coercion", { "行政强制" }, { "29" } },
	{ NULL, { NULL }, { "第二十条第（八）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "本年收费金额（单位：万元）", "", "" } },
	{ "fees", { "行政事业性收费" }, { "4068.208" } },
};

static const struct sheet_row sheet_active_2019[] = {
	{ NULL, { NULL }, { "第二十条第（一）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量" } },
	{ "regulations", { "规章" }, { "2", "3", "11" } },
	{ "normative", { "规范性文件" }, { "14", "16", "83" } },
	{ NULL, { NULL }, { "第二十条第（五）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "上一年项目数量", "本年增/减", "处理决定数量" } },
	{ "licensing", { "行政许可" }, { "214", "-8", "1204" } },
	{ "services", { "其他对外管理服务事项" }, { "97", "5", "688" } },
	{ NULL, { NULL }, { "第二十条第（六）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "上一年项目数量", "本年增/减", "处理决定数量" } },
	{ "penalty", { "行政处罚" }, { "430", "-21", "357" } },
	{ "coercion", { "行政强制" }, { "46", "4", "29" } },
	{ NULL, { NULL }, { "第二十条第（八）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "上一年项目数量", "本年增/减", "" } },
	{ "fees", { "行政事业性收费" }, { "18", "-7" } },
	{ NULL, { NULL }, { "第二十条第（九）项", "", "", "" } },
	{ NULL, { NULL }, { "信息内容", "采购项目数量", "采购总金额", "" } },
	{ "procurement", { "政府集中采购" }, { "37", "512.6" } },
};

#define SHEET_REQUESTS_HEAD \
	{ NULL, { NULL }, { "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", \
	    "", "申请人情况", "", "", "", "", "", "总计", "" } }, \
	{ NULL, { NULL }, { "", "", "自然人", "法人或其他组织", "", "", "", "", "", "" } }, \
	{ NULL, { NULL }, { "", "", "", "商业企业", "科研机构", "社会公益组织", \
	    "法律服务机构", "其他", "", "" } }

static const struct sheet_row sheet_requests_2021[] = {
	SHEET_REQUESTS_HEAD,
	{ "new", { "一、本年新收政府信息公开申请数量" },
	    { "3015", "2965", "2736", "3632", "3250", "3064", "18662" } },
	{ "carried_in", { "二、上年结转政府信息公开申请数量" },
	    { "35", "194", "140", "246", "298", "286", "1199" } },
	{ "granted", { "三、本年度办理结果", "（一）予以公开" },
	    { "188", "258", "20", "244", "222", "271", "1203" } },
	{ "partial", { NULL, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
	    { "259", "193", "63", "255", "247", "117", "1134" } },
	{ "refused.secret", { NULL, "（三）不予公开", "1.属于国家秘密" },
	    { "50", "96", "74", "196", "173", "155", "744" } },
	{ "refused.law", { NULL, NULL, "2.其他法律行政法规禁止公开" },
	    { "43", "112", "97", "263", "106", "229", "850" } },
	{ "refused.safety", { NULL, NULL, "3.危及“三安全一稳定”" },
	    { "90", "267", "237", "98", "206", "219", "1117" } },
	{ "refused.third_party", { NULL, NULL, "4.保护第三方合法权益" },
	    { "284", "18", "209", "213", "69", "79", "872" } },
	{ "refused.internal", { NULL, NULL, "5.属于三类内部事务信息" },
	    { "297", "158", "274", "128", "245", "153", "1255" } },
	{ "refused.process", { NULL, NULL, "6.属于四类过程性信息" },
	    { "138", "288", "181", "139", "105", "48", "899" } },
	{ "refused.enforcement", { NULL, NULL, "7.属于行政执法案卷" },
	    { "60", "93", "1", "160", "4", "86", "404" } },
	{ "refused.inquiry", { NULL, NULL, "8.属于行政查询事项" },
	    { "95", "217", "41", "212", "46", "295", "906" } },
	{ "unable.not_held", { NULL, "（四）无法提供", "1.本机关不掌握相关政府信息" },
	    { "168", "13", "147", "30", "242", "166", "766" } },
	{ "unable.create", { NULL, NULL, "2.没有现成信息需要另行制作" },
	    { "119", "276", "211", "56", "14", "88", "764" } },
	{ "unable.unclear", { NULL, NULL, "3.补正后申请内容仍不明确" },
	    { "190", "61", "66", "210", "292", "161", "980" } },
	{ "declined.petition", { NULL, "（五）不予处理", "1.信访举报投诉类申请" },
	    { "83", "200", "224", "33", "177", "45", "762" } },
	{ "declined.repeat", { NULL, NULL, "2.重复申请" },
	    { "203", "154", "183", "174", "38", "148", "900" } },
	{ "declined.publication", { NULL, NULL, "3.要求提供公开出版物" },
	    { "122", "163", "256", "189", "233", "164", "1127" } },
	{ "declined.excessive", { NULL, NULL, "4.无正当理由大量反复申请" },
	    { "7", "205", "21", "268", "253", "91", "845" } },
	{ "declined.reissue", { NULL, NULL, "5.要求行政机关确认或重新出具已获取信息" },
	    { "146", "6", "151", "294", "135", "54", "786" } },
	{ "other.uncorrected", { NULL, "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
	    { "218", "44", "2", "149", "251", "192", "856" } },
	{ "other.unpaid", { NULL, NULL, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
	    { "126", "9", "279", "228", "191", "214", "1047" } },
	{ "other.other", { NULL, NULL, "3.其他" },
	    { "141", "103", "12", "187", "260", "121", "824" } },
	{ "total", { NULL, "（七）总计" },
	    { "3027", "2934", "2749", "3726", "3509", "3096", "19041" } },
	{ "carried_out", { "四、结转下年度继续办理" },
	    { "23", "225", "127", "152", "39", "254", "820" } },
};

static const struct sheet_row sheet_requests_2019[] = {
	SHEET_REQUESTS_HEAD,
	{ "new", { "一、本年新收政府信息公开申请数量" },
	    { "3015", "2965", "2736", "3632", "3250", "3064", "18662" } },
	{ "carried_in", { "二、上年结转政府信息公开申请数量" },
	    { "35", "194", "140", "246", "298", "286", "1199" } },
	{ "granted", { "三、本年度办理结果", "（一）予以公开" },
	    { "188", "258", "20", "244", "222", "271", "1203" } },
	{ "partial", { NULL, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
	    { "259", "193", "63", "255", "247", "117", "1134" } },
	{ "refused.secret", { NULL, "（三）不予公开", "1.属于国家秘密" },
	    { "50", "96", "74", "196", "173", "155", "744" } },
	{ "refused.law", { NULL, NULL, "2.其他法律行政法规禁止公开" },
	    { "43", "112", "97", "263", "106", "229", "850" } },
	{ "refused.safety", { NULL, NULL, "3.危及“三安全一稳定”" },
	    { "90", "267", "237", "98", "206", "219", "1117" } },
	{ "refused.third_party", { NULL, NULL, "4.保护第三方合法权益" },
	    { "284", "18", "209", "213", "69", "79", "872" } },
	{ "refused.internal", { NULL, NULL, "5.属于三类内部事务信息" },
	    { "297", "158", "274", "128", "245", "153", "1255" } },
	{ "refused.process", { NULL, NULL, "6.属于四类过程性信息" },
	    { "138", "288", "181", "139", "105", "48", "899" } },
	{ "refused.enforcement", { NULL, NULL, "7.属于行政执法案卷" },
	    { "60", "93", "1", "160", "4", "86", "404" } },
	{ "refused.inquiry", { NULL, NULL, "8.属于行政查询事项" },
	    { "95", "217", "41", "212", "46", "295", "906" } },
	{ "unable.not_held", { NULL, "（四）无法提供", "1.本机关不掌握相关政府信息" },
	    { "168", "13", "147", "30", "242", "166", "766" } },
	{ "unable.create", { NULL, NULL, "2.没有现成信息需要另行制作" },
	    { "119", "276", "211", "56", "14", "88", "764" } },
	{ "unable.unclear", { NULL, NULL, "3.补正后申请内容仍不明确" },
	    { "190", "61", "66", "210", "292", "161", "980" } },
	{ "declined.petition", { NULL, "（五）不予处理", "1.信访举报投诉类申请" },
	    { "83", "200", "224", "33", "177", "45", "762" } },
	{ "declined.repeat", { NULL, NULL, "2.重复申请" },
	    { "203", "154", "183", "174", "38", "148", "900" } },
	{ "declined.publication", { NULL, NULL, "3.要求提供公开出版物" },
	    { "122", "163", "256", "189", "233", "164", "1127" } },
	{ "declined.excessive", { NULL, NULL, "4.无正当理由大量反复申请" },
	    { "7", "205", "21", "268", "253", "91", "845" } },
	{ "declined.reissue", { NULL, NULL, "5.要求行政机关确认或重新出具已获取信息" },
	    { "146", "6", "151", "294", "135", "54", "786" } },
	{ "other", { NULL, "（六）其他处理" },
	    { "485", "156", "293", "564", "702", "527", "2727" } },
	{ "total", { NULL, "（七）总计" },
	    { "3027", "2934", "2749", "3726", "3509", "3096", "19041" } },
	{ "carried_out", { "四、结转下年度继续办理" },
	    { "23", "225", "127", "152", "39", "254", "820" } },
};

/* No number above 9, so that the cells of a row may be glued together. */
static const struct sheet_row sheet_requests_small[] = {
	SHEET_REQUESTS_HEAD,
	{ "new", { "一、本年新收政府信息公开申请数量" },
	    { "7", "1", "0", "0", "0", "0", "8" } },
	{ "carried_in", { "二、上年结转政府信息公开申请数量" },
	    { "0", "0", "0", "0", "0", "1", "1" } },
	{ "granted", { "三、本年度办理结果", "（一）予以公开" },
	    { "2", "1", "0", "0", "0", "0", "3" } },
	{ "partial", { NULL, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
	    { "1", "0", "0", "0", "0", "0", "1" } },
	{ "refused.secret", { NULL, "（三）不予公开", "1.属于国家秘密" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "refused.law", { NULL, NULL, "2.其他法律行政法规禁止公开" },
	    { "1", "0", "0", "0", "0", "0", "1" } },
	{ "refused.safety", { NULL, NULL, "3.危及“三安全一稳定”" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "refused.third_party", { NULL, NULL, "4.保护第三方合法权益" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "refused.internal", { NULL, NULL, "5.属于三类内部事务信息" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "refused.process", { NULL, NULL, "6.属于四类过程性信息" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "refused.enforcement", { NULL, NULL, "7.属于行政执法案卷" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "refused.inquiry", { NULL, NULL, "8.属于行政查询事项" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "unable.not_held", { NULL, "（四）无法提供", "1.本机关不掌握相关政府信息" },
	    { "1", "0", "0", "0", "0", "0", "1" } },
	{ "unable.create", { NULL, NULL, "2.没有现成信息需要另行制作" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "unable.unclear", { NULL, NULL, "3.补正后申请内容仍不明确" },
	    { "0", "0", "0", "0", "0", "1", "1" } },
	{ "declined.petition", { NULL, "（五）不予处理", "1.信访举报投诉类申请" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "declined.repeat", { NULL, NULL, "2.重复申请" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "declined.publication", { NULL, NULL, "3.要求提供公开出版物" },
	    { "1", "0", "0", "0", "0", "0", "1" } },
	{ "declined.excessive", { NULL, NULL, "4.无正当理由大量反复申请" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "declined.reissue", { NULL, NULL, "5.要求行政机关确认或重新出具已获取信息" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "other.uncorrected", { NULL, "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "other.unpaid", { NULL, NULL, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "other.other", { NULL, NULL, "3.其他" },
	    { "0", "0", "0", "0", "0", "0", "0" } },
	{ "total", { NULL, "（七）总计" },
	    { "6", "1", "0", "0", "0", "1", "8" } },
	{ "carried_out", { "四、结转下年度继续办理" },
	    { "1", "0", "0", "0", "0", "0", "1" } },
};

static const struct sheet_row sheet_review_2021[] = {
	{ NULL, { NULL },
	    { "行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", "" } },
	{ NULL, { NULL }, { "结果维持", "结果纠正", "其他结果", "尚未审结", "总计",
	    "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", "" } },
	{ NULL, { NULL }, { "", "", "", "", "", "结果维持", "结果纠正", "其他结果", "尚未审结",
	    "总计", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计" } },
	{ "reconsideration", { NULL },
	    { "15", "3", "2", "4", "24", "7", "8", "6", "9", "30", "10", "11", "12", "1",
	        "34" } },
};

#define SHEET(form, key, section, width, rows) \
	{ form, key, SECTION_##section, width, sizeof(rows) / sizeof *(rows), rows }

enum {
	ACTIVE_2021, ACTIVE_2019, REQUESTS_2021, REQUESTS_2019, REQUESTS_SMALL, REVIEW,
	SHEETS
};

static const struct sheet sheet_all[SHEETS] = {
	[ACTIVE_2021] = SHEET("2021", "active", ACTIVE, 4, sheet_active_2021),
	[ACTIVE_2019] = SHEET("2019", "active", ACTIVE, 4, sheet_active_2019),
	[REQUESTS_2021] = SHEET("2021", "requests", REQUESTS, 10, sheet_requests_2021),
	[REQUESTS_2019] = SHEET("2019", "requests", REQUESTS, 10, sheet_requests_2019),
	[REQUESTS_SMALL] = SHEET("2021", "requests", REQUESTS, 10, sheet_requests_small),
	[REVIEW] = SHEET("2021", "review", REVIEW, 15, sheet_review_2021),
};

#endif
