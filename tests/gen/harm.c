/* SPDX-License-Identifier: MIT */
/* Damage to single cells and labels; harm_lines.c damages lines. */
#include "harm.h"

#include "harm_lines.h"
#include "harm_page.h"
#include "utf8.h"

const char *const harm_name[HARMS] = {
	"none", "lost-tab", "merged-cells", "broken-label", "lost-label", "garbled-label",
	"page-cut", "doubled-line", "lost-line", "changed-digit", "swapped-lines",
	"stray-number",
};

/* The mark that ends at or before `at` and the one behind it; page->marks: none. */
static size_t
mark_behind(const struct page *p, size_t at)
{
	size_t i = 0;

	while (i < p->marks && p->mark[i].start < at)
		i++;
	return i;
}

static bool
has_line_end(const struct page *p, size_t from, size_t to)
{
	return to > from && memchr(p->out->ptr + from, '\n', to - from) != NULL;
}

static bool
lose_tab_at(struct harming *h, unsigned sheet, size_t at)
{
	struct page *p = h->page;
	size_t next = mark_behind(p, at);
	const struct mark *a = next ? &p->mark[next - 1] : NULL;
	const struct mark *b = next < p->marks ? &p->mark[next] : NULL;
	bool touches_a = a && a->end == at && a->sheet == sheet;
	bool touches_b = b && b->start == at + 1 && b->sheet == sheet;
	bool tab = p->out->ptr[at] == '\t';

	if (tab && touches_a && touches_b && !a->label)
		return false; /* merges two cells: another damage */
	if (tab && touches_a && touches_b)
		harm_doubt_row(h, sheet, b->row);
	if (!tab && a && b && a->sheet == sheet && b->sheet == sheet && !a->label && !b->label
	    && !has_line_end(p, a->end, b->start)) {
		harm_doubt_row(h, sheet, a->row);
		harm_doubt_row(h, sheet, b->row);
	}
	if (a && a->sheet == sheet && harm_has_gaps(h, sheet, a->row))
		harm_doubt_row(h, sheet, a->row);
	if (b && b->sheet == sheet && harm_has_gaps(h, sheet, b->row))
		harm_doubt_row(h, sheet, b->row);
	harm_doubt_loose(h, sheet);
	harm_replace(h, at, 1, tab ? SLICE_NONE : SLICE(" "));
	return true;
}

