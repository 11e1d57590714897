/* SPDX-License-Identifier: MIT */
#include "words.h"

#include "variants.h"

bool
words_add(struct words *words, struct arena *arena, struct slice value)
{
	for (struct slice word = slice_word(&value); word.len; word = slice_word(&value)) {
		struct slice *array =
		    arena_grow(arena, words->word, words->count, &words->room, sizeof *array);
		if (!array)
			return false;
		words->word = array;
		if (!variants_replace(word, arena, &words->word[words->count++]))
			return false;
	}
	return true;
}
