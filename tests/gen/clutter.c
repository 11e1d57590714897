/* SPDX-License-Identifier: MIT */
#include "clutter.h"

/* Tells some of `lines`, each with this chance in a hundred. */
static void
tell_some(struct story *s, const char *const *lines, size_t count, uint32_t percent)
{
	for (size_t i = 0; i < count; i++)
		if (dice_chance(s->page->dice, percent))
			story_tell(s, lines[i]);
}

#define TELL_SOME(s, lines, percent) \
	tell_some((s), (lines), sizeof(lines) / sizeof *(lines), (percent))

void
clutter_before(struct story *s)
{
	static const char *const top[] = {
		"欢迎访问{P}人民政府!",
		"登录 | 注册",
		"关怀版 无障碍 长辈版",
		"支持IPv6",
		"首页 > 政务公开 > 政府信息公开年报 > {Y}",
		"您现在所在的位置：首页 > 信息公开 > 政府信息公开年报",
		"索 引 号 | 01425845-9/{Z}-000{2} | 分 类 | 综合政务/其他 |",
		"文 号 | 无〔〕号 |",
		"索引号：000014349/{Z}-000{2} 分类：综合；业务工作",
		"发布日期：{Z}-01-{2}",
		"【字体：  大 中 小 】 打印",
		"字体大小：【 A- A A+ 】",
		"分享到：",
		"来源：{A}  浏览次数：{3}次",
		"用微信扫描二维码分享至好友和朋友圈",
		"点击收听年报语音朗读",
	};

	if (s->page->clutter && !s->page->wrap)
		TELL_SOME(s, top, 15);
}

void
clutter_list(struct story *s)
{
	struct page *p = s->page;
	uint32_t rows = dice_between(p->dice, 3, 8);
	bool pipes = p->variant & 0x2000;

	if (!p->clutter || p->one_line || !dice_chance(p->dice, 12))
		return;
	story_tell(s, pipes ? "| 序号 | 名称 | 发布日期 | 发布机构 |"
	                    : "序号\t名称\t发布日期\t发布机构");
	for (uint32_t i = 1; i <= rows; i++) {
		static const char *const name[] = { "关于做好防汛工作的通知", "义务教育招生方案",
			"部门预算公开", "招聘公告", "重点项目清单" };
		page_add(p, pipes ? SLICE("| ") : SLICE_NONE);
		buf_number(p->out, i);
		page_add(p, pipes ? SLICE(" | ") : SLICE("\t"));
		page_text(p, slice_of(DICE_PICK(p->dice, name)));
		story_tell(s, pipes ? " | {Y}-0{1}-{d} | {A} |" : "\t{Y}-0{1}-{d}\t{A}");
	}
}

void
clutter_before_table(struct story *s, unsigned sheet)
{
	static const char *const sentence[SHEETS][2] = {
		{ "该部分以表格形式报告。表格如下：", "{Y}年主动公开政府信息的情况见下表。" },
		{ "收到和处理政府信息公开申请的情况如下。", "该部分以表格形式报告。表格如下：" },
		{ "注：行政复议、行政诉讼数量含上年度结转数量。", "有关情况如下。" },
	};
	static const char *const none = "本年度未收到政府信息公开申请。";

	if (!s->page->clutter || !dice_chance(s->page->dice, 12))
		return;
	if (sheet == SHEET_REQUESTS && dice_chance(s->page->dice, 50)
	    && truth_count(s->truth, sheet, "new", "total") == 0)
		story_tell(s, none);
	else
		story_tell(s, DICE_PICK(s->page->dice, sentence[sheet]));
}

void
clutter_before_text(struct story *s)
{
	static const char *const left[] = { "[bookmark: _GoBack]", "</p>" };

	if (s->page->clutter && dice_chance(s->page->dice, 6))
		buf_add(s->text, slice_of(DICE_PICK(s->page->dice, left)));
}

void
clutter_after(struct story *s)
{
	static const char *const bottom[] = {
		"附件：{A}{Y}年政府信息公开工作年度报告.pdf",
		"相关附件：捕获{1}.PNG",
		"【图解版】{Y}年政府信息公开工作年度报告",
		"责任编辑：办公室",
		"扫一扫在手机打开当前页",
		"【打印本页】 【关闭窗口】",
		"主办单位：{A} 版权所有",
		"网站标识码：1410{3}020  晋ICP备1200{4}号",
		"使用大于1366*768分辨率/IE10.0以上浏览器",
	};

	if (s->page->clutter)
		TELL_SOME(s, bottom, 15);
}
