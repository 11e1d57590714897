/* SPDX-License-Identifier: MIT */
#include "rules.h"

#include <stdlib.h>

#include "sieve.h"

enum key {
	KEY_SEVERITY, KEY_SCOPE, KEY_HOLDS, KEY_ZH, KEY_EN, KEYS_NEEDED,
	KEY_AT = KEYS_NEEDED, KEY_EXPECTED, KEY_COVERS, KEY_SOURCE, KEYS_ONCE,
	KEY_WHEN = KEYS_ONCE, KEY_EXCEPT, KEY_PASSES, KEY_FAILS, KEYS,
};

static const char *const key_names[KEYS] = {
	"severity", "scope", "holds", "zh", "en", "at", "expected", "covers", "source", "when", "except",
	"passes", "fails",
};

static const char *const saying_names[SAYINGS] = {
	"cause", "mistake", "causes", "change", "undecided", "doubt", "swap", "shift", "rows", "moved", "cells",
	"slip.swapped", "slip.lost", "slip.added", "slip.mistyped", "slip.sign",
};

/* What stands in the messages on a cell, and on several. */
enum {
	PLACE_WORDS = 1U << MESSAGE_TABLE | 1U << MESSAGE_ROW | 1U << MESSAGE_COL,
	CELL_WORDS = PLACE_WORDS | 1U << MESSAGE_ACTUAL | 1U << MESSAGE_EXPECTED
	    | 1U << MESSAGE_SLIP,
	CHANGES_WORDS = PLACE_WORDS | 1U << MESSAGE_CHANGES,
};

static const unsigned saying_words[SAYINGS] = {
	[SAY_CAUSE] = CELL_WORDS | 1U << MESSAGE_BROKEN,
	[SAY_MISTAKE] = 1U << MESSAGE_BROKEN | 1U << MESSAGE_CHANGES,
	[SAY_CAUSES] = 1U << MESSAGE_BROKEN | 1U << MESSAGE_CHANGES,
	[SAY_CHANGE] = CELL_WORDS,
	[SAY_SWAP] = CHANGES_WORDS, [SAY_SHIFT] = CHANGES_WORDS, [SAY_ROWS] = CHANGES_WORDS,
	[SAY_MOVED] = CHANGES_WORDS, [SAY_CELLS] = CHANGES_WORDS,
	[SAY_UNDECIDED] = 1U << MESSAGE_UNKNOWN,
	[SAY_DOUBT] = 1U << MESSAGE_ROWS,
};

/* One rule while it is compiled. */
struct work {
	struct arena *arena;
	const struct stanza *stanza;
	const struct stanza_line *item[KEYS_ONCE];
	struct rule *rule;
	struct form_error *error;
};

static bool
fail(const struct work *w, size_t line, const char *what, struct slice datum)
{
	return stanza_error(w->stanza, line, what, datum, w->error);
}

/* Sorts the lines by their keys: each known, those of one kind only once. */
static bool
read_keys(struct work *w)
{
	for (size_t i = 0; i < w->stanza->count; i++) {
		const struct stanza_line *item = &w->stanza->item[i];
		int key = 0;
		while (key < KEYS && !slice_is(item->key, key_names[key]))
			key++;
		if (key == KEYS)
			return fail(w, item->line, "unknown key in a rule", item->key);
		if (key >= KEYS_ONCE)
			continue;
		if (w->item[key])
			return fail(w, item->line, "this key may stand only once", item->key);
		w->item[key] = item;
	}
	for (int key = 0; key < KEYS_NEEDED; key++)
		if (!w->item[key])
			return fail(w, 0, "the rule lacks a key", slice_of(key_names[key]));
	return true;
}

static const struct expr *
parse(const struct work *w, const struct stanza_line *item, bool truth)
{
	const struct expr *e = expr_parse(w->arena, w->stanza, item->line, item->value,
	    w->rule->scope.kind, w->error);

	if (e && expr_is_truth(e) != truth) {
		fail(w, item->line, truth ? "this must be a condition" : "this must be a number",
		    item->value);
		return NULL;
	}
	return e;
}

