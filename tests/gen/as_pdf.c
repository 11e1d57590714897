/* SPDX-License-Identifier: MIT */
/*
 * pdftotext -layout: columns made of spaces, aligned by display width. A cell's
 * text stands where its middle was on paper, so that long labels are broken round
 * their numbers and merged labels stand beside rows that are not their first.
 */
#include "draw.h"

#include "utf8.h"

enum { SHEET_LINES = 240, LINE_PIECES = 20 };

struct piece {
	unsigned column;
	struct slice text;
	const struct box *box;
};

struct drawn {
	size_t count;
	struct piece piece[LINE_PIECES]; /* from left to right */
	bool feed;                       /* a new page begins with it */
};

struct canvas {
	struct page *page;
	const struct boxes *boxes;
	struct drawn line[SHEET_LINES];
	size_t count;
	unsigned label_at[3], label_room; /* columns of labels by depth; of the deepest */
	unsigned value_at, step;          /* of the first value; from one to the next */
	bool airy;                        /* blank lines between rows */
	bool upright[SHEET_LINES];        /* 三、本年度办理结果 may stand at the left of it */
};

static size_t
new_line(struct canvas *c)
{
	if (c->count + 1 < SHEET_LINES)
		c->count++;
	c->line[c->count - 1].count = 0;
	c->line[c->count - 1].feed = false;
	c->upright[c->count - 1] = false;
	return c->count - 1;
}

static void
put(struct canvas *c, size_t line, unsigned column, struct slice text, const struct box *box)
{
	struct drawn *d = &c->line[line];
	size_t at = d->count;

	if (d->count == LINE_PIECES)
		return;
	for (; at && d->piece[at - 1].column > column; at--)
		d->piece[at] = d->piece[at - 1];
	d->piece[at] = (struct piece){ column, text, box };
	d->count++;
}

static unsigned
column_of(const struct canvas *c, const struct box *box)
{
	unsigned index = c->boxes->sheet == SHEET_REQUESTS
	    ? box->at - (unsigned)BOXES_LABEL_COLUMNS
	    : c->boxes->sheet == SHEET_ACTIVE ? box->at - 1U : box->at;
	unsigned half = (unsigned)box->text.len / 2;

	return c->value_at + index * c->step + (half < 3 ? 3 - half : 0);
}

static void
put_values(struct canvas *c, size_t at, const struct line *line)
{
	for (size_t b = line->values; b < line->count; b++)
		put(c, at, column_of(c, &line->box[b]), line->box[b].text, &line->box[b]);
}

/* A label, its numbers beside its middle line, or between two lines of it. */
static void
put_row(struct canvas *c, const struct line *line)
{
	const struct box *label = line->values ? &line->box[line->values - 1] : NULL;
	unsigned depth = label ? label->at : 0;
	struct slice rest = label ? label->text : SLICE_NONE;
	unsigned room = c->label_room + (c->label_at[2] - c->label_at[depth]);
	size_t lines = 0, first = c->count;
	bool between = dice_chance(c->page->dice, 40);

	for (; rest.len || lines == 0; lines++) {
		size_t at = new_line(c);
		c->upright[at] = depth > 0;
		struct slice part = page_cut(&rest, room);
		if (part.len)
			put(c, at, c->label_at[depth], part, label);
	}
	if (lines == 1 || !between) {
		put_values(c, first + lines / 2, line);
		return;
	}
	size_t middle = first + (lines + 1) / 2;
	size_t moved = new_line(c);
	for (; moved > middle; moved--)
		c->line[moved] = c->line[moved - 1];
	c->line[middle].count = 0;
	c->upright[moved] = c->upright[c->count - 1] = depth > 0;
	put_values(c, middle, line);
}

static void
put_heads(struct canvas *c, const struct line *line)
{
	size_t upper = new_line(c), lower = upper;

	for (size_t b = 0; b < line->count; b++) {
		const struct box *box = &line->box[b];
		struct slice rest = box->text;
		bool is_label = c->boxes->sheet != SHEET_REVIEW && box->at == 0;
		struct slice word = is_label || c->boxes->sheet == SHEET_ACTIVE
		    ? rest : page_cut_head(box, &rest);
		unsigned middle = (box->span - 1U) * c->step / 2;
		unsigned at = is_label ? 7 : column_of(c, box) + middle;
		put(c, upper, at, word, box);
		if (word.len == box->text.len)
			continue;
		if (lower == upper)
			lower = new_line(c);
		put(c, lower, at, rest, box);
	}
}

