/* SPDX-License-Identifier: MIT */
/*
 * The sieve before the check: where in a document which rules may fail.
 *
 * Documents are much alike, and hardly a rule fails. So what a rule asks at a row, column
 * or cell is made ready when such a place is met for the first time, and then asked of
 * document after document; only what is suspect is looked at with all care, which finds
 * the cause and the words.
 */
#ifndef GIP_SIEVE_H
#define GIP_SIEVE_H

#include "rules.h"

struct sieve; /* opaque; remembers places, within bounds */

/* The rules are borrowed. NULL: memory is out. */
struct sieve *sieve_new(const struct rules *);
void sieve_free(struct sieve *);

/* A place where a rule may fail: a cell of it; of a report or table none. */
struct suspect {
	size_t rule;
	size_t cell;
	struct slice table; /* in a scope of tables: the table, */
	size_t order;       /* and its place in the list of them */
};

struct suspects {
	struct suspect *item; /* in no order */
	size_t count, room;
	bool all; /* any rule may fail anywhere; no items then */
	struct map_layout layout; /* if it came up, for who looks at them */
};

/* All places where a rule fails, perhaps also others. In `arena`. False: memory is out. */
bool sieve_cells(struct sieve *, const struct cells *, struct arena *, struct suspects *);

#endif
