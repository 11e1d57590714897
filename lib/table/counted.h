/* SPDX-License-Identifier: MIT */
/*
 * Rows by their order: where between two anchors (anchor.h) there are exactly as
 * many values as the rows that the form has between them have cells, these are
 * theirs, in the order of the form, wherever their labels went.
 */
#ifndef GIP_COUNTED_H
#define GIP_COUNTED_H

#include "anchor.h"

/* Makes one run of the rows between two anchors where that is so. */
void counted_runs(const struct profile *, const struct tokens *, const struct anchors *,
    struct binding *);

#endif
