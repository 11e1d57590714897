/* SPDX-License-Identifier: MIT */
#include "agency.h"

static const char *const first[] = { "霁", "砚", "澹", "漱", "岫", "筠", "泠", "漪", "缥", "翊",
	"琮", "璟", "瑄", "皓", "骧", "黛", "霭", "霏", "缈", "蘅" };
static const char *const last[] = { "柳", "岚", "汀", "苇", "浦", "壑", "渡", "嶂", "坞", "墅",
	"麓", "陌", "弦", "笛", "屿", "棹", "蓑", "杼", "篱", "舲" };

static struct slice
place_name(struct dice *dice, struct arena *arena, const char *kind)
{
	const char *one = DICE_PICK(dice, first), *two = DICE_PICK(dice, last);

	return arena_format(arena, "%s%s%s", one, two, kind);
}

static struct slice
join(struct arena *arena, struct slice a, struct slice b)
{
	return arena_format(arena, "%.*s%.*s", SLICE_ARGS(a), SLICE_ARGS(b));
}

static void
invent_township(struct agency *a, struct dice *dice, struct arena *arena)
{
	static const char *const kind[][3] = {
		{ "镇", "人民政府", "我镇" }, { "乡", "人民政府", "我乡" },
		{ "街道", "办事处", "本街道" },
	};
	const char *const *k = DICE_PICK(dice, kind);
	struct slice town = place_name(dice, arena, k[0]);

	a->name = join(arena, a->place, join(arena, town, slice_of(k[1])));
	a->self = slice_of(k[2]);
}

static void
invent_bureau(struct agency *a, struct dice *dice, struct arena *arena)
{
	static const char *const kind[] = { "卫生健康局", "教育局", "自然资源局", "财政局",
		"住房和城乡建设局", "市场监督管理局", "农业农村局", "水利局", "交通运输局", "统计局",
		"审计局", "人力资源和社会保障局", "文化和旅游局", "应急管理局", "民政局", "司法局" };

	a->name = join(arena, a->place, slice_of(DICE_PICK(dice, kind)));
	a->self = SLICE("我局");
}

void
agency_invent(struct agency *a, enum scale scale, struct dice *dice, struct arena *arena)
{
	static const char *const seat[] = { "人民政府", "人民政府", "人民政府办公室" };
	const char *kind = scale == SCALE_PROVINCE ? "省"
	    : scale == SCALE_CITY                  ? "市"
	    : dice_chance(dice, 70)                ? "县"
	                                           : "区";

	a->place = place_name(dice, arena, kind);
	if (scale == SCALE_TOWNSHIP && dice_chance(dice, 65)) {
		invent_township(a, dice, arena);
	} else if (scale <= SCALE_BUREAU) {
		invent_bureau(a, dice, arena);
	} else {
		a->name = join(arena, a->place, slice_of(DICE_PICK(dice, seat)));
		a->self = arena_format(arena, "全%s", kind);
	}
}

/* A names the body, Y the year; | is a line break. */
static const char *const title[] = {
	"AY年政府信息公开工作年度报告", "AY年政府信息公开工作年度报告",
	"AY年政府信息公开年度报告", "A|Y年政府信息公开工作年度报告",
	"AY年|政府信息公开工作年度报告", "A|Y 年政府信息公开工作年度报告",
	"AY年度政府信息公开工作年度报告", "Y年A政府信息公开工作年度报告",
	"Y年度A政府信息公开年度报告", "A政府信息公开工作Y年度报告",
	"AY年政府信息公开年报", "AY年度政府信息公开工作报告",
	"A Y 年政府信息公开工作年度报告", "A政府信息公开工作年度报告|（Y年度）",
};

void
agency_title(const struct agency *a, unsigned year, struct page *p)
{
	if (p->markdown)
		PAGE_ADD(p, "# ");
	for (const char *c = DICE_PICK(p->dice, title); *c; c++) {
		if (*c == 'A')
			page_text(p, a->name);
		else if (*c == 'Y')
			buf_number(p->out, year);
		else if (*c == '|')
			page_end_line(p);
		else
			page_text(p, (struct slice){ c, (unsigned char)*c < 0x80 ? 1 : 3 });
		c += (unsigned char)*c < 0x80 ? 0 : 2;
	}
	page_end_line(p);
	page_end_line(p);
}
