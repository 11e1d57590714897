/* SPDX-License-Identifier: MIT */
/*
 * The lines of a text with their traits: what all of a document is decided from.
 */
#ifndef GIP_LINES_H
#define GIP_LINES_H

#include "heads.h"
#include "traits.h"

struct lines {
	struct slice text;     /* that they are of */
	struct line *line;     /* those that show anything; an empty cell between them, white
	                          space with a tab, is of the kind LINE_CELLS */
	struct traits *traits; /* of each of them */
	size_t count, room;
	size_t empties;        /* of those: empty cells */
	uint32_t is;           /* enum trait: what any of all lines has */
	size_t han, questions; /* in all lines */
	struct heads heads;    /* of some of them, as far as they were read */
};

#define LINES_INIT { .line = NULL }

/* Takes `text` (borrowed) apart. False: memory is out. */
bool lines_read(const struct headings *, struct slice text, struct lines *);
void lines_release(struct lines *);

#endif
