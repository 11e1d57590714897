/* SPDX-License-Identifier: MIT */
/*
 * gip-sum: statistics of groups of cells or findings, and metrics of groups
 * of documents.
 *
 *	sum_new, then for each input sum_begin and sum_add_* for each document,
 *	sum_finish, sum_shape, sum_row until it is NULL.
 *
 * Or in parts: instead of the last two sum_put_partial, and in another sum instead of the
 * first three sum_merge.
 *
 * The result does not depend on the order of documents. Memory grows with the number
 * of groups, and for quantiles with the number of different values in each.
 */
#ifndef GIP_SUM_H
#define GIP_SUM_H

#include "cells.h"
#include "findings.h"
#include "forms.h"
#include "notice.h"
#include "record.h"
#include "sum_plan.h"

struct sum; /* opaque */

/* Everything is borrowed, texts of the options too. NULL: `*error` says why. */
struct sum *sum_new(const struct forms *, const struct sum_options *,
    const struct notices *, struct sum_error *);
void sum_free(struct sum *);

/*
 * The documents that follow are of this kind. False, and said as NOTICE_ERROR: they do not
 * fit the options or what came before, and must not be added.
 */
bool sum_begin(struct sum *, enum sum_input);

/* A document. False: memory is out, said as NOTICE_ERROR; there will be no result. */
bool sum_add_cells(struct sum *, struct cells *);
bool sum_add_findings(struct sum *, const struct findings *);

/*
 * As sum_begin: partial sums follow, and records of them. False, and said as NOTICE_ERROR: they were made with other
 * options, or are not whole; there will be no result.
 */
bool sum_begin_partial(struct sum *);
bool sum_merge(struct sum *, const struct record *);

/* After the last document. False: no input was begun, or memory is out, which is said. */
bool sum_finish(struct sum *);

/* Keys and then statistics; after sum_finish. */
const struct record_shape *sum_shape(const struct sum *);

/*
 * The fields of the next row, valid until the next call; NULL: the end. A statistic
 * that does not fit in a number is empty, and said as NOTICE_ERROR.
 */
const struct slice *sum_row(struct sum *);

/* All records of partial_shape; after sum_finish. False: memory is out. */
struct partial_sink {
	void (*put)(void *context, const struct slice *fields);
	void *context;
};
bool sum_put_partial(struct sum *, const struct partial_sink *);

#endif
