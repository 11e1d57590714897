/* SPDX-License-Identifier: MIT */
/*
 * Placing: which value of a run stands in which cell.
 *
 * Where the text shows it plainly (as many values as cells, nothing that
 * breaks a row) that is the reading, right or wrong: an agency's error must
 * survive. Where it does not, every placement in order is a candidate; the
 * sums that the form prints strike out those that cannot be. A cell in which
 * all that are left agree, and which a sum proves, is read; every other is absent.
 */
#ifndef GIP_PLACE_H
#define GIP_PLACE_H

#include "grid.h"

/* Fills the grid (grid_init was called). False: memory is out. */
bool place_values(struct grid *, const struct tokens *, const struct binding *,
    struct arena *);

#endif
