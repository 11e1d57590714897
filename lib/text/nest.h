/* SPDX-License-Identifier: MIT */
/*
 * The tables of a word processor that are open, one in the other. A table goes to the
 * flow with its first row that is one; a row that is part of the page ends it.
 */
#ifndef GIP_NEST_H
#define GIP_NEST_H

#include "flow.h"
#include "layout.h"

enum { NEST_DEPTH = 128 }; /* beyond it nothing is a table */

struct nest {
	struct flow *flow;
	struct layout layout;
	bool is_open[NEST_DEPTH]; /* in the flow */
	size_t depth;
};

void nest_table(struct nest *);
void nest_table_end(struct nest *);

/* False: the row and its cells are part of the page. */
bool nest_row(struct nest *, const struct xml_element *row);

/* Is the row that is open one, and are its cells? */
bool nest_in_row(const struct nest *);

#endif
