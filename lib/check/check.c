/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdlib.h>

#include "cover.h"
#include "sieve.h"
#include "tell.h"
#include "verdict.h"

/* A rule that does not fail at a place. */
struct passed {
	const struct rule *rule;
	struct expr_scope scope;
	enum rule_verdict verdict;
	size_t faults; /* so many were met before it */
};

struct check {
	const struct check_options *options;
	const struct rules *rules;
	struct cellmap map;
	struct arena *arena;
	const struct rule *rule; /* being applied */
	struct fault *fault;     /* in the order of the rules, then of the cells */
	size_t faults, fault_room;
	struct passed *passed;   /* likewise; only if they are told */
	size_t passes, pass_room;
};

static bool
keep_fault(struct check *c, const struct expr_scope *scope)
{
	struct fault *array =
	    arena_grow(c->arena, c->fault, c->faults, &c->fault_room, sizeof *array);

	if (!array)
		return false;
	c->fault = array;
	c->fault[c->faults++] = (struct fault){ .rule = c->rule, .scope = *scope };
	return true;
}

static bool
keep_passed(struct check *c, const struct expr_scope *scope, enum rule_verdict verdict)
{
	struct passed *array =
	    arena_grow(c->arena, c->passed, c->passes, &c->pass_room, sizeof *array);

	if (!array)
		return false;
	c->passed = array;
	c->passed[c->passes++] = (struct passed){ c->rule, *scope, verdict, c->faults };
	return true;
}

static void
count(const struct check *c, const struct rule *rule, enum rule_verdict verdict)
{
	if (c->options->count && !rule->silent)
		c->options->count[rule - c->rules->rule].at[verdict]++;
}

/* The verdict of the rule at one place. Failures are counted when they are told. */
static bool
judge(void *context, const struct expr_scope *scope)
{
	struct check *c = context;
	enum rule_verdict verdict = rule_verdict(c->rule, &c->map, scope);
	bool tells = c->options->all && !c->rule->silent;

	if (verdict == RULE_FAILS)
		return keep_fault(c, scope);
	count(c, c->rule, verdict);
	return !tells || verdict == RULE_IS_NOT_FOR || keep_passed(c, scope, verdict);
}

/* What is told before fault number `faults`, from `*next` on. */
static void
tell_passed(const struct check *c, struct teller *teller, size_t faults, size_t *next)
{
	for (; *next < c->passes && c->passed[*next].faults == faults; ++*next) {
		const struct passed *p = &c->passed[*next];
		if (p->verdict == RULE_HOLDS)
			tell_holds(teller, p->rule, &p->scope);
		else
			tell_undecided(teller, p->rule, &p->scope);
	}
}

/* Adds the finding for a cause. False: it was judged before, and is not there. */
static bool
tell_unless_judged(const struct check *c, struct teller *teller, size_t leader)
{
	const struct judged *judged = c->options->judged;
	struct findings *out = teller->out;

	tell_cause(teller, c->fault, leader);
	if (teller->failed || !judged || !judged_has(judged, out->finding[out->count - 1].id))
		return true;
	out->count--;
	return false;
}

static bool
tell(const struct check *c, struct teller *teller)
{
	bool *left_out = arena_array(c->arena, c->faults + 1, sizeof *left_out);
	size_t next = 0;

	if (!left_out)
		return false;
	tell_begin(teller);
	for (size_t i = 0; i < c->faults && !teller->failed; i++) {
		const struct fault *fault = &c->fault[i];
		tell_passed(c, teller, i, &next);
		if (fault->rule->silent)
			continue;
		if (tell_first(c->fault, fault->leader) == i)
			left_out[fault->leader] = !tell_unless_judged(c, teller, fault->leader);
		else if (c->options->all && !left_out[fault->leader])
			tell_explained(teller, fault);
		if (!left_out[fault->leader])
			count(c, fault->rule, RULE_FAILS);
	}
	tell_passed(c, teller, c->faults, &next);
	return tell_end(teller) && !c->map.failed;
}

