/* SPDX-License-Identifier: MIT */
/*
 * One finding per cause: sums that fail together because one cell is wrong.
 *
 * The equations of a table are a parity code: a wrong cell breaks every sum
 * that it is part of, each by the same amount. Failing equations that share
 * cells are a group; a cell explains the group when another value of it, one
 * that the rules on cells allow, satisfies all of them and breaks no equation
 * that holds. Equations that cannot be decided do not count. Where one cell
 * alone explains a group, what rules on that cell and on numbers stated about it
 * object to goes with it, if the other value satisfies them too.
 */
#ifndef GIP_CAUSE_H
#define GIP_CAUSE_H

#include "rules.h"

/* A cell and the value that would mend all. */
struct change {
	const struct cell *cell;
	struct decimal value;
};

/* A rule that fails at a place. */
struct fault {
	const struct rule *rule;
	struct expr_scope scope;
	/* filled by cause_find: */
	size_t leader;         /* the first fault with the same cause; mostly itself */
	size_t next;           /* the next one with the same cause; 0: none */
	size_t last;           /* of a leader: the last of them; 0: none */
	struct change *change; /* of a leader: explanations, in the order of the cells, */
	size_t changes, room;  /* each of which would be enough; none: no single cell is */
};

/* Finds out which of `count` faults belong together. False: memory is out. */
bool cause_find(const struct rules *, struct cellmap *, struct arena *,
    struct fault *, size_t count);

#endif
