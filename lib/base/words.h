/* SPDX-License-Identifier: MIT */
/*
 * Words of which a text must hold at least one: the cheap test before a
 * pattern is tried.
 */
#ifndef GIP_WORDS_H
#define GIP_WORDS_H

#include "arena.h"

struct words {
	struct slice *word;
	size_t count, room;
};

/* Adds the words of `value`, separated by white space, as folded text has them; borrowed
   where they can be. False: memory is out. */
bool words_add(struct words *, struct arena *, struct slice value);

/* One of them stands in `text`, or there are none. */
bool words_in(const struct words *, struct slice text);

#endif
