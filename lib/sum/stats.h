/* SPDX-License-Identifier: MIT */
/*
 * The statistics of a group: their names, what is kept for them while
 * records come, and their values. A cell that is no number is never 0: it
 * counts in STAT_OF alone.
 */
#ifndef GIP_STATS_H
#define GIP_STATS_H

#include "tally.h"
#include "total.h"

enum stat_kind {
	STAT_SUM,
	STAT_COUNT,    /* numbers, or findings */
	STAT_MIN,
	STAT_MAX,
	STAT_MEAN,
	STAT_QUANTILE, /* median, and p0 to p100 */
	STAT_N,        /* documents that had a number (or a finding) */
	STAT_OF,       /* documents that had a record, whatever its state */
};

/* Decimal places of what has to be divided: means, quantiles, rates. */
enum { STAT_PLACES = 6 };

struct stat {
	struct slice name;
	enum stat_kind kind;
	unsigned percent; /* of a quantile */
};

/* The statistic of that name; the name is borrowed. False: there is none. */
bool stat_named(struct slice name, struct stat *);

/* What is kept for one group. All zero at the beginning. */
struct stats {
	struct total sum;
	struct decimal min, max;
	uint64_t count, n, of;
	uint64_t last_n, last_of; /* the last document that was counted there */
};

/* A record of document number `document` (from 1, in order) came, whatever its state. */
void stats_record(struct stats *, uint64_t document);

/* The same, and it was this number; quantiles are the tally's. */
void stats_number(struct stats *, uint64_t document, struct decimal);

/* Those of other documents are added. False: they are too many to be counted. */
bool stats_merge(struct stats *, const struct stats *);

enum stat_result {
	STAT_NOTHING,  /* there is none: the sum or the mean of nothing */
	STAT_KNOWN,
	STAT_OVERFLOW, /* it does not fit in a decimal */
};

/* `tally` has been sorted; it is looked at for quantiles only. */
enum stat_result stat_value(const struct stat *, const struct stats *, const struct tally *,
    uint32_t group, struct decimal *);

#endif
