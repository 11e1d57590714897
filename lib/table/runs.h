/* SPDX-License-Identifier: MIT */
/*
 * Runs out of an alignment: rows with their labels, and behind them those that
 * lost theirs. For align.c only.
 */
#ifndef GIP_RUNS_H
#define GIP_RUNS_H

#include "anchor.h"
#include "segment.h"

/* So many characters of a label can be nobody else's. */
enum { RUNS_TELLING = 4 };

/* Fills `out`, which is empty; one `shown` for each row of the profile. */
void runs_make(const struct profile *, const struct tokens *, const struct anchors *,
    const struct shown *shown, struct binding *out);

#endif
