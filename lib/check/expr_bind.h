/* SPDX-License-Identifier: MIT */
/*
 * Expressions for one place, evaluated for document after document: their references are
 * bound to seats, in which whoever reads a document puts its cells, so that no name is
 * looked up again.
 */
#ifndef GIP_EXPR_BIND_H
#define GIP_EXPR_BIND_H

#include "expr_node.h"

/* What a reference is bound to. NULL: memory is out. */
typedef const struct expr_bound *expr_binder(void *context, const struct expr_ref *);

/*
 * A copy of the expression with bound references; what has none is not copied. It is
 * evaluated by expr_eval, which looks at neither map nor scope then. NULL: memory is out.
 */
const struct expr *expr_bind(const struct expr *, struct arena *, expr_binder *,
    void *context);

/* Calls `each` for the cells that the document at hand has. */
void expr_bound_each(const struct expr_bound *, void (*each)(void *context,
    const struct cell *), void *context);

/*
 * Is it a truth about the scope's own cell alone, that holds for all whole numbers from
 * `*least` to `*most`? Unbound.
 */
bool expr_range(const struct expr *, int64_t *least, int64_t *most);

/*
 * The seat of one cell without which, or if it is absent, a bound truth is not `truth`; NULL:
 * there is none.
 */
const struct cell *const *expr_needed(const struct expr *, enum expr_truth truth);

#endif
