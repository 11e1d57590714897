/* SPDX-License-Identifier: MIT */
/*
 * Runs out of an alignment: rows with their labels, and behind them those that
 * lost theirs. For align.c only.
 */
#ifndef GIP_RUNS_H
#define GIP_RUNS_H

#include "anchor.h"

/* So many characters of a label can be nobody else's. */
enum { RUNS_TELLING = 4 };

/* What the best alignment says about a row. */
struct shown {
	size_t first, last; /* its first and last token; count: it is not in the text */
	size_t matched, length; /* characters of its label */
	size_t values;          /* that are not blank */
	size_t value;           /* the first of them */
	size_t head;            /* the last character of its label before that, + 1; 0: none */
};

/* Fills `out`, which is empty; one `shown` for each row of the profile. */
void runs_make(const struct profile *, const struct tokens *, const struct anchors *,
    const struct shown *shown, struct binding *out);

#endif
