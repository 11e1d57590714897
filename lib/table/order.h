/* SPDX-License-Identifier: MIT */
/*
 * The order of what a table consists of. A value is put in its cell by what it stands
 * behind: the label of its row, the values of the columns before. A table that is ordered
 * otherwise is not read: its numbers would be those of other cells.
 */
#ifndef GIP_ORDER_H
#define GIP_ORDER_H

#include "bind.h"
#include "cells.h"

enum order {
	ORDER_OF_FORM,       /* as far as can be seen */
	ORDER_OTHER_COLUMNS, /* the columns stand in another order, or are rows */
	ORDER_VALUES_FIRST,  /* the values of each row stand before its label */
};

/*
 * The order that the text shows; `*line` is where. Of a header only one counts whose names
 * are all there, each a field of its own: what was cut or torn tells nothing.
 */
enum order order_shown(const struct profile *, const struct tokens *, const struct binding *,
    size_t *line);

/*
 * Do the numbers add up in another order, and no row in that of the form? Another column
 * is the sum of the others in at least two rows, and in all that are not empty; or a table
 * without row labels adds up if its rows are its columns. `cell` are the `count` that
 * extract_table has added.
 */
bool order_is_denied(const struct table *, const struct cell *cell, size_t count);

#endif
