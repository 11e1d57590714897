/* SPDX-License-Identifier: MIT */
#include "phrases.h"

void
phrase_maker_release(struct phrase_maker *maker)
{
	needs_release(&maker->needs);
}

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/*
 * The longest part of `word` without ASCII, or one character of it: enough to ask for, and
 * digits stand at too many places to begin words there.
 */
static struct slice
telling(struct slice word)
{
	struct slice best = slice_head(word, 1);

	for (size_t at = 0, end; at < word.len; at = end + 1) {
		for (end = at; end < word.len && !is_ascii(word.ptr[end]); end++)
			;
		if (end - at > best.len)
			best = slice_from(slice_head(word, end), at);
	}
	return best;
}

static bool
add_needs(struct phrase *phrase, struct phrase_maker *maker, const struct needs *needs)
{
	for (size_t i = 0; i < needs->count; i++, phrase->count++)
		for (size_t k = 0; k < needs->set[i].count; k++)
			if (!lexicon_add_word(maker->lexicon, maker->arena,
			        telling(needs->set[i].word[k]), &phrase->needs[i]))
				return false;
	return true;
}

bool
phrases_add(struct phrases *phrases, struct phrase_maker *maker, const struct stanza *stanza,
    const struct stanza_line *item, struct form_error *error)
{
	size_t i = phrases->patterns.count;
	struct phrase *array =
	    arena_grow(maker->arena, phrases->item, i, &phrases->room, sizeof *array);
	struct needs needs = needs_read(&maker->needs, item->value);

	if (array) {
		phrases->item = array;
		phrases->item[i] = (struct phrase){ .count = 0 };
	}
	if (!array || !add_needs(&phrases->item[i], maker, &needs))
		return stanza_error(stanza, item->line, "out of memory", SLICE_NONE, error);
	return patterns_add(&phrases->patterns, maker->defines, maker->arena, stanza, item, error);
}

void
phrases_free(struct phrases *phrases)
{
	patterns_free(&phrases->patterns);
}

bool
phrases_may(const struct phrases *phrases, const uint64_t *found)
{
	for (size_t i = 0; i < phrases->patterns.count; i++)
		if (phrase_may(phrases, i, found))
			return true;
	return false;
}

enum pattern_status
phrases_match(const struct phrases *phrases, const uint64_t *found, struct slice subject,
    size_t start, struct pattern_match *match)
{
	enum pattern_status worst = PATTERN_MISS;

	for (size_t i = 0; i < phrases->patterns.count; i++) {
		enum pattern_status status = phrase_may(phrases, i, found)
		    ? pattern_match(phrases->patterns.item[i], subject, start, match) : PATTERN_MISS;
		if (status == PATTERN_HIT)
			return PATTERN_HIT;
		if (status == PATTERN_LIMIT)
			worst = PATTERN_LIMIT;
	}
	return worst;
}
