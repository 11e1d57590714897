/* SPDX-License-Identifier: MIT */
#include "cover.h"

#include "glob.h"
#include "subject.h"

/* An objection to a number that the prose states. */
struct objection {
	size_t fault;
	const struct cell *number; /* of table stated */
	bool covers; /* others, by its rule */
};

struct coverer {
	const struct rules *rules;
	struct cellmap *map;
	struct fault *fault;
	struct objection *item; /* in the order of the faults */
	size_t count;
};

static bool
is_stated(const struct cell *cell)
{
	return cell && slice_is(cell->table, "stated");
}

/* 未发生复议、诉讼: in one clause several things may be 0. */
static bool
is_same(const struct cell *a, const struct cell *b)
{
	if (!is_stated(b) || decimal_cmp(a->number, b->number) != 0)
		return a == b;
	return (a->number.units != 0 && a->line == b->line && slice_eq(a->raw, b->raw))
	    || (slice_eq(a->row, b->row) && slice_eq(a->col, b->col));
}

struct search {
	const struct cell *number;
	bool found;
};

static void
look(void *context, const struct cell *cell)
{
	struct search *s = context;

	s->found = s->found || is_same(s->number, cell);
}

/* Is this fault about that number? */
static bool
is_about(const struct coverer *c, size_t fault, const struct cell *number)
{
	const struct fault *f = &c->fault[fault];
	struct search s = { number, false };

	expr_each_operand(f->rule->holds, c->map, &f->scope, look, &s);
	return s.found;
}

static bool
share_a_number(const struct coverer *c, const struct objection *a, const struct objection *b)
{
	return is_same(a->number, b->number) || is_about(c, b->fault, a->number)
	    || is_about(c, a->fault, b->number);
}

static bool
list_has(struct slice globs, struct slice id)
{
	bool has = false;

	while (globs.len && !has)
		has = glob_match(slice_trim(slice_cut(&globs, ',')), id);
	return has;
}

/* Has the rule a number that should be there? Then *side: is that of `cell` above (1) it,
   the same (0), or below (-1)? */
static bool
compare(struct cellmap *map, const struct rule *rule, const struct expr_scope *scope,
    const struct cell *cell, int *side)
{
	struct expr_value expected = { .known = EXPR_UNKNOWN };

	if (rule->expected)
		expected = expr_eval(rule->expected, map, scope);
	if (expected.known != EXPR_UNKNOWN)
		*side = decimal_cmp(cell->number, expected.number);
	return expected.known != EXPR_UNKNOWN;
}

struct agreement {
	struct cellmap *map;
	const struct rule *rule;
	bool found;
};

/* A number that is not 0 is there as it should be. */
static bool
agree_at(void *context, const struct expr_scope *scope)
{
	struct agreement *a = context;
	const struct cell *cell = subject_of_rule(a->rule, a->map, scope).cell;
	int side = 1;

	a->found = a->found || (is_stated(cell) && cell->number.units != 0
	    && rule_verdict(a->rule, a->map, scope) == RULE_HOLDS
	    && compare(a->map, a->rule, scope, cell, &side) && side == 0);
	return !a->found;
}

/* Does nothing that the covered rules look at agree with the table? */
static bool
all_differ(const struct coverer *c, struct slice covered)
{
	for (size_t i = 0; i < c->rules->count; i++) {
		struct agreement a = { c->map, &c->rules->rule[i], false };
		if (list_has(covered, a.rule->id)
		    && !scope_each(&a.rule->scope, c->map, agree_at, &a))
			return false;
	}
	return true;
}

static bool
covers(const struct coverer *c, const struct objection *a, const struct objection *b)
{
	const struct fault *by = &c->fault[a->fault], *of = &c->fault[b->fault];
	int one = 0, other = 0;

	return a->covers && list_has(by->rule->covers, of->rule->id)
	    && (!compare(c->map, by->rule, &by->scope, a->number, &one)
	        || !compare(c->map, of->rule, &of->scope, b->number, &other) || one == other);
}

static bool
read_objections(struct coverer *c, struct arena *arena, size_t faults)
{
	c->item = arena_array(arena, faults, sizeof *c->item);
	if (!c->item)
		return false;
	for (size_t i = 0; i < faults; i++) {
		const struct fault *f = &c->fault[i];
		const struct cell *cell = subject_of_rule(f->rule, c->map, &f->scope).cell;
		if (is_stated(cell))
			c->item[c->count++] = (struct objection){ i, cell,
				f->rule->covers.len && all_differ(c, f->rule->covers) };
	}
	return true;
}

/* The first objection that the one goes with; itself: none. */
static size_t
spokesman(const struct coverer *c, size_t own)
{
	const struct objection *o = &c->item[own];

	for (size_t i = 0; i < c->count; i++)
		if (i != own && ((i < own && share_a_number(c, &c->item[i], o))
		    || (covers(c, &c->item[i], o) && (i < own || !covers(c, o, &c->item[i])))))
			return i;
	return own;
}

bool
cover_find(const struct rules *rules, struct cellmap *map, struct arena *arena,
    struct fault *fault, size_t count)
{
	struct coverer c = { .rules = rules, .map = map, .fault = fault };

	if (count == 0)
		return true;
	if (!read_objections(&c, arena, count))
		return false;
	for (size_t i = 0; i < c.count; i++) {
		const size_t own = c.item[i].fault;
		const size_t by = fault[c.item[spokesman(&c, i)].fault].leader;
		if (fault[own].leader == own && !fault[own].last && by != own)
			cause_follow(fault, by, own);
	}
	return true;
}
