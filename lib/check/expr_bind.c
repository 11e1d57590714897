/* SPDX-License-Identifier: MIT */
#include "expr_bind.h"

#include "expr_quick.h"

static bool
has_refs(const struct expr *e)
{
	bool has = expr_has_ref(e);

	for (int i = 0; i < EXPR_ARGUMENTS && !has; i++)
		has = e->arg[i] && has_refs(e->arg[i]);
	return has;
}

const struct expr *
expr_bind(const struct expr *e, struct arena *arena, expr_binder *bind, void *context)
{
	if (!has_refs(e))
		return e;
	struct expr *copy = arena_alloc(arena, sizeof *copy);
	if (!copy)
		return NULL;
	*copy = *e;
	if (expr_has_ref(e) && !(copy->ref.bound = bind(context, &e->ref)))
		return NULL;
	for (int i = 0; i < EXPR_ARGUMENTS; i++)
		if (e->arg[i] && !(copy->arg[i] = expr_bind(e->arg[i], arena, bind, context)))
			return NULL;
	expr_make_quick(copy, arena);
	return copy;
}

void
expr_bound_each(const struct expr_bound *b, void (*each)(void *context, const struct cell *),
    void *context)
{
	b = expr_bound_here(b);
	for (size_t i = 0; i < b->count; i++)
		if (*b->seat[i])
			each(context, *b->seat[i]);
}

static bool
is_own_cell(const struct expr *e)
{
	const struct expr_ref *ref = &e->ref;

	return e->op == EXPR_REF && ref->here[REF_TABLE] && ref->here[REF_ROW]
	    && ref->here[REF_COL] && !ref->target && !ref->first;
}

bool
expr_range(const struct expr *e, int64_t *least, int64_t *most)
{
	*least = -INT64_MAX;
	*most = INT64_MAX;
	if (e->op == EXPR_WHOLE)
		return is_own_cell(e->arg[0]);
	if (e->op < EXPR_LT || e->op > EXPR_GE || !is_own_cell(e->arg[0])
	    || e->arg[1]->op != EXPR_NUMBER || e->arg[1]->number.places)
		return false;
	const int64_t bound = e->arg[1]->number.units;
	const bool strict = e->op == EXPR_LT || e->op == EXPR_GT;
	if (e->op == EXPR_LT || e->op == EXPR_LE)
		*most = bound - strict;
	else
		*least = bound + strict;
	return bound > -INT64_MAX && bound < INT64_MAX;
}

static const struct cell *const *
only_seat(const struct expr *e)
{
	return e->ref.bound && e->ref.bound->one ? e->ref.bound->seat[0] : NULL;
}

/* Of what is unknown as soon as one of its parts is. */
static const struct cell *const *
needed_by_parts(const struct expr *e, enum expr_truth truth)
{
	const struct cell *const *needed = NULL;

	for (int i = 0; i < EXPR_ARGUMENTS && !needed; i++)
		needed = e->arg[i] ? expr_needed(e->arg[i], truth) : NULL;
	return needed;
}

const struct cell *const *
expr_needed(const struct expr *e, enum expr_truth truth)
{
	switch (e->op) {
	case EXPR_REF: case EXPR_MAX: case EXPR_MIN: case EXPR_UNIT:
		return only_seat(e);
	case EXPR_HAS: case EXPR_MATCHES: case EXPR_WRITTEN:
		return truth == EXPR_TRUE ? only_seat(e) : NULL;
	case EXPR_COUNT: case EXPR_SHOWN:
		return NULL;
	case EXPR_NOT:
		return expr_needed(e->arg[0], truth == EXPR_TRUE ? EXPR_FALSE : EXPR_TRUE);
	case EXPR_AND: case EXPR_OR:
		return truth == (e->op == EXPR_AND ? EXPR_TRUE : EXPR_FALSE)
		    ? needed_by_parts(e, truth) : NULL;
	default:
		return needed_by_parts(e, truth);
	}
}
