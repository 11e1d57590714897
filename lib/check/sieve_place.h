/* SPDX-License-Identifier: MIT */
/* What the rules ask at one place: their expressions, bound to the seats of its cells. */
#ifndef GIP_SIEVE_PLACE_H
#define GIP_SIEVE_PLACE_H

#include "rules.h"
#include "seats.h"

/* A rule at a place. */
struct sieve_check {
	size_t rule;
	const struct expr **when;
	size_t whens;
	const struct expr *holds;        /* NULL: what it asks cannot be told here */
	const struct expr_bound *target; /* NULL, or one of these cells must be there */
	const unsigned *states;          /* NULL, or it fails only if they have this bit */
	unsigned bit;
	struct slice table; /* of a scope of tables: which, */
	size_t order;       /* and its place in the list of them */
	/* NULL, or seats of cells that must be there, for it to hold for the place, and to fail. */
	const struct cell *const *needed[2];
	const struct sieve_check *next;
};

/* Is one not there that a rule needs to fail? Then it need not be asked. */
static inline bool
sieve_check_lacks(const struct sieve_check *check)
{
	for (int i = 0; i < 2; i++) {
		const struct cell *const *seat = check->needed[i];
		if (seat && (!*seat || (*seat)->state == CELL_ABSENT))
			return true;
	}
	return check->states && !(*check->states & check->bit);
}

struct sieve_place {
	const struct sieve_check *checks;
	/*
	 * Those that ask nothing but whether the cell itself is in a range: whole numbers from
	 * least to most are in all of them.
	 */
	const struct sieve_check *ranges;
	int64_t least, most;
};

/* What places are made of; `self` is bound to what is the cell of the place. */
struct sieve_maker {
	const struct rules *rules;
	struct seats *seats;
	const struct expr_bound *self;
};

/* Each is made in the arena of the seats. NULL: memory is out. */
const struct sieve_place *sieve_place_of_report(const struct sieve_maker *);
const struct sieve_place *sieve_place_of_line(const struct sieve_maker *,
    const struct seat_line *);
const struct sieve_place *sieve_place_of_cell(const struct sieve_maker *,
    const struct seat *);

/* Is a rule about places in this table? */
bool sieve_is_about(const struct rules *, struct slice table);

/*
 * Does the rule fail there, or may it, as the cells in the seats are? What could not be told
 * for lack of memory sets none->failed; that map is for nothing else.
 */
bool sieve_check_fails(const struct sieve_check *, struct cellmap *none);

#endif
