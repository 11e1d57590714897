/* SPDX-License-Identifier: MIT */
/* The forms in traditional characters are the forms. */
#include "helper.h"

#include "fold.h"
#include "utf8.h"
#include "variants.h"

/* Written by hand: every label and header of both forms, and the headings. */
static const struct {
	const char *traditional, *simplified;
} pages[] = {
	{ "總體情況", "总体情况" },
	{ "主動公開政府信息情況", "主动公开政府信息情况" },
	{ "收到和處理政府信息公開申請情況", "收到和处理政府信息公开申请情况" },
	{ "政府信息公開行政復議、行政訴訟情況", "政府信息公开行政复议、行政诉讼情况" },
	{ "存在的主要問題及改進情況", "存在的主要问题及改进情况" },
	{ "其他需要報告的事項", "其他需要报告的事项" },
	{ "依申請公開、政府信息管理、平臺建設、監督保障", "依申请公开、政府信息管理、平台建设、监督保障" },
	{ "政府信息公開工作年度報告", "政府信息公开工作年度报告" },
	{ "第二十條第（一）項", "第二十条第(一)项" },
	{ "第（五）、（六）、（八）、（九）項", "第(五)、(六)、(八)、(九)项" },
	{ "信息內容", "信息内容" },
	{ "本年新製作數量", "本年新制作数量" },
	{ "本年新公開數量", "本年新公开数量" },
	{ "對外公開總數量", "对外公开总数量" },
	{ "上一年項目數量", "上一年项目数量" },
	{ "本年增/減", "本年增/减" },
	{ "處理決定數量", "处理决定数量" },
	{ "採購項目數量", "采购项目数量" },
	{ "採購總金額", "采购总金额" },
	{ "規章", "规章" },
	{ "行政規範性文件", "行政规范性文件" },
	{ "行政規範性檔案", "行政规范性档案" },
	{ "行政許可", "行政许可" },
	{ "其他對外管理服務事項", "其他对外管理服务事项" },
	{ "行政處罰", "行政处罚" },
	{ "行政強制", "行政强制" },
	{ "行政事業性收費", "行政事业性收费" },
	{ "政府集中採購", "政府集中采购" },
	{ "本年制發件數", "本年制发件数" },
	{ "本年廢止件數", "本年废止件数" },
	{ "現行有效件數", "现行有效件数" },
	{ "本年處理決定數量", "本年处理决定数量" },
	{ "本年收費金額（單位：萬元）", "本年收费金额(单位:万元)" },
	{ "（本列數據的勾稽關係為：第一項加第二項之和，等於第三項加第四項之和）",
	    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)" },
	{ "申請人情況", "申请人情况" },
	{ "自然人", "自然人" },
	{ "法人或其他組織", "法人或其他组织" },
	{ "商業企業", "商业企业" },
	{ "科研機構", "科研机构" },
	{ "社會公益組織", "社会公益组织" },
	{ "法律服務機構", "法律服务机构" },
	{ "總計", "总计" },
	{ "一、本年新收政府信息公開申請數量", "一、本年新收政府信息公开申请数量" },
	{ "二、上年結轉政府信息公開申請數量", "二、上年结转政府信息公开申请数量" },
	{ "三、本年度辦理結果", "三、本年度办理结果" },
	{ "（一）予以公開", "(一)予以公开" },
	{ "（二）部分公開（區分處理的，只計這一情形，不計其他情形）",
	    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)" },
	{ "（三）不予公開", "(三)不予公开" },
	{ "1.屬於國家秘密", "1.属于国家秘密" },
	{ "2.其他法律行政法規禁止公開", "2.其他法律行政法规禁止公开" },
	{ "3.危及「三安全一穩定」", "3.危及\"三安全一稳定\"" },
	{ "4.保護第三方合法權益", "4.保护第三方合法权益" },
	{ "5.屬於三類內部事務信息", "5.属于三类内部事务信息" },
	{ "6.屬於四類過程性信息", "6.属于四类过程性信息" },
	{ "7.屬於行政執法案卷", "7.属于行政执法案卷" },
	{ "8.屬於行政查詢事項", "8.属于行政查询事项" },
	{ "（四）無法提供", "(四)无法提供" },
	{ "1.本機關不掌握相關政府信息", "1.本机关不掌握相关政府信息" },
	{ "2.沒有現成信息需要另行製作", "2.没有现成信息需要另行制作" },
	{ "3.補正後申請內容仍不明確", "3.补正后申请内容仍不明确" },
	{ "（五）不予處理", "(五)不予处理" },
	{ "1.信訪舉報投訴類申請", "1.信访举报投诉类申请" },
	{ "2.重複申請", "2.重复申请" },
	{ "3.要求提供公開出版物", "3.要求提供公开出版物" },
	{ "4.無正當理由大量反覆申請", "4.无正当理由大量反复申请" },
	{ "5.要求行政機關確認或重新出具已獲取信息", "5.要求行政机关确认或重新出具已获取信息" },
	{ "（六）其他處理", "(六)其他处理" },
	{ "1.申請人無正當理由逾期不補正、行政機關不再處理其政府信息公開申請",
	    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" },
	{ "2.申請人逾期未按收費通知要求繳納費用、行政機關不再處理其政府信息公開申請",
	    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" },
	{ "（七）總計", "(七)总计" },
	{ "四、結轉下年度繼續辦理", "四、结转下年度继续办理" },
	{ "未經復議直接起訴", "未经复议直接起诉" },
	{ "復議後起訴", "复议后起诉" },
	{ "結果維持", "结果维持" },
	{ "結果糾正", "结果纠正" },
	{ "尚未審結", "尚未审结" },
};

static void
expect_folded(const char *text, const char *wanted)
{
	struct folded f = FOLDED_INIT;

	fold_add(&f, slice_of(text));
	if (!slice_is(fold_slice(&f), wanted))
		fail_msg("'%s' is '%.*s'", text, SLICE_ARGS(fold_slice(&f)));
	fold_release(&f);
}

static void
pages_in_traditional_characters(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(pages); i++) {
		expect_folded(pages[i].traditional, pages[i].simplified);
		expect_folded(pages[i].simplified, pages[i].simplified);
	}
}

/* Is the character among those that the pages hold? */
static bool
is_written(uint32_t c)
{
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct slice page = slice_of(pages[i].simplified);
		for (size_t at = 0; at < page.len;)
			if (utf8_next(page, &at) == c)
				return true;
	}
	return false;
}

