/* SPDX-License-Identifier: MIT */
/*
 * One finding per cause: sums that fail together because of one mistake.
 *
 * The equations of a table are a parity code: a wrong cell breaks every sum
 * that it is part of, each by the same amount. Failing equations that share
 * cells are a group, and a group is explained by the smallest mistake that mends it
 * (mistake.h); where none does, by several independent ones that do so together.
 * Equations that cannot be decided do not count. Where one mistake alone explains
 * a group, what rules on its cells and on numbers stated about them object to goes
 * with it, if the other values satisfy them too.
 *
 * The idea is that of Fellegi and Holt (1976), and of the card-minimal repair
 * of inconsistent accounts; but nothing is repaired here.
 */
#ifndef GIP_CAUSE_H
#define GIP_CAUSE_H

#include "mistake.h"

/* A rule that fails at a place. */
struct fault {
	const struct rule *rule;
	struct expr_scope scope;
	/* filled by cause_find: */
	size_t leader; /* the first fault with the same cause; mostly itself */
	size_t next;   /* the next one with the same cause; 0: none */
	size_t last;   /* of a leader: the last of them; 0: none */
	struct mistakes cause; /* of a leader: explanations, each of which would be enough */
};

/* Appends a fault to those that follow the leader. */
void cause_follow(struct fault *, size_t leader, size_t own);

/* Finds out which of `count` faults belong together. False: memory is out. */
bool cause_find(const struct rules *, struct cellmap *, struct arena *,
    struct fault *, size_t count);

#endif
