/* SPDX-License-Identifier: MIT */
/* Words in chains of those with a first character alike. */
#include "lexicon.h"

#include "utf8.h"

struct lexicon_word {
	struct slice text;
	size_t next; /* in its chain: a number + 1 */
};

/* The chain of the words that begin as the text at `*at` does; moves behind the character. */
static size_t
bucket(struct slice text, size_t *at)
{
	return utf8_next(text, at) % LEXICON_BUCKETS;
}

/* The number of `word`; that of the next to come, if it is new. */
static size_t
number_of(const struct lexicon *lexicon, size_t first, struct slice word)
{
	for (size_t n = lexicon->bucket[first]; n; n = lexicon->word[n - 1].next)
		if (slice_eq(lexicon->word[n - 1].text, word))
			return n - 1;
	return lexicon->count;
}

static bool
add_word(struct lexicon *lexicon, struct arena *arena, size_t first, struct slice word)
{
	struct lexicon_word *array =
	    arena_grow(arena, lexicon->word, lexicon->count, &lexicon->room, sizeof *array);

	if (!array)
		return false;
	lexicon->word = array;
	lexicon->word[lexicon->count++] =
	    (struct lexicon_word){ word, lexicon->bucket[first] };
	lexicon->bucket[first] = lexicon->count;
	return true;
}

bool
lexicon_add(struct lexicon *lexicon, struct arena *arena, struct slice value,
    struct word_set *set)
{
	for (struct slice word = slice_word(&value); word.len; word = slice_word(&value)) {
		size_t at = 0, first = bucket(word, &at);
		size_t number = number_of(lexicon, first, word);
		size_t *array = arena_grow(arena, set->item, set->count, &set->room, sizeof *array);
		if (!array
		    || (number == lexicon->count && !add_word(lexicon, arena, first, word)))
			return false;
		set->item = array;
		set->item[set->count++] = number;
	}
	return true;
}

/* Does `text` begin with the word? Its last byte tells most that only begin alike. */
static inline bool
begins_with(struct slice text, struct slice word)
{
	return text.len >= word.len && text.ptr[word.len - 1] == word.ptr[word.len - 1]
	    && slice_starts(text, word);
}

void
lexicon_find(const struct lexicon *lexicon, struct slice text, bool *found)
{
	for (size_t i = 0; i < lexicon->count; i++)
		found[i] = false;
	for (size_t at = 0; at < text.len;) {
		struct slice rest = slice_from(text, at);
		size_t n = lexicon->bucket[bucket(text, &at)];
		for (; n; n = lexicon->word[n - 1].next)
			if (!found[n - 1] && begins_with(rest, lexicon->word[n - 1].text))
				found[n - 1] = true;
	}
}

bool
word_set_found(const struct word_set *set, const bool *found)
{
	for (size_t i = 0; i < set->count; i++)
		if (found[set->item[i]])
			return true;
	return set->count == 0;
}
