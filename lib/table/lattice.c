/* SPDX-License-Identifier: MIT */
#include "lattice.h"

enum { FAR = 1 << 28 };

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

/* Which characters are part of a header text, longest first. NULL: memory is out. */
static bool *
find_heads(const struct lattice *g)
{
	const struct tokens *t = g->t;
	bool *is_head = arena_array(g->arena, t->count + 1, sizeof *is_head);

	for (size_t i = 0; is_head && i < t->count; i++) {
		const struct token *token = &t->token[i];
		if (token->is_value || !(g->p->head_first >> token->c % 64 & 1))
			continue;
		for (size_t h = 0; h < g->p->heads; h++) {
			const struct profile_text *head = &g->p->head[h];
			if (!profile_text_at(head, t, i))
				continue;
			memset(is_head + i, true, head->len);
			break;
		}
	}
	return is_head;
}

bool
lattice_init(struct lattice *g, const struct profile *p, const struct tokens *t,
    const struct anchors *anchors, struct arena *arena)
{
	*g = (struct lattice){ .p = p, .t = t, .anchors = anchors, .arena = arena,
		.hi = t->count };
	const bool *is_head = find_heads(g);

	g->c = arena_array(arena, t->count + 1, sizeof *g->c);
	for (size_t j = 0; g->c && j < t->count; j++)
		g->c[j] = t->token[j].is_value ? 0 : t->token[j].c;
	for (int kind = LAYER_START; g->c && is_head && kind <= LAYER_SLOT; kind++) {
		int32_t *cost = arena_array(arena, t->count + 1, sizeof *cost);
		for (size_t j = 0; cost && j < t->count; j++)
			cost[j] = foreign_cost(g, (enum layer_kind)kind, is_head[j], j);
		g->foreign[kind] = cost;
		is_head = cost ? is_head : NULL;
	}
	return g->c && is_head;
}

static int32_t
match_cost(const struct lattice *g, const struct layer *l, size_t j)
{
	const struct token *t = &g->t->token[j];

	if (l->kind == LAYER_LABEL)
		return t->is_value ? FAR : t->c == l->c ? 0 : COST_OTHER_CHAR;
	size_t owner = g->anchors->owner[j];
	if (!t->is_value || (owner && owner != l->row + 1))
		return FAR;
	int32_t cost = t->state == CELL_BLANK ? COST_BLANK_VALUE
	    : t->state == CELL_TEXT           ? COST_GLUED_VALUE
	                                      : 0;
	return !l->first && t->before > g->t->within ? cost + COST_ROW_BREAK : cost;
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

static int32_t
least_before(const struct lattice *g, const struct layer *l, size_t j)
{
	int32_t least = FAR;

	for (size_t i = 0; i < l->froms; i++) {
		int32_t cost = cost_at(g, l->from[i], j);
		least = cost < least ? cost : least;
	}
	return least;
}

static int32_t
least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* A character of a label, behind a layer with the same places: most layers are such. */
static void
compute_label(const struct lattice *g, struct layer *l)
{
	const int32_t *before = g->layer[l->from[0]].cost, *foreign = g->foreign[LAYER_LABEL] + l->lo;
	const uint32_t *c = g->c + l->lo;

	l->cost[0] = least(before[0] + COST_MISSING_CHAR, FAR);
	for (size_t i = 1; i <= l->hi - l->lo; i++) {
		int32_t cost = least(before[i] + COST_MISSING_CHAR, l->cost[i - 1] + foreign[i - 1]);
		int32_t match = c[i - 1] == l->c ? 0 : c[i - 1] ? COST_OTHER_CHAR : FAR;
		l->cost[i] = least(least(cost, before[i - 1] + match), FAR);
	}
}

static void
compute(const struct lattice *g, struct layer *l)
{
	bool matches = l->kind == LAYER_LABEL || l->kind == LAYER_SLOT;
	const int32_t *foreign = g->foreign[l->kind];
	int32_t missing = missing_cost(l);

	for (size_t j = l->lo; j <= l->hi; j++) {
		int32_t cost = l->kind == LAYER_START ? (j ? FAR : 0) : least_before(g, l, j) + missing;
		if (foreign && j > l->lo) {
			int32_t stay = l->cost[j - 1 - l->lo] + foreign[j - 1];
			cost = stay < cost ? stay : cost;
		}
		if (matches && j > l->lo) {
			int32_t match = cost_at(g, l->from[0], j - 1) + match_cost(g, l, j - 1);
			cost = match < cost ? match : cost;
		}
		l->cost[j - l->lo] = cost < FAR ? cost : FAR;
	}
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
	const struct layer *before = l.froms ? &array[l.from[0]] : NULL;
	if (l.kind == LAYER_ANCHOR)
		l.cost[0] = least_before(g, &l, anchor->begin);
	else if (l.kind == LAYER_LABEL && before->lo == l.lo && before->hi == l.hi)
		compute_label(g, &l);
	else
		compute(g, &l);
	g->layer[g->layers] = l;
	return g->layers++;
}

size_t
lattice_behind(struct lattice *g, size_t from, struct layer l)
{
	l.from[0] = from;
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
