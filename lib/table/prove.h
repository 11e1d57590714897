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
 * proves in each of them; the others of the task are absent. How many were filled.
 */
size_t prove_values(struct placing *, const struct task *);

/*
 * Rows that lost their labels prove one another: those of the `count` tasks not
 * done that have as many values as cells are filled in order, and stay if then
 * every row and every column of theirs adds up.
 */
void prove_together(struct placing *, struct task *, size_t count);

#endif
