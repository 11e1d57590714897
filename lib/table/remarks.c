/* SPDX-License-Identifier: MIT */
#include "remarks.h"

enum box_kind {
	BOX_BLANK,
	BOX_VALUE,
	BOX_VALUES, /* several: a separator is lost, or blanks stand in a number */
	BOX_WORDS,
	BOX_LOOSE,  /* a line of which nothing says that it is one cell */
};

/* The tokens [first, last) of one field, or of one line of a cell a line. */
struct box {
	size_t first, last;
	enum box_kind kind;
	bool known, printed; /* is it known whether the form prints the words? does it? */
	bool remark;
};

/* What begins with so many characters of a label is one; 尚未, 法律 begin much else. */
enum { TELLING = 3 };

struct reader {
	const struct profile *p;
	const struct tokens *t;
	struct box *box;
	size_t boxes;
	bool any;
};

static enum box_kind
kind_of(const struct tokens *t, const struct box *box)
{
	const struct token *first = &t->token[box->first];
	size_t values = 0;

	for (size_t i = box->first; i < box->last; i++)
		values += t->token[i].is_value;
	if (first->fields == 1 && t->within < SEPARATED_BY_LINE)
		return BOX_LOOSE;
	if (values < box->last - box->first)
		return BOX_WORDS;
	return values > 1 ? BOX_VALUES : first->state == CELL_BLANK ? BOX_BLANK : BOX_VALUE;
}

static bool
make_boxes(struct reader *r, struct arena *arena)
{
	const struct tokens *t = r->t;

	r->box = arena_raw(arena, (t->count + 1) * sizeof *r->box);
	if (!r->box)
		return false;
	for (size_t i = 0, end; i < t->count; i = end) {
		struct box *box = &r->box[r->boxes++];
		for (end = i + 1; end < t->count && t->token[end].line == t->token[i].line
		     && t->token[end].field == t->token[i].field;)
			end++;
		*box = (struct box){ .first = i, .last = end };
		box->kind = kind_of(t, box);
	}
	return true;
}

/* The longest label or header at token `at`; 0: there is none. */
static size_t
printed_at(const struct reader *r, size_t at)
{
	const struct profile_print *print = profile_print_at(r->p, r->t, at, NULL);

	return print ? print->text->len : 0;
}

/* How many characters of a box stand in `text`, in order. */
static size_t
common_chars(const struct reader *r, const struct box *box, const struct profile_text *text)
{
	size_t before[64] = { 0 }, common = 0;

	if (text->len >= sizeof before / sizeof *before)
		return 0;
	for (size_t i = box->first; i < box->last; i++) {
		size_t corner = 0;
		for (size_t n = 1; n <= text->len; n++) {
			size_t here = before[n];
			if (!r->t->token[i].is_value && r->t->token[i].c == text->c[n - 1])
				before[n] = corner + 1;
			else if (before[n - 1] > here)
				before[n] = before[n - 1];
			corner = here;
			common = before[n] > common ? before[n] : common;
		}
	}
	return common;
}

/* Is the box a part of `text`, or nearly all of it? 二十 out of 第二十条 is none. */
static bool
is_part(const struct reader *r, const struct box *box, const struct profile_text *text)
{
	size_t len = box->last - box->first, longer = len > text->len ? len : text->len;

	for (size_t at = 0; at + len <= text->len; at++) {
		size_t n = 0;
		while (n < len && !r->t->token[box->first + n].is_value
		    && r->t->token[box->first + n].c == text->c[at + n])
			n++;
		if (n == len && (at == 0 || at + len == text->len || len >= TELLING))
			return true;
	}
	for (size_t i = box->first; i < box->last; i++)
		if (profile_text_at(text, r->t, i))
			return false; /* 无行政许可: more than the label, not a slip in it */
	return common_chars(r, box, text) * 4 >= longer * 3;
}

/* May the form have printed it: labels and headers, or a part of one, or one with a slip? */
static bool
find_printed(const struct reader *r, const struct box *box)
{
	const struct profile *p = r->p;
	size_t at = box->first;

	for (size_t len; at < box->last && (len = printed_at(r, at)) != 0;)
		at += len;
	if (at >= box->last || at - box->first >= TELLING)
		return true;
	for (size_t h = 0; h < p->heads; h++)
		if (is_part(r, box, &p->head[h]))
			return true;
	for (size_t row = 0; row < p->table->rows; row++)
		for (size_t v = 0; v < p->row[row].labels; v++)
			if (is_part(r, box, &p->row[row].label[v]))
				return true;
	return false;
}

static bool
is_printed(const struct reader *r, size_t box)
{
	struct box *b = &r->box[box];

	if (!b->known)
		b->printed = b->kind == BOX_WORDS && find_printed(r, b);
	b->known = true;
	return b->printed;
}

/* A row's label that fills boxes from `at` on; `*end` is behind them, `*slots` its cells. */
static bool
label_at(const struct reader *r, size_t at, size_t *end, size_t *slots)
{
	const struct profile_print *print = NULL;

	do
		print = profile_print_at(r->p, r->t, r->box[at].first, print);
	while (print && print->row == r->p->table->rows);
	if (!print)
		return false;
	*slots = r->p->row[print->row].slots;
	for (*end = at; *end < r->boxes; ++*end)
		if (r->box[*end].last >= r->box[at].first + print->text->len)
			return r->box[(*end)++].last == r->box[at].first + print->text->len;
	return false;
}

