/* SPDX-License-Identifier: MIT */
/*
 * Words that many stanzas ask a sentence for: the cheap test before a pattern is tried. A
 * sentence is read once, whatever the number of words.
 */
#ifndef GIP_LEXICON_H
#define GIP_LEXICON_H

#include "arena.h"

enum { LEXICON_BUCKETS = 1024 };

struct lexicon_word; /* private */

struct lexicon {
	struct lexicon_word *word; /* each once */
	size_t count, room;
	size_t bucket[LEXICON_BUCKETS]; /* by the first character: a word's number + 1 */
};

/* Words of a lexicon, by their number. */
struct word_set {
	size_t *item;
	size_t count, room;
};

/* Adds the words of `value`, separated by white space, borrowed, to both. False: memory. */
bool lexicon_add(struct lexicon *, struct arena *, struct slice value, struct word_set *);

/* Says of each word whether it stands in `text`; `found` has room for lexicon->count. */
void lexicon_find(const struct lexicon *, struct slice text, bool *found);

/* One of the words was found, or there are none. */
bool word_set_found(const struct word_set *, const bool *found);

#endif