static bool
lose_tab(struct harming *h)
{
	for (unsigned tries = 0; tries < 60; tries++) {
		unsigned sheet = dice_below(h->dice, SHEETS);
		size_t at = h->page->start[sheet], end = h->page->end[sheet];
		if (at >= end)
			continue;
		at += dice_below(h->dice, (uint32_t)(end - at));
		while (at < end && h->page->out->ptr[at] != '\t' && h->page->out->ptr[at] != '|')
			at++;
		if (at < end && lose_tab_at(h, sheet, at))
			return true;
	}
	return false;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * Two values that became one are both gone, unless it is plain that there were two: a
 * sign between them, or as many digits as cells in the whole row.
 */
static bool
melts(struct harming *h, const struct mark *a, const struct mark *b)
{
	const struct page *p = h->page;
	const struct sheet *s = &h->truth->sheet[a->sheet];
	bool digits = is_digit(p->out->ptr[a->end - 1]) && is_digit(p->out->ptr[b->start]);
	size_t length = 0;

	for (size_t c = 0; c < s->table->row[a->row].columns; c++)
		length += s->value[a->row][c].len;
	return digits && length > s->table->row[a->row].columns;
}

/* Two values of one row become one. */
static bool
merge_cells(struct harming *h)
{
	struct page *p = h->page;
	size_t i = p->marks;

	for (unsigned tries = 0; tries < 40; tries++) {
		i = harm_mark(h, false);
		if (i + 1 >= p->marks)
			continue;
		const struct mark *a = &p->mark[i], *b = a + 1;
		bool pair = !b->label && b->end > b->start && a->sheet == b->sheet && a->row == b->row
		    && b->start > a->end;
		if (!pair)
			continue;
		harm_doubt_row(h, a->sheet, a->row);
		harm_doubt_loose(h, a->sheet);
		if (melts(h, a, b))
			harm_value(h, a)->state = harm_value(h, b)->state = VALUE_ABSENT;
		harm_replace(h, a->end, b->start - a->end, SLICE_NONE);
		return true;
	}
	return false;
}

/* A place between two characters of a label, `*at`; false: it has one only. */
static bool
inside_label(struct harming *h, const struct mark *m, size_t *at, size_t *len)
{
	struct slice text = { h->page->out->ptr + m->start, m->end - m->start };
	size_t count = 0, next = 0;

	while (next < text.len) {
		utf8_next(text, &next);
		count++;
	}
	if (count < 2)
		return false;
	size_t which = 1 + dice_below(h->dice, (uint32_t)count - 1);
	for (next = 0; which--;)
		utf8_next(text, &next);
	*at = m->start + next;
	utf8_next(text, &next);
	*len = m->start + next - *at;
	return true;
}

static bool
break_label(struct harming *h)
{
	static const struct slice cut[] = { { "\n", 1 }, { "\n", 1 }, { "\n\n", 2 },
		{ "\n    ", 5 } };
	size_t i = harm_mark(h, true), at, len;

	if (i == h->page->marks || !inside_label(h, &h->page->mark[i], &at, &len))
		return false;
	harm_replace(h, at, 0, DICE_PICK(h->dice, cut));
	return true;
}

static bool
garble_label(struct harming *h)
{
	static const struct slice other[] = { { "囗", 3 }, { "亍", 3 }, { "丬", 3 }, { "", 0 },
		{ "", 0 } };
	size_t at, len;

	for (unsigned tries = 0; tries < 20; tries++) {
		size_t i = harm_mark(h, true);
		if (i == h->page->marks || !inside_label(h, &h->page->mark[i], &at, &len) || len < 3)
			continue;
		harm_replace(h, at, len, DICE_PICK(h->dice, other));
		return true;
	}
	return false;
}

/*
 * A row that lost its label is still known by its place, if it has seven values and
 * is not one of alternatives.
 */
static bool
known_by_place(const struct harming *h, unsigned sheet, size_t row)
{
	const struct table *t = h->truth->sheet[sheet].table;

	return sheet == SHEET_REQUESTS && t->row[row].choice.len == 0
	    && !harm_has_gaps(h, sheet, row);
}

static bool
lose_label(struct harming *h)
{
	struct page *p = h->page;
	size_t i = harm_mark(h, true);

	if (i == p->marks)
		return false;
	unsigned sheet = p->mark[i].sheet, row = p->mark[i].row;
	if (!known_by_place(h, sheet, row) || p->markdown)
		harm_doubt_row(h, sheet, row);
	harm_doubt_loose(h, sheet);
	for (i = p->marks; i--;)
		if (p->mark[i].label && p->mark[i].sheet == sheet && p->mark[i].row == row)
			harm_replace(h, p->mark[i].start, p->mark[i].end - p->mark[i].start, SLICE_NONE);
	return true;
}

static bool
change_digit(struct harming *h)
{
	struct page *p = h->page;

	for (unsigned tries = 0; tries < 20; tries++) {
		size_t i = harm_mark(h, false);
		if (i == p->marks)
			return false;
		const struct mark *m = &p->mark[i];
		struct slice text = { p->out->ptr + m->start, m->end - m->start };
		struct decimal number;
		size_t at = dice_below(h->dice, (uint32_t)text.len);
		char *digit = p->out->ptr + m->start + at;
		if (!decimal_parse(text, &number) || !is_digit(*digit))
			continue;
		char low = at == 0 && text.len > 1 ? '1' : '0';
		char fresh = (char)(low + (char)dice_below(h->dice, (uint32_t)('9' - low)));
		*digit = (char)(fresh + (fresh >= *digit));
		if (!decimal_parse(text, &number))
			return false;
		truth_set(harm_value(h, m), number);
		harm_doubt_loose(h, m->sheet);
		return true;
	}
	return false;
}

bool
harm_do(enum harm harm, struct page *p, struct truth *t, struct dice *dice,
    struct buf *scratch)
{
	struct harming h = { p, t, dice, scratch };

	switch (harm) {
	case HARM_LOST_TAB: return lose_tab(&h);
	case HARM_MERGED_CELLS: return merge_cells(&h);
	case HARM_BROKEN_LABEL: return break_label(&h);
	case HARM_LOST_LABEL: return lose_label(&h);
	case HARM_GARBLED_LABEL: return garble_label(&h);
	case HARM_PAGE_CUT: return harm_cut_page(&h);
	case HARM_DOUBLED_LINE: return harm_double_line(&h);
	case HARM_LOST_LINE: return harm_lose_line(&h);
	case HARM_CHANGED_DIGIT: return change_digit(&h);
	case HARM_SWAPPED_LINES: return harm_swap_lines(&h);
	case HARM_STRAY_NUMBER: return harm_stray_number(&h);
	default: return true;
	}
}
