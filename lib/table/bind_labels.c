/* SPDX-License-Identifier: MIT */
/* Binding by whole labels, in whatever order the rows stand. */
#include "bind.h"

/* Text that ends before token `at`, read backwards over empty fields. */
static bool
step_back(const struct tokens *t, size_t *at)
{
	while (*at > 0 && t->token[*at - 1].is_value && t->token[*at - 1].state == CELL_BLANK)
		--*at;
	if (*at == 0 || t->token[*at - 1].is_value)
		return false;
	--*at;
	return true;
}

/* Does the text before `*at` end with `text`? Then `*at` is where that begins. */
static bool
text_before(const struct tokens *t, const struct profile_text *text, size_t *at)
{
	size_t back = *at;

	for (size_t i = text->len; i-- > 0;)
		if (!step_back(t, &back) || t->token[back].c != text->c[i])
			return false;
	*at = back;
	return text->len > 0;
}

/* Is there nothing but header texts before `at`, back to the last value? */
static bool
only_heads_before(const struct profile *p, const struct tokens *t, size_t at)
{
	for (;;) {
		size_t back = at, h = 0;
		if (!step_back(t, &back))
			return true;
		while (h < p->heads && !text_before(t, &p->head[h], &at))
			h++;
		if (h == p->heads)
			return false;
	}
}

/* The length of the longest label of a row that ends before `at`; 0: none. */
static size_t
label_length(const struct profile *p, const struct tokens *t, size_t row, size_t at)
{
	size_t longest = 0;

	for (size_t v = 0; v < p->row[row].labels; v++) {
		const struct profile_text *label = &p->row[row].label[v];
		size_t begin = at;
		if (label->len > longest && text_before(t, label, &begin))
			longest = label->len;
	}
	return longest;
}

/* May the row stand behind those that are shown? Of a choice, one follows the other. */
static bool
may_follow(const struct table *table, size_t row, const bool *shown)
{
	struct slice choice = table->row[row].choice;

	return choice.len == 0 || row == 0 || !slice_eq(table->row[row - 1].choice, choice)
	    || !shown || shown[row - 1];
}

/* As bind_label_before; of two rows with the same label that which may follow `shown`. */
static size_t
label_before(const struct profile *p, const struct tokens *t, size_t at, const bool *shown)
{
	size_t found = p->table->rows, longest = 0;

	for (size_t r = 0; r < p->table->rows; r++) {
		size_t length = label_length(p, t, r, at);
		if (length == 0 || length < longest || !may_follow(p->table, r, shown))
			continue;
		found = length == longest && !shown ? p->table->rows : length == longest ? found : r;
		longest = length;
	}
	return found;
}

size_t
bind_label_before(const struct profile *p, const struct tokens *t, size_t at)
{
	return label_before(p, t, at, NULL);
}

static bool
has_label(const struct profile *p, const struct tokens *t, size_t at)
{
	for (size_t r = 0; r < p->table->rows; r++)
		if (label_length(p, t, r, at))
			return true;
	return false;
}

/* Where the label of `row` begins that ends before `at`. */
static size_t
label_begin(const struct profile *p, const struct tokens *t, size_t row, size_t at)
{
	for (size_t n = label_length(p, t, row, at); n > 0; n--)
		step_back(t, &at);
	return at;
}

/* Does a label begin a field on the line of its values? Then no text before belongs to it. */
static bool
is_own_field(const struct tokens *t, size_t begin, size_t value)
{
	return t->token[begin].line == t->token[value].line && t->token[value].fields > 1
	    && t->token[begin].before >= SEPARATED_BY_FIELD;
}

/* Are the words of a label also those of a header? 总计, 其他. */
static bool
is_head(const struct profile *p, const struct tokens *t, size_t row, size_t at)
{
	size_t length = label_length(p, t, row, at);

	for (size_t h = 0; h < p->heads; h++) {
		size_t begin = at;
		if (p->head[h].len == length && text_before(t, &p->head[h], &begin))
			return true;
	}
	return false;
}

struct labels {
	const struct profile *p;
	const struct tokens *t;
	struct binding *out;
	size_t run_of[TABLE_ROWS_MAX]; /* number of the row's run, from 1; 0: none yet */
	bool unknown;                  /* values without a label that the form knows */
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
	struct run run = { row, 1, first, last, true, 0 };

	size_t count = contents(l->t, first, last);
	if (count == 0 && (row == l->p->table->rows || is_head(l->p, l->t, row, first)))
		return true; /* empty fields of a header */
	if (row == l->p->table->rows) {
		l->unknown = l->unknown || !only_heads_before(l->p, l->t, first);
		return !has_label(l->p, l->t, first);
	}
	size_t begin = label_begin(l->p, l->t, row, first);
	if (l->out->runs && !is_own_field(l->t, begin, first)
	    && !only_heads_before(l->p, l->t, begin))
		return false;
	if (count > l->p->row[row].slots)
		return false; /* a label is lost, or a number has come between */
	if (l->run_of[row]) /* printed twice */
		return same_values(l->t, &l->out->run[l->run_of[row] - 1], &run);
	if (l->out->runs == TABLE_ROWS_MAX)
		return false;
	l->out->run[l->out->runs++] = run;
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

/* Does the text have every row of the form, and of a choice all or none? */
static bool
is_complete(const struct labels *l)
{
	const struct table *table = l->p->table;
	struct slice choice = SLICE_NONE;

	for (size_t r = 0; r < table->rows; r++)
		if (l->out->shown[r] && table->row[r].choice.len)
			choice = table->row[r].choice;
	for (size_t r = 0; r < table->rows; r++) {
		bool needed = !l->p->row[r].optional
		    || (choice.len && slice_eq(table->row[r].choice, choice));
		if (needed && !l->out->shown[r])
			return false;
	}
	return true;
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
	return l.out->runs > 0 && (!l.unknown || is_complete(&l));
}