static size_t
line_of(const struct reader *r, size_t box)
{
	return r->t->token[r->box[box].first].line;
}

/* What stands in the boxes of a row. */
struct count {
	size_t contents, blanks, values, words, torn;
};

/*
 * Counts the boxes [first, last); where each cell has a line, empty fields behind it
 * fill that. False: then two cells share a line.
 */
static bool
count_boxes(const struct reader *r, size_t first, size_t last, bool one_line,
    struct count *n)
{
	*n = (struct count){ 0 };
	for (size_t i = first; i < last; i++) {
		bool blank = r->box[i].kind == BOX_BLANK;
		bool shared = !one_line && i > first && line_of(r, i) == line_of(r, i - 1);
		if (shared && !blank)
			return false;
		n->blanks += blank && !shared;
		n->contents += !blank;
		n->values += r->box[i].kind == BOX_VALUE;
		n->words += r->box[i].kind == BOX_WORDS;
		n->torn += r->box[i].kind == BOX_VALUES;
	}
	return true;
}

/*
 * The boxes that follow `at` up to what the form prints: on one line, where
 * more than the label stands there, else a box a line. Their end.
 */
static size_t
row_end(const struct reader *r, size_t at, bool one_line)
{
	size_t end = at;

	while (end < r->boxes && r->box[end].kind != BOX_LOOSE
	    && (!one_line || line_of(r, end) == line_of(r, at)) && !is_printed(r, end))
		end++;
	return end;
}

/* Do the boxes that `n` counts show which of them are the `slots` cells of a row? */
static bool
is_row(const struct count *n, size_t slots, bool one_line)
{
	size_t all = n->contents + n->blanks;

	return n->contents == slots || all == slots
	    || (one_line && n->contents < slots && (n->values || all > slots));
}

/*
 * Words are remarks. So is a cell with several values if no other is odd: next to
 * words it may be two cells, and the words stand where another table has notes.
 */
static void
mark_remarks(struct reader *r, size_t first, size_t last, bool torn)
{
	for (size_t i = first; i < last; i++) {
		r->box[i].remark = r->box[i].kind == BOX_WORDS
		    || (torn && r->box[i].kind == BOX_VALUES);
		r->any = r->any || r->box[i].remark;
	}
}

static bool
has_value(const struct tokens *t)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->token[i].is_value && t->token[i].state != CELL_BLANK)
			return true;
	return false;
}

/* The row whose label stands in the boxes before `at`. What is behind it. */
static size_t
take_row(struct reader *r, size_t at, size_t slots)
{
	bool one_line = at < r->boxes && line_of(r, at) == line_of(r, at - 1);
	size_t end = row_end(r, at, one_line);
	struct count n;

	count_boxes(r, at, end, one_line, &n);
	if (one_line && n.contents == 0) { /* they fill the line of the label */
		at = end;
		one_line = false;
		end = row_end(r, at, one_line);
	}
	/* Where no number shows what separates the cells, each has a line and a pipe. */
	if ((one_line || r->t->within != SEPARATED_BY_FIELD || !has_value(r->t))
	    && count_boxes(r, at, end, one_line, &n) && is_row(&n, slots, one_line))
		mark_remarks(r, at, end, n.words == 0 && n.contents == slots);
	return end;
}

/* The values of a table whose rows have no labels: a line with all of them, or all lines. */
static size_t
take_unlabelled(struct reader *r, size_t at)
{
	size_t slots = 0;
	bool one_line = at + 1 < r->boxes && line_of(r, at + 1) == line_of(r, at);

	for (size_t row = 0; row < r->p->table->rows; row++)
		slots += r->p->row[row].slots;
	size_t end = row_end(r, at, one_line);
	struct count n;
	if (count_boxes(r, at, end, one_line, &n) && n.values
	    && (n.contents == slots || n.contents + n.blanks == slots))
		mark_remarks(r, at, end, n.words == 0 && n.contents == slots);
	return end > at ? end : at + 1;
}

static void
find_remarks(struct reader *r)
{
	bool labelled = r->p->row[0].labels;

	for (size_t i = 0, end, slots; i < r->boxes;) {
		if (labelled && label_at(r, i, &end, &slots))
			i = take_row(r, end, slots);
		else if (!labelled && !is_printed(r, i))
			i = take_unlabelled(r, i);
		else
			i++;
	}
}

static bool
join(const struct reader *r, struct arena *arena, struct tokens *out)
{
	out->token = arena_raw(arena, (r->t->count + 1) * sizeof *out->token);
	if (!out->token)
		return false;
	out->count = 0;
	out->room = r->t->count + 1;
	for (size_t i = 0; i < r->boxes; i++) {
		const struct box *box = &r->box[i];
		const struct token *first = &r->t->token[box->first];
		size_t count = box->last - box->first;
		if (!box->remark) {
			memcpy(out->token + out->count, first, count * sizeof *first);
			out->count += count;
			continue;
		}
		struct token *token = &out->token[out->count++];
		*token = *first;
		token->is_value = true;
		token->state = CELL_TEXT;
		token->raw = first->cell;
		token->value = SLICE_NONE;
		token->number = DECIMAL_ZERO;
	}
	tokens_find_within(out);
	return true;
}

bool
remarks_join(const struct profile *p, const struct tokens *t, struct arena *arena,
    struct tokens *out)
{
	struct reader r = { .p = p, .t = t };

	*out = *t;
	if (!make_boxes(&r, arena))
		return false;
	find_remarks(&r);
	return !r.any || join(&r, arena, out);
}
