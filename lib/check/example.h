/* SPDX-License-Identifier: MIT */
/*
 * Examples: reports in which nothing is wrong, and what a rule changes in one to
 * show when it holds and when it fails. The tests run them, --explain shows them.
 *
 * Stanza `example FORM`, a report in that form:
 *	report/NAME FACT
 *	TABLE/ROW VALUE VALUE ...    the columns of the row, in the order of the form
 * Stanza `rule ID`, each key as often as need be:
 *	passes  CHANGE
 *	fails   CHANGE
 * A change is a line as above, TABLE/ROW/COL VALUE for a single cell, stated/ROW/COL
 * VALUE CLAUSE for a number that the prose states (another one each time), or the key of
 * a form alone: in a report of that form, and not of the last one. A VALUE is a number,
 * the state of a cell (blank, mark, text, absent) or `none`: no such cell; behind that of
 * a single cell or of a fact that is a number may stand the text that it was read from.
 */
#ifndef GIP_EXAMPLE_H
#define GIP_EXAMPLE_H

#include "cells.h"
#include "forms.h"
#include "rules.h"

enum example_kind { EXAMPLE_PASSES, EXAMPLE_FAILS, EXAMPLE_KINDS };

struct example {
	struct cells cells;
	bool *changed; /* for each of them: the rule says something of it */
	size_t room;
};

#define EXAMPLE_INIT { .cells = CELLS_INIT }

/* Can all examples of the form files be read? Needs tables and rules. */
bool examples_check(const struct forms *, struct form_error *error);

/* Does the rule have one? */
bool example_given(const struct rule *, enum example_kind);

/*
 * The cells of an example; those of the report in the form `form` without a rule. Line
 * numbers count the cells. Slices point into the form files. False: memory.
 */
bool example_report(const struct forms *, struct slice form, struct example *);
bool example_of(const struct forms *, const struct rule *, enum example_kind, struct example *);

void example_release(struct example *);

#endif
