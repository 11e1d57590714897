/* SPDX-License-Identifier: MIT */
#include "expr_quick.h"

static bool
add_term(const struct expr *e, int64_t factor, struct arena *arena, struct expr_terms *to)
{
	struct expr_bound_term *array =
	    arena_grow(arena, to->term, to->count, &to->room, sizeof *array);

	if (!array)
		return false;
	to->term = array;
	const bool single = e->op != EXPR_COUNT && e->ref.bound->one;
	to->term[to->count++] =
	    (struct expr_bound_term){ e, factor, single ? e->ref.bound->seat[0] : NULL };
	return true;
}

/* Adds the number, so many times. False: it does not fit. */
static bool
add_times(int64_t *sum, int64_t number, int64_t factor)
{
	return !__builtin_mul_overflow(number, factor, &number)
	    && !__builtin_add_overflow(*sum, number, sum);
}

static bool
is_whole(const struct expr *e)
{
	return e->op == EXPR_NUMBER && e->number.places == 0;
}

/* Adds the terms of a bound expression. False: it has other parts. */
static bool
add_terms(const struct expr *e, int64_t factor, struct arena *arena, struct expr_terms *to)
{
	if (factor < -INT32_MAX || factor > INT32_MAX)
		return false;
	switch (e->op) {
	case EXPR_NUMBER:
		return is_whole(e) && add_times(&to->constant, e->number.units, factor);
	case EXPR_REF: case EXPR_SHOWN: case EXPR_COUNT:
		return add_term(e, factor, arena, to);
	case EXPR_NEGATE:
		return add_terms(e->arg[0], -factor, arena, to);
	case EXPR_ADD: case EXPR_SUB:
		return add_terms(e->arg[0], factor, arena, to)
		    && add_terms(e->arg[1], e->op == EXPR_ADD ? factor : -factor, arena, to);
	case EXPR_MUL:
		return is_whole(e->arg[0]) && e->arg[0]->number.units <= INT32_MAX
		    && add_terms(e->arg[1], factor * e->arg[0]->number.units, arena, to);
	case EXPR_DATE:
		return add_terms(e->arg[0], factor * 10000, arena, to)
		    && add_terms(e->arg[1], factor * 100, arena, to)
		    && add_terms(e->arg[2], factor, arena, to);
	default:
		return false;
	}
}

void
expr_make_quick(struct expr *e, struct arena *arena)
{
	struct expr_terms terms = { .constant = 0 };
	const bool compares = e->op >= EXPR_EQ && e->op <= EXPR_GE;

	e->quick = e->op == EXPR_HAS;
	if (!(compares ? add_terms(e->arg[0], 1, arena, &terms)
	            && add_terms(e->arg[1], -1, arena, &terms)
	        : add_terms(e, 1, arena, &terms)))
		return;
	struct expr_terms *kept = arena_alloc(arena, sizeof *kept);
	if (!kept)
		return;
	*kept = terms;
	e->terms = kept;
	e->quick = true;
}

/*
 * Adds up the numbers that the cells have; `*known`: and none lacks one that would have to
 * have it. False: that takes more than whole numbers.
 */
static bool
add_numbers(const struct expr_bound *b, int64_t factor, bool shown, int64_t *sum, bool *known)
{
	size_t numbers = 0;

	for (size_t i = 0; i < b->count && *known; i++) {
		const struct cell *cell = *b->seat[i];
		struct decimal n;
		if (!cell)
			continue;
		if (cell->state == CELL_NUMBER)
			n = cell->number;
		else if (!expr_cell_number(cell, &n)) {
			*known = shown;
			continue;
		}
		if (n.places || !add_times(sum, n.units, factor))
			return false;
		numbers++;
	}
	*known = *known && (numbers || shown);
	return true;
}

/* Does the number stand there in plain digits? Mostly both are the same bytes. */
static bool
is_plain(const struct cell *cell)
{
	return (cell->raw.ptr == cell->value.ptr && cell->raw.len == cell->value.len)
	    || slice_eq(cell->raw, cell->value);
}

static int64_t
count_cells(const struct expr *e, const struct expr_bound *b)
{
	int64_t count = 0;

	if (b->states && !(*b->states >> e->state & 1))
		return 0;
	for (size_t i = 0; i < b->count; i++) {
		const struct cell *cell = *b->seat[i];
		count += cell && cell->state == e->state && !(e->unplain && is_plain(cell));
	}
	return count;
}

/* The cell of a term that is a single one with a whole number; NULL: it is not so simple. */
static const struct cell *
single_cell(const struct expr_bound_term *t)
{
	const struct cell *cell = t->seat ? *t->seat : NULL;

	return cell && cell->state == CELL_NUMBER && cell->number.places == 0 ? cell : NULL;
}

static bool
add_all(const struct expr_terms *terms, int64_t *sum, bool *known)
{
	*sum = terms->constant;
	*known = true;
	for (size_t i = 0; i < terms->count && *known; i++) {
		const struct expr_bound_term *t = &terms->term[i];
		const struct cell *single = single_cell(t);
		if (single) {
			if (!add_times(sum, single->number.units, t->factor))
				return false;
			continue;
		}
		const struct expr_bound *b = expr_bound_here(t->e->ref.bound);
		if (t->e->op == EXPR_COUNT ? !add_times(sum, count_cells(t->e, b), t->factor)
		    : !add_numbers(b, t->factor, t->e->op == EXPR_SHOWN, sum, known))
			return false;
	}
	return *sum != INT64_MIN; /* as large as no decimal */
}

static bool
has_one(const struct expr_bound *b)
{
	for (size_t i = 0; i < b->count; i++)
		if (*b->seat[i] && (*b->seat[i])->state != CELL_ABSENT)
			return true;
	return false;
}

/* Is a number in that relation to 0? */
static bool
is_in(enum expr_op relation, int64_t number)
{
	switch (relation) {
	case EXPR_EQ: return number == 0;
	case EXPR_NE: return number != 0;
	case EXPR_LT: return number < 0;
	case EXPR_LE: return number <= 0;
	case EXPR_GT: return number > 0;
	default:      return number >= 0;
	}
}

bool
expr_quick(const struct expr *e, struct expr_value *value)
{
	int64_t sum;
	bool known;

	*value = (struct expr_value){ .known = EXPR_UNKNOWN };
	if (!e->terms) {
		value->known = has_one(expr_bound_here(e->ref.bound)) ? EXPR_TRUE : EXPR_FALSE;
		return true;
	}
	if (!add_all(e->terms, &sum, &known))
		return false;
	if (known && e->op >= EXPR_EQ)
		value->known = is_in(e->op, sum) ? EXPR_TRUE : EXPR_FALSE;
	else if (known)
		*value = (struct expr_value){ EXPR_TRUE, decimal_int(sum) };
	return true;
}

const unsigned *
expr_needless(const struct expr *e, unsigned *bit)
{
	const struct expr_terms *terms = e->terms;

	if (e->op < EXPR_EQ || !terms || terms->count != 1 || !is_in(e->op, terms->constant)
	    || terms->term[0].e->op != EXPR_COUNT)
		return NULL;
	*bit = 1U << terms->term[0].e->state;
	return terms->term[0].e->ref.bound->states;
}
