/* SPDX-License-Identifier: MIT */
/*
 * How often each value came in each group: all that quantiles need.
 *
 * Memory grows with the different values, not with the values.
 */
#ifndef GIP_TALLY_H
#define GIP_TALLY_H

#include "decimal.h"
#include "slots.h"

struct tally_entry {
	uint32_t group;
	struct decimal value;
	uint64_t count;
};

struct tally {
	struct arena *arena; /* holds all of this */
	struct tally_entry *entry;
	size_t count, room;
	struct slots slots;
};

/* The value came `count` times more. False: memory is out, or it came too often. */
bool tally_add(struct tally *, uint32_t group, struct decimal value, uint64_t count);

/* Call once after the last tally_add and before what follows here. */
void tally_sort(struct tally *);

/* The entries of a group, by their values; how many there are. */
size_t tally_entries(const struct tally *, uint32_t group, const struct tally_entry **);

/*
 * The quantile `percent` (0..100) of a group that has `count` values, linear between
 * the two nearest: of the values in order, numbered from 0, the one at
 * (count - 1) * percent / 100. To `places` decimal places, half away from zero.
 * False: it does not fit.
 */
bool tally_quantile(const struct tally *, uint32_t group, uint64_t count, unsigned percent,
    unsigned places, struct decimal *);

#endif
