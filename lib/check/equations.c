/* SPDX-License-Identifier: MIT */
#include "equations.h"

static size_t
number_of(const struct equations *e, const struct cell *cell)
{
	return (size_t)(cell - e->map->cells->cell);
}

const struct equation_use *
equations_of(const struct equations *e, const struct cell *cell)
{
	return e->use[number_of(e, cell)];
}

/* Are all its cells in the table of the scope? Only there sums prove each other. */
static bool
in_one_table(const struct expr_linear *sum, const struct expr_scope *scope)
{
	for (size_t i = 0; i < sum->count; i++)
		if (!slice_eq(sum->term[i].cell->table, scope->table))
			return false;
	return sum->count > 0;
}

static bool
add_uses(struct equations *e, size_t equation)
{
	const struct expr_linear *sum = &e->equation[equation].sum;

	for (size_t i = 0; i < sum->count; i++) {
		struct equation_use *use = arena_alloc(e->arena, sizeof *use);
		const struct equation_use **first = &e->use[number_of(e, sum->term[i].cell)];
		if (!use)
			return false;
		*use = (struct equation_use){ equation, decimal_int(sum->term[i].factor), *first };
		*first = use;
	}
	return true;
}

static bool
add_equation(void *context, const struct expr_scope *scope)
{
	struct equations *e = context;
	struct equation own = { .rule = e->rule, .scope = *scope };

	if (!rule_applies(e->rule, e->map, scope))
		return true;
	enum expr_linear_status status =
	    expr_linear(e->rule->holds, e->map, scope, e->arena, &own.sum);
	if (status == EXPR_NO_MEMORY)
		e->failed = true;
	if (status != EXPR_LINEAR || !in_one_table(&own.sum, scope))
		return !e->failed;
	struct equation *array =
	    arena_grow(e->arena, e->equation, e->count, &e->room, sizeof *array);
	if (!array) {
		e->failed = true;
		return false;
	}
	own.gap = own.sum.gap;
	e->failing += own.gap.units != 0;
	e->equation = array;
	e->equation[e->count++] = own;
	e->failed = !add_uses(e, e->count - 1);
	return !e->failed;
}

bool
equations_read(struct equations *e, const struct rules *rules, struct cellmap *map,
    struct arena *arena)
{
	*e = (struct equations){ .rules = rules, .map = map, .arena = arena };
	e->use = arena_array(arena, map->cells->count, sizeof *e->use);
	if (!e->use)
		return false;
	for (size_t i = 0; i < rules->count && !e->failed; i++) {
		e->rule = &rules->rule[i];
		if (e->rule->joins)
			scope_each(&e->rule->scope, map, add_equation, e);
	}
	return !e->failed;
}

bool
equation_wants(const struct equation *e, const struct expr_term *term, struct decimal *value)
{
	struct decimal factor = decimal_int(term->factor), step, back;

	return decimal_divide(e->gap, factor, DECIMAL_PLACES, &step)
	    && decimal_mul(step, factor, &back) && decimal_cmp(back, e->gap) == 0
	    && decimal_sub(term->cell->number, step, value);
}

/* Moves the gaps of all equations with the cell by `by`, as far as they fit. */
static const struct equation_use *
move_gaps(struct equations *e, const struct cell *cell, struct decimal by,
    const struct equation_use *end)
{
	for (const struct equation_use *use = equations_of(e, cell); use != end;
	    use = use->next) {
		struct decimal step, *gap = &e->equation[use->equation].gap;
		if (!decimal_mul(by, use->factor, &step) || !decimal_add(*gap, step, gap))
			return use;
	}
	return end;
}

/* Half of a change is taken back at once. */
static bool
try_one(struct equations *e, const struct change *change)
{
	struct decimal by, back;

	if (!decimal_sub(change->value, change->cell->number, &by)
	    || !decimal_sub(change->cell->number, change->value, &back))
		return false;
	const struct equation_use *stop = move_gaps(e, change->cell, by, NULL);
	if (stop)
		move_gaps(e, change->cell, back, stop);
	return !stop;
}

void
equations_undo(struct equations *e, const struct change *change, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct decimal back;
		if (decimal_sub(change[i].cell->number, change[i].value, &back))
			move_gaps(e, change[i].cell, back, NULL);
	}
}

bool
equations_try(struct equations *e, const struct change *change, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!try_one(e, &change[i])) {
			equations_undo(e, change, i);
			return false;
		}
	}
	return true;
}

bool
equations_allow(struct equations *e, const struct change *change)
{
	const struct cell *cell = change->cell;
	const struct map_place *place = &e->map->place[number_of(e, cell)];
	struct cell other = *cell;
	struct expr_scope at = {
		.kind = EXPR_CELL, .table = cell->table, .in = &e->map->table[place->table],
		.row = place->row, .col = place->col, .self = &other,
	};

	other.number = change->value;
	for (size_t i = 0; i < e->rules->count; i++) {
		const struct rule *rule = &e->rules->rule[i];
		if (rule->severity == SEVERITY_ERROR && scope_has_cell(&rule->scope, cell)
		    && rule_applies(rule, e->map, &at)
		    && expr_eval(rule->holds, e->map, &at).known == EXPR_FALSE)
			return false;
	}
	return true;
}
