/* SPDX-License-Identifier: MIT */
#include "cause.h"

/* A failing equation. */
struct equation {
	struct expr_linear sum;
	size_t fault;
	size_t group; /* another equation of its group, nearer to the first; or itself */
};

/* What is known of a cell. Groups share no cell, so one of these is enough. */
struct mark {
	size_t uses;  /* equations that can be decided and have it as a term */
	size_t fails; /* those of them that fail */
	size_t first; /* the first that fails, + 1 */
	bool differs; /* they ask for different values */
	size_t leader; /* fault that this cell alone explains, + 1 */
	struct decimal value; /* that they ask for */
};

struct search {
	const struct rules *rules;
	struct cellmap *map;
	struct arena *arena;
	struct fault *fault;
	struct equation *equation;
	size_t equations;
	struct mark *mark; /* one for each cell */
	const struct rule *rule; /* whose equations are being counted */
	bool failed;
};

static struct mark *
mark_of(const struct search *s, const struct cell *cell)
{
	return &s->mark[cell - s->map->cells->cell];
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

/* The equation of a rule at a place, if it can be decided. */
static bool
equation_at(struct search *s, const struct rule *rule, const struct expr_scope *scope,
    struct expr_linear *sum)
{
	enum expr_linear_status status =
	    expr_linear(rule->holds, s->map, scope, s->arena, sum);

	if (status == EXPR_NO_MEMORY)
		s->failed = true;
	return status == EXPR_LINEAR && in_one_table(sum, scope);
}

/* The value of a term's cell with which the equation holds. */
static bool
wanted(const struct expr_linear *sum, const struct expr_term *term, struct decimal *value)
{
	struct decimal factor = decimal_int(term->factor), step, back;

	return decimal_divide(sum->gap, factor, DECIMAL_PLACES, &step)
	    && decimal_mul(step, factor, &back) && decimal_cmp(back, sum->gap) == 0
	    && decimal_sub(term->cell->number, step, value);
}

static size_t
group_of(struct search *s, size_t equation)
{
	struct equation *e = s->equation;

	while (e[equation].group != equation)
		equation = e[equation].group = e[e[equation].group].group;
	return equation;
}

/* One group of two; the first of its equations stands for it. */
static void
join(struct search *s, size_t a, size_t b)
{
	a = group_of(s, a);
	b = group_of(s, b);
	if (a < b)
		s->equation[b].group = a;
	else
		s->equation[a].group = b;
}

static void
mark_failing(struct search *s, size_t number)
{
	const struct expr_linear *sum = &s->equation[number].sum;

	for (size_t i = 0; i < sum->count; i++) {
		struct mark *mark = mark_of(s, sum->term[i].cell);
		struct decimal value = DECIMAL_ZERO;
		bool exists = wanted(sum, &sum->term[i], &value);
		if (mark->fails++ == 0) {
			mark->first = number + 1;
			mark->value = value;
		} else {
			join(s, mark->first - 1, number);
		}
		if (!exists || decimal_cmp(value, mark->value) != 0)
			mark->differs = true;
	}
}

static bool
count_uses(void *context, const struct expr_scope *scope)
{
	struct search *s = context;
	struct expr_linear sum;

	if (rule_applies(s->rule, s->map, scope) && equation_at(s, s->rule, scope, &sum))
		for (size_t i = 0; i < sum.count; i++)
			mark_of(s, sum.term[i].cell)->uses++;
	return !s->failed;
}

/* Would the rules on single cells take this value there? */
static bool
allowed(struct search *s, const struct cell *cell, struct decimal value)
{
	const struct map_place *place = &s->map->place[cell - s->map->cells->cell];
	struct cell other = *cell;
	struct expr_scope at = {
		.kind = EXPR_CELL, .table = cell->table, .in = &s->map->table[place->table],
		.row = place->row, .col = place->col, .self = &other,
	};

	other.number = value;
	for (size_t i = 0; i < s->rules->count; i++) {
		const struct rule *rule = &s->rules->rule[i];
		if (rule->severity == SEVERITY_ERROR && scope_has_cell(&rule->scope, cell)
		    && rule_applies(rule, s->map, &at)
		    && expr_eval(rule->holds, s->map, &at).known == EXPR_FALSE)
			return false;
	}
	return true;
}

/*
 * The cells that explain the group of `first` alone. A second stage (two
 * cells, swapped digits, a shifted row) would go on from here where none does.
 */
static bool
explain(struct search *s, size_t first, size_t size)
{
	const struct expr_linear *sum = &s->equation[first].sum;
	struct fault *leader = &s->fault[s->equation[first].fault];

	for (size_t i = 0; i < sum->count; i++) {
		const struct cell *cell = sum->term[i].cell;
		const struct mark *mark = mark_of(s, cell);
		if (mark->fails != size || mark->uses != size || mark->differs
		    || !allowed(s, cell, mark->value))
			continue;
		struct change *array = arena_grow(
		    s->arena, leader->change, leader->changes, &leader->room, sizeof *array);
		if (!array)
			return false;
		leader->change = array;
		leader->change[leader->changes++] = (struct change){ cell, mark->value };
	}
	return true;
}

static bool
read_equations(struct search *s, size_t count)
{
	s->mark = arena_array(s->arena, s->map->cells->count, sizeof *s->mark);
	s->equation = arena_array(s->arena, count, sizeof *s->equation);
	if (!s->mark || !s->equation)
		return false;
	for (size_t i = 0; i < count; i++) {
		struct equation *e = &s->equation[s->equations];
		if (!s->fault[i].rule->joins
		    || !equation_at(s, s->fault[i].rule, &s->fault[i].scope, &e->sum))
			continue;
		e->fault = i;
		e->group = s->equations;
		mark_failing(s, s->equations++);
	}
	return !s->failed;
}

static bool
count_all_uses(struct search *s)
{
	for (size_t i = 0; i < s->rules->count; i++) {
		s->rule = &s->rules->rule[i];
		if (s->rule->joins && !scope_each(&s->rule->scope, s->map, count_uses, s))
			return false;
	}
	return true;
}

/* Appends a fault to those that follow the leader. */
static void
follow(struct fault *fault, size_t leader, size_t own)
{
	fault[fault[leader].last ? fault[leader].last : leader].next = own;
	fault[leader].last = own;
	fault[own].leader = leader;
}

struct absorber {
	struct search *search;
	size_t own;
};

/* The fault would not be there if the cell were what its leader wants it to be. */
static void
absorb_one(void *context, const struct cell *spoken_of)
{
	const struct absorber *a = context;
	const struct search *s = a->search;
	struct fault *own = &s->fault[a->own];
	size_t leader = mark_of(s, spoken_of)->leader;

	if (leader == 0 || own->leader != a->own)
		return;
	struct cell *cell = &s->map->cells->cell[spoken_of - s->map->cells->cell];
	const struct decimal actual = cell->number;
	cell->number = s->fault[leader - 1].change[0].value;
	bool mended = expr_eval(own->rule->holds, s->map, &own->scope).known == EXPR_TRUE;
	cell->number = actual;
	if (mended)
		follow(s->fault, leader - 1, a->own);
}

/* Rules on single cells, and on what is stated about them. */
static void
absorb(struct search *s, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct absorber a = { s, i };
		if (s->fault[i].scope.kind == EXPR_CELL)
			absorb_one(&a, s->fault[i].scope.self);
		else if (s->fault[i].scope.kind == EXPR_STATED)
			expr_each_target(s->map, &s->fault[i].scope, absorb_one, &a);
	}
}

