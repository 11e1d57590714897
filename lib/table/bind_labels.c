/* SPDX-License-Identifier: MIT */
/* Binding by whole labels, in whatever order the rows stand. */
#include "bind.h"

#include "label.h"

/* Does a label begin a field on the line of its values? Then no text before belongs to it. */
static bool
is_own_field(const struct tokens *t, size_t begin, size_t value)
{
	return t->token[begin].line == t->token[value].line && t->token[value].fields > 1
	    && t->token[begin].before >= SEPARATED_BY_FIELD;
}

struct labels {
	const struct profile *p;
	const struct tokens *t;
	struct binding *out;
	size_t run_of[TABLE_ROWS_MAX]; /* number of the row's run, from 1; 0: none yet */
	bool unknown;                  /* values without a label that the form knows */
	bool shared[TABLE_ROWS_MAX];   /* the row's label is also one of another choice */
};

/* Do two runs hold the same values? */
static bool
same_values(const struct tokens *t, const struct run *a, const struct run *b)
{
	size_t i = a->first, k = b->first;

	for (; i < a->last && k < b->last; i++, k++)
		if (!slice_eq(t->token[i].raw, t->token[k].raw))
			return false;
	return i == a->last && k == b->last;
}

static size_t
contents(const struct tokens *t, size_t first, size_t last)
{
	size_t count = 0;

	for (size_t i = first; i < last; i++)
		count += t->token[i].state != CELL_BLANK;
	return count;
}

/* The values [first, last) behind a text. False: this is no case for whole labels. */
static bool
take_group(struct labels *l, size_t first, size_t last)
{
	size_t row = label_before(l->p, l->t, first, l->out->shown);
	struct run run = { row, 1, first, last, true, 0, false };

	size_t count = contents(l->t, first, last);
	if (count == 0 && (row == l->p->table->rows || label_is_head(l->p, l->t, row, first)))
		return true; /* empty fields of a header */
	if (row == l->p->table->rows) {
		l->unknown = l->unknown || !label_only_heads(l->p, l->t, first);
		return !label_is_any(l->p, l->t, first);
	}
	size_t begin = label_begin(l->p, l->t, row, first);
	if (l->out->runs && !is_own_field(l->t, begin, first)
	    && !label_only_heads(l->p, l->t, begin))
		return false;
	if (count > l->p->row[row].slots)
		return false; /* a label is lost, or a number has come between */
	l->out->weighed = l->out->weighed || l->run_of[row];
	if (l->run_of[row]) /* printed twice */
		return same_values(l->t, &l->out->run[l->run_of[row] - 1], &run);
	if (l->out->runs == TABLE_ROWS_MAX)
		return false;
	l->out->run[l->out->runs++] = run;
	l->shared[row] = label_before(l->p, l->t, first, NULL) != row;
	l->run_of[row] = l->out->runs;
	l->out->shown[row] = true;
	return true;
}

/* The one row beside the three of a choice is a sum of them: it has no cell. */
static void
drop_sums(struct labels *l)
{
	const struct table *table = l->p->table;
	size_t kept = 0;

	for (size_t i = 0; i < l->out->runs; i++) {
		size_t row = l->out->run[i].row, choices = 0;
		struct slice choice = table->row[row].choice;
		for (size_t r = 0; r < table->rows; r++)
			choices += l->out->shown[r] && table->row[r].choice.len
			    && !slice_eq(table->row[r].choice, choice);
		bool is_sum = choice.len && choices > 1;
		l->out->shown[row] = !is_sum;
		if (!is_sum)
			l->out->run[kept++] = l->out->run[i];
	}
	l->out->runs = kept;
}

/* The choice that the rows are of. False: of several. */
static bool
find_choice(const struct labels *l, struct slice *choice)
{
	const struct table *table = l->p->table;

	*choice = SLICE_NONE;
	for (size_t r = 0; r < table->rows; r++) {
		struct slice other = table->row[r].choice;
		if (!l->out->shown[r] || other.len == 0)
			continue;
		if (choice->len && !slice_eq(*choice, other))
			return false;
		*choice = other;
	}
	return true;
}

/*
 * Does the text have every row of the form, and of a choice all or none, one at
 * least with a label that no other choice has?
 */
static bool
is_complete(const struct labels *l, struct slice choice)
{
	const struct table *table = l->p->table;
	bool told = choice.len == 0;

	for (size_t r = 0; r < table->rows; r++) {
		told |= l->out->shown[r] && !l->shared[r] && slice_eq(table->row[r].choice, choice);
		bool needed = !l->p->row[r].optional
		    || (choice.len && slice_eq(table->row[r].choice, choice));
		if (needed && !l->out->shown[r])
			return false;
	}
	return told;
}

bool
bind_labels(const struct profile *p, const struct tokens *t, struct binding *out)
{
	struct labels l = { .p = p, .t = t, .out = out };

	*out = (struct binding){ .runs = 0 };
	for (size_t r = 0; r < p->table->rows; r++)
		if (p->row[r].labels == 0)
			return false;
	for (size_t i = 0, end; i < t->count; i = end) {
		for (end = i; end < t->count && t->token[end].is_value;)
			end++;
		if (end > i && !take_group(&l, i, end))
			return false;
		end += end == i;
	}
	drop_sums(&l);
	struct slice choice;
	return l.out->runs > 0 && find_choice(&l, &choice)
	    && (!l.unknown || is_complete(&l, choice));
}
