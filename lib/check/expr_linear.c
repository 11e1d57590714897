/* SPDX-License-Identifier: MIT */
/* Equations as sums of cells: what the search for the cause of a failure works on. */
#include "expr_node.h"

#include <stdlib.h>

static bool
is_sum(const struct expr *e)
{
	switch (e->op) {
	case EXPR_NUMBER:
		return true;
	case EXPR_REF:
		return true;
	case EXPR_NEGATE:
		return is_sum(e->arg[0]);
	case EXPR_ADD: case EXPR_SUB:
		return is_sum(e->arg[0]) && is_sum(e->arg[1]);
	default:
		return false;
	}
}

bool
expr_is_linear(const struct expr *e)
{
	return e->op == EXPR_EQ && is_sum(e->arg[0]) && is_sum(e->arg[1]);
}

struct builder {
	struct cellmap *map;
	const struct expr_scope *scope;
	struct arena *arena;
	struct expr_linear *out;
	enum expr_linear_status status;
	int sign; /* of the reference at hand */
};

static void
add_number(struct builder *b, struct decimal *sum, struct decimal n, int sign)
{
	bool fits = sign > 0 ? decimal_add(*sum, n, sum) : decimal_sub(*sum, n, sum);

	if (!fits)
		b->status = EXPR_NOT_LINEAR;
}

static void
add_cell(void *context, const struct cell *cell)
{
	struct builder *b = context;
	struct expr_linear *out = b->out;
	struct decimal n;

	if (b->status != EXPR_LINEAR)
		return;
	if (!expr_cell_number(cell, &n)) {
		b->status = EXPR_NOT_LINEAR;
		return;
	}
	struct expr_term *term =
	    arena_grow(b->arena, out->term, out->count, &out->room, sizeof *term);
	if (!term) {
		b->status = EXPR_NO_MEMORY;
		return;
	}
	out->term = term;
	out->term[out->count++] = (struct expr_term){ cell, b->sign };
	add_number(b, &out->gap, n, b->sign);
}

static void
build(struct builder *b, const struct expr *e, int sign)
{
	size_t before = b->out->count;

	if (e->op == EXPR_NUMBER) {
		add_number(b, &b->out->constant, e->number, sign);
		add_number(b, &b->out->gap, e->number, sign);
	} else if (e->op == EXPR_REF) {
		b->sign = sign;
		expr_each_cell(&e->ref, b->map, b->scope, add_cell, b);
		if (b->out->count == before && b->status == EXPR_LINEAR)
			b->status = EXPR_NOT_LINEAR; /* no cell: unknown */
	} else {
		build(b, e->arg[0], e->op == EXPR_NEGATE ? -sign : sign);
		if (e->arg[1])
			build(b, e->arg[1], e->op == EXPR_ADD ? sign : -sign);
	}
}

static int
by_cell(const void *a, const void *b)
{
	const struct cell *left = ((const struct expr_term *)a)->cell;
	const struct cell *right = ((const struct expr_term *)b)->cell;

	return (left > right) - (left < right);
}

/* Each cell once; those that cancel out go. */
static void
merge(struct expr_linear *l)
{
	size_t kept = 0;

	if (l->count)
		qsort(l->term, l->count, sizeof *l->term, by_cell);
	for (size_t i = 0; i < l->count;) {
		struct expr_term term = l->term[i];
		while (++i < l->count && l->term[i].cell == term.cell)
			term.factor += l->term[i].factor;
		if (term.factor)
			l->term[kept++] = term;
	}
	l->count = kept;
}

enum expr_linear_status
expr_linear(const struct expr *e, struct cellmap *map, const struct expr_scope *scope,
    struct arena *arena, struct expr_linear *out)
{
	struct builder b = { map, scope, arena, out, EXPR_LINEAR, 1 };

	*out = (struct expr_linear){ .constant = DECIMAL_ZERO };
	build(&b, e->arg[0], 1);
	build(&b, e->arg[1], -1);
	if (b.status == EXPR_LINEAR)
		merge(out);
	return b.status;
}
