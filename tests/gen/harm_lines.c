/* SPDX-License-Identifier: MIT */
#include "harm_lines.h"

/* Nothing of any row in it: a header, a group, pipes. */
static bool
is_plain(const struct stretch *s)
{
	return s->marks == 0;
}

static struct slice
bytes_of(const struct harming *h, const struct stretch *s)
{
	return (struct slice){ h->page->out->ptr + s->start, s->end - s->start };
}

/* What stands in a table before its first row. */
static struct slice
header_of(struct harming *h, unsigned sheet)
{
	const struct page *p = h->page;
	size_t i = 0;

	while (i < p->marks && p->mark[i].sheet != sheet)
		i++;
	if (i == p->marks || p->one_line)
		return SLICE_NONE;
	struct stretch first = harm_line(h, p->mark[i].start);
	return (struct slice){ p->out->ptr + p->start[sheet], first.start - p->start[sheet] };
}

static void
write_page_end(struct harming *h)
{
	static const char *const style[][2] = { { "- ", " -" }, { "-", "-" }, { "— ", " —" } };
	const char *const *around = DICE_PICK(h->dice, style);
	struct buf *b = h->scratch;

	b->len = 0;
	buf_add(b, dice_chance(h->dice, 50) ? SLICE("\n\n") : SLICE("\n"));
	buf_add(b, slice_of(around[0]));
	buf_number(b, dice_between(h->dice, 2, 6));
	buf_add(b, slice_of(around[1]));
	buf_add(b, dice_chance(h->dice, 50) ? SLICE("\n\n") : SLICE("\n"));
}

/* A page ends between two values of a row. */
static bool
cut_row(struct harming *h)
{
	struct page *p = h->page;
	size_t i = harm_mark(h, false);

	if (i + 1 >= p->marks)
		return false;
	const struct mark *a = &p->mark[i], *b = a + 1;
	if (b->label || b->sheet != a->sheet || b->row != a->row)
		return false;
	if (b->start == a->end || harm_has_gaps(h, a->sheet, a->row))
		harm_doubt_row(h, a->sheet, a->row);
	write_page_end(h);
	harm_replace(h, a->end, 0, buf_slice(h->scratch));
	return true;
}

bool
harm_cut_page(struct harming *h)
{
	struct stretch line, next;

	if (dice_chance(h->dice, 40) && cut_row(h))
		return true;
	if (!harm_any_line(h, &line) || !harm_next_line(h, &line, &next))
		return cut_row(h);
	write_page_end(h);
	struct slice header = header_of(h, line.sheet);
	bool between_rows = line.whole && next.whole && !is_plain(&line) && !is_plain(&next);
	if (between_rows && line.sheet == SHEET_REQUESTS && dice_chance(h->dice, 40))
		buf_add(h->scratch, header);
	harm_replace(h, line.end, 0, buf_slice(h->scratch));
	return true;
}

bool
harm_double_line(struct harming *h)
{
	struct stretch line;

	if (!harm_any_line(h, &line))
		return false;
	if (line.values && !line.whole)
		harm_doubt(h, &line);
	if (!is_plain(&line))
		harm_doubt_loose(h, line.sheet);
	h->scratch->len = 0;
	buf_add(h->scratch, bytes_of(h, &line));
	harm_replace(h, line.end, 0, buf_slice(h->scratch));
	return true;
}

bool
harm_lose_line(struct harming *h)
{
	struct stretch line;

	if (!harm_any_line(h, &line))
		return false;
	if (line.values)
		harm_forget(h, &line);
	else
		harm_doubt(h, &line);
	harm_doubt_loose(h, line.sheet);
	harm_replace(h, line.start, line.end - line.start, SLICE_NONE);
	return true;
}

/* Two values in a row that stand alone in their lines: each has the other's place. */
static bool
swap_values(struct harming *h, const struct stretch *a, const struct stretch *b)
{
	if (a->marks != 1 || b->marks != 1 || a->labels || b->labels)
		return false;
	const struct mark *one = &h->page->mark[a->first], *two = &h->page->mark[b->first];
	if ((one->row != two->row && one->sheet != SHEET_REVIEW)
	    || harm_has_gaps(h, one->sheet, one->row) || harm_has_gaps(h, two->sheet, two->row))
		return false;
	struct value *first = harm_value(h, one), *second = harm_value(h, two), kept = *first;
	*first = *second;
	*second = kept;
	return true;
}

/* A label and the cell behind it: with pipes around, what is left behind it is empty. */
static bool
empties_cell(const struct harming *h, const struct stretch *a, const struct stretch *b)
{
	return a->labels && !a->values && b->values
	    && memchr(h->page->out->ptr + a->start, '|', a->end - a->start);
}

bool
harm_swap_lines(struct harming *h)
{
	struct stretch a, b;

	if (!harm_any_line(h, &a) || !harm_next_line(h, &a, &b) || empties_cell(h, &a, &b))
		return false;
	if (!swap_values(h, &a, &b) && !(a.whole && b.whole)) {
		harm_doubt(h, &a);
		harm_doubt(h, &b);
	}
	if (!is_plain(&a) || !is_plain(&b))
		harm_doubt_loose(h, a.sheet);
	struct buf *s = h->scratch;
	s->len = 0;
	buf_add(s, bytes_of(h, &b));
	buf_add(s, (struct slice){ h->page->out->ptr + a.end, b.start - a.end });
	buf_add(s, bytes_of(h, &a));
	harm_replace(h, a.start, b.end - a.start, buf_slice(s));
	return true;
}

bool
harm_stray_number(struct harming *h)
{
	struct stretch a, b;

	if (!harm_any_line(h, &a) || !harm_next_line(h, &a, &b))
		return false;
	if (!(a.whole && b.whole) || a.glued) {
		harm_doubt(h, &a);
		harm_doubt(h, &b);
	}
	harm_doubt_loose(h, a.sheet);
	h->scratch->len = 0;
	buf_number(h->scratch, dice_below(h->dice, 40));
	buf_char(h->scratch, '\n');
	harm_replace(h, a.end, 0, buf_slice(h->scratch));
	return true;
}
