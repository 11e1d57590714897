/* SPDX-License-Identifier: MIT */
/*
 * Expressions over the cells of one document: what rules demand and metrics
 * divide.
 *
 *	new + carried_in = total + carried_out
 *	report/signed > date(report/year + 1, 3, 31)
 *	count(blank, *) = 0
 *	requests/granted/total + requests/partial/total
 *
 * Operands: numbers; references; functions. Operators, loosest first: or,
 * and, not, = != < <= > >=, + -, * (spaces around it), unary -; parentheses.
 *
 * A reference is TABLE/ROW/COL; `report/NAME` is a fact. A `*` in a name
 * matches any bytes; a reference that matches several cells is their sum. `.`
 * for TABLE, ROW or COL is that of the scope, and a bare name stands for what
 * the scope leaves open:
 *
 *	scope    bare names
 *	report   none
 *	table    none; ./ROW/COL is in the table
 *	row      columns of the row: natural is ././natural
 *	column   rows of the column: total is ./total/.
 *	cell     only `cell`, the cell itself, and `first`, the first cell that the
 *	         document has with the same keys
 *	stated   `stated`, the number that the prose states; `first`; `cell`, the form
 *	         cell that it speaks of: the cell of row R for the stated row TABLE.R, or
 *	         the sum of the rows R.* where the form has no row R; and other columns
 *	         of that row or those rows
 *
 * In the scope cell an `@` in the name of a column stands for what the cell's own
 * column has behind its last dot: in percent.2, ././part.@ is ././part.2.
 *
 * A fact that is a date counts as YYYYMMDD, a fact of digits as that number.
 *
 * Functions: date(y, m, d) = y*10000 + m*100 + d; max(REF), min(REF);
 * count(STATE, REF): cells in that state; has(REF): some cell matches and is not
 * absent; shown(REF): the sum of those cells that have a number, which is the least
 * that all can come to where none is negative; among(NUMBER, REF): one of the cells is
 * that number; whole(NUMBER): has no decimal places; unit(REF): what the last digit
 * counts that the text of the cell shows, 0.1 for 16.0%; divide(A, B, U): A / B to
 * a multiple of U, a power of ten not above 1, half away from zero.
 *
 * On words: matches(REF, "PATTERN"): the text of some cell matches, folded (fold.h);
 * written(REF, "PATTERN"): it matches as it stood; no `"` stands in a pattern.
 * alike(REF, REF): of two facts one is the other with characters left out, 卫健局 and
 * 卫生健康局. count(unplain, REF): cells whose number does not stand there in plain digits.
 *
 * Three values: a number or truth is unknown when a cell that it needs is
 * blank, mark, text or absent, or no cell matches; and/or follow Kleene. has,
 * count, shown, matches and written always know; among knows if a cell is that number.
 */
#ifndef GIP_EXPR_H
#define GIP_EXPR_H

#include "cellmap.h"
#include "stanza.h"

struct expr; /* opaque */

enum expr_kind {
	EXPR_REPORT, EXPR_TABLE, EXPR_ROW, EXPR_COLUMN, EXPR_CELL, EXPR_STATED,
	EXPR_KINDS
};

/* Where an expression is evaluated. All zero: the report. */
struct expr_scope {
	enum expr_kind kind;
	struct slice table;          /* its key */
	const struct map_table *in; /* NULL: the document shows no such table */
	unsigned row, col;           /* what the kind fixes of them */
	const struct cell *self;     /* of a cell or a stated number */
};

/*
 * Parses `text` for scopes of `kind` into `arena`; `stanza` and `line` place it in
 * `*error`. NULL: error.
 */
struct expr *expr_parse(struct arena *, const struct stanza *, size_t line,
    struct slice text, enum expr_kind kind, struct form_error *error);

/* Calls `each` for every cell that it refers to there, in any state; one may come twice. */
void expr_each_operand(const struct expr *, struct cellmap *, const struct expr_scope *,
    void (*each)(void *context, const struct cell *), void *context);

/* What was parsed: a truth (comparison, and, has ...) or a number? */
bool expr_is_truth(const struct expr *);

enum expr_truth { EXPR_FALSE, EXPR_TRUE, EXPR_UNKNOWN };

struct expr_value {
	enum expr_truth known; /* of a truth: the truth itself; of a number: not
	                          EXPR_UNKNOWN when `number` is its value */
	struct decimal number;
};

/* The value over the cells; `scope` NULL: the report. A sum that overflows is unknown. */
struct expr_value expr_eval(const struct expr *, struct cellmap *,
    const struct expr_scope *);

/* Why a value is unknown: a cell without a number, or keys that no cell has. */
struct expr_hole {
	struct slice table, row, col;
	const struct cell *cell; /* NULL: there is none */
};

/* Calls `each` for all that made the value unknown; the same may come twice. */
void expr_unknown(const struct expr *, struct cellmap *, const struct expr_scope *,
    void (*each)(void *context, const struct expr_hole *), void *context);

/* The left (0) or right (1) side of a comparison; NULL: it is none. */
const struct expr *expr_side(const struct expr *, int side);
bool expr_is_equation(const struct expr *); /* a comparison by = */
const char *expr_relation(const struct expr *); /* its sign; NULL: it is none */

/* Does it name one cell by all its keys, without `*`? */
bool expr_is_place(const struct expr *);

/* The keys of the place that it names, and its cell; NULL: the document has none. */
const struct cell *expr_place(const struct expr *, struct cellmap *,
    const struct expr_scope *, struct slice *table, struct slice *row, struct slice *col);

/* In a stated scope: calls `each` for the form cells that are spoken of, in any state. */
void expr_each_target(struct cellmap *, const struct expr_scope *,
    void (*each)(void *context, const struct cell *), void *context);

/*
 * The equation a = b as a sum: factor * cell ... + constant = 0.
 */
struct expr_term {
	const struct cell *cell;
	int64_t factor; /* never 0 */
};

struct expr_linear {
	struct expr_term *term; /* in the order of the cells, each cell once */
	size_t count, room;
	struct decimal constant;
	struct decimal gap; /* what the sum comes to: 0 when the equation holds */
};

/* Is it an equation of sums and differences of cells, as far as its text tells? */
bool expr_is_linear(const struct expr *);

enum expr_linear_status {
	EXPR_LINEAR,
	EXPR_NOT_LINEAR, /* a cell is unknown, or a number does not fit */
	EXPR_NO_MEMORY,
};

/* The linear form of such an equation over the cells; terms are made in `arena`. */
enum expr_linear_status expr_linear(const struct expr *, struct cellmap *,
    const struct expr_scope *, struct arena *, struct expr_linear *);

#endif