/* To learn the places that rules are about takes as long as to check so many documents. */
enum { SIEVE_AFTER = 4 };

/* What is worth a look: all, if it is to be told what holds. False: memory. */
static bool
find_suspects(struct check *c, struct rules *rules, const struct cells *cells,
    struct suspects *suspects)
{
	*suspects = (struct suspects){ .all = true };
	if (c->options->all || c->options->count
	    || (!rules->sieve && rules->documents++ < SIEVE_AFTER))
		return true;
	if (!rules->sieve && !(rules->sieve = sieve_new(rules)))
		return false;
	return sieve_cells(rules->sieve, cells, c->arena, suspects);
}

static bool
judge_everywhere(struct check *c)
{
	for (size_t i = 0; i < c->rules->count; i++) {
		c->rule = &c->rules->rule[i];
		if (!scope_each(&c->rule->scope, &c->map, judge, c))
			return false;
	}
	return true;
}

/* A suspect at its place. */
struct case_of {
	const struct suspect *suspect;
	struct expr_scope scope;
	size_t table, order; /* among those of its rule */
};

static struct case_of
open_case(struct check *c, const struct suspect *s)
{
	const enum expr_kind kind = c->rules->rule[s->rule].scope.kind;
	struct case_of one = { .suspect = s, .scope = { .kind = kind }, .order = s->order };

	if (kind == EXPR_TABLE)
		one.scope = scope_at_table(&c->map, s->table);
	if (kind == EXPR_REPORT || kind == EXPR_TABLE)
		return one;
	one.scope = scope_at_cell(kind, &c->map, s->cell);
	one.table = one.scope.in->number;
	one.order = one.scope.self ? s->cell : one.scope.row;
	return one;
}

static int
by_place(const void *a, const void *b)
{
	const struct case_of *left = a, *right = b;

	if (left->suspect->rule != right->suspect->rule)
		return left->suspect->rule < right->suspect->rule ? -1 : 1;
	if (left->table != right->table)
		return left->table < right->table ? -1 : 1;
	return (left->order > right->order) - (left->order < right->order);
}

/* In the order in which scope_each comes to them. */
static bool
judge_suspects(struct check *c, const struct suspects *suspects)
{
	struct case_of *all = arena_array(c->arena, suspects->count, sizeof *all);

	if (!all)
		return false;
	for (size_t i = 0; i < suspects->count; i++)
		all[i] = open_case(c, &suspects->item[i]);
	qsort(all, suspects->count, sizeof *all, by_place);
	for (size_t i = 0; i < suspects->count; i++) {
		c->rule = &c->rules->rule[all[i].suspect->rule];
		if (!judge(c, &all[i].scope))
			return false;
	}
	return true;
}

bool
check_cells(const struct forms *forms, const struct check_options *options,
    struct cells *cells, struct findings *out)
{
	struct check c = { .options = options, .rules = forms->rules, .arena = &out->arena };

	findings_reset(out);
	out->doc = cells->doc;
	if (options->count)
		memset(options->count, 0, forms->rules->count * sizeof *options->count);
	if (cells->count == 0)
		return true;
	struct suspects suspects;
	if (!find_suspects(&c, forms->rules, cells, &suspects))
		return false;
	if (!suspects.all && suspects.count == 0)
		return true;
	bool mapped = suspects.layout.place
	    ? cellmap_init_known(&c.map, cells, c.arena, &suspects.layout)
	    : cellmap_init(&c.map, cells, c.arena);
	if (!mapped || !(suspects.all ? judge_everywhere(&c) : judge_suspects(&c, &suspects)))
		return false;
	if (!cause_find(forms->rules, &c.map, c.arena, c.fault, c.faults)
	    || !cover_find(forms->rules, &c.map, c.arena, c.fault, c.faults))
		return false;
	struct teller teller = {
		.rules = forms->rules, .tables = forms->tables, .language = options->language,
		.map = &c.map, .out = out,
	};
	return tell(&c, &teller);
}
