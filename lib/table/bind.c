/* SPDX-License-Identifier: MIT */
#include "bind.h"

/* Characters since the last bound row, whatever stood between them. */
enum { TEXT_MAX = 1024 };

struct reader {
	const struct profile *p;
	const struct tokens *t;
	struct binding *out;
	uint32_t text[TEXT_MAX];
	size_t len;
	size_t next; /* row that may come next */
	size_t values; /* where the last values began */
};

static bool
ends_with(const uint32_t *text, size_t len, const struct profile_text *label)
{
	return label->len && label->len <= len
	    && memcmp(text + len - label->len, label->c, label->len * sizeof *text) == 0;
}

/* The length of the longest variant that the text ends with; 0: none. */
static size_t
label_length(const struct reader *r, const struct profile_row *row)
{
	for (size_t i = 0; i < row->labels; i++)
		if (ends_with(r->text, r->len, &row->label[i]))
			return row->label[i].len;
	return 0;
}

/* Is text[0..len) a sequence of header texts? */
static bool
all_heads(const struct reader *r, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t i = 0;
		for (; i < r->p->heads; i++) {
			const struct profile_text *head = &r->p->head[i];
			if (head->len && head->len <= len - at
			    && memcmp(r->text + at, head->c, head->len * sizeof *r->text) == 0)
				break;
		}
		if (i == r->p->heads)
			return false;
		at += r->p->head[i].len;
	}
	return true;
}

/* Of a choice, rows come one behind the other. */
static bool
is_first_of_choice(const struct table *table, size_t row)
{
	struct slice choice = table->row[row].choice;

	return choice.len == 0 || row == 0 || !slice_eq(table->row[row - 1].choice, choice);
}

/* The row whose label the text ends with; rows passed over must be optional. */
static bool
find_row(const struct reader *r, size_t *row, size_t *length)
{
	for (size_t i = r->next; i < r->p->table->rows; i++) {
		bool may_come = i == r->next || is_first_of_choice(r->p->table, i);
		*length = may_come ? label_length(r, &r->p->row[i]) : 0;
		if (*length) {
			*row = i;
			return true;
		}
		bool begun = i == r->next && !is_first_of_choice(r->p->table, i);
		if (!r->p->row[i].optional || begun)
			return false; /* what is left of a choice cannot be passed over */
	}
	return false;
}

/* A new run at the value token `first`; the unlabelled rows behind it belong to it. */
static bool
open_run(struct reader *r, size_t row, size_t first)
{
	struct binding *out = r->out;

	if (out->runs == TABLE_ROWS_MAX)
		return false;
	struct run *run = &out->run[out->runs++];
	*run = (struct run){ row, 1, first, r->t->count, true, 0, false };
	while (row + run->rows < r->p->table->rows && r->p->row[row + run->rows].labels == 0)
		run->rows++;
	for (size_t i = 0; i < run->rows; i++)
		out->shown[row + i] = true;
	r->next = row + run->rows;
	r->len = 0;
	return true;
}

/* The values of a run end where text begins again. */
static void
end_run(struct run *run, size_t at, size_t count)
{
	if (run->last == count)
		run->last = at;
}

/* Does a run of values that starts at `at` hold more than empty fields? */
static bool
has_content(const struct tokens *t, size_t at)
{
	for (; at < t->count && t->token[at].is_value; at++)
		if (t->token[at].state != CELL_BLANK)
			return true;
	return false;
}

/* A table without row labels whose cells are all empty: the last empty fields are they. */
static bool
take_blanks(struct reader *r)
{
	const struct token *t = r->t->token;
	size_t slots = 0, end = r->values;

	for (size_t i = r->next; i < r->p->table->rows; i++) {
		if (r->p->row[i].labels)
			return false;
		slots += r->p->row[i].slots;
	}
	while (end < r->t->count && t[end].is_value)
		end++;
	if (end - r->values < slots || !open_run(r, r->next, r->values))
		return false;
	end_run(&r->out->run[r->out->runs - 1], end, r->t->count);
	return true;
}

/* At the first of a run of values. */
static bool
take_values(struct reader *r, size_t at)
{
	size_t row, length;

	if (r->p->row[r->next].labels == 0) /* a table without row labels */
		return has_content(r->t, at) ? open_run(r, r->next, at) : true;
	if (!find_row(r, &row, &length))
		return !has_content(r->t, at); /* fillers of a header */
	bool first = r->out->runs == 0;
	return (first || all_heads(r, r->len - length)) && open_run(r, row, at);
}

bool
bind_exactly(const struct profile *p, const struct tokens *t, struct binding *out)
{
	struct reader r = { .p = p, .t = t, .out = out };

	*out = (struct binding){ .runs = 0 };
	for (size_t i = 0; i < t->count; i++) {
		const struct token *token = &t->token[i];
		if (!token->is_value) {
			if (r.len == TEXT_MAX)
				return false;
			if (i && t->token[i - 1].is_value && out->runs)
				end_run(&out->run[out->runs - 1], i, t->count);
			r.text[r.len++] = token->c;
		} else if (i == 0 || !t->token[i - 1].is_value) {
			r.values = i;
			if (r.next == p->table->rows) {
				if (has_content(t, i))
					return false;
			} else if (!take_values(&r, i)) {
				return false;
			}
		}
	}
	return r.next == p->table->rows || take_blanks(&r);
}