static bool
read_conditions(const struct work *w)
{
	struct rule *rule = w->rule;

	for (size_t i = 0; i < w->stanza->count; i++) {
		const struct stanza_line *item = &w->stanza->item[i];
		if (!slice_is(item->key, key_names[KEY_WHEN]))
			continue;
		const struct expr **array =
		    arena_grow(w->arena, rule->when, rule->whens, &rule->when_room, sizeof *array);
		if (!array)
			return fail(w, item->line, "out of memory", SLICE_NONE);
		rule->when = array;
		rule->when[rule->whens] = parse(w, item, true);
		if (!rule->when[rule->whens++])
			return false;
	}
	return true;
}

/* An equation says by itself which cell should be what. */
static void
infer_place(struct rule *rule)
{
	const struct expr *left = expr_side(rule->holds, 0), *right = expr_side(rule->holds, 1);

	if (!expr_is_equation(rule->holds) || rule->at || rule->expected)
		return;
	if (expr_is_place(right)) {
		rule->at = right;
		rule->expected = left;
	} else if (expr_is_place(left)) {
		rule->at = left;
		rule->expected = right;
	}
}

static bool
read_expressions(const struct work *w)
{
	struct rule *rule = w->rule;
	const struct stanza_line *at = w->item[KEY_AT], *expected = w->item[KEY_EXPECTED];

	rule->holds = parse(w, w->item[KEY_HOLDS], true);
	if (!rule->holds)
		return false;
	if (at && !(rule->at = parse(w, at, false)))
		return false;
	if (at && !expr_is_place(rule->at))
		return fail(w, at->line, "this must name one cell", at->value);
	if (expected && !(rule->expected = parse(w, expected, false)))
		return false;
	infer_place(rule);
	rule->joins = !expected && expr_is_linear(rule->holds)
	    && (rule->scope.kind == EXPR_ROW || rule->scope.kind == EXPR_COLUMN);
	return read_conditions(w);
}

/* What the messages of a rule can speak of. */
static unsigned
words_of(const struct rule *rule)
{
	const enum expr_kind kind = rule->scope.kind;
	bool cell = rule->at || kind == EXPR_CELL || kind == EXPR_STATED;
	unsigned words = 1U << MESSAGE_YEAR | 1U << MESSAGE_AGENCY;

	if (cell)
		words |= 1U << MESSAGE_ACTUAL | 1U << MESSAGE_RAW;
	if (cell || kind != EXPR_REPORT)
		words |= 1U << MESSAGE_TABLE;
	if (cell || kind == EXPR_ROW)
		words |= 1U << MESSAGE_ROW;
	if (cell || kind == EXPR_COLUMN)
		words |= 1U << MESSAGE_COL;
	if (rule->expected)
		words |= 1U << MESSAGE_EXPECTED;
	if (expr_side(rule->holds, 0))
		words |= 1U << MESSAGE_LEFT | 1U << MESSAGE_RIGHT;
	return words;
}

static bool
compile_rule(struct rules *rules, const struct stanza *stanza, struct form_error *error)
{
	struct rule *array =
	    arena_grow(&rules->arena, rules->rule, rules->count, &rules->room, sizeof *array);

	if (!array)
		return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
	rules->rule = array;
	struct rule *rule = &rules->rule[rules->count++];
	struct work w = {
		.arena = &rules->arena, .stanza = stanza, .rule = rule, .error = error,
	};
	*rule = (struct rule){ .id = stanza->name, .stanza = stanza };
	if (!read_keys(&w) || !scope_compile(&rule->scope, stanza, w.arena, error))
		return false;
	if (!severity_named(w.item[KEY_SEVERITY]->value, &rule->severity))
		return fail(&w, w.item[KEY_SEVERITY]->line, "no such severity",
		    w.item[KEY_SEVERITY]->value);
	rule->told = rule->severity;
	rule->covers = w.item[KEY_COVERS] ? w.item[KEY_COVERS]->value : SLICE_NONE;
	if (!read_expressions(&w))
		return false;
	for (int i = 0; i < CHECK_LANGUAGES; i++) {
		const struct stanza_line *item = w.item[KEY_ZH + i];
		rule->message[i] = message_parse(w.arena, stanza, item->line, item->value,
		    words_of(rule), rule->scope.kind, error);
		if (!rule->message[i])
			return false;
	}
	return true;
}

