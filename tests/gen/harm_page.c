/* SPDX-License-Identifier: MIT */
#include "harm_page.h"

#include "utf8.h"

void
harm_replace(struct harming *h, size_t at, size_t len, struct slice by)
{
	struct buf *out = h->page->out;
	size_t tail = out->len - at - len;

	if (by.len > len && !buf_reserve(out, by.len - len))
		return;
	memmove(out->ptr + at + by.len, out->ptr + at + len, tail);
	if (by.len)
		memcpy(out->ptr + at, by.ptr, by.len);
	out->len = at + by.len + tail;
}

size_t
harm_mark(struct harming *h, bool label)
{
	const struct page *p = h->page;

	for (unsigned tries = 0; p->marks && tries < 40; tries++) {
		size_t i = dice_below(h->dice, (uint32_t)p->marks);
		if (p->mark[i].label == label && p->mark[i].end > p->mark[i].start)
			return i;
	}
	return p->marks;
}

struct value *
harm_value(struct harming *h, const struct mark *m)
{
	return &h->truth->sheet[m->sheet].value[m->row][m->col];
}

/* Has the row any mark that is not in the stretch? */
static bool
is_outside(const struct page *p, const struct stretch *s, const struct mark *of)
{
	for (size_t i = 0; i < p->marks; i++) {
		const struct mark *m = &p->mark[i];
		if (m->sheet == of->sheet && m->row == of->row
		    && (i < s->first || i >= s->first + s->marks))
			return true;
	}
	return false;
}

static void
look(const struct page *p, struct stretch *s)
{
	bool seen[TABLE_ROWS_MAX] = { false }, labelled[TABLE_ROWS_MAX] = { false };

	while (s->first < p->marks && p->mark[s->first].start < s->start)
		s->first++;
	while (s->first + s->marks < p->marks && p->mark[s->first + s->marks].start < s->end)
		s->marks++;
	s->whole = true;
	for (size_t i = s->first; i < s->first + s->marks; i++) {
		const struct mark *m = &p->mark[i];
		s->values |= !m->label;
		s->labels |= m->label;
		s->glued |= !m->label && i > s->first && m[-1].end == m->start;
		labelled[m->row] |= m->label;
		if (!seen[m->row]) {
			s->rows++;
			s->whole &= !is_outside(p, s, m);
		}
		seen[m->row] = true;
	}
	for (size_t r = 0; r < TABLE_ROWS_MAX; r++)
		s->whole &= !seen[r] || labelled[r];
}

static unsigned
sheet_at(const struct page *p, size_t at)
{
	unsigned sheet = 0;

	while (sheet + 1 < SHEETS && at >= p->start[sheet + 1])
		sheet++;
	return sheet;
}

struct stretch
harm_line(struct harming *h, size_t at)
{
	const struct page *p = h->page;
	struct stretch s = { .start = at, .end = at, .sheet = sheet_at(p, at) };

	while (s.start > p->start[s.sheet] && p->out->ptr[s.start - 1] != '\n')
		s.start--;
	while (s.end < p->end[s.sheet] && p->out->ptr[s.end] != '\n')
		s.end++;
	s.end += s.end < p->end[s.sheet];
	look(p, &s);
	return s;
}

static bool
is_blank(const struct page *p, const struct stretch *s)
{
	struct slice text = { p->out->ptr + s->start, s->end - s->start };

	for (size_t at = 0; at < text.len;)
		if (!utf8_is_space(utf8_next(text, &at)))
			return false;
	return true;
}

/* More rows than these in a line: there is no line to speak of. */
enum { ROWS_IN_LINE = 3 };

bool
harm_any_line(struct harming *h, struct stretch *s)
{
	for (unsigned tries = 0; tries < 40; tries++) {
		unsigned sheet = dice_below(h->dice, SHEETS);
		if (dice_chance(h->dice, 50))
			sheet = SHEET_REQUESTS;
		size_t start = h->page->start[sheet], end = h->page->end[sheet];
		if (start >= end)
			continue;
		*s = harm_line(h, start + dice_below(h->dice, (uint32_t)(end - start)));
		if (s->rows <= ROWS_IN_LINE && !is_blank(h->page, s) && !h->page->one_line)
			return true;
	}
	return false;
}

bool
harm_next_line(struct harming *h, const struct stretch *line, struct stretch *next)
{
	size_t end = h->page->end[line->sheet];

	for (*next = *line; next->end < end;) {
		*next = harm_line(h, next->end);
		if (!is_blank(h->page, next))
			return next->rows <= ROWS_IN_LINE;
	}
	return false;
}

bool
harm_has_gaps(const struct harming *h, unsigned sheet, size_t row)
{
	const struct sheet *s = &h->truth->sheet[sheet];

	for (size_t c = 0; c < s->table->row[row].columns; c++)
		if (!s->value[row][c].counted)
			return true;
	return false;
}

static void
doubt_cells(struct sheet *s, size_t row)
{
	for (size_t c = 0; c < s->table->row[row].columns; c++)
		if (s->value[row][c].state != VALUE_ABSENT)
			s->value[row][c].state = VALUE_ANY;
}

void
harm_doubt_row(struct harming *h, unsigned sheet, size_t row)
{
	struct sheet *s = &h->truth->sheet[sheet];

	if (sheet != SHEET_REVIEW) {
		doubt_cells(s, row);
		return;
	}
	for (size_t r = 0; r < s->table->rows; r++)
		doubt_cells(s, r);
}

void
harm_doubt(struct harming *h, const struct stretch *s)
{
	for (size_t i = s->first; i < s->first + s->marks; i++)
		harm_doubt_row(h, s->sheet, h->page->mark[i].row);
}

void
harm_forget(struct harming *h, const struct stretch *s)
{
	for (size_t i = s->first; i < s->first + s->marks; i++) {
		const struct mark *m = &h->page->mark[i];
		size_t columns = h->truth->sheet[s->sheet].table->row[m->row].columns, gone = 0;
		for (size_t k = s->first; k < s->first + s->marks; k++)
			gone += !h->page->mark[k].label && h->page->mark[k].row == m->row;
		if (gone < columns)
			harm_doubt_row(h, s->sheet, m->row);
		else if (!m->label)
			harm_value(h, m)->state = VALUE_ABSENT;
	}
}

void
harm_doubt_loose(struct harming *h, unsigned sheet)
{
	for (size_t r = 0; sheet == SHEET_REQUESTS && r < TABLE_ROWS_MAX; r++)
		if (h->page->loose[r])
			harm_doubt_row(h, sheet, r);
}
