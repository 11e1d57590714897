/* SPDX-License-Identifier: MIT */
#include "cause.h"

/* More ways to mend than this say nothing. */
enum { MANY = 8 };

/* An equation that fails. */
struct failing {
	size_t equation, fault;
	size_t group; /* another of its group, nearer to the first; or itself */
	size_t whole; /* the first of the larger group that it is in */
	bool done;    /* explained */
	struct mistakes cause; /* of the first of a group: what would explain it */
};

struct finder {
	struct equations e;
	struct arena *arena;
	struct fault *fault;
	struct failing *failing; /* in the order of the equations */
	size_t count;
	size_t *member; /* the group at hand: numbers in failing[] */
	size_t *equation; /* and in e.equation[] */
	size_t *last;   /* of each cell: a failing equation with it, + 1 */
	size_t *leader; /* of each cell: the fault whose mistake has it, + 1 */
};

static bool
same_place(const struct expr_scope *a, const struct expr_scope *b)
{
	return a->in == b->in && a->row == b->row && a->col == b->col;
}

/* Faults and equations come in the same order: that of the rules, then of the cells. */
static bool
read_failing(struct finder *f, size_t faults)
{
	size_t at = 0;

	f->failing = arena_array(f->arena, f->e.failing, sizeof *f->failing);
	f->member = arena_array(f->arena, f->e.failing, sizeof *f->member);
	f->equation = arena_array(f->arena, f->e.failing, sizeof *f->equation);
	f->last = arena_array(f->arena, f->e.map->cells->count, sizeof *f->last);
	f->leader = arena_array(f->arena, f->e.map->cells->count, sizeof *f->leader);
	if (!f->failing || !f->member || !f->equation || !f->last || !f->leader)
		return false;
	for (size_t i = 0; i < f->e.count; i++) {
		const struct equation *e = &f->e.equation[i];
		if (e->gap.units == 0)
			continue;
		while (at < faults && !(f->fault[at].rule == e->rule
		    && same_place(&f->fault[at].scope, &e->scope)))
			at++;
		if (at < faults)
			f->failing[f->count++] = (struct failing){ .equation = i, .fault = at };
	}
	return true;
}

static size_t
number_of(const struct finder *f, const struct cell *cell)
{
	return (size_t)(cell - f->e.map->cells->cell);
}

static size_t
group_of(struct finder *f, size_t i)
{
	struct failing *a = f->failing;

	while (a[i].group != i)
		i = a[i].group = a[a[i].group].group;
	return i;
}

/* One group of two; the first of its equations stands for it. */
static void
join(struct finder *f, size_t a, size_t b)
{
	a = group_of(f, a);
	b = group_of(f, b);
	f->failing[a < b ? b : a].group = a < b ? a : b;
}

/* Every sum that the cell is part of fails, and all ask for the same value. */
static bool
is_suspect(const struct finder *f, const struct cell *cell)
{
	struct decimal value = DECIMAL_ZERO;

	for (const struct equation_use *use = equations_of(&f->e, cell), *first = use; use;
	    use = use->next) {
		const struct equation *e = &f->e.equation[use->equation];
		const struct expr_term term = { cell, use->factor.units };
		struct decimal other;
		if (e->gap.units == 0 || !equation_wants(e, &term, &other)
		    || (use != first && decimal_cmp(value, other) != 0))
			return false;
		value = other;
	}
	return true;
}

/* What equations must share to be looked at together. */
enum bond { BOND_TABLE, BOND_CELL, BOND_SUSPECT };

static void
join_by_cells(struct finder *f, size_t i, bool suspects)
{
	const struct expr_linear *sum = &f->e.equation[f->failing[i].equation].sum;

	for (size_t t = 0; t < sum->count; t++) {
		const struct cell *cell = sum->term[t].cell;
		size_t *last = &f->last[number_of(f, cell)];
		if (suspects && !is_suspect(f, cell))
			continue;
		if (*last)
			join(f, *last - 1, i);
		*last = i + 1;
	}
}

static void
join_by_table(struct finder *f, size_t i)
{
	const struct map_table *table = f->e.equation[f->failing[i].equation].scope.in;

	for (size_t k = i; k-- > 0;)
		if (!f->failing[k].done && f->e.equation[f->failing[k].equation].scope.in == table) {
			join(f, k, i);
			return;
		}
}

/* Puts what is not explained yet into groups. */
static void
form_groups(struct finder *f, enum bond bond)
{
	memset(f->last, 0, f->e.map->cells->count * sizeof *f->last);
	for (size_t i = 0; i < f->count; i++)
		f->failing[i].group = i;
	for (size_t i = 0; i < f->count; i++) {
		if (f->failing[i].done)
			continue;
		if (bond == BOND_TABLE)
			join_by_table(f, i);
		else
			join_by_cells(f, i, bond == BOND_SUSPECT);
	}
}

/* The group that begins with `root`; none: it is explained, or no group begins there. */
static struct mistake_group
group_at(struct finder *f, size_t root)
{
	struct mistake_group group = { f->equation, 0 };

	for (size_t i = root; i < f->count; i++) {
		if (f->failing[i].done || group_of(f, i) != root)
			continue;
		f->member[group.count] = i;
		f->equation[group.count++] = f->failing[i].equation;
	}
	return group;
}

void
cause_follow(struct fault *fault, size_t leader, size_t own)
{
	fault[fault[leader].last ? fault[leader].last : leader].next = own;
	fault[leader].last = own;
	fault[own].leader = leader;
}

