/* SPDX-License-Identifier: MIT */
/* Lists of words in form files. */
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

#endif
