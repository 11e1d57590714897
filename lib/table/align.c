/* SPDX-License-Identifier: MIT */
#include "align.h"

#include "lattice.h"
#include "runs.h"

enum { CELLS_MAX = 8 * 1000 * 1000 };

struct graph {
	struct lattice lattice;
	const struct profile *p;
	const struct tokens *t;
	struct slice told; /* of a choice the alternative that the text tells of; empty: none */
	bool pinned[TABLE_ROWS_MAX]; /* rows that are aligned by their anchors */
};

/* The values of a row, or none of them. */
static size_t
add_values(struct graph *g, size_t from, size_t row)
{
	const struct profile_row *r = &g->p->row[row];
	size_t at = from;

	for (size_t i = 0; i < r->slots; i++)
		at = lattice_behind(&g->lattice, at, (struct layer){
		    .kind = LAYER_SLOT, .row = row, .at = i, .first = i == 0 && r->labels });
	if (r->slots < 2)
		return at;
	size_t empty = lattice_behind(&g->lattice, from, (struct layer){ .kind = LAYER_EMPTY, .row = row });
	return lattice_add(&g->lattice, (struct layer){ .kind = LAYER_JOIN, .row = row,
	    .from = { (uint32_t)empty, (uint32_t)at }, .froms = 2 });
}

/* The first place that a pinned row behind `row` takes: no way leads beyond it. */
static size_t
next_pinned(const struct graph *g, size_t row)
{
	while (++row < g->p->table->rows)
		if (g->pinned[row])
			return g->lattice.anchors->row[row].begin;
	return g->t->count;
}

/* A row that stands plainly in the text. */
static size_t
add_pinned(struct graph *g, size_t from, size_t row)
{
	from = lattice_behind(&g->lattice, from, (struct layer){ .kind = LAYER_GAP, .row = row });
	from = lattice_behind(&g->lattice, from,
	    (struct layer){ .kind = LAYER_ANCHOR, .row = row });
	g->lattice.lo = g->lattice.anchors->row[row].last;
	g->lattice.hi = next_pinned(g, row);
	return from;
}

/* One way to write a label: its layers but for those that it shares with one before. */
struct variant {
	size_t shared, first;
};

static size_t
common_start(const struct profile_text *a, const struct profile_text *b)
{
	size_t len = 0;

	while (len < a->len && len < b->len && a->c[len] == b->c[len])
		len++;
	return len;
}

/* The layers of variant `v`, in front of which `*variant` are those of the ones before. */
static size_t
add_variant(struct graph *g, size_t from, size_t row, size_t v, struct variant *variant)
{
	const struct profile_text *label = &g->p->row[row].label[v];
	struct variant *own = &variant[v];

	own->shared = 0;
	for (size_t i = 0; i < v; i++) {
		size_t common = common_start(label, label - v + i);
		if (common <= own->shared)
			continue;
		own->shared = common;
		from = variant[i].first + common - 1 - variant[i].shared;
	}
	own->first = g->lattice.layers;
	for (size_t i = own->shared; i < label->len; i++)
		from = lattice_behind(&g->lattice, from,
		    (struct layer){ .kind = LAYER_LABEL, .row = row, .at = i, .c = label->c[i] });
	return from;
}

/* The label variants of a row as alternatives, then its slots. */
static size_t
add_row(struct graph *g, size_t from, size_t row)
{
	const struct profile_row *r = &g->p->row[row];
	struct layer join = { .kind = LAYER_JOIN, .row = row };
	struct variant variant[LAYER_JOIN_MAX];

	if (g->pinned[row])
		return add_pinned(g, from, row);

	from = lattice_behind(&g->lattice, from, (struct layer){ .kind = LAYER_GAP, .row = row });
	for (size_t v = 0; v < r->labels && v < LAYER_JOIN_MAX; v++)
		join.from[join.froms++] = (uint32_t)add_variant(g, from, row, v, variant);
	if (join.froms)
		from = lattice_add(&g->lattice, join);
	return add_values(g, from, row);
}

static bool
is_head(const struct profile *p, const struct profile_text *label)
{
	for (size_t h = 0; h < p->heads; h++)
		if (p->head[h].len == label->len
		    && memcmp(p->head[h].c, label->c, label->len * sizeof *label->c) == 0)
			return true;
	return false;
}

/* The rows that the text has a label of that is no other row's, and no group's. */
static void
find_told(const struct graph *g, bool *told)
{
	memset(told, false, TABLE_ROWS_MAX);
	for (size_t j = 0; j < g->t->count; j++) {
		const struct profile_print *print = NULL;
		while ((print = profile_print_at(g->p, g->t, j, print)))
			if (print->row < g->p->table->rows && print->text->len >= RUNS_TELLING)
				told[print->row] |= !is_head(g->p, print->text);
	}
}

/* The alternative that the text tells of; none: all may be. */
static struct slice
told_choice(const struct graph *g)
{
	const struct table *table = g->p->table;
	struct slice choice = SLICE_NONE;
	bool told[TABLE_ROWS_MAX];

	find_told(g, told);
	for (size_t r = 0; r < table->rows; r++) {
		struct slice other = table->row[r].choice;
		if (!told[r] || other.len == 0 || slice_eq(choice, other))
			continue;
		if (choice.len)
			return SLICE_NONE;
		choice = other;
	}
	return choice;
}

