/* SPDX-License-Identifier: MIT */
/*
 * Words that stanzas and their patterns ask sentences for: the cheap test before a pattern
 * is tried. A text is read once, whatever the number of words.
 *
 * What was found is a set of bits, lexicon_size of them; the first are for the characters of
 * ASCII, which every lexicon knows.
 */
#ifndef GIP_LEXICON_H
#define GIP_LEXICON_H

#include <stdint.h>

#include "arena.h"

struct lexicon; /* opaque */

/* NULL: memory is out. */
struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *);

/* Words of which one is asked for. */
struct word_set {
	struct word_bits {
		size_t at;
		uint64_t bits;
	} *item;
	size_t count, room;
};

/* Adds the words of `value`, separated by white space and copied, to both. False: memory. */
bool lexicon_add(struct lexicon *, struct arena *, struct slice value, struct word_set *);

bool lexicon_add_word(struct lexicon *, struct arena *, struct slice word, struct word_set *);

/* Where reading stops: a word that ends a sentence. False: memory is out. */
bool lexicon_add_stop(struct lexicon *, struct slice word);

/* The length of what lexicon_read finds, in elements. No more words are added then. */
size_t lexicon_size(const struct lexicon *);

/*
 * Reads `text` from byte `at` up to the first stop, adds to `found` what words begin there,
 * and says where the stop is; text.len: there is none.
 */
size_t lexicon_read(const struct lexicon *, struct slice text, size_t at, uint64_t *found);

/* One of the words was found, or there are none. */
static inline bool
word_set_found(const struct word_set *set, const uint64_t *found)
{
	for (size_t i = 0; i < set->count; i++)
		if (found[set->item[i].at] & set->item[i].bits)
			return true;
	return set->count == 0;
}

#endif
