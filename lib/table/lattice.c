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
foreign_cost(enum layer_kind kind, uint32_t sign)
{
	bool inside = kind == LAYER_LABEL || kind == LAYER_SLOT;

	if (!(sign & SIGN_VALUE)) {
		bool head = sign & SIGN_HEAD;
		if (kind == LAYER_START)
			return head ? 0 : 1;
		return head ? (inside ? 4 : 1) : (inside ? 5 : 3);
	}
	if (SIGN_OWNER(sign))
		return 1; /* an anchor in another place than the form's */
	if (SIGN_STATE(sign) == CELL_BLANK)
		return kind == LAYER_SLOT ? 4 : 0;
	if (SIGN_STATE(sign) == CELL_MARK)
		return inside ? 20 : 16;
	return inside ? 34 : 30;
}

/* What it costs to take a token for a value of a row. */
static int32_t
slot_cost(uint32_t sign)
{
	return !(sign & SIGN_VALUE)              ? FAR
	    : SIGN_STATE(sign) == CELL_BLANK ? COST_BLANK_VALUE
	    : SIGN_STATE(sign) == CELL_TEXT  ? COST_GLUED_VALUE
	                                     : 0;
}

bool
lattice_init(struct lattice *g, const uint32_t *token, size_t count, struct arena *arena)
{
	size_t size = (count + 1) * sizeof(int32_t);
	bool ok = true;

	*g = (struct lattice){ .arena = arena, .token = token, .count = count, .room = USUAL };
	for (int kind = 0; kind < LAYER_KINDS_WITH_TOKENS; kind++)
		ok = (g->foreign[kind] = arena_raw(arena, size)) && ok;
	g->layer = arena_raw(arena, g->room * sizeof *g->layer);
	g->other = arena_raw(arena, size);
	g->slot = arena_raw(arena, size);
	if (!ok || !g->layer || !g->other || !g->slot)
		return false;
	for (size_t j = 0; j < count; j++) {
		for (int kind = 0; kind < LAYER_KINDS_WITH_TOKENS; kind++)
			g->foreign[kind][j] = foreign_cost((enum layer_kind)kind, token[j]);
		g->other[j] = token[j] & SIGN_VALUE ? FAR : COST_OTHER_CHAR;
		g->slot[j] = slot_cost(token[j]);
	}
	return true;
}

static int32_t
match_cost(const struct lattice *g, const struct layer *l, size_t j)
{
	uint32_t sign = g->token[j], owner = SIGN_OWNER(sign);

	if (l->kind == LAYER_LABEL)
		return SIGN_CHAR(sign) == l->c ? 0 : g->other[j];
	if (!(sign & SIGN_VALUE) || (owner && owner != l->row + 1))
		return FAR;
	return g->slot[j] + (!l->first && sign & SIGN_BREAK ? COST_ROW_BREAK : 0);
}

static int32_t
missing_cost(const struct layer *l)
{
	return l->kind == LAYER_LABEL ? COST_MISSING_CHAR
	    : l->kind == LAYER_SLOT   ? COST_MISSING_VALUE
	    : l->kind == LAYER_EMPTY  ? COST_EMPTY_ROW
	                              : 0;
}

static inline int32_t
least(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* A character of a label: most layers are such. */
static void
compute_label(const struct lattice *g, const struct layer *l)
{
	const int32_t *before = g->layer[l->from[0]].cost, *other = g->other;
	const int32_t *foreign = g->foreign[LAYER_LABEL];
	const uint32_t *token = g->token, c = l->c;
	int32_t *restrict cost = l->cost;
	int32_t diagonal = before[0], last = least(diagonal + COST_MISSING_CHAR, FAR);

	cost[0] = last;
	for (size_t i = 0, count = g->count; i < count; i++) {
		int32_t match = diagonal + (SIGN_CHAR(token[i]) == c ? 0 : other[i]);
		diagonal = before[i + 1];
		int32_t either = least(match, diagonal + COST_MISSING_CHAR);
		last = least(least(last + foreign[i], either), FAR);
		cost[i + 1] = last;
	}
}

/* What it costs to come from the layers before, passing over what this one is. */
static void
compute_passing(const struct lattice *g, const struct layer *l)
{
	int32_t missing = missing_cost(l);
	int32_t *restrict cost = l->cost;

	for (size_t j = 0; j <= g->count; j++)
		cost[j] = FAR;
	for (size_t i = 0; i < l->froms; i++) {
		const int32_t *before = g->layer[l->from[i]].cost;
		for (size_t j = 0, count = g->count; j <= count; j++)
			cost[j] = least(cost[j], before[j] + missing);
	}
}

static void
compute_slot(const struct lattice *g, const struct layer *l)
{
	const int32_t *before = g->layer[l->from[0]].cost;

	for (size_t j = 0; j < g->count; j++)
		if (g->token[j] & SIGN_VALUE)
			l->cost[j + 1] = least(l->cost[j + 1], before[j] + match_cost(g, l, j));
}

/* Tokens that have no place here, one behind the other. */
static void
compute_foreign(const struct lattice *g, const struct layer *l)
{
	const int32_t *foreign = g->foreign[l->kind];
	int32_t *restrict cost = l->cost;
	int32_t last = cost[0];

	for (size_t j = 0, count = g->count; j < count; j++)
		cost[j + 1] = last = least(last + foreign[j], cost[j + 1]);
}

static void
compute(const struct lattice *g, const struct layer *l)
{
	if (l->kind == LAYER_LABEL) {
		compute_label(g, l);
		return;
	}
	compute_passing(g, l);
	if (l->froms == 0)
		l->cost[0] = 0;
	if (l->kind == LAYER_SLOT)
		compute_slot(g, l);
	if (l->kind < LAYER_KINDS_WITH_TOKENS)
		compute_foreign(g, l);
}

size_t
lattice_add(struct lattice *g, struct layer l)
{
	struct layer *array =
	    g->failed ? NULL : arena_grow(g->arena, g->layer, g->layers, &g->room, sizeof *array);

	l.cost = array ? arena_raw(g->arena, (g->count + 1) * sizeof *l.cost) : NULL;
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
	const int32_t *before = g->layer[l->from[0]].cost;
	int32_t cost = l->cost[*j], missing = missing_cost(l);
	bool matches = l->kind == LAYER_LABEL || l->kind == LAYER_SLOT;
	/* Equal costs: values belong to the earlier row, whose label they follow. */
	bool skips = l->kind == LAYER_SLOT && cost == before[*j] + missing;
	size_t i = 0;

	if (matches && !skips && *j > 0
	    && cost == before[*j - 1] + match_cost(g, l, *j - 1)) {
		--*j;
		return (struct lattice_step){ l->from[0], true, false };
	}
	if (l->kind < LAYER_KINDS_WITH_TOKENS && !skips && *j > 0
	    && cost == l->cost[*j - 1] + g->foreign[l->kind][*j - 1]) {
		--*j;
		return (struct lattice_step){ at, false, true };
	}
	while (i + 1 < l->froms && g->layer[l->from[i]].cost[*j] + missing != cost)
		i++;
	return (struct lattice_step){ l->from[i], false, false };
}
