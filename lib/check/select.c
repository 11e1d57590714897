/* SPDX-License-Identifier: MIT */
#include "select.h"

#include "glob.h"

bool
selection_add(struct selection *s, enum select_kind kind, struct slice value)
{
	struct selection_item *array =
	    arena_grow(&s->arena, s->item, s->count, &s->room, sizeof *array);

	if (!array)
		return false;
	s->item = array;
	s->item[s->count++] = (struct selection_item){ kind, value };
	return true;
}

void
selection_release(struct selection *s)
{
	arena_release(&s->arena);
	*s = (struct selection)SELECTION_INIT;
}

static bool
fail(struct selection_error *error, const char *what, struct slice datum)
{
	*error = (struct selection_error){ what, datum };
	return false;
}

static void
change(struct rule *rule, enum select_kind kind, enum severity severity)
{
	if (kind == SELECT_SEVERITY)
		rule->told = severity;
	else
		rule->silent = kind == SELECT_WITHOUT;
}

/* Changes the rules that the list names. Each of its globs must match one. */
static bool
change_listed(struct rules *rules, struct slice list, enum select_kind kind,
    enum severity severity, struct selection_error *error)
{
	bool more = true;

	while (more) {
		more = slice_has(list, ',');
		struct slice glob = slice_cut(&list, ',');
		size_t matches = 0;
		for (size_t i = 0; i < rules->count; i++)
			if (glob_match(glob, rules->rule[i].id)) {
				change(&rules->rule[i], kind, severity);
				matches++;
			}
		if (matches == 0)
			return fail(error, "no such rule", glob);
	}
	return true;
}

static bool
apply(const struct selection_item *item, struct rules *rules, struct selection_error *error)
{
	struct slice level = item->value, list = level;
	enum severity severity = SEVERITY_NOTE;

	if (item->kind == SELECT_SEVERITY) {
		if (!slice_has(item->value, '='))
			return fail(error, "a severity is set by RULE=SEVERITY", item->value);
		list = slice_cut(&level, '=');
		if (!severity_named(level, &severity))
			return fail(error, "no severity (error, warning, note)", level);
	}
	return change_listed(rules, list, item->kind, severity, error);
}

static bool
apply_kind(const struct selection *s, enum select_kind kind, struct rules *rules,
    struct selection_error *error)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->item[i].kind == kind && !apply(&s->item[i], rules, error))
			return false;
	return true;
}

static bool
asks_for(const struct selection *s, enum select_kind kind)
{
	bool asks = false;

	for (size_t i = 0; i < s->count; i++)
		asks = asks || s->item[i].kind == kind;
	return asks;
}

bool
selection_apply(const struct selection *s, struct rules *rules, struct selection_error *error)
{
	bool only = asks_for(s, SELECT_ONLY), left = false;

	for (size_t i = 0; i < rules->count; i++)
		rules->rule[i].silent = only;
	for (int kind = SELECT_ONLY; kind <= SELECT_SEVERITY; kind++)
		if (!apply_kind(s, (enum select_kind)kind, rules, error))
			return false;
	for (size_t i = 0; i < rules->count; i++)
		left = left || !rules->rule[i].silent;
	return left || fail(error, "no rule is left to be told", SLICE_NONE);
}
