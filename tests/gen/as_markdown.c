/* SPDX-License-Identifier: MIT */
/*
 * Markdown as tools make it of a PDF. In the first kind a row whose label was broken
 * over lines keeps its seven numbers only, and the label stands loose before or behind
 * them, or even before the row above; in the second each row is a table of its own.
 */
#include "draw.h"

#include "utf8.h"

enum { LABEL_COLUMNS = 24 }; /* a wider label was broken on paper */
enum place { PLACE_KEPT, PLACE_BEFORE, PLACE_BEHIND, PLACE_EARLY };

static void
add_rule(struct page *p, size_t cells)
{
	PAGE_ADD(p, "|");
	while (cells--)
		PAGE_ADD(p, "---|");
	PAGE_ADD(p, "\n");
}

static void
add_cells(struct page *p, const struct line *line, size_t from)
{
	PAGE_ADD(p, "|");
	for (size_t b = from; b < line->count; b++) {
		PAGE_ADD(p, " ");
		page_box(p, &line->box[b]);
		PAGE_ADD(p, " |");
	}
}

static const struct box *
group_of(const struct line *line)
{
	for (size_t b = 0; b < line->values; b++)
		if (line->box[b].kind == BOX_GROUP && line->box[b].at == 1)
			return &line->box[b];
	return NULL;
}

/*
 * The lines of a loose label. A group's label, cut in two, ran into the first of them;
 * between them stands what is left of the upright 三、本年度办理结果.
 */
static void
add_loose(struct page *p, const struct line *line, struct slice *upright)
{
	const struct box *label = &line->box[line->values - 1], *group = group_of(line);
	struct slice rest = label->text, left = group ? group->text : SLICE_NONE;

	while (rest.len) {
		if (left.len)
			page_part(p, group, page_cut(&left, left.len == group->text.len ? 8 : 60));
		page_part(p, label, page_cut(&rest, 22));
		PAGE_ADD(p, "\n");
		if (upright->len == 0)
			continue;
		page_text(p, page_cut(upright, 4));
		PAGE_ADD(p, "\n");
	}
}

static enum place
place_of(struct page *p, const struct line *line, bool first)
{
	static const enum place loose[] = { PLACE_BEFORE, PLACE_BEFORE, PLACE_BEHIND,
		PLACE_EARLY };
	const struct box *label = &line->box[line->values - 1];

	if (label->at == 0 || label->row < 0 || utf8_columns(label->text) <= LABEL_COLUMNS)
		return PLACE_KEPT;
	enum place place = DICE_PICK(p->dice, loose);
	return first && place == PLACE_EARLY ? PLACE_BEFORE : place;
}

static void
add_kept(struct page *p, const struct line *line, bool opens, struct slice *upright)
{
	const struct box *label = &line->box[line->values - 1], *group = group_of(line);

	if (line->box[0].kind == BOX_GROUP && line->box[0].at == 0) {
		*upright = line->box[0].text;
		PAGE_ADD(p, "| ");
		page_part(p, &line->box[0], page_cut(upright, 4));
		PAGE_ADD(p, " ");
	}
	if (opens && group) {
		struct slice rest = group->text;
		PAGE_ADD(p, "| ");
		page_part(p, group, (p->variant & 1) ? page_cut(&rest, 8) : rest);
		PAGE_ADD(p, " ");
	}
	add_cells(p, line, line->values - 1);
	if (label->at == 0)
		PAGE_ADD(p, "  |");
	PAGE_ADD(p, "\n");
}

static void
add_requests(struct page *p, const struct boxes *boxes, size_t first)
{
	enum place place[BOXES_LINES];
	bool open = true;
	struct slice upright = SLICE_NONE;

	for (size_t i = first; i < boxes->count; i++)
		place[i] = place_of(p, &boxes->line[i], i == first);
	for (size_t i = first; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		bool early = i + 1 < boxes->count && place[i + 1] == PLACE_EARLY;
		bool breaks = place[i] != PLACE_KEPT || early;
		if (breaks && open)
			PAGE_ADD(p, "\n");
		if (place[i] == PLACE_BEFORE)
			add_loose(p, line, &upright);
		if (early)
			add_loose(p, line + 1, &upright);
		bool opens = breaks || !open;
		if (place[i] == PLACE_KEPT) {
			add_kept(p, line, opens, &upright);
		} else {
			p->loose[line->box[line->values - 1].row] = true;
			add_cells(p, line, line->values);
			PAGE_ADD(p, "\n");
		}
		if (opens)
			add_rule(p, line->count - line->values + (place[i] == PLACE_KEPT));
		open = place[i] == PLACE_KEPT;
		if (place[i] == PLACE_BEHIND) {
			PAGE_ADD(p, "\n");
			add_loose(p, line, &upright);
		}
	}
	PAGE_ADD(p, "\n");
}