/* Is the row of an alternative that is not built? */
static bool
is_left_out(const struct graph *g, size_t row)
{
	struct slice choice = g->p->table->row[row].choice;

	return choice.len && g->told.len && !slice_eq(choice, g->told);
}

/* The alternatives of a choice: each a sequence of rows; one of them is shown. */
static size_t
add_choice(struct graph *g, size_t from, size_t *row)
{
	const struct table *table = g->p->table;
	struct layer join = { .kind = LAYER_JOIN, .row = *row };

	while (*row < table->rows && table->row[*row].choice.len && join.froms < LAYER_JOIN_MAX) {
		struct slice choice = table->row[*row].choice;
		size_t at = from;
		bool other = is_left_out(g, *row);
		for (; *row < table->rows && slice_eq(table->row[*row].choice, choice); ++*row)
			at = other ? at : add_row(g, at, *row);
		if (other)
			continue;
		join.from[join.froms++] = (uint32_t)at;
	}
	return lattice_add(&g->lattice, join);
}

/* A row of another form may be shown or not; neither costs. */
static size_t
add_foreign(struct graph *g, size_t from, size_t row)
{
	struct layer join = { .kind = LAYER_JOIN, .row = row, .from = { (uint32_t)from },
		.froms = 2 };

	join.from[1] = (uint32_t)add_row(g, from, row);
	return lattice_add(&g->lattice, join);
}

static size_t
build(struct graph *g)
{
	const struct table *table = g->p->table;

	g->lattice.hi = g->pinned[0] ? g->lattice.anchors->row[0].begin : next_pinned(g, 0);
	size_t at = lattice_add(&g->lattice, (struct layer){ .kind = LAYER_START });

	for (size_t row = 0; row < table->rows && !g->lattice.failed;) {
		if (table->row[row].choice.len)
			at = add_choice(g, at, &row);
		else if (table->row[row].foreign)
			at = add_foreign(g, at, row++);
		else
			at = add_row(g, at, row++);
	}
	return lattice_behind(&g->lattice, at, (struct layer){ .kind = LAYER_GAP, .row = table->rows });
}

static void
note_match(const struct graph *g, const struct layer *l, size_t j, struct shown *shown)
{
	struct shown *row = &shown[l->row];

	if (l->kind == LAYER_LABEL && g->t->token[j].c != l->c)
		return;
	row->matched += l->kind == LAYER_LABEL;
	if (l->kind == LAYER_LABEL && row->values && row->head == 0)
		row->head = j + 1;
	if (l->kind == LAYER_SLOT && g->t->token[j].state == CELL_BLANK)
		return;
	if (l->kind == LAYER_SLOT) {
		row->values++;
		row->value = j;
	}
	row->last = row->first == g->t->count ? j : row->last;
	row->first = j;
}

/* Follows the least costs back from the end. */
static void
trace(const struct graph *g, size_t last, struct shown *shown)
{
	size_t j = g->t->count;

	for (size_t at = last; g->lattice.layer[at].kind != LAYER_START;) {
		const struct layer *l = &g->lattice.layer[at];
		struct lattice_step step = lattice_back(&g->lattice, at, &j);
		if (step.matched)
			note_match(g, l, j, shown);
		shown[l->row].length += l->kind == LAYER_LABEL && !step.stays;
		at = step.at;
	}
}

/* Does every way through the form pass the row, which stands plainly in the text? */
static bool
is_plain(const struct graph *g, const struct anchors *anchors, size_t row)
{
	const struct table_row *r = &g->p->table->row[row];
	const struct anchor *a = &anchors->row[row];

	return a->found && !a->disputed && !r->foreign
	    && (r->choice.len == 0 || slice_eq(r->choice, g->told));
}

/*
 * Pins the plain rows, if they stand in the order of the form: what lies between them
 * can then be aligned by itself. A row beside one that is not plain stays free: values
 * that no row has may be put down to its label.
 */
static void
pin(struct graph *g, const struct anchors *anchors)
{
	size_t behind = 0, before = g->p->table->rows;
	bool plain_before = true;

	for (size_t r = 0; r < g->p->table->rows; r++) {
		if (is_left_out(g, r))
			continue;
		bool plain = is_plain(g, anchors, r);
		if (plain && anchors->row[r].begin < behind) {
			memset(g->pinned, 0, sizeof g->pinned);
			return;
		}
		if (!plain && before < g->p->table->rows)
			g->pinned[before] = false;
		g->pinned[r] = plain && plain_before;
		behind = plain ? anchors->row[r].last : behind;
		plain_before = plain;
		before = r;
	}
}

bool
align_rows(const struct profile *p, const struct tokens *t, const struct anchors *anchors,
    struct arena *arena, struct binding *out)
{
	struct graph g = { .p = p, .t = t };
	struct shown shown[TABLE_ROWS_MAX] = { 0 };
	size_t layers = 0;

	*out = (struct binding){ .runs = 0 };
	for (size_t r = 0; r < p->table->rows; r++) {
		shown[r].first = t->count;
		layers += p->row[r].slots + 3;
		for (size_t v = 0; v < p->row[r].labels; v++)
			layers += p->row[r].label[v].len;
	}
	if (t->count == 0 || t->count > CELLS_MAX / layers)
		return true;
	if (!lattice_init(&g.lattice, p, t, anchors, arena))
		return false;
	g.told = told_choice(&g);
	pin(&g, anchors);
	size_t last = build(&g);
	if (g.lattice.failed)
		return false;
	trace(&g, last, shown);
	runs_make(p, t, anchors, shown, out);
	return true;
}
