/* SPDX-License-Identifier: MIT */
#include "align.h"

#include "runs.h"

enum { CELLS_MAX = 8 * 1000 * 1000 };

struct aligning {
	const struct profile *p;
	const struct tokens *t;
	const struct anchors *anchors;
	struct alignments *known;
	struct arena *arena;
	struct segment all; /* the whole table as one */
	bool pinned[TABLE_ROWS_MAX]; /* rows that stand plainly, and need no alignment */
	struct shown shown[TABLE_ROWS_MAX];
};

static bool
is_head(const struct profile *p, const struct profile_text *label)
{
	for (size_t h = 0; h < p->heads; h++)
		if (p->head[h].len == label->len
		    && memcmp(p->head[h].c, label->c, label->len * sizeof *label->c) == 0)
			return true;
	return false;
}

/*
 * Marks the characters of the longest header text at a token; and the rows that the text
 * has a label of there that is no other row's, and no group's.
 */
static void
read_prints(const struct aligning *a, size_t at, uint32_t *sign, bool *told)
{
	const struct profile_print *print = NULL;
	bool headed = false;

	while ((print = profile_print_at(a->p, a->t, at, print))) {
		size_t len = print->text->len;
		bool label = print->row < a->p->table->rows;
		if (label && len >= RUNS_TELLING)
			told[print->row] |= !is_head(a->p, print->text);
		for (size_t i = 0; !label && !headed && i < len; i++)
			sign[at + i] |= SIGN_HEAD;
		headed |= !label;
	}
}

/* A row of the alternative that the text tells of; table->rows: all may be. */
static size_t
told_choice(const struct table *table, const bool *told)
{
	size_t row = table->rows;

	for (size_t r = 0; r < table->rows; r++) {
		struct slice choice = table->row[r].choice;
		if (!told[r] || choice.len == 0)
			continue;
		if (row < table->rows && !slice_eq(choice, table->row[row].choice))
			return table->rows;
		row = row < table->rows ? row : r;
	}
	return row;
}

/* What the alignment has to know of the tokens. False: memory is out. */
static bool
read_tokens(struct aligning *a)
{
	uint32_t *sign = arena_raw(a->arena, a->t->count * sizeof *sign);
	bool told[TABLE_ROWS_MAX] = { false };

	for (size_t j = 0; sign && j < a->t->count; j++) {
		const struct token *t = &a->t->token[j];
		sign[j] = !t->is_value ? t->c
		                       : SIGN_OF_VALUE(a->anchors->owner[j], t->state)
		        | (t->before > a->t->within ? SIGN_BREAK : 0);
	}
	for (size_t j = 0; sign && j < a->t->count; j++)
		read_prints(a, j, sign, told);
	a->all = (struct segment){ .p = a->p, .end = a->p->table->rows, .begins = true,
		.told = told_choice(a->p->table, told), .sign = sign, .count = a->t->count };
	return sign;
}

/* Does every way through the form pass the row, which stands plainly in the text? */
static bool
is_plain(const struct aligning *a, size_t row)
{
	const struct table_row *r = &a->p->table->row[row];
	const struct anchor *anchor = &a->anchors->row[row];

	return anchor->found && !anchor->disputed && !r->foreign
	    && (r->choice.len == 0 || a->all.told < a->p->table->rows);
}

/*
 * Pins the plain rows, if they stand in the order of the form: what lies between them
 * can then be aligned by itself. A row beside one that is not plain stays free: values
 * that no row has may be put down to its label.
 */
static void
pin(struct aligning *a)
{
	size_t behind = 0, before = a->p->table->rows;
	bool plain_before = true;

	for (size_t r = 0; r < a->p->table->rows; r++) {
		if (segment_leaves_out(&a->all, r))
			continue;
		bool plain = is_plain(a, r);
		if (plain && a->anchors->row[r].begin < behind) {
			memset(a->pinned, 0, sizeof a->pinned);
			return;
		}
		if (!plain && before < a->p->table->rows)
			a->pinned[before] = false;
		a->pinned[r] = plain && plain_before;
		behind = plain ? a->anchors->row[r].last : behind;
		plain_before = plain;
		before = r;
	}
}

/* What a segment says of a row, in the tokens of the whole. */
static struct shown
shown_from(struct shown row, const struct segment *s, size_t first, size_t count)
{
	if (row.first == s->count) {
		row.first = count;
		return row;
	}
	row.first += first;
	row.last += first;
	row.value += row.values ? first : 0;
	row.head += row.head ? first : 0;
	return row;
}

/* The rows [row, end) in the tokens [first, last). False: memory is out. */
static bool
align_segment(struct aligning *a, size_t row, size_t end, size_t first, size_t last)
{
	struct shown fresh[TABLE_ROWS_MAX];
	struct segment s = a->all;

	s.row = row;
	s.end = end;
	s.begins = row == 0;
	s.sign += first;
	s.count = last - first;
	if (row == end)
		return true;
	const struct shown *shown = a->known ? alignments_find(a->known, &s) : NULL;
	if (!shown) {
		if (!segment_align(&s, a->arena, fresh))
			return false;
		if (a->known)
			alignments_keep(a->known, &s, fresh);
		shown = fresh;
	}
	for (size_t r = row; r < end; r++)
		a->shown[r] = shown_from(shown[r - row], &s, first, a->t->count);
	return true;
}

/* All that is between pinned rows. False: memory is out. */
static bool
align_segments(struct aligning *a)
{
	size_t row = 0, first = 0;

	for (size_t r = 0; r < a->p->table->rows; r++) {
		const struct anchor *anchor = &a->anchors->row[r];
		if (!a->pinned[r])
			continue;
		if (!align_segment(a, row, r, first, anchor->begin))
			return false;
		row = r + 1;
		first = anchor->last;
	}
	return align_segment(a, row, a->p->table->rows, first, a->t->count);
}

bool
align_rows(const struct profile *p, const struct tokens *t, const struct anchors *anchors,
    struct alignments *known, struct arena *arena, struct binding *out)
{
	struct aligning a = { .p = p, .t = t, .anchors = anchors, .known = known, .arena = arena };
	size_t layers = 0;

	*out = (struct binding){ .runs = 0 };
	for (size_t r = 0; r < p->table->rows; r++) {
		a.shown[r].first = t->count;
		layers += p->row[r].slots + 3;
		for (size_t v = 0; v < p->row[r].labels; v++)
			layers += p->row[r].label[v].len;
	}
	if (t->count == 0 || t->count > CELLS_MAX / layers)
		return true;
	if (!read_tokens(&a))
		return false;
	pin(&a);
	if (!align_segments(&a))
		return false;
	runs_make(p, t, anchors, a.shown, out);
	return true;
}
