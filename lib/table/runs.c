/* SPDX-License-Identifier: MIT */
#include "runs.h"

#include "counted.h"
#include "label.h"

struct maker {
	const struct profile *p;
	const struct tokens *t;
	const struct anchors *anchors;
	const struct shown *shown;
	struct binding *out;
};

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
is_choice_sure(const struct maker *m, size_t row)
{
	const struct table *table = m->p->table;
	struct slice choice = table->row[row].choice;
	size_t rows = 0, telling = 0;

	for (size_t r = 0; choice.len && r < table->rows; r++) {
		if (!slice_eq(table->row[r].choice, choice))
			continue;
		rows++;
		telling += m->shown[r].matched >= RUNS_TELLING;
	}
	return rows < 2 || telling > 0;
}

static bool
begins_label(const struct profile *p, uint32_t c)
{
	for (size_t r = 0; r < p->table->rows; r++)
		for (size_t v = 0; v < p->row[r].labels; v++)
			if (p->row[r].label[v].len && p->row[r].label[v].c[0] == c)
				return true;
	return false;
}

/*
 * Does other text stand before the values on their line: that of the next row, whose
 * label goes on below? A single character may be one of a label beside all rows.
 */
static bool
is_behind_others(const struct maker *m, const struct shown *row)
{
	const struct token *t = m->t->token;
	size_t words = 0, others = 0, at = row->value;

	for (; at > 0 && t[at].before < SEPARATED_BY_LINE; at--) {
		words += !t[at - 1].is_value;
		others += !t[at - 1].is_value && at > row->head;
	}
	return row->head && others > 0 && (words > 1 || begins_label(m->p, t[at].c));
}

/* Does the row's label stand on the line of its values, or does every value have a line? */
static bool
is_beside(const struct maker *m, const struct shown *row)
{
	size_t at = row->value;

	if (row->values && is_behind_others(m, row))
		return false;

	while (at > 0 && m->t->token[at].is_value && m->t->token[at].before < SEPARATED_BY_LINE)
		at--;
	return row->values == 0 || !m->t->token[at].is_value
	    || m->t->within >= SEPARATED_BY_LINE;
}

/* Behind a row without values: the empty fields right behind its label are its own. */
static size_t
end_of_empty(const struct maker *m, size_t at)
{
	while (at < m->t->count && m->t->token[at].is_value)
		at++;
	return at;
}

static bool
is_anchor(const struct maker *m, const struct run *run)
{
	return m->anchors->row[run->row].found;
}

/* Is row `r` the next after the run, but for alternatives that are not shown? */
static bool
is_next(const struct maker *m, const struct run *run, size_t r)
{
	for (size_t i = run->row + run->rows; i < r; i++)
		if (!m->p->row[i].optional)
			return false;
	return !is_anchor(m, run);
}

/*
 * Where the values of a row without its label begin: nothing says which of them
 * is the first, but they are not those of the row before.
 */
static size_t
values_begin(const struct maker *m, size_t at, size_t after)
{
	while (at > after && m->t->token[at - 1].is_value && !m->anchors->owner[at - 1])
		at--;
	return at;
}

static void
add_run(struct maker *m, struct run run)
{
	struct binding *out = m->out;
	struct run *last = out->runs ? &out->run[out->runs - 1] : NULL;

	if (last && last->last > run.first && !is_anchor(m, last))
		last->last = last->first < run.first ? run.first : last->first;
	out->run[out->runs++] = run;
}

