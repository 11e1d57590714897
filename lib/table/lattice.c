/* SPDX-License-Identifier: MIT */
#include "lattice.h"

enum { FAR = 1 << 28 };

/* So many layers has a lattice seldom. */
enum { USUAL = 512 };

/* The prices. A row without values weighs less than one that lacks two of them. */
enum {
	COST_MISSING_CHAR = 4,
	COST_OTHER_CHAR = 7,
	COST_MISSING_VALUE = 20, /* of a row that has others */
	COST_EMPTY_ROW = 36,     /* with as many values as it likes */
	COST_BLANK_VALUE = 3,
	COST_GLUED_VALUE = 6,
	COST_ROW_BREAK = 12, /* between two values of a row */
};

static int32_t
foreign_cost(const struct lattice *g, enum layer_kind kind, bool head, size_t j)
{
	const struct token *t = &g->t->token[j];
	bool inside = kind == LAYER_LABEL || kind == LAYER_SLOT;

	if (!t->is_value) {
		if (kind == LAYER_START)
			return head ? 0 : 1;
		return head ? (inside ? 4 : 1) : (inside ? 5 : 3);
	}
	if (g->anchors->owner[j])
		return 1; /* an anchor in another place than the form's */
	if (t->state == CELL_BLANK)
		return kind == LAYER_SLOT ? 4 : 0;
	if (t->state == CELL_MARK)
		return inside ? 20 : 16;
	return inside ? 34 : 30;
}

/* What it costs to take a token for a value of a row. */
static int32_t
slot_cost(const struct token *t)
{
	return !t->is_value            ? FAR
	    : t->state == CELL_BLANK ? COST_BLANK_VALUE
	    : t->state == CELL_TEXT  ? COST_GLUED_VALUE
	                             : 0;
}

/* Which characters are part of a header text, longest first. */
static void
mark_heads(const struct lattice *g, bool *is_head)
{
	memset(is_head, false, g->t->count);
	for (size_t i = 0; i < g->t->count; i++) {
		const struct profile_print *print = NULL;
		do
			print = profile_print_at(g->p, g->t, i, print);
		while (print && print->row < g->p->table->rows);
		if (print)
			memset(is_head + i, true, print->text->len);
	}
}

bool
lattice_init(struct lattice *g, const struct profile *p, const struct tokens *t,
    const struct anchors *anchors, struct arena *arena)
{
	size_t size = (t->count + 1) * sizeof(int32_t);

	*g = (struct lattice){ .p = p, .t = t, .anchors = anchors, .arena = arena,
		.hi = t->count, .room = USUAL };
	bool *is_head = arena_raw(arena, t->count + 1);
	bool ok = is_head;
	for (int kind = LAYER_START; kind <= LAYER_SLOT; kind++)
		ok = (g->foreign[kind] = arena_raw(arena, size)) && ok;
	g->layer = arena_raw(arena, g->room * sizeof *g->layer);
	g->c = arena_raw(arena, size);
	g->other = arena_raw(arena, size);
	g->slot = arena_raw(arena, size);
	if (!ok || !g->layer || !g->c || !g->other || !g->slot)
		return false;
	mark_heads(g, is_head);
	for (size_t j = 0; j < t->count; j++) {
		const struct token *token = &t->token[j];
		for (int kind = LAYER_START; kind <= LAYER_SLOT; kind++)
			g->foreign[kind][j] = foreign_cost(g, (enum layer_kind)kind, is_head[j], j);
		g->c[j] = token->is_value ? 0 : token->c;
		g->other[j] = token->is_value ? FAR : COST_OTHER_CHAR;
		g->slot[j] = slot_cost(token);
	}
	return true;
}

static int32_t
match_cost(const struct lattice *g, const struct layer *l, size_t j)
{
	size_t owner = g->anchors->owner[j];

	if (l->kind == LAYER_LABEL)
		return g->c[j] == l->c ? 0 : g->other[j];
	if (owner && owner != l->row + 1)
		return FAR;
	bool breaks = !l->first && g->t->token[j].before > g->t->within;
	return breaks && g->slot[j] < FAR ? g->slot[j] + COST_ROW_BREAK : g->slot[j];
}

static int32_t
missing_cost(const struct layer *l)
{
	return l->kind == LAYER_LABEL ? COST_MISSING_CHAR
	    : l->kind == LAYER_SLOT   ? COST_MISSING_VALUE
	    : l->kind == LAYER_EMPTY  ? COST_EMPTY_ROW
	                              : 0;
}

static int32_t
cost_at(const struct lattice *g, size_t layer, size_t j)
{
	const struct layer *l = &g->layer[layer];

	return j < l->lo || j > l->hi ? FAR : l->cost[j - l->lo];
}

static inline int32_t
least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t
least_before(const struct lattice *g, const struct layer *l, size_t j)
{
	int32_t cost = FAR;

	for (size_t i = 0; i < l->froms; i++)
		cost = least(cost, cost_at(g, l->from[i], j));
	return cost;
}

