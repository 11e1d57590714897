/* SPDX-License-Identifier: MIT */
#include "runs.h"

/* Is so much of the label in the text that it can be no other row's? */
static bool
is_labelled(const struct shown *row)
{
	return row->length && row->matched * 5 >= row->length * 4 && row->matched >= 2;
}

/*
 * Of a choice of several rows one must show enough of its label: 其他 is too short
 * to be nobody else's.
 */
static bool
is_choice_sure(const struct profile *p, const struct shown *shown, size_t row)
{
	struct slice choice = p->table->row[row].choice;
	enum { TELLING = 4 };
	size_t rows = 0, telling = 0;

	for (size_t r = 0; choice.len && r < p->table->rows; r++) {
		if (!slice_eq(p->table->row[r].choice, choice))
			continue;
		rows++;
		telling += shown[r].matched >= TELLING;
	}
	return rows < 2 || telling > 0;
}

/* Is row `r` the next after the run, but for alternatives that are not shown? */
static bool
is_next(const struct profile *p, const struct run *run, size_t r)
{
	for (size_t i = run->row + run->rows; i < r; i++)
		if (!p->row[i].optional)
			return false;
	return true;
}

/*
 * Where the values of a row without its label begin: nothing says which of them
 * is the first, but they are not those of the row before.
 */
static size_t
values_begin(const struct tokens *t, size_t at, size_t after)
{
	while (at > after && t->token[at - 1].is_value)
		at--;
	return at;
}

static void
make_runs(const struct profile *p, const struct tokens *t, const struct shown *shown,
    struct binding *out)
{
	size_t after = 0; /* behind all that the rows so far have */

	for (size_t r = 0; r < p->table->rows; r++) {
		bool labelled = is_labelled(&shown[r]), lost = !labelled && p->row[r].labels;
		if (!labelled && (shown[r].values == 0 || p->table->row[r].foreign))
			continue;
		if (!is_choice_sure(p, shown, r))
			continue;
		out->shown[r] = true;
		struct run *last = out->runs ? &out->run[out->runs - 1] : NULL;
		size_t first = labelled ? shown[r].first : values_begin(t, shown[r].first, after);
		after = shown[r].last + 1;
		if (!labelled && last && is_next(p, last, r)) {
			last->rows = r - last->row + 1;
			last->lost += lost;
			continue;
		}
		if (last)
			last->last = first;
		out->run[out->runs++] = (struct run){ r, 1, first, t->count, !lost, lost };
	}
}

/* The row whose whole label stands on the line of a value, right before it. */
static size_t
plain_label(const struct profile *p, const struct tokens *t, size_t at)
{
	/* A label on a line of its own above a line of values may be anybody's. */
	if (t->within < SEPARATED_BY_LINE && t->token[at].before >= SEPARATED_BY_LINE)
		return p->table->rows;
	return bind_label_before(p, t, at);
}

/* Do whole labels in the run say that its rows stand in another order? */
static bool
is_contradicted(const struct profile *p, const struct tokens *t, const struct run *run)
{
	size_t next = run->row;

	for (size_t at = run->first; at < run->last; at++) {
		if (!t->token[at].is_value || at == 0 || t->token[at - 1].is_value)
			continue;
		size_t row = plain_label(p, t, at);
		if (row == p->table->rows)
			continue;
		if (row < next || row >= run->row + run->rows)
			return true;
		next = row + 1;
	}
	return false;
}

/* Then nothing of the run is sure. */
static void
drop_contradictions(const struct profile *p, const struct tokens *t, struct binding *out)
{
	for (size_t i = 0; i < out->runs; i++)
		if (is_contradicted(p, t, &out->run[i]))
			out->run[i].last = out->run[i].first;
}

static size_t
slots_of(const struct profile *p, const struct binding *b, const struct run *run)
{
	size_t slots = 0;

	for (size_t r = run->row; r < run->row + run->rows; r++)
		slots += b->shown[r] ? p->row[r].slots : 0;
	return slots;
}

static size_t
contents_of(const struct tokens *t, const struct run *run)
{
	size_t count = 0;

	for (size_t i = run->first; i < run->last; i++)
		count += t->token[i].is_value && t->token[i].state != CELL_BLANK;
	return count;
}

/*
 * Values that one row has too many and a later one, or an earlier, too few: labels
 * stand above or below their values, and every row between may have those of
 * its neighbour. Together they are one run whose labels say nothing.
 */
static void
join_shifted(const struct profile *p, const struct tokens *t, struct binding *out)
{
	for (size_t i = 0; i < out->runs; i++) {
		size_t have = 0, need = 0, end = i;
		bool empty = false, over = false;
		do {
			size_t contents = contents_of(t, &out->run[end]);
			size_t slots = slots_of(p, out, &out->run[end]);
			empty = empty || contents == 0;
			over = over || contents > slots;
			have += contents;
			need += slots;
			end++;
		} while (have != need && end < out->runs && is_next(p, &out->run[end - 1],
		    out->run[end].row));
		if (have != need || !empty || !over || end - i < 2)
			continue;
		struct run *run = &out->run[i];
		size_t rows = out->run[end - 1].row + out->run[end - 1].rows - run->row;
		run->lost += end - i;
		run->last = out->run[end - 1].last;
		run->rows = rows;
		memmove(run + 1, &out->run[end], (out->runs - end) * sizeof *run);
		out->runs -= end - i - 1;
	}
}

void
runs_make(const struct profile *p, const struct tokens *t, const struct shown *shown,
    struct binding *out)
{
	make_runs(p, t, shown, out);
	drop_contradictions(p, t, out);
	join_shifted(p, t, out);
}
