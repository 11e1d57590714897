/* SPDX-License-Identifier: MIT */
/*
 * What can have gone wrong where sums fail: the mistakes that people make when
 * they type a table, each tried on the sums. A mistake explains a group of
 * failing equations when undoing it mends all of them, breaks none that holds,
 * and asks for no value that the rules on single cells forbid.
 */
#ifndef GIP_MISTAKE_H
#define GIP_MISTAKE_H

#include "equations.h"

/* From the smallest to the largest. */
enum mistake_kind {
	MISTAKE_CELL,  /* one number */
	MISTAKE_SWAP,  /* two numbers of one row or column in each other's place */
	MISTAKE_SHIFT, /* the numbers of a row one column too far */
	MISTAKE_ROWS,  /* the numbers of two neighbouring rows in each other's place */
	MISTAKE_MOVED, /* a number typed over its neighbour's, and another left in its place */
	MISTAKE_CELLS, /* two numbers */
	MISTAKE_KINDS
};

struct mistake {
	enum mistake_kind kind;
	const struct change *change; /* in the order of the cells */
	size_t changes;
};

/* Explanations of one group, the smallest change first. */
struct mistakes {
	struct mistake *item;
	size_t count, room;
};

/* Failing equations: their numbers, ascending. */
struct mistake_group {
	const size_t *equation;
	size_t count;
};

/*
 * Add the explanations of one sort: a single cell; numbers in the wrong place (the first
 * of swap, shift, rows, moved that fits at all); any two cells. False: memory is out.
 */
bool mistakes_in_cell(struct equations *, struct mistake_group, struct mistakes *);
bool mistakes_of_place(struct equations *, struct mistake_group, struct mistakes *);
bool mistakes_in_cells(struct equations *, struct mistake_group, struct mistakes *);

#endif
