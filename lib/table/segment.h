/* SPDX-License-Identifier: MIT */
/*
 * A segment of an alignment: the rows of the form, and the tokens, between two rows that
 * stand plainly in the text. How they are aligned depends on nothing but what is here.
 */
#ifndef GIP_SEGMENT_H
#define GIP_SEGMENT_H

#include "profile.h"
#include "sign.h"

struct segment {
	const struct profile *p;
	size_t row, end; /* rows [row, end) of the profile */
	size_t told;     /* of a choice only the alternative of this row is built;
	                    table->rows: all are */
	bool begins;     /* what stands before the table is before its rows */
	const uint32_t *sign; /* the tokens (sign.h) */
	size_t count;
};

/* What the best alignment says about a row. */
struct shown {
	size_t first, last; /* its first and last token; the count of tokens: it has none */
	size_t matched, length; /* characters of its label */
	size_t values;          /* that are not blank */
	size_t value;           /* the first of them */
	size_t head;            /* the last character of its label before that, + 1; 0: none */
};

/* Is the row of an alternative that is not built? */
bool segment_leaves_out(const struct segment *, size_t row);

/*
 * Fills `shown`, one for each row of the segment; tokens are counted from its first.
 * Work memory is taken from the arena. False: memory is out.
 */
bool segment_align(const struct segment *, struct arena *, struct shown *shown);

#endif
