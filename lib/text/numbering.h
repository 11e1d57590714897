/* SPDX-License-Identifier: MIT */
/*
 * The numbers of headings and lists that a word processor counts, written out:
 * 一、 （一） 1.1
 */
#ifndef GIP_NUMBERING_H
#define GIP_NUMBERING_H

#include "numeral.h"

enum { NUMBERING_LEVELS = 10 };

struct numbering_level {
	struct slice pattern; /* %1 to %9 stand for the numbers of the levels: "（%1）" */
	enum numeral numeral;
	size_t start;
	size_t restart;       /* begins anew behind a number of this level, counted from 1, or a
	                         higher one; 0: never */
	bool plain;           /* the numbers of all levels are decimal */
};

/* Empty pattern, 1, 2 ..., begun anew behind any higher level. */
#define NUMBERING_LEVEL_INIT { SLICE_NONE, NUMERAL_NONE, 1, NUMBERING_LEVELS, false }

/* How far a list has come; starts as zeros. */
struct numbering_count {
	size_t value[NUMBERING_LEVELS];
	bool begun[NUMBERING_LEVELS];
};

/*
 * Counts one more paragraph at `level` (from 0) and appends its number as it is
 * written before the text, with a blank unless it ends in a mark such as 、 that parts them.
 */
void numbering_next(const struct numbering_level[NUMBERING_LEVELS],
    struct numbering_count *, size_t level, struct buf *out);

#endif
