/* SPDX-License-Identifier: MIT */
/* One row a line, tabs between the cells; whole, and as page breaks leave it. */
#include "draw.h"

enum { FIELDS = 16 };

/* A row as fields; NULL where nothing stands. */
struct fields {
	const struct box *box[FIELDS];
	size_t count;
};

/*
 * Writers disagree on the columns of labels: with `close` the values follow the label
 * at once, so that they begin in column 2 or 3 and a field is left at the end.
 */
static struct fields
fields_of(const struct boxes *boxes, const struct line *line, bool close)
{
	struct fields f = { .count = boxes->width };
	bool labels = boxes->sheet == SHEET_REQUESTS;
	bool deep = line->values && line->box[line->values - 1].at == 2;

	for (size_t b = 0; b < line->count; b++) {
		size_t at = line->box[b].at;
		if (labels && close && at >= BOXES_LABEL_COLUMNS && !deep)
			at--;
		if (at < FIELDS)
			f.box[at] = &line->box[b];
	}
	return f;
}

static void
add_head_words(struct page *p, const struct box *box)
{
	struct slice rest = box->text;

	if (!(p->variant & 8)) {
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
add_fields(struct page *p, const struct fields *f)
{
	size_t count = f->count;

	while ((p->variant & 2) && count > 1 && !f->box[count - 1])
		count--;
	for (size_t i = 0; i < count; i++) {
		if (i)
			PAGE_ADD(p, "\t");
		if (!f->box[i])
			continue;
		if (f->box[i]->kind == BOX_HEAD)
			add_head_words(p, f->box[i]);
		else
			page_box(p, f->box[i]);
	}
	page_end_line(p);
}

void
draw_tsv(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		struct fields f = fields_of(boxes, &boxes->line[i], p->variant & 1);
		add_fields(p, &f);
	}
}

static void
shift_left(struct fields *f)
{
	for (size_t i = 0; i + 1 < f->count; i++)
		f->box[i] = f->box[i + 1];
	f->count--;
	f->box[f->count] = NULL;
}

/* A column fewer: labels move to the left, all values begin in column 2. */
static struct fields
narrow_fields(const struct boxes *boxes, const struct line *line)
{
	struct fields f = fields_of(boxes, line, false);

	if (!f.box[1]) {
		f.box[1] = f.box[0];
		f.box[0] = NULL;
	}
	shift_left(&f);
	return f;
}

/* The label is cut by the page: the rest of it follows in a row of its own. */
static void
add_cut_label(struct page *p, const struct fields *whole)
{
	size_t at = 0;

	while (at < whole->count && (!whole->box[at] || whole->box[at]->kind != BOX_LABEL))
		at++;
	if (at == whole->count || whole->box[at]->text.len < 24) {
		add_fields(p, whole);
		return;
	}
	struct fields f = *whole;
	struct slice rest = f.box[at]->text;
	struct box head = *f.box[at], tail = head;
	head.text = page_cut(&rest, (unsigned)head.text.len / 3);
	tail.text = rest;
	f.box[at] = &head;
	add_fields(p, &f);
	PAGE_ADD(p, "\n");
	if (p->clutter && (p->variant & 4))
		page_number(p);
	struct fields more = { .count = f.count };
	more.box[at ? at - 1 : 0] = &tail;
	add_fields(p, &more);
}

/* Where a page ends in the second table; behind it all stands a column to the left. */
void
draw_cut(struct page *p, const struct boxes *boxes)
{
	bool requests = boxes->sheet == SHEET_REQUESTS;
	size_t page_end = requests ? dice_between(p->dice, 6, (uint32_t)boxes->count - 3) : 0;
	size_t bare = requests ? dice_between(p->dice, 5, (uint32_t)boxes->count - 1) : 0;
	bool narrow = dice_chance(p->dice, 60);

	for (size_t i = 0; i < boxes->count; i++) {
		const struct line *line = &boxes->line[i];
		bool second = requests && narrow && i > page_end;
		struct fields f = second ? narrow_fields(boxes, line)
		                         : fields_of(boxes, line, p->variant & 1);
		while (requests && i == bare && !f.box[0])
			shift_left(&f);
		if (requests && i == page_end)
			add_cut_label(p, &f);
		else
			add_fields(p, &f);
	}
}