static bool
compile_saying(struct rules *rules, const struct stanza *stanza, struct form_error *error)
{
	int saying = 0;

	while (saying < SAYINGS && !slice_is(stanza->name, saying_names[saying]))
		saying++;
	if (saying == SAYINGS)
		return stanza_error(stanza, 0, "unknown message", stanza->name, error);
	for (size_t i = 0; i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		enum check_language language;
		if (!language_named(item->key, &language))
			return stanza_error(stanza, item->line, "unknown key in a message",
			    item->key, error);
		rules->saying[saying][language] = message_parse(&rules->arena, stanza, item->line,
		    item->value, saying_words[saying], EXPR_REPORT, error);
		if (!rules->saying[saying][language])
			return false;
	}
	for (int language = 0; language < CHECK_LANGUAGES; language++)
		if (!rules->saying[saying][language])
			return stanza_error(stanza, 0, "the message lacks a key",
			    slice_of(language_names[language]), error);
	return true;
}

struct rules *
rules_compile(const struct stanzas *stanzas, struct form_error *error)
{
	struct rules *rules = calloc(1, sizeof *rules);
	bool good = rules != NULL;

	if (!rules)
		*error = (struct form_error){ .what = "out of memory" };
	for (size_t i = 0; good && i < stanzas->count; i++) {
		const struct stanza *stanza = &stanzas->stanza[i];
		if (slice_is(stanza->kind, "rule"))
			good = compile_rule(rules, stanza, error);
		else if (slice_is(stanza->kind, "message"))
			good = compile_saying(rules, stanza, error);
	}
	if (!good) {
		rules_free(rules);
		return NULL;
	}
	return rules;
}

void
rules_free(struct rules *rules)
{
	if (!rules)
		return;
	sieve_free(rules->sieve);
	arena_release(&rules->arena);
	free(rules);
}

bool
rule_applies(const struct rule *rule, struct cellmap *map, const struct expr_scope *scope)
{
	for (size_t i = 0; i < rule->whens; i++)
		if (expr_eval(rule->when[i], map, scope).known != EXPR_TRUE)
			return false;
	return true;
}

/* A cell of the form has a record even if the report does not show it. */
static void
is_not_there(void *context, const struct expr_hole *hole)
{
	bool *lacks = context;

	*lacks = *lacks || !hole->cell;
}

static enum expr_truth
truth(const struct expr *e, struct cellmap *map, const struct expr_scope *scope, bool *lacks)
{
	enum expr_truth known = expr_eval(e, map, scope).known;

	if (known == EXPR_UNKNOWN)
		expr_unknown(e, map, scope, is_not_there, lacks);
	return known;
}

enum rule_verdict
rule_verdict(const struct rule *rule, struct cellmap *map, const struct expr_scope *scope)
{
	enum expr_truth holds = EXPR_TRUE;
	bool lacks = false;

	for (size_t i = 0; i < rule->whens; i++) {
		enum expr_truth met = truth(rule->when[i], map, scope, &lacks);
		if (met == EXPR_FALSE)
			return RULE_IS_NOT_FOR;
		if (met == EXPR_UNKNOWN)
			holds = EXPR_UNKNOWN;
	}
	if (holds == EXPR_TRUE)
		holds = truth(rule->holds, map, scope, &lacks);
	if (holds == EXPR_UNKNOWN)
		return lacks ? RULE_IS_NOT_FOR : RULE_UNDECIDED;
	return holds == EXPR_TRUE ? RULE_HOLDS : RULE_FAILS;
}
