/* SPDX-License-Identifier: MIT */
/*
 * Runs out of an alignment: rows with their labels, and behind them those that
 * lost theirs. For align.c only.
 */
#ifndef GIP_RUNS_H
#define GIP_RUNS_H

#include "bind.h"

/* What the best alignment says about a row. */
struct shown {
	size_t first, last; /* its first and last token; count: it is not in the text */
	size_t matched, length; /* characters of its label */
	size_t values;          /* that are not blank */
};

/* Fills `out`, which is empty; one `shown` for each row of the profile. */
void runs_make(const struct profile *, const struct tokens *, const struct shown *shown,
    struct binding *out);

#endif