/* A character of a label, behind a layer with the same places: most layers are such. */
static void
compute_label(const struct lattice *g, const struct layer *l)
{
	const int32_t *before = g->layer[l->from[0]].cost, *other = g->other + l->lo;
	const int32_t *foreign = g->foreign[LAYER_LABEL] + l->lo;
	const uint32_t *token = g->c + l->lo, c = l->c;
	int32_t *restrict cost = l->cost;
	int32_t diagonal = before[0], last = least(diagonal + COST_MISSING_CHAR, FAR);

	cost[0] = last;
	for (size_t i = 1, places = l->hi - l->lo; i <= places; i++) {
		int32_t match = diagonal + (token[i - 1] == c ? 0 : other[i - 1]);
		diagonal = before[i];
		int32_t either = least(match, diagonal + COST_MISSING_CHAR);
		last = least(least(last + foreign[i - 1], either), FAR);
		cost[i] = last;
	}
}

/* What it costs to come from a layer before, passing over what this one is. */
static void
compute_passing(const struct lattice *g, const struct layer *l)
{
	const struct layer *before = l->froms ? &g->layer[l->from[0]] : NULL;
	int32_t missing = missing_cost(l);

	if (l->froms != 1 || before->lo != l->lo || before->hi != l->hi) {
		for (size_t j = l->lo; j <= l->hi; j++)
			l->cost[j - l->lo] = least(least_before(g, l, j) + missing, FAR);
		return;
	}
	const int32_t *from = before->cost;
	int32_t *restrict cost = l->cost;
	for (size_t i = 0, places = l->hi - l->lo; i <= places; i++)
		cost[i] = least(from[i] + missing, FAR);
}

static void
compute_matches(const struct lattice *g, const struct layer *l)
{
	for (size_t j = l->lo + 1; j <= l->hi; j++) {
		int32_t match = match_cost(g, l, j - 1);
		if (match < FAR)
			l->cost[j - l->lo] = least(
			    l->cost[j - l->lo], cost_at(g, l->from[0], j - 1) + match);
	}
}

/* Tokens that have no place here, one behind the other. */
static void
compute_foreign(const int32_t *foreign, const struct layer *l)
{
	int32_t *restrict cost = l->cost;
	int32_t last = cost[0];

	for (size_t i = 1, places = l->hi - l->lo; i <= places; i++)
		cost[i] = last = least(last + foreign[i - 1], cost[i]);
}

static void
compute(const struct lattice *g, const struct layer *l)
{
	const struct layer *before = l->froms ? &g->layer[l->from[0]] : NULL;

	if (l->kind == LAYER_LABEL && before->lo == l->lo && before->hi == l->hi) {
		compute_label(g, l);
		return;
	}
	if (l->kind == LAYER_ANCHOR) {
		l->cost[0] = least_before(g, l, g->anchors->row[l->row].begin);
		return;
	}
	compute_passing(g, l);
	if (l->kind == LAYER_START)
		l->cost[0] = 0;
	if (l->kind == LAYER_LABEL || l->kind == LAYER_SLOT)
		compute_matches(g, l);
	if (g->foreign[l->kind])
		compute_foreign(g->foreign[l->kind] + l->lo, l);
}

size_t
lattice_add(struct lattice *g, struct layer l)
{
	struct layer *array =
	    g->failed ? NULL : arena_grow(g->arena, g->layer, g->layers, &g->room, sizeof *array);
	const struct anchor *anchor = &g->anchors->row[l.row];

	l.lo = l.kind == LAYER_ANCHOR ? anchor->last : g->lo;
	l.hi = l.kind == LAYER_ANCHOR ? anchor->last : g->hi;
	l.cost = array ? arena_raw(g->arena, (l.hi - l.lo + 1) * sizeof *l.cost) : NULL;
	if (!l.cost) {
		g->failed = true;
		return 0;
	}
	g->layer = array;
	compute(g, &l);
	g->layer[g->layers] = l;
	return g->layers++;
}

size_t
lattice_behind(struct lattice *g, size_t from, struct layer l)
{
	l.from[0] = (uint32_t)from;
	l.froms = 1;
	return lattice_add(g, l);
}

struct lattice_step
lattice_back(const struct lattice *g, size_t at, size_t *j)
{
	const struct layer *l = &g->layer[at];
	int32_t cost = cost_at(g, at, *j), missing = missing_cost(l);
	bool matches = l->kind == LAYER_LABEL || l->kind == LAYER_SLOT;
	/* Equal costs: values belong to the earlier row, whose label they follow. */
	bool skips = l->kind == LAYER_SLOT && cost == cost_at(g, l->from[0], *j) + missing;
	size_t i = 0;

	if (l->kind == LAYER_ANCHOR) {
		*j = g->anchors->row[l->row].begin;
		return (struct lattice_step){ l->from[0], false, false };
	}
	if (matches && !skips && *j > l->lo
	    && cost == cost_at(g, l->from[0], *j - 1) + match_cost(g, l, *j - 1)) {
		--*j;
		return (struct lattice_step){ l->from[0], true, false };
	}
	if (g->foreign[l->kind] && !skips && *j > l->lo
	    && cost == cost_at(g, at, *j - 1) + g->foreign[l->kind][*j - 1]) {
		--*j;
		return (struct lattice_step){ at, false, true };
	}
	while (i + 1 < l->froms && cost_at(g, l->from[i], *j) + missing != cost)
		i++;
	return (struct lattice_step){ l->from[i], false, false };
}
