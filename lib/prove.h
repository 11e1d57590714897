/* SPDX-License-Identifier: MIT */
/*
 * Placing by proof, where the text does not show which value stands in which
 * cell: every placement in order is tried, the sums that the form prints
 * strike out those that cannot be.
 */
#ifndef GIP_PROVE_H
#define GIP_PROVE_H

#include "task.h"

/*
 * Fills the cells in which all placements that are left agree, and which a sum
 * proves in each of them; the others of the task are absent. True: at least one was filled.
 */
bool prove_values(struct placing *, const struct task *);

#endif