/* Makes the faults of each explained group follow its leader. */
static void
link_groups(struct search *s)
{
	for (size_t i = 0; i < s->equations; i++) {
		size_t root = group_of(s, i);
		size_t first = s->equation[root].fault;
		const struct fault *leader = &s->fault[first];
		if (root == i && leader->changes == 1)
			mark_of(s, leader->change[0].cell)->leader = first + 1;
		if (root != i && leader->changes)
			follow(s->fault, first, s->equation[i].fault);
	}
}

bool
cause_find(const struct rules *rules, struct cellmap *map, struct arena *arena,
    struct fault *fault, size_t count)
{
	struct search s = { .rules = rules, .map = map, .arena = arena, .fault = fault };

	for (size_t i = 0; i < count; i++)
		fault[i].leader = i;
	if (!read_equations(&s, count))
		return false;
	if (s.equations == 0)
		return true;
	size_t *size = arena_array(arena, s.equations, sizeof *size);
	if (!size || !count_all_uses(&s))
		return false;
	for (size_t i = 0; i < s.equations; i++)
		size[group_of(&s, i)]++;
	for (size_t i = 0; i < s.equations; i++)
		if (size[i] && !explain(&s, i, size[i]))
			return false;
	link_groups(&s);
	absorb(&s, count);
	return true;
}
