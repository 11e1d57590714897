/* SPDX-License-Identifier: MIT */
/* Expressions on words: what the cells of a reference say, folded or as it stood. */
#include "expr_node.h"

#include "fold.h"
#include "utf8.h"

struct words {
	const struct expr *e;
	struct cellmap *map;
	struct folded folded;
	bool matches;
};

static void
match_cell(void *context, const struct cell *cell)
{
	struct words *w = context;
	struct pattern_match match;
	struct slice text = cell->raw;
	size_t han = 0;

	if (w->matches || cell->state == CELL_ABSENT)
		return;
	if (w->e->op == EXPR_MATCHES && fold_same(text, 0, &han) < text.len) {
		fold_clear(&w->folded);
		fold_add(&w->folded, text);
		w->map->failed = w->map->failed || w->folded.failed;
		text = fold_slice(&w->folded);
	}
	w->matches = pattern_match(w->e->pattern, text, 0, &match) == PATTERN_HIT;
}

static struct expr_value
eval_matches(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	struct words w = { e, map, FOLDED_INIT, false };

	expr_each_cell(&e->ref, map, scope, match_cell, &w);
	fold_release(&w.folded);
	return (struct expr_value){ w.matches ? EXPR_TRUE : EXPR_FALSE, DECIMAL_ZERO };
}

/* Do all characters of `part` stand in `whole`, in this order? */
static bool
is_abridged(struct slice part, struct slice whole)
{
	size_t at = 0, in = 0;

	while (at < part.len) {
		uint32_t wanted = utf8_next(part, &at), c = 0;
		while (in < whole.len && c != wanted)
			c = utf8_next(whole, &in);
		if (c != wanted)
			return false;
	}
	return true;
}

static struct expr_value
eval_alike(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	struct expr_value value = { .known = EXPR_UNKNOWN };
	struct slice text[2], table, row, col;

	for (int i = 0; i < 2; i++) {
		const struct cell *cell = expr_place(e->arg[i], map, scope, &table, &row, &col);
		if (!cell || cell->state != CELL_TEXT)
			return value;
		text[i] = cell->value;
	}
	bool alike = is_abridged(text[0], text[1]) || is_abridged(text[1], text[0]);
	value.known = alike ? EXPR_TRUE : EXPR_FALSE;
	return value;
}

struct expr_value
expr_text_eval(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	return e->op == EXPR_ALIKE ? eval_alike(e, map, scope) : eval_matches(e, map, scope);
}
