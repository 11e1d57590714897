/* SPDX-License-Identifier: MIT */
/*
 * What a sum is asked for: the lists of gip-sum's options, understood.
 */
#ifndef GIP_SUM_PLAN_H
#define GIP_SUM_PLAN_H

#include "forms.h"
#include "keys.h"
#include "metrics.h"

/* Lists "a,b,c", as a user writes them; SLICE_NONE: not given. */
struct sum_options {
	struct slice keys;       /* keys.h says what each input has by default */
	struct slice statistics; /* sum,n,of; sum alone if wide; of findings count */
	struct slice tables;     /* the tables of the forms; of findings any */
	struct slice wide;       /* one key: its values become columns, for one statistic */
	struct slice metrics;    /* names, or "all": rates instead of statistics */
	bool partial;            /* partial sums instead of rows */
};

enum sum_input { SUM_CELLS, SUM_FINDINGS };

enum { SUM_PLAN_STATS = 24, SUM_PLAN_TABLES = 64 };

struct sum_plan {
	struct sum_options options;
	struct keys keys; /* of the input */
	struct stat stat[SUM_PLAN_STATS];
	size_t stats;
	bool quantiles; /* one of the statistics needs a tally */
	struct slice table[SUM_PLAN_TABLES];
	bool met[SUM_PLAN_TABLES]; /* there was a record of this table */
	size_t tables; /* 0: any */
	const struct metric **metric;
	size_t metrics; /* 0: statistics are asked for */
};

/*
 * Understands what can be understood before any input is seen. Texts are borrowed,
 * memory is of the arena. False: `*error` says what is wrong.
 */
bool sum_plan_init(struct sum_plan *, const struct sum_options *, const struct forms *,
    struct arena *, struct sum_error *);

/* The same for an input: its keys, its defaults. False: they do not fit it. */
bool sum_plan_for(struct sum_plan *, enum sum_input, const struct forms *,
    struct sum_error *);

/* Are records of this table asked for? Such a one was met, then. */
bool sum_plan_wants(struct sum_plan *, struct slice table);

#endif
