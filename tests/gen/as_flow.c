/* SPDX-License-Identifier: MIT */
/* Tables of which only the order of their words is left. */
#include "draw.h"

void
draw_spaces(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		for (size_t b = 0; b < boxes->line[i].count; b++) {
			page_box(p, &boxes->line[i].box[b]);
			PAGE_ADD(p, " ");
		}
	page_end_line(p);
}

void
draw_glued(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		page_add(p, (p->variant & 1) ? SLICE("    ") : SLICE_NONE);
		for (size_t b = 0; b < boxes->line[i].count; b++)
			page_box(p, &boxes->line[i].box[b]);
		page_end_line(p);
	}
}

/* The heads of narrow columns come word by word, 社会 公益 组织. */
static void
add_narrow_heads(struct page *p, const struct line *line)
{
	for (size_t b = 0; b < line->count; b++) {
		struct slice rest = line->box[b].text;
		bool narrow = line->box[b].span == 1;
		while (rest.len) {
			page_part(p, &line->box[b], narrow ? page_cut(&rest, 4) : page_cut(&rest, 40));
			page_end_line(p);
		}
	}
}

/* 三、本年度办理结果, set upright. */
static void
add_upright(struct page *p, const struct box *box)
{
	struct slice rest = box->text;

	while (rest.len) {
		page_part(p, box, page_cut(&rest, 2));
		page_end_line(p);
	}
}

static void
add_flow_row(struct page *p, const struct line *line)
{
	for (size_t b = 0; b < line->values; b++) {
		const struct box *box = &line->box[b];
		struct slice rest = box->text;
		if (box->kind == BOX_GROUP && box->at == 0) {
			add_upright(p, box);
			continue;
		}
		bool broken = rest.len > 48;
		while (rest.len) {
			page_part(p, box, page_cut(&rest, broken ? 36 : 60));
			if (broken || box->kind == BOX_GROUP)
				page_end_line(p);
		}
		if (box->kind == BOX_LABEL && !broken)
			PAGE_ADD(p, " ");
	}
	for (size_t b = line->values; b < line->count; b++) {
		if (b > line->values)
			PAGE_ADD(p, " ");
		page_box(p, &line->box[b]);
	}
	page_end_line(p);
}

static void
add_joined(struct page *p, const struct line *line)
{
	for (size_t b = 0; b < line->count; b++) {
		if (b)
			PAGE_ADD(p, " ");
		page_box(p, &line->box[b]);
	}
	page_end_line(p);
}

void
draw_flow(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		if (p->clutter && i && dice_chance(p->dice, 6))
			page_number(p);
		if (line->kind == LINE_ROW)
			add_flow_row(p, line);
		else if (boxes->sheet == SHEET_ACTIVE)
			add_joined(p, line);
		else
			add_narrow_heads(p, line);
	}
}
