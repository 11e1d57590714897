/* SPDX-License-Identifier: MIT */
#include "sieve_place.h"

#include "expr_bind.h"
#include "expr_quick.h"

struct maker {
	const struct sieve_maker *with;
	struct arena *arena;
	struct slice key[REF_PARTS]; /* of the place: what its kind fixes of them */
	struct sieve_place *place;
};

static const struct expr_bound *
bind_cells(struct maker *m, struct slice table, struct slice row, struct slice col)
{
	const struct slice part[REF_PARTS] = { table, row, col };

	return seats_bound(m->with->seats, part);
}

/* The form cell that a stated number speaks of: a row, or the group of rows of that name. */
static const struct expr_bound *
bind_target(struct maker *m, struct slice cols)
{
	struct seats *seats = m->with->seats;
	struct slice name = m->key[REF_ROW], table = slice_cut(&name, '.');
	struct expr_bound *target = arena_alloc(m->arena, sizeof *target);

	if (!target || name.len == 0)
		return target;
	const struct seat_line *row = seats_line(seats, REF_ROW, table, name);
	struct slice group = arena_format(m->arena, "%.*s.*", SLICE_ARGS(name));
	const struct expr_bound *own = row ? bind_cells(m, table, name, cols) : NULL;
	const struct expr_bound *others = group.ptr ? bind_cells(m, table, group, cols) : NULL;
	if (!own || !others)
		return NULL;
	*target = (struct expr_bound){ .choice = &row->here, .either = { own, others } };
	return target;
}

static const struct expr_bound *
bind(void *context, const struct expr_ref *ref)
{
	struct maker *m = context;
	const struct slice *key = m->key;
	struct slice part[REF_PARTS];

	if (ref->target)
		return bind_target(m, ref->part[REF_COL].len ? ref->part[REF_COL] : key[REF_COL]);
	if (ref->here[REF_TABLE] && ref->here[REF_ROW] && ref->here[REF_COL] && !ref->first)
		return m->with->self;
	for (int i = 0; i < REF_PARTS; i++)
		part[i] = ref->here[i] ? key[i] : ref->part[i];
	if (ref->numbered) {
		struct slice rest = ref->part[REF_COL], head = slice_cut(&rest, '@');
		part[REF_COL] = arena_format(m->arena, "%.*s%.*s%.*s", SLICE_ARGS(head),
		    SLICE_ARGS(expr_ending(key[REF_COL])), SLICE_ARGS(rest));
		if (!part[REF_COL].ptr)
			return NULL;
	}
	return seats_bound(m->with->seats, part);
}

static bool
bind_rule(struct maker *m, const struct rule *rule, struct sieve_check *check)
{
	check->whens = rule->whens;
	check->when = arena_array(m->arena, rule->whens, sizeof *check->when);
	check->holds = expr_bind(rule->holds, m->arena, bind, m);
	if (!check->when || !check->holds)
		return false;
	for (size_t i = 0; i < rule->whens; i++)
		if (!(check->when[i] = expr_bind(rule->when[i], m->arena, bind, m)))
			return false;
	for (size_t i = 0; i < rule->whens && !check->needed[0]; i++)
		check->needed[0] = expr_needed(check->when[i], EXPR_TRUE);
	check->needed[1] = expr_needed(check->holds, EXPR_FALSE);
	check->states = expr_needless(check->holds, &check->bit);
	if (rule->scope.kind == EXPR_STATED)
		check->target = bind_target(m, m->key[REF_COL]);
	return rule->scope.kind != EXPR_STATED || check->target;
}

static bool
add_rule(struct maker *m, size_t number, size_t order)
{
	const struct rule *rule = &m->with->rules->rule[number];
	struct sieve_place *place = m->place;
	struct sieve_check *check = arena_alloc(m->arena, sizeof *check);
	int64_t least, most;

	if (!check || !bind_rule(m, rule, check))
		return false;
	check->table = m->key[REF_TABLE];
	check->order = order;
	bool is_range = rule->scope.kind == EXPR_CELL && rule->whens == 0
	    && expr_range(rule->holds, &least, &most);
	const struct sieve_check **list = is_range ? &place->ranges : &place->checks;
	check->rule = number;
	check->next = *list;
	*list = check;
	if (is_range) {
		place->least = least > place->least ? least : place->least;
		place->most = most < place->most ? most : place->most;
	}
	return true;
}

