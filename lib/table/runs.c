/* SPDX-License-Identifier: MIT */
#include "runs.h"

/* Is so much of the label in the text that it can be no other row's? */
static bool
is_labelled(const struct shown *row)
{
	return row->length && row->matched * 5 >= row->length * 4 && row->matched >= 2;
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

void
runs_make(const struct profile *p, const struct tokens *t, const struct shown *shown,
    struct binding *out)
{
	make_runs(p, t, shown, out);
	drop_contradictions(p, t, out);
}
