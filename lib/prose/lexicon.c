/* SPDX-License-Identifier: MIT */
/*
 * Words by their head: two Chinese characters, or one if the word is shorter; what begins
 * with other characters by its first byte. Nearly all characters of a text begin no word,
 * which one look into a small table shows.
 */
#include "lexicon.h"

#include <stdlib.h>

#include "variants.h"

enum {
	ASCII = 128,
	HAN = 3,   /* bytes of a Chinese character */
	PAIR = 6,  /* and of two */
	SLOTS = 4096, /* a power of two, several times the number of words */
};

enum { BEGINS_SHORT = 1, BEGINS_LONG = 2 };

struct word {
	struct slice text;
	uint64_t head;
	size_t next; /* of those in the same slot: a number + 1 */
	bool stop;
};

struct lexicon {
	struct word *word;
	size_t count, room;
	unsigned char begins[SLOTS]; /* by the first character: what begins with it */
	size_t slot[SLOTS];          /* by the head */
	size_t other[256];           /* by the first byte, where that begins no Chinese character */
	bool stop[ASCII];
	struct arena arena;
};

struct lexicon *
lexicon_new(void)
{
	return calloc(1, sizeof(struct lexicon));
}

void
lexicon_free(struct lexicon *lexicon)
{
	if (!lexicon)
		return;
	arena_release(&lexicon->arena);
	free(lexicon);
}

/* Does this byte begin a character of three bytes? */
static inline bool
is_han(unsigned char byte)
{
	return (byte & 0xf0) == 0xe0;
}

static inline uint32_t
han_head(const char *at)
{
	uint16_t two;

	memcpy(&two, at, sizeof two);
	return two | (uint32_t)(unsigned char)at[2] << 16;
}

static inline uint64_t
pair_head(const char *at)
{
	uint32_t four;
	uint16_t two;

	memcpy(&four, at, sizeof four);
	memcpy(&two, at + sizeof four, sizeof two);
	return four | (uint64_t)two << 32;
}

static inline size_t
slot_of(uint64_t head)
{
	return (size_t)(head * UINT64_C(0x9e3779b97f4a7c15) >> 52); /* SLOTS of them */
}

/* The chain that the word is in, and its head. */
static size_t *
chain_of(struct lexicon *lexicon, struct slice word, uint64_t *head)
{
	*head = 0;
	if (!is_han((unsigned char)word.ptr[0]) || word.len < HAN)
		return &lexicon->other[(unsigned char)word.ptr[0]];
	*head = word.len < PAIR ? han_head(word.ptr) : pair_head(word.ptr);
	return &lexicon->slot[slot_of(*head)];
}

static bool
add_word(struct lexicon *lexicon, struct slice text, size_t *chain, uint64_t head)
{
	struct word *array = arena_grow(
	    &lexicon->arena, lexicon->word, lexicon->count, &lexicon->room, sizeof *array);
	struct slice copy;

	if (!array || !arena_copy(&lexicon->arena, text, &copy))
		return false;
	lexicon->word = array;
	lexicon->word[lexicon->count++] =
	    (struct word){ .text = copy, .head = head, .next = *chain };
	*chain = lexicon->count;
	if (head)
		lexicon->begins[slot_of(han_head(text.ptr))] |=
		    text.len < PAIR ? BEGINS_SHORT : BEGINS_LONG;
	return true;
}

/* The number of `word` among the words, which may be new. */
static bool
number_of(struct lexicon *lexicon, struct slice text, size_t *number)
{
	uint64_t head;
	size_t *chain = chain_of(lexicon, text, &head);

	for (*number = *chain; *number; *number = lexicon->word[*number - 1].next)
		if (slice_eq(lexicon->word[*number - 1].text, text)) {
			(*number)--;
			return true;
		}
	*number = lexicon->count;
	return add_word(lexicon, text, chain, head);
}

