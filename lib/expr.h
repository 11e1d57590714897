/* SPDX-License-Identifier: MIT */
/*
 * Expressions over the cells of one document: what rules demand and metrics
 * divide.
 *
 *	new + carried_in = total + carried_out
 *	report/signed > date(report/year + 1, 3, 31)
 *	count(blank, *) = 0
 *	requests/refused.* /total          (without the space)
 *
 * Operands: integers; cell references; functions. Operators, loosest first:
 * or, and, not, = != < <= > >=, + -, *, unary -; parentheses.
 * A reference is TABLE/ROW/COL, or, inside a scope, the bare name of what the
 * scope leaves open (the column in a row scope, the row in a column scope).
 * `report/NAME` is a fact. A `*` in a name matches any bytes; a reference that
 * matches several cells is their sum. A date fact counts as YYYYMMDD.
 *
 * Functions: date(y, m, d) = y*10000 + m*100 + d; has(REF): some cell matches and
 * is not absent; count(STATE, REF): cells in that state; max(REF), min(REF).
 *
 * Three values: a number or truth is unknown when a cell that it needs is
 * blank, mark, text or absent, or no cell matches; and/or follow Kleene. has
 * and count always know.
 */
#ifndef GIP_EXPR_H
#define GIP_EXPR_H

#include "cells.h"
#include "stanza.h"

struct expr; /* opaque */

/*
 * Parses `text` into `arena`; `stanza` and `line` place it in `*error`.
 * NULL: error.
 */
struct expr *expr_parse(struct arena *, const struct stanza *, size_t line,
    struct slice text, struct form_error *error);

/* Where bare names are looked up. Empty table: bare names are not allowed. */
struct expr_scope {
	struct slice table;
	struct slice row; /* set in a row scope: bare names are columns */
	struct slice col; /* set in a column scope: bare names are rows */
};

enum expr_truth { EXPR_FALSE, EXPR_TRUE, EXPR_UNKNOWN };

struct expr_value {
	enum expr_truth known;    /* EXPR_UNKNOWN: nothing else counts */
	bool is_truth;            /* then `known` is the truth itself */
	struct decimal number;    /* when !is_truth and known == EXPR_TRUE */
};

/* The value over `cells`. A sum that overflows is unknown. */
struct expr_value expr_eval(const struct expr *, struct cells *, struct expr_scope);

#endif
