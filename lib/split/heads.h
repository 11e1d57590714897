/* SPDX-License-Identifier: MIT */
/*
 * The heads of the lines of one document: a line that is asked several things, one pass
 * over the document after the other, is folded and taken apart once.
 */
#ifndef GIP_HEADS_H
#define GIP_HEADS_H

#include "headline.h"

enum { HEADS = 32 }; /* of so many lines; another one takes the place of one of them */

struct heads {
	struct slice line[HEADS]; /* ptr NULL: of none */
	struct headline head[HEADS];
};

/*
 * The head of `line`, a slice of a text that stays as it is until heads_forget; valid until
 * the next call. NULL: memory is out.
 */
const struct headline *heads_read(const struct headings *, struct heads *, struct slice line);

void heads_forget(struct heads *); /* keeps the memory */
void heads_release(struct heads *);

#endif
