/* SPDX-License-Identifier: MIT */
/* Who asks for a word: from the words of a sentence to those that one of them is enough for. */
#ifndef GIP_ASKERS_H
#define GIP_ASKERS_H

#include "lexicon.h"

struct askers {
	size_t size;      /* of what was found (lexicon_size), */
	size_t who_size;  /* and of a set of askers */
	uint64_t *asked;  /* the words that anybody asks for */
	uint64_t *who;    /* a set for each word */
	uint64_t *always; /* who asks for none */
};

/* For `count` askers, without any. In the arena. False: memory is out. */
bool askers_make(struct askers *, struct arena *, const struct lexicon *, size_t count);

/* Asker `number` asks for one of the words. */
void askers_add(struct askers *, const struct word_set *, size_t number);

/* Whom the words that were found are enough for: a set of bits. */
void askers_find(const struct askers *, const uint64_t *found, uint64_t *who);

/* The number of the lowest bit. */
static inline unsigned
askers_lowest(uint64_t bits)
{
	unsigned n = 0;

	for (unsigned step = 32; step; step /= 2)
		if (!(bits & ((UINT64_C(1) << step) - 1))) {
			bits >>= step;
			n += step;
		}
	return n;
}

#endif
