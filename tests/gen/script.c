/* SPDX-License-Identifier: MIT */
#include "script.h"

/* Of the labels and headings of the form; in text of other words the rest stays. */
static const struct turned {
	char simple[4], traditional[4];
	const char *pinyin;
} turned[] = {
	{ "规", "規", "guī" }, { "数", "數", "shù" }, { "现", "現", "xiàn" },
	{ "发", "發", "fā" }, { "条", "條", "tiáo" }, { "项", "項", "xiàng" },
	{ "许", "許", "xǔ" }, { "处", "處", "chù" }, { "罚", "罰", "fá" },
	{ "强", "強", "qiáng" }, { "业", "業", "yè" }, { "费", "費", "fèi" },
	{ "额", "額", "é" }, { "单", "單", "dān" }, { "万", "萬", "wàn" },
	{ "务", "務", "wù" }, { "购", "購", "gòu" }, { "请", "請", "qǐng" },
	{ "关", "關", "guān" }, { "为", "為", "wéi" }, { "计", "計", "jì" },
	{ "总", "總", "zǒng" }, { "结", "結", "jié" }, { "转", "轉", "zhuǎn" },
	{ "办", "辦", "bàn" }, { "开", "開", "kāi" }, { "区", "區", "qū" },
	{ "这", "這", "zhè" }, { "属", "屬", "shǔ" }, { "国", "國", "guó" },
	{ "类", "類", "lèi" }, { "内", "內", "nèi" }, { "过", "過", "guò" },
	{ "执", "執", "zhí" }, { "询", "詢", "xún" }, { "无", "無", "wú" },
	{ "机", "機", "jī" }, { "没", "沒", "méi" }, { "补", "補", "bǔ" },
	{ "后", "後", "hòu" }, { "确", "確", "què" }, { "认", "認", "rèn" },
	{ "获", "獲", "huò" }, { "举", "舉", "jǔ" }, { "报", "報", "bào" },
	{ "诉", "訴", "sù" }, { "访", "訪", "fǎng" }, { "复", "復", "fù" },
	{ "议", "議", "yì" }, { "讼", "訟", "sòng" }, { "维", "維", "wéi" },
	{ "纠", "糾", "jiū" }, { "审", "審", "shěn" }, { "经", "經", "jīng" },
	{ "组", "組", "zǔ" }, { "织", "織", "zhī" }, { "团", "團", "tuán" },
	{ "护", "護", "hù" }, { "权", "權", "quán" }, { "稳", "穩", "wěn" },
	{ "缴", "繳", "jiǎo" }, { "纳", "納", "nà" }, { "对", "對", "duì" },
	{ "减", "減", "jiǎn" }, { "决", "決", "jué" }, { "问", "問", "wèn" },
	{ "题", "題", "tí" }, { "进", "進", "jìn" }, { "与", "與", "yǔ" },
	{ "据", "據", "jù" }, { "系", "係", "xì" }, { "财", "財", "cái" },
	{ "继", "繼", "jì" }, { "续", "續", "xù" }, { "较", "較", "jiào" },
	{ "县", "縣", "xiàn" }, { "镇", "鎮", "zhèn" }, { "乡", "鄉", "xiāng" },
	{ "体", "體", "tǐ" }, { "情", "情", "" }, { "书", "書", "shū" },
	{ "当", "當", "dāng" }, { "时", "時", "shí" }, { "应", "應", "yīng" },
	{ "员", "員", "yuán" }, { "标", "標", "biāo" }, { "监", "監", "jiān" },
	{ "设", "設", "shè" }, { "会", "會", "huì" }, { "严", "嚴", "yán" },
};
enum { TURNED = sizeof turned / sizeof *turned };

static const struct turned *
find_turned(const char *c)
{
	static unsigned char place[256][4]; /* by the last byte: entry + 1 */
	static bool made;
	unsigned char last = (unsigned char)c[2];

	for (size_t i = 0; !made && i < TURNED; i++) {
		unsigned char *slot = place[(unsigned char)turned[i].simple[2]];
		while (*slot)
			slot++;
		*slot = (unsigned char)(i + 1);
	}
	made = true;
	for (size_t i = 0; i < 4 && place[last][i]; i++)
		if (memcmp(turned[place[last][i] - 1].simple, c, 3) == 0)
			return &turned[place[last][i] - 1];
	return NULL;
}

static void
add_turned(struct buf *out, const struct script *s, const char *c)
{
	const struct turned *t = find_turned(c);

	if (!t) {
		buf_add(out, (struct slice){ c, 3 });
		return;
	}
	buf_add(out, (struct slice){ t->traditional, 3 });
	if (!s->pinyin || t->pinyin[0] == '\0')
		return;
	buf_char(out, '(');
	buf_add(out, slice_of(t->pinyin));
	buf_char(out, ')');
}

/* The half-width form of a full-width character; 0: it has none here. */
static char
half_of(const char *c)
{
	static const struct {
		char full[4], half;
	} pair[] = { { "（", '(' }, { "）", ')' }, { "：", ':' }, { "，", ',' } };

	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
		if (memcmp(pair[i].full, c, 3) == 0)
			return pair[i].half;
	return '\0';
}

static bool
closes_ordinal(const struct buf *out, size_t start)
{
	size_t len = out->len - start;

	return len == 2 && out->ptr[start + 1] == '.';
}

void
script_add(struct buf *out, const struct script *s, struct slice text, bool label)
{
	bool spaced = s->spaced && label;
	size_t start = out->len;

	if (!s->half && !spaced && !s->traditional) {
		buf_add(out, text);
		return;
	}
	for (size_t at = 0; at < text.len;) {
		unsigned char lead = (unsigned char)text.ptr[at];
		size_t len = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
		const char *c = text.ptr + at;
		char half = len == 3 && s->half ? half_of(c) : '\0';
		if (half)
			buf_char(out, half);
		else if (len == 3 && s->traditional)
			add_turned(out, s, c);
		else
			buf_add(out, (struct slice){ c, len });
		at += len;
		bool bracket = at <= 9 && len == 3 && memcmp(c, "）", 3) == 0;
		if (spaced && at < text.len && (bracket || closes_ordinal(out, start)))
			buf_char(out, ' ');
	}
}
