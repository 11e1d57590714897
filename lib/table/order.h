/* SPDX-License-Identifier: MIT */
/*
 * The order of columns. Values are put in their cells by place, which holds as long as
 * the columns stand as the form orders them. A table whose header or whose sums show
 * another order is not read: its numbers would be those of other cells.
 */
#ifndef GIP_ORDER_H
#define GIP_ORDER_H

#include "bind.h"
#include "cells.h"

/*
 * Does the text name the columns in another order, or as rows? `*line` is where. Only a
 * header counts whose names are all there, each a field of its own: what was cut or torn
 * tells nothing.
 */
bool order_denied_by_header(const struct profile *, const struct tokens *,
    const struct binding *, size_t *line);

/*
 * Do the numbers add up in another order, and no row in that of the form? Another column
 * is the sum of the others in at least two rows, and in all that are not empty; or a table
 * without row labels adds up if its rows are its columns. `cell` are the `count` that
 * extract_table has added.
 */
bool order_denied_by_sums(const struct table *, const struct cell *cell, size_t count);

#endif
