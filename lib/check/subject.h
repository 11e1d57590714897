/* SPDX-License-Identifier: MIT */
/* What a verdict is about: a cell, or as much of its keys as the rule fixes. */
#ifndef GIP_SUBJECT_H
#define GIP_SUBJECT_H

#include "rules.h"

struct subject {
	struct slice table, row, col;
	const struct cell *cell; /* NULL: no one cell, or the document has none */
	const struct expr_scope *scope;
};

struct subject subject_of_cell(const struct cell *, const struct expr_scope *);

/* What the scope fixes. */
struct subject subject_of_scope(const struct expr_scope *);

/* What the rule names there: the cell of its `at`, or what the scope fixes. */
struct subject subject_of_rule(const struct rule *, struct cellmap *,
    const struct expr_scope *);

/* What stands there; empty where that is neither a number nor a text. */
struct slice subject_actual(const struct subject *);

/* Where to look: the line of the cell, or the first of the row, column or table; 0: none. */
size_t subject_line(const struct subject *, struct cellmap *);

#endif
