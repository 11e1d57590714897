/* SPDX-License-Identifier: MIT */
#include "segment.h"

#include "lattice.h"

struct graph {
	struct lattice lattice;
	const struct segment *s;
};

bool
segment_leaves_out(const struct segment *s, size_t row)
{
	const struct table *table = s->p->table;
	struct slice choice = table->row[row].choice;

	return choice.len && s->told < table->rows && !slice_eq(choice, table->row[s->told].choice);
}

/* The values of a row, or none of them. */
static size_t
add_values(struct graph *g, size_t from, size_t row)
{
	const struct profile_row *r = &g->s->p->row[row];
	size_t at = from;

	for (size_t i = 0; i < r->slots; i++)
		at = lattice_behind(&g->lattice, at, (struct layer){
		    .kind = LAYER_SLOT, .row = row, .first = i == 0 && r->labels });
	if (r->slots < 2)
		return at;
	size_t empty = lattice_behind(&g->lattice, from, (struct layer){ .kind = LAYER_EMPTY, .row = row });
	return lattice_add(&g->lattice, (struct layer){ .kind = LAYER_JOIN, .row = row,
	    .from = { (uint32_t)empty, (uint32_t)at }, .froms = 2 });
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
	const struct profile_text *label = &g->s->p->row[row].label[v];
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
		    (struct layer){ .kind = LAYER_LABEL, .row = row, .c = label->c[i] });
	return from;
}

/* The label variants of a row as alternatives, then its slots. */
static size_t
add_row(struct graph *g, size_t from, size_t row)
{
	const struct profile_row *r = &g->s->p->row[row];
	struct layer join = { .kind = LAYER_JOIN, .row = row };
	struct variant variant[LAYER_JOIN_MAX];

	from = lattice_behind(&g->lattice, from, (struct layer){ .kind = LAYER_GAP, .row = row });
	for (size_t v = 0; v < r->labels && v < LAYER_JOIN_MAX; v++)
		join.from[join.froms++] = (uint32_t)add_variant(g, from, row, v, variant);
	if (join.froms)
		from = lattice_add(&g->lattice, join);
	return add_values(g, from, row);
}

/* The alternatives of a choice: each a sequence of rows; one of them is shown. */
static size_t
add_choice(struct graph *g, size_t from, size_t *row)
{
	const struct table *table = g->s->p->table;
	struct layer join = { .kind = LAYER_JOIN, .row = *row };

	while (*row < g->s->end && table->row[*row].choice.len && join.froms < LAYER_JOIN_MAX) {
		struct slice choice = table->row[*row].choice;
		size_t at = from;
		bool other = segment_leaves_out(g->s, *row);
		for (; *row < g->s->end && slice_eq(table->row[*row].choice, choice); ++*row)
			at = other ? at : add_row(g, at, *row);
		if (!other)
			join.from[join.froms++] = (uint32_t)at;
	}
	return join.froms ? lattice_add(&g->lattice, join) : from;
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
	const struct segment *s = g->s;
	size_t at = lattice_add(&g->lattice,
	    (struct layer){ .kind = s->begins ? LAYER_START : LAYER_JOIN });

	for (size_t row = s->row; row < s->end && !g->lattice.failed;) {
		if (s->p->table->row[row].choice.len)
			at = add_choice(g, at, &row);
		else if (s->p->table->row[row].foreign)
			at = add_foreign(g, at, row++);
		else
			at = add_row(g, at, row++);
	}
	return lattice_behind(&g->lattice, at, (struct layer){ .kind = LAYER_GAP });
}

static void
note_match(const struct segment *s, const struct layer *l, size_t j, struct shown *row)
{
	uint32_t sign = s->sign[j];

	if (l->kind == LAYER_LABEL && SIGN_CHAR(sign) != l->c)
		return;
	row->matched += l->kind == LAYER_LABEL;
	if (l->kind == LAYER_LABEL && row->values && row->head == 0)
		row->head = j + 1;
	if (l->kind == LAYER_SLOT && SIGN_STATE(sign) == CELL_BLANK)
		return;
	if (l->kind == LAYER_SLOT) {
		row->values++;
		row->value = j;
	}
	row->last = row->first == s->count ? j : row->last;
	row->first = j;
}

/* Follows the least costs back from the end. */
static void
trace(const struct graph *g, size_t last, struct shown *shown)
{
	size_t j = g->s->count;

	for (size_t at = last; g->lattice.layer[at].froms;) {
		const struct layer *l = &g->lattice.layer[at];
		struct lattice_step step = lattice_back(&g->lattice, at, &j);
		if (step.matched)
			note_match(g->s, l, j, &shown[l->row - g->s->row]);
		if (l->kind == LAYER_LABEL && !step.stays)
			shown[l->row - g->s->row].length++;
		at = step.at;
	}
}

bool
segment_align(const struct segment *s, struct arena *arena, struct shown *shown)
{
	struct graph g = { .s = s };

	for (size_t r = s->row; r < s->end; r++)
		shown[r - s->row] = (struct shown){ .first = s->count };
	if (!lattice_init(&g.lattice, s->sign, s->count, arena))
		return false;
	size_t last = build(&g);
	if (!g.lattice.failed)
		trace(&g, last, shown);
	return !g.lattice.failed;
}
