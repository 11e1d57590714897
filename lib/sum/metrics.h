/* SPDX-License-Identifier: MIT */
/*
 * Metrics: rates that the form files define, and their values over documents.
 *
 * Stanza `metric NAME`, both expressions those of expr.h, scope report:
 *	numerator    expression; a number
 *	denominator  expression; a number
 *	zh, en       what it is called
 *	source       who uses it
 *
 * Over several documents a rate is the sum of numerators over the sum of
 * denominators, both over those documents in which both are known.
 */
#ifndef GIP_METRICS_H
#define GIP_METRICS_H

#include "expr.h"
#include "stats.h"

struct metric {
	struct slice name, zh, en, source;
	struct slice above, below; /* the expressions as written */
	struct expr *numerator, *denominator;
};

struct metrics {
	struct metric *metric; /* in the order of the form files */
	size_t count, room;
	struct arena arena;
};

/* Texts are borrowed from the stanzas. NULL: `*error` says why. */
struct metrics *metrics_compile(const struct stanzas *, struct form_error *error);
void metrics_free(struct metrics *);

/* NULL: there is none. */
const struct metric *metrics_find(const struct metrics *, struct slice name);

/* What is kept of a metric over documents. All zero at the beginning. */
struct rate {
	struct total numerator, denominator;
	uint64_t n, of; /* documents: in which both are known, all */
};

/* Adds a document; if its map fails, the rate is not to be used. */
void rate_add(struct rate *, const struct metric *, struct cellmap *);

/* That of other documents is added. False: they are too many to be counted. */
bool rate_merge(struct rate *, const struct rate *);

enum rate_column {
	RATE_VALUE, RATE_NUMERATOR, RATE_DENOMINATOR, RATE_N, RATE_OF,
	RATE_COLUMNS
};
extern const char *const rate_column_names[RATE_COLUMNS];

/* The rate is nothing where the denominator is 0; sums over no document are nothing. */
enum stat_result rate_value(const struct rate *, enum rate_column, struct decimal *);

#endif
