/* SPDX-License-Identifier: MIT */
#include "align.h"

#include "runs.h"

/*
 * The profile as a graph of layers, each with the cost of the best alignment
 * of all that lies before it with the first j tokens. A layer is reached from
 * one other, or, where alternatives join, from several.
 */
enum layer_kind {
	LAYER_START, /* tokens before the first row */
	LAYER_GAP,   /* between rows: foreign text is cheap here */
	LAYER_LABEL, /* one character of a label */
	LAYER_SLOT,  /* one value */
	LAYER_EMPTY, /* instead of all values of a row */
	LAYER_JOIN,  /* the best of several layers */
};

enum { JOIN_MAX = 16, CELLS_MAX = 8 * 1000 * 1000, FAR = 1 << 28 };

struct layer {
	enum layer_kind kind;
	size_t row, at;        /* profile row; character or slot in it */
	uint32_t c;
	bool first;            /* of its row's slots */
	size_t from[JOIN_MAX]; /* layers before; from[0] unless a join */
	size_t froms;
	int32_t *cost;         /* [tokens + 1] */
};

struct graph {
	const struct profile *p;
	const struct tokens *t;
	const struct anchors *anchors;
	struct arena *arena;
	bool *head;            /* token is part of a header text */
	struct layer *layer;
	size_t layers, room;
	bool failed;
};

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

/* What a token costs that the profile has no place for, by layer. */
static int32_t
foreign_cost(const struct graph *g, enum layer_kind kind, size_t j)
{
	const struct token *t = &g->t->token[j];
	bool inside = kind == LAYER_LABEL || kind == LAYER_SLOT;

	if (!t->is_value) {
		if (kind == LAYER_START)
			return g->head[j] ? 0 : 1;
		return g->head[j] ? (inside ? 4 : 1) : (inside ? 5 : 3);
	}
	if (g->anchors->owner[j])
		return 1; /* an anchor in another place than the form's */
	if (t->state == CELL_BLANK)
		return kind == LAYER_SLOT ? 4 : 0;
	if (t->state == CELL_MARK)
		return inside ? 20 : 16;
	return inside ? 34 : 30;
}

static int32_t
match_cost(const struct graph *g, const struct layer *l, size_t j)
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
least_before(const struct graph *g, const struct layer *l, size_t j)
{
	int32_t least = FAR;

	for (size_t i = 0; i < l->froms; i++)
		if (g->layer[l->from[i]].cost[j] < least)
			least = g->layer[l->from[i]].cost[j];
	return least;
}

/* Adds a layer behind `from` and computes its costs; its index. */
static size_t
add_layer(struct graph *g, struct layer l)
{
	struct layer *array =
	    g->failed ? NULL : arena_grow(g->arena, g->layer, g->layers, &g->room, sizeof *array);

	l.cost = array ? arena_array(g->arena, g->t->count + 1, sizeof *l.cost) : NULL;
	if (!l.cost) {
		g->failed = true;
		return 0;
	}
	g->layer = array;
	bool matches = l.kind == LAYER_LABEL || l.kind == LAYER_SLOT;
	int32_t missing = missing_cost(&l);
	for (size_t j = 0; j <= g->t->count; j++) {
		int32_t cost = l.kind == LAYER_START ? (j ? FAR : 0) : least_before(g, &l, j) + missing;
		if (j && l.kind != LAYER_JOIN && l.kind != LAYER_EMPTY) {
			int32_t foreign = l.cost[j - 1] + foreign_cost(g, l.kind, j - 1);
			cost = foreign < cost ? foreign : cost;
		}
		if (j && matches) {
			int32_t match = g->layer[l.from[0]].cost[j - 1] + match_cost(g, &l, j - 1);
			cost = match < cost ? match : cost;
		}
		l.cost[j] = cost < FAR ? cost : FAR;
	}
	g->layer[g->layers] = l;
	return g->layers++;
}

static size_t
add_behind(struct graph *g, size_t from, struct layer l)
{
	l.from[0] = from;
	l.froms = 1;
	return add_layer(g, l);
}

/* The values of a row, or none of them. */
static size_t
add_values(struct graph *g, size_t from, size_t row)
{
	const struct profile_row *r = &g->p->row[row];
	size_t at = from;

	for (size_t i = 0; i < r->slots; i++)
		at = add_behind(g, at, (struct layer){
		    .kind = LAYER_SLOT, .row = row, .at = i, .first = i == 0 && r->labels });
	if (r->slots < 2)
		return at;
	size_t empty = add_behind(g, from, (struct layer){ .kind = LAYER_EMPTY, .row = row });
	return add_layer(g, (struct layer){ .kind = LAYER_JOIN, .row = row,
	    .from = { empty, at }, .froms = 2 });
}