/* The first table: a head and its rows, as a table or as loose lines. */
static void
add_active(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		bool table = line->kind != LINE_ITEM && (i < 4 || (p->variant & 2));
		if (table) {
			add_cells(p, line, 0);
			PAGE_ADD(p, "\n");
			if (line->kind == LINE_HEAD)
				add_rule(p, line->count);
			continue;
		}
		if (i && line->kind == LINE_ITEM)
			PAGE_ADD(p, "\n");
		for (size_t b = 0; b < line->count; b++) {
			page_box(p, &line->box[b]);
			page_add(p, b + 1 == line->count ? SLICE("\n")
			    : line->kind == LINE_HEAD    ? SLICE_NONE
			                                 : SLICE(" "));
		}
		if (i + 1 == boxes->count || line->kind == LINE_ITEM)
			PAGE_ADD(p, "\n");
	}
}

/* Heads as loose words, then the ends of some of them as a table's head. */
static size_t
add_heads(struct page *p, const struct boxes *boxes)
{
	size_t i = 0;

	for (; i < boxes->count && boxes->line[i].kind != LINE_ROW; i++)
		for (size_t b = 0; b < boxes->line[i].count; b++) {
			const struct box *box = &boxes->line[i].box[b];
			struct slice rest = box->text;
			page_part(p, box, page_cut_head(box, &rest));
			PAGE_ADD(p, "\n");
		}
	const struct line *line = &boxes->line[i - 1];
	PAGE_ADD(p, "|");
	for (size_t b = 0; b < line->count; b++) {
		struct slice rest = line->box[b].text;
		page_cut_head(&line->box[b], &rest);
		PAGE_ADD(p, " ");
		page_part(p, &line->box[b], rest);
		PAGE_ADD(p, " |");
	}
	PAGE_ADD(p, "\n");
	add_rule(p, line->count);
	return i;
}

void
draw_markdown(struct page *p, const struct boxes *boxes)
{
	if (boxes->sheet == SHEET_ACTIVE) {
		add_active(p, boxes);
		return;
	}
	size_t first = add_heads(p, boxes);
	if (boxes->sheet == SHEET_REQUESTS) {
		add_requests(p, boxes, first);
		return;
	}
	add_cells(p, &boxes->line[first], 0);
	PAGE_ADD(p, "\n");
	add_rule(p, boxes->line[first].count);
}

/* The head that a language model thought of, right or, behind a page, wrong. */
static void
add_invented_head(struct page *p, bool wrong)
{
	page_add(p, wrong
	    ? SLICE("| 项目 | 本年新收件数 | 上年结转件数 | 予以公开 | 部分公开 | 不予公开 "
	            "| 结转下年度 | 总计 |\n")
	    : SLICE("| 类别 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 总计 |\n"));
	add_rule(p, 8);
}

static void
add_piece(struct page *p, const struct line *line, bool wrong)
{
	const struct box *group = group_of(line);

	for (size_t b = 0; b < line->values; b++) {
		if (line->box[b].kind != BOX_GROUP)
			continue;
		PAGE_ADD(p, "### ");
		page_box(p, &line->box[b]);
		PAGE_ADD(p, "\n\n");
	}
	if (group && (p->variant & 1))
		PAGE_ADD(p, "| - | - |\n");
	add_invented_head(p, wrong);
	add_cells(p, line, line->values - 1);
	PAGE_ADD(p, "\n\n");
}

/* One table for 行政复议, one for each kind of 行政诉讼. */
static void
add_review_pieces(struct page *p, const struct boxes *boxes)
{
	const struct line *names = &boxes->line[1], *values = &boxes->line[boxes->count - 1];
	const struct box *kind[] = { &boxes->line[0].box[0], &names->box[5], &names->box[6] };

	for (size_t r = 0; r < 3; r++) {
		PAGE_ADD(p, "| 类别 |");
		for (size_t c = 0; c < 5; c++) {
			PAGE_ADD(p, " ");
			page_box(p, &names->box[c]);
			PAGE_ADD(p, " |");
		}
		PAGE_ADD(p, "\n");
		add_rule(p, 6);
		PAGE_ADD(p, "| ");
		page_box(p, kind[r]);
		PAGE_ADD(p, " |");
		for (size_t c = 0; c < 5; c++) {
			PAGE_ADD(p, " ");
			page_box(p, &values->box[5 * r + c]);
			PAGE_ADD(p, " |");
		}
		PAGE_ADD(p, "\n\n");
	}
}

void
draw_pieces(struct page *p, const struct boxes *boxes)
{
	size_t cut = dice_between(p->dice, 8, 40);

	if (boxes->sheet == SHEET_ACTIVE) {
		add_active(p, boxes);
		return;
	}
	if (boxes->sheet == SHEET_REVIEW && (p->variant & 4)) {
		add_review_pieces(p, boxes);
		return;
	}
	if (boxes->sheet == SHEET_REVIEW) {
		draw_markdown(p, boxes);
		return;
	}
	for (size_t i = 0; i < boxes->count; i++)
		if (boxes->line[i].kind == LINE_ROW)
			add_piece(p, &boxes->line[i], i >= cut);
}
