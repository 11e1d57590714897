/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "tell.h"

struct check {
	struct cellmap map;
	struct arena *arena;
	const struct rule *rule; /* being applied */
	struct fault *fault;     /* in the order of the rules, then of the cells */
	size_t faults, room;
};

/* The verdict of the rule at one place. What holds or is open is not kept. */
static bool
judge(void *context, const struct expr_scope *scope)
{
	struct check *c = context;

	if (!rule_applies(c->rule, &c->map, scope)
	    || expr_eval(c->rule->holds, &c->map, scope).known != EXPR_FALSE)
		return true;
	struct fault *array =
	    arena_grow(c->arena, c->fault, c->faults, &c->room, sizeof *array);
	if (!array)
		return false;
	c->fault = array;
	c->fault[c->faults++] = (struct fault){ .rule = c->rule, .scope = *scope };
	return true;
}

bool
check_cells(const struct forms *forms, const struct check_options *options,
    struct cells *cells, struct findings *out)
{
	struct check c = { .arena = &out->arena };

	findings_reset(out);
	out->doc = cells->doc;
	if (cells->count == 0)
		return true;
	if (!cellmap_init(&c.map, cells, c.arena))
		return false;
	for (size_t i = 0; i < forms->rules->count; i++) {
		c.rule = &forms->rules->rule[i];
		if (!scope_each(&c.rule->scope, &c.map, judge, &c))
			return false;
	}
	if (!cause_find(forms->rules, &c.map, c.arena, c.fault, c.faults))
		return false;
	struct teller teller = {
		.rules = forms->rules, .tables = forms->tables, .language = options->language,
		.map = &c.map, .out = out,
	};
	return tell_findings(&teller, c.fault, c.faults) && !c.map.failed;
}