/* The header comes again on each page of the second table. */
static void
put_page_end(struct canvas *c)
{
	static struct box number = { .kind = BOX_HEAD, .row = -1, .col = -1 };
	static const struct slice text[] = { { "-2-", 3 }, { "-3-", 3 }, { "- 4 -", 5 } };

	new_line(c);
	size_t at = new_line(c);
	unsigned column = dice_between(c->page->dice, 4, 70);
	if (c->page->clutter)
		put(c, at, column, DICE_PICK(c->page->dice, text), &number);
	c->line[new_line(c)].feed = true;
	for (size_t i = 0; i < c->boxes->count && c->boxes->line[i].kind != LINE_ROW; i++)
		put_heads(c, &c->boxes->line[i]);
}

/* 三、本年度办理结果 down the left edge, from line `first` on. */
static void
put_upright(struct canvas *c, size_t first, const struct box *box)
{
	struct slice rest = box->text;

	for (size_t at = first; at < c->count && rest.len; at++)
		if (c->upright[at] || (c->line[at].count == 0 && c->airy && !c->line[at].feed))
			put(c, at, 0, page_cut(&rest, 2), box);
}

/* （三） 不予 公开 in the middle of the lines of its rows. */
static void
put_group(struct canvas *c, size_t first, size_t end, const struct box *box)
{
	struct slice rest = box->text;
	bool whole = c->label_at[2] - c->label_at[1] > box->text.len / 3 * 2;
	size_t wanted = whole ? 1 : 3;
	size_t at = first + (end - first > wanted ? (end - first - wanted) / 2 : 0);

	while (rest.len && at < c->count)
		put(c, at++, c->label_at[1], page_cut(&rest, whole ? 60 : rest.len > 12 ? 6 : 4),
		    box);
}

static void
put_lines(struct canvas *c)
{
	const struct boxes *boxes = c->boxes;
	size_t cut = boxes->sheet == SHEET_REQUESTS && dice_chance(c->page->dice, 70)
	    ? dice_between(c->page->dice, 8, (uint32_t)boxes->count - 3) : 0;
	const struct box *group = NULL, *upright = NULL;
	size_t group_at = 0, upright_at = 0;

	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		if (line->kind != LINE_ROW) {
			put_heads(c, line);
			continue;
		}
		bool ends = line->values == 0 || line->box[line->values - 1].at < 2
		    || line->box[line->values - 1].kind != BOX_LABEL || line->values > 1 || i == cut;
		if (group && ends) {
			put_group(c, group_at, c->count, group);
			group = NULL;
		}
		if (cut && i == cut)
			put_page_end(c);
		for (size_t b = 0; b < line->values; b++) {
			const struct box *box = &line->box[b];
			if (box->kind == BOX_GROUP && box->at == 0)
				upright = box, upright_at = c->count;
			else if (box->kind == BOX_GROUP)
				group = box, group_at = c->count;
		}
		put_row(c, line);
		if (c->airy)
			new_line(c);
	}
	if (upright)
		put_upright(c, upright_at, upright);
}

static void
print(const struct canvas *c)
{
	struct page *p = c->page;

	for (size_t i = 0; i < c->count; i++) {
		unsigned column = 0;
		if (c->line[i].feed)
			PAGE_ADD(p, "\f");
		for (size_t k = 0; k < c->line[i].count; k++) {
			const struct piece *piece = &c->line[i].piece[k];
			if (k && column >= piece->column)
				column++, PAGE_ADD(p, " ");
			for (; column < piece->column; column++)
				PAGE_ADD(p, " ");
			page_part(p, piece->box, piece->text);
			column += (unsigned)utf8_columns(piece->text);
		}
		PAGE_ADD(p, "\n");
	}
}

void
draw_pdf(struct page *p, const struct boxes *boxes)
{
	static struct canvas c; /* too large for the stack, and one at a time */
	bool wide = p->variant & 4;

	c.page = p;
	c.boxes = boxes;
	c.count = 0;
	c.airy = p->variant & 8;
	c.label_at[0] = 0;
	c.label_at[1] = wide ? 18 : 5;
	c.label_at[2] = wide ? 34 : 14;
	c.label_room = wide ? 28 : 24;
	c.value_at = boxes->sheet == SHEET_REQUESTS ? c.label_at[2] + c.label_room + 4
	    : boxes->sheet == SHEET_ACTIVE          ? 24
	                                            : 0;
	c.step = boxes->sheet == SHEET_REQUESTS ? 8 : boxes->sheet == SHEET_ACTIVE ? 18 : 9;
	put_lines(&c);
	print(&c);
}
