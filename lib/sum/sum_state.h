/* SPDX-License-Identifier: MIT */
/*
 * What a sum knows so far: what adding, printing and partial sums share. For the
 * modules of sum.h only.
 */
#ifndef GIP_SUM_STATE_H
#define GIP_SUM_STATE_H

#include "rows.h"
#include "sum.h"

/* Of partial sums that are read. */
struct merging {
	/* An input or a plan, of which an end has to come. */
	enum { MERGE_NOTHING, MERGE_INPUT, MERGE_PLAN } begun;
	bool any;           /* records were read at all */
	struct slice file;  /* that they stand in; empty: none yet of this input */
	uint64_t records;   /* behind the plan */
	struct buf scratch; /* the key of the record */
};

struct sum {
	const struct forms *forms;
	const struct notices *notices;
	struct arena arena;
	struct sum_plan plan;
	bool begun, failed; /* failed: the sums are not whole, and that was said */
	enum sum_input input;
	uint64_t documents; /* so far; the number of the last */
	struct groups groups;
	struct stats *stats; /* of each group */
	struct rate *rates;  /* the same, where metrics are asked for */
	size_t room;         /* of whichever is used */
	struct tally tally;
	struct arena scratch; /* of one document */
	struct merging merging;
	struct rows rows;
	struct record_shape shape;
	uint32_t *cell;             /* the groups of a row */
	struct slice *value;        /* its fields */
	char (*text)[DECIMAL_TEXT]; /* the digits of the numbers among them */
};

/* Says what is wrong. Always false. */
bool sum_complain(const struct sum *, const char *what, struct slice datum);

/* The same of memory: there will be no result. */
bool sum_out_of_memory(struct sum *);

/* What is kept for a group. NULL: memory is out. */
struct stats *sum_stats(struct sum *, uint32_t id);
struct rate *sum_rate(struct sum *, uint32_t id);

/* Are the partial sums that were read whole? After tally_sort. False: it was said. */
bool sum_merged_whole(struct sum *);

/* After sum_finish has brought the groups into their order. False: memory is out. */
bool sum_make_shape(struct sum *);

#endif
