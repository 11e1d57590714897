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
	ORDER_TWICE,         /* a table without row labels is there again, with other values */
};

/*
 * The order that the text shows; `*line` is where. Of names in a header only those count
 * that are each the whole of a field: what was cut or torn tells nothing. Sets `weighed` of
 * the binding where it mattered what the values are.
 */
enum order order_shown(const struct profile *, const struct tokens *, struct binding *,
    size_t *line);

/*
 * Do the numbers add up in another order? Another column is the sum of the others in more
 * rows than the total is, by two at least; or a table without row labels adds up so if its
 * rows are its columns. `cell` are the `count` that extract_table has added.
 */
bool order_is_denied(const struct table *, const struct cell *cell, size_t count);

#endif
