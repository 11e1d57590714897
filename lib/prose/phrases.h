/* SPDX-License-Identifier: MIT */
/*
 * Patterns that are tried on sentences which hold the words that they cannot match without
 * (needs.h), and on no others.
 */
#ifndef GIP_PHRASES_H
#define GIP_PHRASES_H

#include "lexicon.h"
#include "needs.h"
#include "patterns.h"

enum { PHRASE_SETS = NEEDS_SETS };

struct phrase {
	struct word_set needs[PHRASE_SETS]; /* a word of each */
	size_t count;
};

struct phrases {
	struct patterns patterns;
	struct phrase *item; /* as many */
	size_t room;
};

/* What phrases are made with. */
struct phrase_maker {
	struct lexicon *lexicon;
	const struct defines *defines;
	struct arena *arena;
	struct needs_reader needs;
};

/* `arena` gets what the phrases keep; all is borrowed. */
#define PHRASE_MAKER_INIT(lexicon_, defines_, arena_) \
	{ (lexicon_), (defines_), (arena_), NEEDS_READER_INIT(defines_) }

void phrase_maker_release(struct phrase_maker *);

/* Adds the pattern that is the value of a line of a stanza, as patterns_add does. */
bool phrases_add(struct phrases *, struct phrase_maker *, const struct stanza *,
    const struct stanza_line *, struct form_error *);
void phrases_free(struct phrases *);

/* May the pattern match what these words were found in, or a part of it? */
static inline bool
phrase_may(const struct phrases *phrases, size_t i, const uint64_t *found)
{
	const struct phrase *phrase = &phrases->item[i];

	for (size_t k = 0; k < phrase->count; k++)
		if (!word_set_found(&phrase->needs[k], found))
			return false;
	return true;
}

/* May one of them? */
bool phrases_may(const struct phrases *, const uint64_t *found);

/* patterns_match of those that may. */
enum pattern_status phrases_match(const struct phrases *, const uint64_t *found,
    struct slice subject, size_t start, struct pattern_match *);

#endif
