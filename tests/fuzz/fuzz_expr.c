/* SPDX-License-Identifier: MIT */
/*
 * An expression, one line, over the cells behind a form feed: at every place of every
 * scope it has one value, its cells are cells of the document, and its linear form says
 * of an equation what its truth says.
 */
#include "expr.h"
#include "fuzz.h"
#include "scope.h"

struct place {
	const struct expr *expr;
	struct cellmap *map;
};

static void
check_cell(void *context, const struct cell *cell)
{
	const struct cells *cells = ((const struct place *)context)->map->cells;

	REQUIRE(cell >= cells->cell && cell < cells->cell + cells->count);
}

static void
check_hole(void *context, const struct expr_hole *hole)
{
	if (hole->cell)
		check_cell(context, hole->cell);
}

static void
check_linear(const struct place *p, const struct expr_scope *scope,
    const struct expr_value *value)
{
	struct arena arena = ARENA_INIT;
	struct expr_linear linear;

	if (expr_is_linear(p->expr)
	    && expr_linear(p->expr, p->map, scope, &arena, &linear) == EXPR_LINEAR
	    && value->known != EXPR_UNKNOWN)
		REQUIRE((linear.gap.units == 0) == (value->known == EXPR_TRUE));
	arena_release(&arena);
}

static bool
evaluate(void *context, const struct expr_scope *scope)
{
	struct place *p = context;
	struct expr_value value = expr_eval(p->expr, p->map, scope);
	struct expr_value again = expr_eval(p->expr, p->map, scope);
	struct slice table, row, col;

	REQUIRE(value.known == again.known);
	REQUIRE(expr_is_truth(p->expr) || value.known == EXPR_UNKNOWN
	    || decimal_cmp(value.number, again.number) == 0);
	expr_each_operand(p->expr, p->map, scope, check_cell, p);
	if (value.known == EXPR_UNKNOWN)
		expr_unknown(p->expr, p->map, scope, check_hole, p);
	if (expr_is_place(p->expr)) {
		const struct cell *cell = expr_place(p->expr, p->map, scope, &table, &row, &col);
		if (cell)
			check_cell(p, cell);
	}
	check_linear(p, scope, &value);
	return true;
}

static void
check_kind(enum expr_kind kind, struct slice text, struct cells *cells)
{
	static const struct stanza stanza = { .line = 1 };
	struct arena arena = ARENA_INIT;
	struct form_error error = { .what = NULL };
	struct cellmap map;
	struct scope scope = { .kind = kind, .tables = SLICE("*") };
	struct place place = { expr_parse(&arena, &stanza, 1, text, kind, &error), &map };

	REQUIRE(place.expr || (error.what && strcmp(error.what, "out of memory") != 0));
	if (place.expr) {
		REQUIRE(cellmap_init(&map, cells, &arena));
		REQUIRE(scope_each(&scope, &map, evaluate, &place));
		REQUIRE(!map.failed);
	}
	arena_release(&arena);
}

static void
check_document(struct cells *cells, void *context)
{
	for (size_t kind = 0; kind < EXPR_KINDS; kind++)
		check_kind((enum expr_kind)kind, *(const struct slice *)context, cells);
}

void
fuzz(struct slice input)
{
	struct slice text = fuzz_part(&input);

	fuzz_each_cells(input, check_document, &text);
}
