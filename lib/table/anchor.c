/* SPDX-License-Identifier: MIT */
#include "anchor.h"

#include "label.h"

/*
 * The end of the first `slots` values of those from `at` on, which stand alike and
 * apart from what follows; 0: there are none, or more, or fewer.
 */
static size_t
end_of_row(const struct tokens *t, size_t at, size_t slots)
{
	enum separator within = t->within;
	size_t end = at;

	for (; end < t->count && end - at < slots; end++) {
		const struct token *token = &t->token[end];
		if (!token->is_value || token->state == CELL_BLANK || token->state == CELL_TEXT)
			return 0;
		if (end == at)
			continue;
		if (end == at + 1 && token->before == SEPARATED_BY_FIELD && within < token->before)
			within = token->before; /* laid out otherwise than most */
		if (token->before > within)
			return 0;
	}
	if (end - at < slots)
		return 0;
	const struct token *next = end < t->count ? &t->token[end] : NULL;
	bool more = next && next->is_value && next->state != CELL_BLANK && next->before <= within;
	return more ? 0 : end;
}

static bool
same_values(const struct tokens *t, const struct anchor *a, const struct anchor *b)
{
	for (size_t i = 0; i < a->last - a->first; i++)
		if (!slice_eq(t->token[a->first + i].raw, t->token[b->first + i].raw))
			return false;
	return true;
}

static void
add_anchor(const struct tokens *t, struct anchors *out, size_t row, struct anchor fresh)
{
	struct anchor *a = &out->row[row];

	for (size_t i = fresh.first; i < fresh.last; i++)
		out->owner[i] = (unsigned char)(row + 1);
	if (!a->found) {
		*a = fresh;
		out->count++;
		return;
	}
	out->weighed = true;
	a->disputed = a->disputed || !same_values(t, a, &fresh);
}

/* The anchors whose labels are one row's, or one's that may follow those `shown`. */
static void
find(const struct profile *p, const struct tokens *t, const bool *shown,
    struct anchors *out)
{
	for (size_t i = 1, end; i < t->count; i++) {
		if (!t->token[i].is_value || t->token[i - 1].is_value)
			continue;
		size_t begin, row = label_plain(p, t, i, shown, &begin);
		if (row == p->table->rows)
			continue;
		size_t first = i;
		while (first < t->count && t->token[first].is_value
		    && t->token[first].state == CELL_BLANK)
			first++; /* the label's columns */
		if (first < t->count && first > i && t->token[first].before >= SEPARATED_BY_LINE)
			continue;
		end = end_of_row(t, first, p->row[row].slots);
		if (end && !out->owner[first])
			add_anchor(t, out, row, (struct anchor){ true, false, begin, first, end });
	}
}

/* Which rows does the choice have that the anchors are of? False: none, or several. */
static bool
choose(const struct table *table, const struct anchors *anchors, bool *shown)
{
	struct slice choice = SLICE_NONE;
	bool one = true;

	for (size_t r = 0; r < table->rows; r++) {
		struct slice other = table->row[r].choice;
		if (!anchors->row[r].found || other.len == 0)
			continue;
		one = one && (choice.len == 0 || slice_eq(choice, other));
		choice = other;
	}
	for (size_t r = 0; r < table->rows; r++)
		shown[r] = slice_eq(table->row[r].choice, choice);
	return one && choice.len;
}

bool
anchors_find(const struct profile *p, const struct tokens *t, struct arena *arena,
    struct anchors *out)
{
	bool shown[TABLE_ROWS_MAX];

	*out = (struct anchors){ .count = 0 };
	out->owner = arena_array(arena, t->count + 1, sizeof *out->owner);
	if (!out->owner)
		return false;
	find(p, t, NULL, out);
	if (choose(p->table, out, shown))
		find(p, t, shown, out);
	return true;
}
