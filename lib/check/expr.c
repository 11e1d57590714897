/* SPDX-License-Identifier: MIT */
/* Expressions: evaluation in three values. */
#include "expr_quick.h"
#include "printed.h"

static const struct expr_scope whole_report = { .kind = EXPR_REPORT };

static const struct expr_value unknown = { .known = EXPR_UNKNOWN };

static struct expr_value
number_of(struct decimal number)
{
	return (struct expr_value){ EXPR_TRUE, number };
}

static struct expr_value
truth_of(bool truth)
{
	return (struct expr_value){ truth ? EXPR_TRUE : EXPR_FALSE, DECIMAL_ZERO };
}

bool
expr_is_truth(const struct expr *e)
{
	return e->op >= EXPR_HAS;
}

/* What is gathered over the cells of a reference. */
struct gather {
	enum expr_op op;
	enum cell_state state; /* EXPR_COUNT */
	bool unplain;
	struct decimal number; /* sum, maximum, minimum, unit so far; EXPR_AMONG: is it one? */
	int64_t count;         /* cells; in that state; not absent; that number */
	size_t cells;          /* with a number */
	bool unknown;
};

static void
gather_cell(void *context, const struct cell *cell)
{
	struct gather *g = context;
	struct decimal n;

	if (g->op == EXPR_COUNT) {
		g->count += cell->state == g->state
		    && !(g->unplain && slice_eq(cell->raw, cell->value));
	} else if (g->op == EXPR_HAS) {
		g->count += cell->state != CELL_ABSENT;
	} else if (!expr_cell_number(cell, &n)) {
		g->unknown = g->unknown || g->op != EXPR_SHOWN;
	} else if (g->op == EXPR_AMONG) {
		g->count += decimal_cmp(n, g->number) == 0;
		g->cells++;
	} else if (g->op == EXPR_UNIT) {
		g->unknown = g->unknown || g->count++ > 0;
		g->number = printed_unit(cell->raw, cell->number);
	} else if (g->op == EXPR_REF || g->op == EXPR_SHOWN) {
		g->count++;
		if (!decimal_add(g->number, n, &g->number))
			g->unknown = true;
	} else {
		int order = g->count++ ? decimal_cmp(n, g->number) : 0;
		if (g->count == 1 || (g->op == EXPR_MAX ? order > 0 : order < 0))
			g->number = n;
	}
}

static struct expr_value walk(const struct expr *, struct cellmap *,
    const struct expr_scope *);

/* What most operands are needs no walk down the tree. */
static inline struct expr_value
eval(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	struct expr_value value = { EXPR_TRUE, e->number };

	if (e->op == EXPR_NUMBER || (e->quick && expr_quick(e, &value)))
		return value;
	return walk(e, map, scope);
}

static struct expr_value
eval_cells(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	struct gather g = { .op = e->op, .state = e->state, .unplain = e->unplain };

	expr_each_cell(&e->ref, map, scope, gather_cell, &g);
	if (e->op == EXPR_HAS)
		return truth_of(g.count > 0);
	if (e->op == EXPR_COUNT)
		return number_of(decimal_int(g.count));
	return g.unknown || (g.count == 0 && e->op != EXPR_SHOWN) ? unknown : number_of(g.number);
}

/* One that is that number decides; what is unknown might be another. */
static struct expr_value
eval_among(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	struct expr_value number = eval(e->arg[0], map, scope);
	struct gather g = { .op = e->op, .number = number.number };

	if (number.known == EXPR_UNKNOWN)
		return unknown;
	expr_each_cell(&e->ref, map, scope, gather_cell, &g);
	if (g.count > 0)
		return truth_of(true);
	return g.unknown || g.cells == 0 ? unknown : truth_of(false);
}

static struct expr_value
eval_sum(enum expr_op op, struct expr_value a, struct expr_value b)
{
	struct expr_value v = { .known = EXPR_TRUE };
	bool fits;

	if (a.known == EXPR_UNKNOWN || b.known == EXPR_UNKNOWN)
		return unknown;
	if (op == EXPR_ADD)
		fits = decimal_add(a.number, b.number, &v.number);
	else if (op == EXPR_SUB)
		fits = decimal_sub(a.number, b.number, &v.number);
	else
		fits = decimal_mul(a.number, b.number, &v.number);
	return fits ? v : unknown;
}

static struct expr_value
eval_comparison(enum expr_op op, struct expr_value a, struct expr_value b)
{
	if (a.known == EXPR_UNKNOWN || b.known == EXPR_UNKNOWN)
		return unknown;
	int order = decimal_cmp(a.number, b.number);
	switch (op) {
	case EXPR_EQ: return truth_of(order == 0);
	case EXPR_NE: return truth_of(order != 0);
	case EXPR_LT: return truth_of(order < 0);
	case EXPR_LE: return truth_of(order <= 0);
	case EXPR_GT: return truth_of(order > 0);
	default:      return truth_of(order >= 0);
	}
}

/* Kleene: a false operand decides `and`, a true one `or`. */
static struct expr_value
eval_and_or(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	enum expr_truth decides = e->op == EXPR_AND ? EXPR_FALSE : EXPR_TRUE;
	struct expr_value left = eval(e->arg[0], map, scope);

	if (left.known == decides)
		return left;
	struct expr_value right = eval(e->arg[1], map, scope);
	return right.known == decides || left.known != EXPR_UNKNOWN ? right : left;
}