static bool
add_bit(struct arena *arena, struct word_set *set, size_t bit)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->item[i].at == bit / 64) {
			set->item[i].bits |= UINT64_C(1) << bit % 64;
			return true;
		}
	struct word_bits *array = arena_grow(arena, set->item, set->count, &set->room, sizeof *array);
	if (!array)
		return false;
	set->item = array;
	set->item[set->count++] = (struct word_bits){ bit / 64, UINT64_C(1) << bit % 64 };
	return true;
}

bool
lexicon_add_word(struct lexicon *lexicon, struct arena *arena, struct slice word,
    struct word_set *set, size_t *number)
{
	size_t bit = (unsigned char)word.ptr[0];

	if (word.len > 1 || bit >= ASCII) {
		if (!variants_replace(word, &lexicon->arena, &word)
		    || !number_of(lexicon, word, &bit))
			return false;
		bit += ASCII;
	}
	if (number)
		*number = bit;
	return add_bit(arena, set, bit);
}

bool
lexicon_add(struct lexicon *lexicon, struct arena *arena, struct slice value,
    struct word_set *set)
{
	for (struct slice word = slice_word(&value); word.len; word = slice_word(&value))
		if (!lexicon_add_word(lexicon, arena, word, set, NULL))
			return false;
	return true;
}

bool
lexicon_add_stop(struct lexicon *lexicon, struct slice word)
{
	size_t number;

	if (word.len == 1 && (unsigned char)word.ptr[0] < ASCII) {
		lexicon->stop[(unsigned char)word.ptr[0]] = true;
		return true;
	}
	if (!number_of(lexicon, word, &number))
		return false;
	lexicon->word[number].stop = true;
	return true;
}

size_t
lexicon_size(const struct lexicon *lexicon)
{
	return (ASCII + lexicon->count + 63) / 64;
}

/* Adds what words of a chain `text` begins with. Is one a stop? */
static bool
read_chain(const struct lexicon *lexicon, size_t number, uint64_t head, struct slice text,
    uint64_t *found)
{
	bool stop = false;

	for (; number; number = lexicon->word[number - 1].next) {
		const struct word *w = &lexicon->word[number - 1];
		if (w->head != head || !slice_starts(text, w->text))
			continue;
		size_t bit = ASCII + number - 1;
		found[bit / 64] |= UINT64_C(1) << bit % 64;
		stop = stop || w->stop;
	}
	return stop;
}

/* What begins with the Chinese character at the start of `text`. Is there a stop? */
static bool
read_han(const struct lexicon *lexicon, unsigned begins, struct slice text, uint64_t *found)
{
	bool stop = false;

	if ((begins & BEGINS_LONG) && text.len >= PAIR) {
		uint64_t head = pair_head(text.ptr);
		size_t number = lexicon->slot[slot_of(head)];
		stop = number && read_chain(lexicon, number, head, text, found);
	}
	if (begins & BEGINS_SHORT) {
		uint64_t head = han_head(text.ptr);
		size_t number = lexicon->slot[slot_of(head)];
		stop = (number && read_chain(lexicon, number, head, text, found)) || stop;
	}
	return stop;
}

size_t
lexicon_read(const struct lexicon *lexicon, struct slice text, size_t at, uint64_t *found)
{
	while (at < text.len) {
		unsigned char byte = (unsigned char)text.ptr[at];
		if (is_han(byte) && text.len - at >= HAN) {
			unsigned begins = lexicon->begins[slot_of(han_head(text.ptr + at))];
			if (begins && read_han(lexicon, begins, slice_from(text, at), found))
				return at;
			at += HAN;
			continue;
		}
		size_t number = lexicon->other[byte];
		if (byte < ASCII)
			found[byte / 64] |= UINT64_C(1) << byte % 64;
		if ((number && read_chain(lexicon, number, 0, slice_from(text, at), found))
		    || (byte < ASCII && lexicon->stop[byte]))
			return at;
		at++;
	}
	return text.len;
}