static void
expect_written(struct slice label)
{
	for (size_t at = 0; at < label.len;) {
		uint32_t c = fold_char(utf8_next(label, &at));
		if (utf8_is_han(c) && !is_written(c))
			fail_msg("the pages above need a word of '%.*s'", SLICE_ARGS(label));
	}
}

/* A label that a form gets later on has to be written here in traditional characters. */
static void
all_labels_are_among_them(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_load(&forms);
	for (size_t t = 0; t < forms.tables->count; t++) {
		const struct table *table = &forms.tables->table[t];
		for (size_t i = 0; i < table->heads; i++)
			expect_written(table->head[i]);
		for (size_t r = 0; r < table->rows; r++) {
			const struct table_row *row = &table->row[r];
			for (size_t i = 0; i < row->labels; i++)
				expect_written(row->label[i]);
			for (size_t i = 0; i < row->columns; i++)
				expect_written(row->column[i].name);
		}
	}
	helper_forms_release(&forms);
}

/* The table is in order, and nothing that is folded is folded to. */
static void
the_table_is_sound(void **state)
{
	(void)state;
	assert_true(variants_count > 2000);
	for (size_t i = 0; i < variants_count; i++) {
		const struct variant *v = &variants[i];
		assert_true(i == 0 || v[-1].from < v->from);
		assert_true(variants_have(v->from));
		assert_false(variants_have(v->to));
		assert_int_equal(variants_find(v->from), v->to);
		assert_int_equal(fold_char(v->from), v->to);
	}
}

static void
all_else_is_itself(void **state)
{
	size_t known = 0;

	(void)state;
	for (uint32_t c = 0; c < 0x10000; c++) {
		known += variants_have(c);
		assert_true(variants_have(c) || variants_find(c) == c);
	}
	assert_int_equal(known, variants_count);
	assert_int_equal(variants_find(0x20000), 0x20000);
	assert_int_equal(variants_find(0x10ffff), 0x10ffff);
}

/* By their bytes the same ideographs are left as by their codes, and nothing else is. */
static void
test_what_is_left(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	for (uint32_t c = 1; c < 0x11000; c++) {
		if (c >= 0xd800 && c < 0xe000)
			continue;
		text.len = 0;
		utf8_add(&text, c);
		buf_add(&text, SLICE("   "));
		bool left = c >= 0x4e00 && c < 0xa000 && !variants_have(c);
		if (variants_leave(text.ptr) != left)
			fail_msg("U+%04X", (unsigned)c);
	}
	assert_false(variants_leave("\xe5\x85   "));
	assert_false(variants_leave("\xe5\x85\x41 "));
	assert_false(variants_leave("\xe5\x41\xac "));
	assert_false(variants_leave("\xf5\x85\xac\x80"));
	buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_left),
		cmocka_unit_test(pages_in_traditional_characters),
		cmocka_unit_test(all_labels_are_among_them),
		cmocka_unit_test(the_table_is_sound),
		cmocka_unit_test(all_else_is_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
