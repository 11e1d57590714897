/* SPDX-License-Identifier: MIT */
/*
 * Partial sums: what a sum knows, as records of partial_shape, which another sum adds to
 * what it knows. So that the sum of parts is the sum of everything, nothing is rounded in
 * them, and for quantiles every value is there.
 *
 *	plan          value: what was asked for; begins partial sums
 *	fact, table   value: one that some document had
 *	group         key; value: the sum of count numbers; min, max; n, of
 *	value         key; value: a number that came count times in that group
 *	numerator     key; value; n, of
 *	denominator   key; value
 *	end           count: records behind the plan; of: documents
 *
 * The key of a group is its keys joined (record_join). For the modules of sum.h only.
 */
#ifndef GIP_PARTIAL_H
#define GIP_PARTIAL_H

#include "sum.h"

enum partial_item {
	ITEM_PLAN, ITEM_FACT, ITEM_TABLE, ITEM_GROUP, ITEM_VALUE, ITEM_NUMERATOR,
	ITEM_DENOMINATOR, ITEM_END,
	ITEMS
};

extern const char *const partial_item_names[ITEMS];

/* The fields of partial_shape. */
enum partial_field {
	PARTIAL_ITEM, PARTIAL_KEY, PARTIAL_VALUE, PARTIAL_COUNT, PARTIAL_MIN, PARTIAL_MAX,
	PARTIAL_N, PARTIAL_OF,
	PARTIAL_FIELDS
};

/* The end of the plan where the values are kept. */
#define PARTIAL_WITH_VALUES SLICE(" with values")

/* Appends, as words, all that two sums must have in common for their groups to be added. */
void partial_add_plan(struct buf *, const struct sum *);

#endif