static struct expr_value
eval_date(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	struct expr_value date = number_of(DECIMAL_ZERO);

	for (int i = 0; i < EXPR_ARGUMENTS; i++) {
		date = eval_sum(EXPR_MUL, date, number_of(decimal_int(100)));
		date = eval_sum(EXPR_ADD, date, eval(e->arg[i], map, scope));
	}
	return date;
}

static struct expr_value
eval_divide(struct expr_value a, struct expr_value b, struct expr_value unit)
{
	struct expr_value v = { .known = EXPR_TRUE };

	if (a.known == EXPR_UNKNOWN || b.known == EXPR_UNKNOWN || unit.known == EXPR_UNKNOWN
	    || unit.number.units != 1
	    || !decimal_divide(a.number, b.number, unit.number.places, &v.number))
		return unknown;
	return v;
}

static struct expr_value
eval_whole(struct expr_value v)
{
	return v.known == EXPR_UNKNOWN ? v : truth_of(v.number.places == 0);
}

static struct expr_value
eval_not(struct expr_value v)
{
	return v.known == EXPR_UNKNOWN ? v : truth_of(v.known == EXPR_FALSE);
}

static struct expr_value
walk(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	switch (e->op) {
	case EXPR_REF: case EXPR_MAX: case EXPR_MIN: case EXPR_COUNT: case EXPR_HAS:
	case EXPR_SHOWN: case EXPR_UNIT:
		return eval_cells(e, map, scope);
	case EXPR_AMONG:
		return eval_among(e, map, scope);
	case EXPR_MATCHES: case EXPR_WRITTEN: case EXPR_ALIKE:
		return expr_text_eval(e, map, scope);
	case EXPR_NEGATE:
		return eval_sum(EXPR_SUB, number_of(DECIMAL_ZERO),
		    eval(e->arg[0], map, scope));
	case EXPR_ADD: case EXPR_SUB: case EXPR_MUL:
		return eval_sum(e->op, eval(e->arg[0], map, scope),
		    eval(e->arg[1], map, scope));
	case EXPR_DATE:
		return eval_date(e, map, scope);
	case EXPR_DIVIDE:
		return eval_divide(eval(e->arg[0], map, scope),
		    eval(e->arg[1], map, scope), eval(e->arg[2], map, scope));
	case EXPR_WHOLE:
		return eval_whole(eval(e->arg[0], map, scope));
	case EXPR_NOT:
		return eval_not(eval(e->arg[0], map, scope));
	case EXPR_AND: case EXPR_OR:
		return eval_and_or(e, map, scope);
	default:
		return eval_comparison(e->op, eval(e->arg[0], map, scope),
		    eval(e->arg[1], map, scope));
	}
}

struct expr_value
expr_eval(const struct expr *e, struct cellmap *map, const struct expr_scope *scope)
{
	return eval(e, map, scope ? scope : &whole_report);
}

struct tell {
	void (*each)(void *context, const struct expr_hole *);
	void *context;
	size_t cells;
};

static void
tell_unknown(void *context, const struct cell *cell)
{
	struct tell *tell = context;
	struct expr_hole hole = { cell->table, cell->row, cell->col, cell };
	struct decimal n;

	tell->cells++;
	if (!expr_cell_number(cell, &n))
		tell->each(tell->context, &hole);
}

static void
tell_reference(const struct expr_ref *ref, struct cellmap *map,
    const struct expr_scope *scope, struct tell *tell)
{
	struct expr_hole none = { .cell = NULL };

	expr_each_cell(ref, map, scope, tell_unknown, tell);
	if (tell->cells)
		return;
	expr_keys(ref, scope, &none.table, &none.row, &none.col);
	tell->each(tell->context, &none);
}

void
expr_unknown(const struct expr *e, struct cellmap *map, const struct expr_scope *scope,
    void (*each)(void *context, const struct expr_hole *), void *context)
{
	struct tell tell = { each, context, 0 };

	if (expr_eval(e, map, scope).known != EXPR_UNKNOWN)
		return;
	if (expr_has_ref(e))
		tell_reference(&e->ref, map, scope ? scope : &whole_report, &tell);
	for (int i = 0; i < EXPR_ARGUMENTS; i++)
		if (e->arg[i])
			expr_unknown(e->arg[i], map, scope, each, context);
}

void
expr_each_operand(const struct expr *e, struct cellmap *map, const struct expr_scope *scope,
    void (*each)(void *context, const struct cell *), void *context)
{
	if (expr_has_ref(e))
		expr_each_cell(&e->ref, map, scope ? scope : &whole_report, each, context);
	for (int i = 0; i < EXPR_ARGUMENTS; i++)
		if (e->arg[i])
			expr_each_operand(e->arg[i], map, scope, each, context);
}

bool
expr_is_equation(const struct expr *e)
{
	return e->op == EXPR_EQ;
}

const char *
expr_relation(const struct expr *e)
{
	static const char *const sign[] = {
		[EXPR_EQ] = "=", [EXPR_NE] = "!=", [EXPR_LT] = "<", [EXPR_LE] = "<=",
		[EXPR_GT] = ">", [EXPR_GE] = ">=",
	};

	return e->op < sizeof sign / sizeof *sign ? sign[e->op] : NULL;
}

const struct expr *
expr_side(const struct expr *e, int side)
{
	return e->op >= EXPR_EQ && e->op <= EXPR_GE ? e->arg[side] : NULL;
}