/* The group of `root` has the explanations that were found for it. */
static void
settle(struct finder *f, size_t root)
{
	const struct mistakes *cause = &f->failing[root].cause;
	const size_t count = group_at(f, root).count, first = f->failing[root].fault;

	f->fault[first].cause = *cause;
	for (size_t i = 0; i < count; i++) {
		struct failing *own = &f->failing[f->member[i]];
		own->done = true;
		if (own->fault != first)
			cause_follow(f->fault, first, own->fault);
	}
	if (cause->count > 1)
		return;
	/* What is left is looked at as if this were mended. */
	const struct mistake *mistake = &cause->item[0];
	for (size_t i = 0; i < mistake->changes; i++)
		f->leader[number_of(f, mistake->change[i].cell)] = first + 1;
	equations_try(&f->e, mistake->change, mistake->changes);
}

typedef bool attempt(struct equations *, struct mistake_group, struct mistakes *);

static bool
is_root(const struct finder *f, size_t i)
{
	return !f->failing[i].done && f->failing[i].group == i;
}

/* One mistake for all that hangs together; `most`: more ways than that explain nothing. */
static bool
explain_together(struct finder *f, enum bond bond, attempt *find, size_t most)
{
	form_groups(f, bond);
	for (size_t i = 0; i < f->count; i++) {
		struct mistakes *cause = &f->failing[i].cause;
		if (!is_root(f, i))
			continue;
		*cause = (struct mistakes){ NULL, 0, 0 };
		if (!find(&f->e, group_at(f, i), cause))
			return false;
		if (cause->count && cause->count <= most)
			settle(f, i);
	}
	return true;
}

/* A wrong cell for each part of what hangs together; `all`: only if no part stays open. */
static bool
explain_apart(struct finder *f, bool all)
{
	form_groups(f, BOND_TABLE);
	for (size_t i = 0; i < f->count; i++)
		f->failing[i].whole = group_of(f, i);
	form_groups(f, BOND_SUSPECT);
	for (size_t i = 0; i < f->count; i++) {
		f->failing[i].cause = (struct mistakes){ NULL, 0, 0 };
		if (is_root(f, i)
		    && !mistakes_in_cell(&f->e, group_at(f, i), &f->failing[i].cause))
			return false;
	}
	for (size_t i = 0; i < f->count; i++) {
		bool explained = is_root(f, i) && f->failing[i].cause.count;
		for (size_t k = 0; all && k < f->count; k++)
			if (is_root(f, k) && f->failing[k].whole == f->failing[i].whole
			    && f->failing[k].cause.count == 0)
				explained = false;
		if (explained)
			settle(f, i);
	}
	return true;
}

/* From one mistake for all to what is left of several. */
static bool
explain(struct finder *f)
{
	return explain_together(f, BOND_CELL, mistakes_in_cell, SIZE_MAX)
	    && explain_together(f, BOND_TABLE, mistakes_of_place, SIZE_MAX)
	    && explain_apart(f, true)
	    && explain_together(f, BOND_TABLE, mistakes_in_cells, MANY)
	    && explain_apart(f, false)
	    && explain_together(f, BOND_TABLE, mistakes_of_place, SIZE_MAX)
	    && explain_together(f, BOND_CELL, mistakes_of_place, SIZE_MAX)
	    && explain_together(f, BOND_TABLE, mistakes_in_cells, MANY)
	    && explain_together(f, BOND_CELL, mistakes_in_cells, MANY);
}

/* Would the rule have nothing to object to if the mistake were mended? */
static bool
is_mended(struct finder *f, const struct fault *fault, const struct mistake *m)
{
	struct decimal *actual = arena_array(f->arena, m->changes, sizeof *actual);

	if (!actual)
		return false;
	for (size_t i = 0; i < m->changes; i++) {
		struct cell *cell = &f->e.map->cells->cell[number_of(f, m->change[i].cell)];
		actual[i] = cell->number;
		cell->number = m->change[i].value;
	}
	bool mended = rule_verdict(fault->rule, f->e.map, &fault->scope) != RULE_FAILS;
	for (size_t i = 0; i < m->changes; i++)
		f->e.map->cells->cell[number_of(f, m->change[i].cell)].number = actual[i];
	return mended;
}

struct absorber {
	struct finder *finder;
	size_t own;
};

/* The fault goes with the mistake in a cell that it is about, if it would go away. */
static void
absorb_one(void *context, const struct cell *cell)
{
	const struct absorber *a = context;
	struct finder *f = a->finder;
	size_t leader = f->leader[number_of(f, cell)];

	if (leader && f->fault[a->own].leader == a->own
	    && is_mended(f, &f->fault[a->own], &f->fault[leader - 1].cause.item[0]))
		cause_follow(f->fault, leader - 1, a->own);
}

/* Rules on single cells, and on what is stated about them. */
static void
absorb(struct finder *f, size_t faults)
{
	for (size_t i = 0; i < faults; i++) {
		const struct fault *fault = &f->fault[i];
		struct absorber a = { f, i };
		if (fault->scope.kind != EXPR_CELL && fault->scope.kind != EXPR_STATED)
			continue;
		expr_each_operand(fault->rule->holds, f->e.map, &fault->scope, absorb_one, &a);
		for (size_t w = 0; w < fault->rule->whens; w++)
			expr_each_operand(
			    fault->rule->when[w], f->e.map, &fault->scope, absorb_one, &a);
	}
}

bool
cause_find(const struct rules *rules, struct cellmap *map, struct arena *arena,
    struct fault *fault, size_t count)
{
	struct finder f = { .arena = arena, .fault = fault };
	bool joins = false;

	for (size_t i = 0; i < count; i++) {
		fault[i].leader = i;
		joins = joins || fault[i].rule->joins;
	}
	if (!joins)
		return true;
	if (!equations_read(&f.e, rules, map, arena))
		return false;
	if (f.e.failing == 0)
		return true;
	if (!read_failing(&f, count) || !explain(&f))
		return false;
	absorb(&f, count);
	return true;
}
