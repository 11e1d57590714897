/* SPDX-License-Identifier: MIT */
#include "counted.h"

#include "label.h"

/* More than these between two anchors: too much is lost to count on what is left. */
enum { VALUES_MAX = 64 };

struct counting {
	const struct profile *p;
	const struct tokens *t;
	const struct anchors *anchors;
	struct binding *out;
};

/* Rows [row, end) of the form between two anchors, and the tokens [first, last) there. */
struct gap {
	size_t row, end, first, last;
	size_t value[VALUES_MAX]; /* tokens: the values there that are not blank */
	size_t values;
};

/* The alternative that the report shows; that of the form, if none. */
static struct slice
shown_choice(const struct counting *c)
{
	const struct table *table = c->p->table;

	for (size_t r = 0; r < table->rows; r++)
		if (c->out->shown[r] && table->row[r].choice.len)
			return table->row[r].choice;
	return table->own;
}

static bool
is_needed(const struct counting *c, size_t row, struct slice choice)
{
	const struct table_row *r = &c->p->table->row[row];

	return r->foreign ? c->out->shown[row]
	                  : r->choice.len == 0 || slice_eq(r->choice, choice);
}

/* Too few rows are plain: then their order alone says nothing. */
static bool
is_order_known(const struct counting *c)
{
	struct slice choice = shown_choice(c);
	size_t needed = 0;

	for (size_t r = 0; r < c->p->table->rows; r++)
		needed += is_needed(c, r, choice);
	return c->anchors->count * 2 >= needed;
}

/* False: too many, or an anchor has some of them. */
static bool
collect_values(const struct counting *c, struct gap *gap)
{
	gap->values = 0;
	for (size_t i = gap->first; i < gap->last; i++) {
		const struct token *t = &c->t->token[i];
		if (!t->is_value || t->state == CELL_BLANK)
			continue;
		if (c->anchors->owner[i] || gap->values == VALUES_MAX)
			return false;
		gap->value[gap->values++] = i;
	}
	return true;
}

/* Where rows are lines: without what stands on a line in another number than a row has. */
static void
keep_whole_lines(const struct counting *c, struct gap *gap)
{
	const struct token *token = c->t->token;
	size_t kept = 0;

	for (size_t i = 0, end; i < gap->values; i = end) {
		for (end = i; end < gap->values
		     && token[gap->value[end]].line == token[gap->value[i]].line;)
			end++;
		for (size_t k = i; end - i == c->p->row[gap->row].slots && k < end; k++)
			gap->value[kept++] = gap->value[k];
	}
	gap->values = kept;
}

static size_t
slots_of(const struct counting *c, const struct gap *gap, struct slice choice)
{
	size_t slots = 0;

	for (size_t r = gap->row; r < gap->end; r++)
		slots += is_needed(c, r, choice) ? c->p->row[r].slots : 0;
	return slots;
}

/*
 * Is a label beside the values of another row than its own? A word of a group may be
 * the label of one of its rows: 其他 of 其他处理. Then that has its own, too.
 */
static bool
is_misplaced(const struct counting *c, const struct gap *gap, struct slice choice,
    size_t row, size_t value)
{
	size_t at = 0;
	bool elsewhere = false;

	for (size_t r = gap->row; r < gap->end; r++) {
		if (!is_needed(c, r, choice))
			continue;
		elsewhere |= r != row && label_is_beside(c->p, c->t, gap->value[at], row);
		at += c->p->row[r].slots;
	}
	return elsewhere && !label_is_beside(c->p, c->t, value, row);
}

/* Are there as many values as the rows have cells, and can each row be their row? */
static bool
fits(const struct counting *c, const struct gap *gap, struct slice choice)
{
	size_t at = 0;

	if (gap->values == 0 || slots_of(c, gap, choice) != gap->values)
		return false;
	for (size_t r = gap->row; r < gap->end; r++) {
		if (!is_needed(c, r, choice))
			continue;
		size_t value = gap->value[at];
		if (label_denies(c->p, c->t, value, r) || is_misplaced(c, gap, choice, r, value))
			return false;
		at += c->p->row[r].slots;
	}
	return true;
}

/* The one alternative with which the rows fit. */
static bool
find_choice(const struct counting *c, const struct gap *gap, struct slice *choice)
{
	const struct table *table = c->p->table;
	bool open = false, found = false;

	for (size_t r = 0; r < table->rows; r++)
		if (c->anchors->row[r].found && table->row[r].choice.len)
			return fits(c, gap, *choice);
	for (size_t r = gap->row; r < gap->end; r++) {
		struct slice other = table->row[r].choice;
		if (other.len == 0 || (r > gap->row && slice_eq(table->row[r - 1].choice, other)))
			continue;
		open = true;
		if (!fits(c, gap, other))
			continue;
		if (found)
			return false;
		found = true;
		*choice = other;
	}
	return open ? found : fits(c, gap, *choice);
}

/* One run in place of those that the rows have. */
static void
replace_runs(struct counting *c, const struct gap *gap, struct slice choice)
{
	struct binding *out = c->out;
	struct run run[TABLE_ROWS_MAX];
	size_t kept = 0, runs = out->runs, row = gap->end, rows = 0;

	for (size_t r = gap->end; r-- > gap->row;) {
		out->shown[r] = is_needed(c, r, choice);
		rows = !out->shown[r] ? rows : row < gap->end ? rows + row - r : 1;
		row = out->shown[r] ? r : row;
	}
	memcpy(run, out->run, runs * sizeof *run);
	for (size_t i = 0; i < runs && run[i].row < gap->row; i++)
		out->run[kept++] = run[i];
	out->run[kept++] =
	    (struct run){ row, rows, gap->first, gap->last, false, rows, true };
	for (size_t i = 0; i < runs; i++)
		if (run[i].row >= gap->end)
			out->run[kept++] = run[i];
	out->runs = kept;
}

static void
count_between(struct counting *c, struct gap *gap)
{
	struct slice choice = shown_choice(c);

	if (gap->row == gap->end || gap->first >= gap->last || !collect_values(c, gap))
		return;
	bool found = find_choice(c, gap, &choice);
	if (!found && c->t->within < SEPARATED_BY_LINE) {
		keep_whole_lines(c, gap);
		found = find_choice(c, gap, &choice);
	}
	if (found)
		replace_runs(c, gap, choice);
}

void
counted_runs(const struct profile *p, const struct tokens *t, const struct anchors *anchors,
    struct binding *out)
{
	struct counting c = { .p = p, .t = t, .anchors = anchors, .out = out };
	struct gap gap = { .row = 0 };

	if (!is_order_known(&c))
		return;
	for (size_t r = 0; r <= p->table->rows; r++) {
		bool edge = r == p->table->rows;
		if (!edge && !anchors->row[r].found)
			continue;
		gap.end = r;
		gap.last = edge ? t->count : anchors->row[r].begin;
		count_between(&c, &gap);
		gap.row = r + 1;
		gap.first = edge ? t->count : anchors->row[r].last;
	}
}
