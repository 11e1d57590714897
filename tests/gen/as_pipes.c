/* SPDX-License-Identifier: MIT */
/* The dialects of pipes: cells that a merged one covers become pipes at the end. */
#include "draw.h"

static size_t
covered(const struct line *line)
{
	size_t count = 0;

	for (size_t b = 0; b < line->count; b++)
		count += line->box[b].span - 1U;
	return count;
}

static void
add_pipes(struct page *p, size_t count)
{
	while (count--)
		PAGE_ADD(p, "|");
}

/* 结果 维持: a line break inside a head becomes a space. */
static void
add_cell(struct page *p, const struct box *box)
{
	struct slice rest = box->text;

	if (box->kind != BOX_HEAD || !(p->variant & 1)) {
		page_box(p, box);
		return;
	}
	while (rest.len) {
		page_part(p, box, page_cut_head(box, &rest));
		if (rest.len)
			PAGE_ADD(p, " ");
	}
}

static void
add_row(struct page *p, const struct line *line, bool leading)
{
	for (size_t b = 0; b < line->count; b++) {
		if (leading && b == 0)
			PAGE_ADD(p, "| ");
		add_cell(p, &line->box[b]);
		PAGE_ADD(p, " | ");
	}
	p->out->len -= !(p->variant & 2); /* the last blank */
	if (leading)
		add_pipes(p, covered(line));
	page_end_line(p);
}

void
draw_pipes(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		add_row(p, &boxes->line[i], true);
}

void
draw_open(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		add_row(p, &boxes->line[i], false);
}

void
draw_breaks(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		for (size_t b = 0; b < line->count; b++) {
			page_add(p, (p->variant & 4) ? SLICE("| \n       ") : SLICE("| \n "));
			add_cell(p, &line->box[b]);
			PAGE_ADD(p, "  ");
		}
		PAGE_ADD(p, "| ");
		add_pipes(p, covered(line));
		PAGE_ADD(p, "\n");
	}
}

void
draw_trailing(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		for (size_t b = 0; b < line->count; b++) {
			add_cell(p, &line->box[b]);
			PAGE_ADD(p, " |\n");
		}
		if (covered(line)) {
			add_pipes(p, covered(line));
			PAGE_ADD(p, "\n");
		}
	}
}

void
draw_leading(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		PAGE_ADD(p, "|\n");
		for (size_t b = 0; b < line->count; b++) {
			add_cell(p, &line->box[b]);
			page_add(p, b + 1 < line->count ? SLICE(" |\n") : SLICE(" | |"));
		}
		add_pipes(p, covered(line));
		PAGE_ADD(p, "\n");
	}
}

void
draw_lone(struct page *p, const struct boxes *boxes)
{
	bool each = p->variant & 4;

	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		if (each)
			PAGE_ADD(p, "| ");
		for (size_t b = 0; b < line->count; b++) {
			if (!each && (b || i))
				PAGE_ADD(p, "|\n");
			add_cell(p, &line->box[b]);
			page_add(p, each ? SLICE("\n|\n") : SLICE("\n"));
		}
		if (each && covered(line) && line->kind != LINE_ROW) {
			add_pipes(p, covered(line));
			PAGE_ADD(p, "\n");
		}
	}
}
