/* SPDX-License-Identifier: MIT */
/* One cell a line: what is left of a table when its rows are forgotten. */
#include "draw.h"

static bool
cuts_heads(const struct page *p)
{
	return p->variant & 1;
}

/* The words of a head, each in a line of its own, `gap` behind each. */
static void
add_head(struct page *p, const struct box *box, struct slice gap)
{
	struct slice rest = box->text;

	while (rest.len) {
		page_part(p, box, cuts_heads(p) ? page_cut_head(box, &rest) : rest);
		page_end_line(p);
		page_add(p, gap);
		if (!cuts_heads(p))
			break;
	}
}

/* Word pads numbers with spaces of all kinds, on either side. */
static void
add_padded(struct page *p, const struct box *box)
{
	static const char *const before[] = { "　", "　　", " ", " ", "　  ", "", "           " };
	static const char *const behind[] = { "", "", "", " ", " ", "  " };

	page_add(p, slice_of(DICE_PICK(p->dice, before)));
	page_box(p, box);
	page_add(p, slice_of(DICE_PICK(p->dice, behind)));
}

void
draw_lines(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		for (size_t b = 0; b < boxes->line[i].count; b++) {
			const struct box *box = &boxes->line[i].box[b];
			if (box->kind == BOX_HEAD) {
				add_head(p, box, SLICE_NONE);
				continue;
			}
			if (box->kind == BOX_VALUE && !(p->variant & 2))
				add_padded(p, box);
			else
				page_box(p, box);
			page_end_line(p);
		}
}

/* (三) and 不予公开 may have become two cells. */
static void
add_group(struct page *p, const struct box *box)
{
	struct slice rest = box->text, mark = page_cut(&rest, 6);
	bool apart = (p->variant & 4) && slice_starts(box->text, SLICE("（"));

	page_part(p, box, apart ? mark : box->text);
	PAGE_ADD(p, "\n\n");
	if (!apart)
		return;
	page_part(p, box, rest);
	PAGE_ADD(p, "\n\n");
}

void
draw_gaps(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		for (size_t b = 0; b < boxes->line[i].count; b++) {
			const struct box *box = &boxes->line[i].box[b];
			if (box->kind == BOX_HEAD) {
				add_head(p, box, SLICE("\n"));
			} else if (box->kind == BOX_GROUP) {
				add_group(p, box);
			} else {
				page_box(p, box);
				PAGE_ADD(p, "\n\n");
			}
		}
}

/* A head of several words is broken inside its cell, without a tab. */
static void
add_tabbed_head(struct page *p, const struct box *box)
{
	struct slice rest = box->text;

	for (bool first = true; rest.len; first = false) {
		if (!first)
			page_add(p, (p->variant & 2) ? SLICE("\n\n") : SLICE("\n"));
		page_part(p, box, cuts_heads(p) ? page_cut_head(box, &rest) : rest);
		if (!cuts_heads(p))
			break;
	}
	PAGE_ADD(p, "\n");
}

static void
add_empty(struct page *p, size_t count)
{
	while (count--)
		PAGE_ADD(p, "\t\n");
}

/* Cells that merged ones cover, before column `at`; the labels' columns count as one. */
static size_t
covered(const struct boxes *boxes, const struct line *line)
{
	size_t at = line->box[0].at;

	if (boxes->sheet != SHEET_REQUESTS || at == 0)
		return at;
	return line->kind == LINE_HEAD ? at - BOXES_LABEL_COLUMNS + 1 : at;
}

void
draw_tabs(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		size_t last = 0;
		add_empty(p, covered(boxes, line));
		for (size_t b = 0; b < line->count; b++) {
			const struct box *box = &line->box[b];
			if (b && box->at > last && boxes->sheet == SHEET_REQUESTS
			    && line->kind == LINE_ROW)
				add_empty(p, box->at - last);
			last = (size_t)box->at + box->span;
			PAGE_ADD(p, "\t");
			if (box->kind == BOX_VALUE && box->text.len)
				page_add(p, slice_of((p->variant & 4) ? " " : ""));
			if (box->kind == BOX_HEAD) {
				add_tabbed_head(p, box);
				continue;
			}
			page_box(p, box);
			PAGE_ADD(p, "\n");
		}
		if (boxes->sheet == SHEET_REQUESTS && line->kind == LINE_HEAD && last < boxes->width)
			add_empty(p, 1);
		PAGE_ADD(p, "\n");
	}
}

void
draw_any(struct page *p, const struct boxes *boxes)
{
	static draw_table *const plain[] = { draw_lines, draw_gaps, draw_tabs, draw_tsv,
		draw_pipes, draw_open };

	plain[(p->variant >> 8) % (sizeof plain / sizeof *plain)](p, boxes);
}

void
draw_any_row(struct page *p, const struct boxes *boxes)
{
	static draw_table *const plain[] = { draw_tsv, draw_pipes, draw_open };

	plain[(p->variant >> 8) % (sizeof plain / sizeof *plain)](p, boxes);
}
