/* SPDX-License-Identifier: MIT */
/*
 * A passage: a few lines folded into one text, so that a pattern can match
 * what a page has broken over lines, and what it matched can be shown as it
 * stood.
 */
#ifndef GIP_PASSAGE_H
#define GIP_PASSAGE_H

#include "arena.h"
#include "fold.h"

enum { PASSAGE_LINES = 8 };

struct passage {
	struct slice line[PASSAGE_LINES]; /* borrowed */
	size_t start[PASSAGE_LINES];      /* where each begins in the folded text */
	size_t count;
	struct folded folded;
};

#define PASSAGE_INIT { .folded = FOLDED_INIT }

void passage_clear(struct passage *); /* empties it, keeps the memory */
void passage_release(struct passage *);

/* Adds a line. False: there are PASSAGE_LINES already, or memory is out. */
bool passage_add(struct passage *, struct slice line);

static inline struct slice
passage_text(const struct passage *p)
{
	return fold_slice(&p->folded);
}

/* Which line the byte `at` of the folded text comes from. */
size_t passage_line(const struct passage *, size_t at);

/* Where the byte `at` stands in its line; the end of the last line behind the last byte. */
size_t passage_offset(const struct passage *, size_t at);

/*
 * The source of `part`, a slice of the folded text: a slice of its line or, where it goes
 * over lines, a copy in `arena` of what stood in each, without the white space at the ends
 * of lines and joined by `glue`. False: memory is out.
 */
bool passage_source(const struct passage *, struct slice part, struct slice glue,
    struct arena *, struct slice *source);

#endif