/* The label variants of a row as alternatives, then its slots. */
static size_t
add_row(struct graph *g, size_t from, size_t row)
{
	const struct profile_row *r = &g->p->row[row];
	struct layer join = { .kind = LAYER_JOIN, .row = row };

	from = add_behind(g, from, (struct layer){ .kind = LAYER_GAP, .row = row });
	for (size_t v = 0; v < r->labels && join.froms < JOIN_MAX; v++) {
		size_t at = from;
		for (size_t i = 0; i < r->label[v].len; i++)
			at = add_behind(g, at, (struct layer){
			    .kind = LAYER_LABEL, .row = row, .at = i, .c = r->label[v].c[i] });
		join.from[join.froms++] = at;
	}
	if (join.froms)
		from = add_layer(g, join);
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

/* Does the text have a label of the row that is no other row's, and no group's? */
static bool
is_told(const struct graph *g, size_t row)
{
	const struct profile_row *r = &g->p->row[row];

	for (size_t v = 0; v < r->labels; v++)
		for (size_t j = 0; r->label[v].len >= RUNS_TELLING && j < g->t->count; j++)
			if (profile_text_at(&r->label[v], g->t, j) && !is_head(g->p, &r->label[v]))
				return true;
	return false;
}

/* The alternative that the text tells of; none: all may be. */
static struct slice
told_choice(const struct graph *g)
{
	const struct table *table = g->p->table;
	struct slice told = SLICE_NONE;

	for (size_t r = 0; r < table->rows; r++) {
		struct slice choice = table->row[r].choice;
		if (choice.len == 0 || slice_eq(choice, told) || !is_told(g, r))
			continue;
		if (told.len)
			return SLICE_NONE;
		told = choice;
	}
	return told;
}

/* The alternatives of a choice: each a sequence of rows; one of them is shown. */
static size_t
add_choice(struct graph *g, size_t from, size_t *row)
{
	const struct table *table = g->p->table;
	struct layer join = { .kind = LAYER_JOIN, .row = *row };
	struct slice told = told_choice(g);

	while (*row < table->rows && table->row[*row].choice.len && join.froms < JOIN_MAX) {
		struct slice choice = table->row[*row].choice;
		size_t at = from;
		bool other = told.len && !slice_eq(choice, told);
		for (; *row < table->rows && slice_eq(table->row[*row].choice, choice); ++*row)
			at = other ? at : add_row(g, at, *row);
		if (other)
			continue;
		join.from[join.froms++] = at;
	}
	return add_layer(g, join);
}

/* A row of another form may be shown or not; neither costs. */
static size_t
add_foreign(struct graph *g, size_t from, size_t row)
{
	struct layer join = { .kind = LAYER_JOIN, .row = row, .from = { from }, .froms = 2 };

	join.from[1] = add_row(g, from, row);
	return add_layer(g, join);
}

static size_t
build(struct graph *g)
{
	const struct table *table = g->p->table;
	size_t at = add_layer(g, (struct layer){ .kind = LAYER_START });

	for (size_t row = 0; row < table->rows && !g->failed;) {
		if (table->row[row].choice.len)
			at = add_choice(g, at, &row);
		else if (table->row[row].foreign)
			at = add_foreign(g, at, row++);
		else
			at = add_row(g, at, row++);
	}
	return add_behind(g, at, (struct layer){ .kind = LAYER_GAP, .row = table->rows });
}

/* Marks the characters that are part of a header text, longest first. */
static bool
mark_heads(struct graph *g)
{
	const struct tokens *t = g->t;

	g->head = arena_array(g->arena, t->count + 1, sizeof *g->head);
	for (size_t i = 0; g->head && i < t->count; i++)
		for (size_t h = 0; h < g->p->heads; h++) {
			const struct profile_text *head = &g->p->head[h];
			if (!profile_text_at(head, t, i))
				continue;
			memset(g->head + i, true, head->len);
			break;
		}
	return g->head != NULL;
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

	for (size_t at = last; g->layer[at].kind != LAYER_START;) {
		const struct layer *l = &g->layer[at];
		int32_t cost = l->cost[j];
		bool matches = l->kind == LAYER_LABEL || l->kind == LAYER_SLOT;
		/* Equal costs: values belong to the earlier row, whose label they follow. */
		bool missing = l->kind == LAYER_SLOT
		    && cost == g->layer[l->from[0]].cost[j] + missing_cost(l);
		if (matches && !missing && j
		    && cost == g->layer[l->from[0]].cost[j - 1] + match_cost(g, l, j - 1)) {
			note_match(g, l, --j, shown);
			shown[l->row].length += l->kind == LAYER_LABEL;
			at = l->from[0];
			continue;
		}
		if (l->kind != LAYER_JOIN && l->kind != LAYER_EMPTY && !missing && j
		    && cost == l->cost[j - 1] + foreign_cost(g, l->kind, j - 1)) {
			j--;
			continue;
		}
		shown[l->row].length += l->kind == LAYER_LABEL;
		size_t i = 0;
		while (i + 1 < l->froms
		    && g->layer[l->from[i]].cost[j] + missing_cost(l) != cost)
			i++;
		at = l->from[i];
	}
}

bool
align_rows(const struct profile *p, const struct tokens *t, const struct anchors *anchors,
    struct arena *arena, struct binding *out)
{
	struct graph g = { .p = p, .t = t, .anchors = anchors, .arena = arena };
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
	if (!mark_heads(&g))
		return false;
	size_t last = build(&g);
	if (g.failed)
		return false;
	trace(&g, last, shown);
	runs_make(p, t, anchors, shown, out);
	return true;
}