static struct maker
maker_of(const struct sieve_maker *with)
{
	struct arena *arena = &with->seats->arena;
	struct sieve_place *place = arena_alloc(arena, sizeof *place);

	if (place)
		*place = (struct sieve_place){ .least = INT64_MIN, .most = INT64_MAX };
	return (struct maker){ .with = with, .arena = arena, .place = place };
}

/* The rules with a scope of one of two kinds that has the keys of the place. */
static const struct sieve_place *
make_place(const struct sieve_maker *with, const struct slice *key, enum expr_kind kind,
    enum expr_kind other)
{
	struct maker m = maker_of(with);

	memcpy(m.key, key, sizeof m.key);
	for (size_t i = 0; m.place && i < with->rules->count; i++) {
		const struct scope *scope = &with->rules->rule[i].scope;
		if ((scope->kind == kind || scope->kind == other)
		    && scope_has(scope, key[REF_TABLE], key[REF_ROW], key[REF_COL])
		    && !add_rule(&m, i, 0))
			return NULL;
	}
	return m.place;
}

const struct sieve_place *
sieve_place_of_line(const struct sieve_maker *with, const struct seat_line *line)
{
	const bool is_row = line->part == REF_ROW;
	const struct slice key[REF_PARTS] = { line->table, is_row ? line->key : SLICE_NONE,
		is_row ? SLICE_NONE : line->key };
	const enum expr_kind kind = is_row ? EXPR_ROW : EXPR_COLUMN;

	return make_place(with, key, kind, kind);
}

const struct sieve_place *
sieve_place_of_cell(const struct sieve_maker *with, const struct seat *seat)
{
	return make_place(with, seat->key, EXPR_CELL, EXPR_STATED);
}

/* Of all tables that a glob of the scope matches it is the first that counts: not known. */
static bool
add_unknown(struct maker *m, size_t number, size_t order)
{
	struct sieve_check *check = arena_alloc(m->arena, sizeof *check);

	if (!check)
		return false;
	*check = (struct sieve_check){ .rule = number, .table = m->key[REF_TABLE],
		.order = order, .next = m->place->checks };
	m->place->checks = check;
	return true;
}

/* Once for the report, or for each table that is listed, whether it is there or not. */
static bool
add_to_report(struct maker *m, size_t number)
{
	const struct scope *scope = &m->with->rules->rule[number].scope;
	struct slice list = scope->tables, *table = &m->key[REF_TABLE];

	*table = SLICE_NONE;
	if (scope->kind == EXPR_REPORT)
		return add_rule(m, number, 0);
	for (size_t i = 0; list.len && scope->kind == EXPR_TABLE; i++) {
		*table = slice_cut(&list, ',');
		if (slice_has(*table, '*') ? !add_unknown(m, number, i) : !add_rule(m, number, i))
			return false;
	}
	return true;
}

const struct sieve_place *
sieve_place_of_report(const struct sieve_maker *with)
{
	struct maker m = maker_of(with);

	for (size_t i = 0; m.place && i < with->rules->count; i++)
		if (!add_to_report(&m, i))
			return NULL;
	return m.place;
}

bool
sieve_is_about(const struct rules *rules, struct slice table)
{
	for (size_t i = 0; i < rules->count; i++) {
		const struct scope *scope = &rules->rule[i].scope;
		if (scope->kind != EXPR_REPORT && scope_has_table(scope, table))
			return true;
	}
	return false;
}

static void
is_there(void *context, const struct cell *cell)
{
	bool *there = context;

	*there = cell != NULL;
}

static enum expr_truth
truth(const struct expr *e, struct cellmap *none)
{
	struct expr_value value;

	return e->quick && expr_quick(e, &value) ? value.known : expr_eval(e, none, NULL).known;
}

bool
sieve_check_fails(const struct sieve_check *check, struct cellmap *none)
{
	bool there = !check->target;

	if (!check->holds)
		return true;
	if (check->target)
		expr_bound_each(check->target, is_there, &there);
	for (size_t i = 0; there && i < check->whens; i++)
		there = truth(check->when[i], none) == EXPR_TRUE;
	return there && truth(check->holds, none) == EXPR_FALSE;
}