static void
make_runs(struct maker *m)
{
	const struct shown *shown = m->shown;
	size_t after = 0; /* behind all that the rows so far have */

	for (size_t r = 0; r < m->p->table->rows; r++) {
		const struct anchor *anchor = &m->anchors->row[r];
		bool labelled = is_labelled(&shown[r]), lost = !labelled && m->p->row[r].labels;
		if (anchor->found) {
			m->out->shown[r] = true;
			if (!anchor->disputed)
				add_run(m,
				    (struct run){ r, 1, anchor->first, anchor->last, true, 0, false });
			continue;
		}
		if (!labelled && (shown[r].values == 0 || m->p->table->row[r].foreign))
			continue;
		if (!is_choice_sure(m, r))
			continue;
		bool denied = shown[r].values
		    && (label_denies(m->p, m->t, shown[r].value, r)
		        || label_is_others(m->p, m->t, shown[r].value, r));
		m->out->shown[r] = m->out->shown[r] || labelled || !denied;
		if (denied)
			continue;
		struct run *last = m->out->runs ? &m->out->run[m->out->runs - 1] : NULL;
		size_t first = labelled ? shown[r].first : values_begin(m, shown[r].first, after);
		after = shown[r].last + 1;
		if (!labelled && last && is_next(m, last, r)) {
			last->rows = r - last->row + 1;
			last->lost += lost;
			continue;
		}
		bool certain = !lost && is_beside(m, &shown[r]);
		size_t end = shown[r].values ? m->t->count : end_of_empty(m, after);
		add_run(m, (struct run){ r, 1, first, end, certain, !certain, false });
	}
}

/* No run reaches into an anchor. */
static void
end_at_anchors(struct maker *m)
{
	for (size_t i = 0; i < m->out->runs; i++) {
		struct run *run = &m->out->run[i];
		for (size_t r = 0; !is_anchor(m, run) && r < m->p->table->rows; r++) {
			size_t begin = m->anchors->row[r].begin;
			if (m->anchors->row[r].found && begin >= run->first && begin < run->last)
				run->last = begin;
		}
		for (size_t k = run->first; !is_anchor(m, run) && k < run->last; k++)
			if (m->anchors->owner[k])
				run->last = k; /* printed twice */
	}
}

/* No run reaches into a row that no form has: 小计 0 0 0. */
static void
end_at_other_words(struct maker *m)
{
	for (size_t i = 0; i < m->out->runs; i++) {
		struct run *run = &m->out->run[i];
		for (size_t at = run->first + 1; at < run->last; at++) {
			bool denied = m->t->token[at].is_value && !m->t->token[at - 1].is_value;
			for (size_t r = run->row; r < run->row + run->rows && denied; r++)
				denied = label_denies(m->p, m->t, at, r);
			if (denied)
				run->last = at;
		}
	}
}

/* Do whole labels in the run say that its rows stand in another order? */
static bool
is_contradicted(const struct maker *m, const struct run *run)
{
	size_t next = run->row, begin;

	for (size_t at = run->first; at < run->last; at++) {
		if (!m->t->token[at].is_value || at == 0 || m->t->token[at - 1].is_value)
			continue;
		size_t row = label_plain(m->p, m->t, at, NULL, &begin);
		if (row == m->p->table->rows)
			continue;
		if (row < next || row >= run->row + run->rows)
			return true;
		next = row + 1;
	}
	return false;
}

/* Then nothing of the run is sure. */
static void
drop_contradictions(struct maker *m)
{
	for (size_t i = 0; i < m->out->runs; i++)
		if (is_contradicted(m, &m->out->run[i]))
			m->out->run[i].last = m->out->run[i].first;
}

static size_t
slots_of(const struct maker *m, const struct run *run)
{
	size_t slots = 0;

	for (size_t r = run->row; r < run->row + run->rows; r++)
		slots += m->out->shown[r] ? m->p->row[r].slots : 0;
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
join_shifted(struct maker *m)
{
	struct binding *out = m->out;

	for (size_t i = 0; i < out->runs; i++) {
		size_t have = 0, need = 0, end = i;
		bool empty = false, over = false;
		do {
			size_t contents = contents_of(m->t, &out->run[end]);
			size_t slots = slots_of(m, &out->run[end]);
			empty = empty || contents == 0;
			over = over || contents > slots;
			have += contents;
			need += slots;
			end++;
		} while (have != need && end < out->runs && !is_anchor(m, &out->run[end])
		    && is_next(m, &out->run[end - 1], out->run[end].row));
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
runs_make(const struct profile *p, const struct tokens *t, const struct anchors *anchors,
    const struct shown *shown, struct binding *out)
{
	struct maker m = { p, t, anchors, shown, out };

	make_runs(&m);
	end_at_anchors(&m);
	drop_contradictions(&m);
	end_at_other_words(&m);
	join_shifted(&m);
	counted_runs(p, t, anchors, out);
}
