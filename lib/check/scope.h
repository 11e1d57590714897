/* SPDX-License-Identifier: MIT */
/*
 * Where a rule applies: the keys `scope` and `except` of its stanza.
 *
 *	scope  report                      once
 *	scope  table TABLES                each table, also one that is not there
 *	scope  row TABLES [ROWS]           each row that the document has
 *	scope  column TABLES [COLS]        each column
 *	scope  cell TABLES [ROWS [COLS]]   each cell
 *	scope  stated [ROWS [COLS]]        each cell of table `stated` that speaks of
 *	                                   a form cell which the document has
 *	except ROWS | COLS | ROWS [COLS]   not there; may stand more than once
 *
 * Each of them is a list of globs with commas between: regulations,normative.
 */
#ifndef GIP_SCOPE_H
#define GIP_SCOPE_H

#include "expr.h"

struct scope_part {
	struct slice rows, cols; /* empty: all */
};

struct scope {
	enum expr_kind kind;
	struct slice tables;
	struct scope_part part;
	struct scope_part *except;
	size_t excepts, room;
};

/* Reads them off the stanza; slices are borrowed. False: `*error` says why. */
bool scope_compile(struct scope *, const struct stanza *, struct arena *,
    struct form_error *error);

/*
 * Calls `each` at every place, in the order of the tables, rows and columns,
 * until it returns false: then returns false.
 */
bool scope_each(const struct scope *, struct cellmap *,
    bool (*each)(void *context, const struct expr_scope *), void *context);

/* The place of that kind which the cell is in: its row, its column, itself. */
struct expr_scope scope_at_cell(enum expr_kind, const struct cellmap *, size_t cell);
struct expr_scope scope_at_table(struct cellmap *, struct slice key);

/* Are these keys in it? What its kind leaves open is empty; of a report none are. */
bool scope_has_table(const struct scope *, struct slice table);
bool scope_has(const struct scope *, struct slice table, struct slice row, struct slice col);

/* Is it a scope of cells that has this cell? */
bool scope_has_cell(const struct scope *, const struct cell *);

#endif
