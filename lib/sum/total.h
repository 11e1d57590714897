/* SPDX-License-Identifier: MIT */
/*
 * A sum of many decimals that does not depend on their order.
 *
 * It is kept in 128 bits at DECIMAL_PLACES places, where ten thousand million of the
 * largest decimals fit; only the whole sum can be too large for a decimal, never one on
 * the way to it.
 */
#ifndef GIP_TOTAL_H
#define GIP_TOTAL_H

#include "decimal.h"

__extension__ typedef __int128 total_units;

struct total {
	total_units units;
	bool lost; /* even 128 bits were too few */
};

void total_add(struct total *, struct decimal);

/* Two sums become one, whatever the order in which their numbers came. */
void total_merge(struct total *, const struct total *);

/* False: the sum does not fit in a decimal. */
bool total_value(const struct total *, struct decimal *);

/*
 * All of it as text of at most TOTAL_TEXT bytes, and back: decimals of any size, and nothing
 * for what was lost. False: it is no such text.
 */
enum { TOTAL_TEXT = 48 };
size_t total_print(const struct total *, char *text);
bool total_parse(struct slice, struct total *);

#endif
