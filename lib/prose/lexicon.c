/* SPDX-License-Identifier: MIT */
/*
 * A tree of words, a step of which is a character, or two Chinese ones where a word begins
 * with such; all steps are in one table. At nearly all characters of a text no word begins,
 * which a look into that table shows.
 */
#include "lexicon.h"

#include <stdlib.h>

#include "variants.h"

enum {
	ASCII = 128,
	HAN = 3,  /* bytes of a Chinese character */
	PAIR = 6, /* and of two */
	FIRST_BITS = 12,
	STEP_BITS = 12, /* at first */
	NODES = 1024,
};

/* What begins with a character: a word with a step for it, or for it and another one. */
enum { BEGINS_ONE = 1, BEGINS_PAIR = 2 };

/* A place in the tree: behind a beginning of words. */
struct node {
	size_t bit; /* of the word that ends there; 0: none */
	bool stop;  /* and it is a stop */
	bool on;    /* longer words begin so */
};

struct step {
	uint64_t key; /* from where, and the character; 0: no step */
	uint32_t node;
};

struct lexicon {
	struct node *node; /* 0: nothing read yet */
	size_t nodes, nodes_room;
	size_t words;
	struct step *step; /* open addressing */
	unsigned step_bits;
	unsigned char first[1 << FIRST_BITS]; /* by a Chinese character: what begins with it */
	bool other[256], second[256];         /* of other bytes: words begin with such two */
	bool stop[ASCII];
	struct arena arena;
};

struct lexicon *
lexicon_new(void)
{
	struct lexicon *lexicon = calloc(1, sizeof *lexicon);

	if (!lexicon)
		return NULL;
	lexicon->step_bits = STEP_BITS;
	lexicon->nodes = 1;
	lexicon->step = arena_array(&lexicon->arena, 1 << STEP_BITS, sizeof *lexicon->step);
	lexicon->node = arena_array(&lexicon->arena, NODES, sizeof *lexicon->node);
	lexicon->nodes_room = NODES;
	if (lexicon->step && lexicon->node)
		return lexicon;
	lexicon_free(lexicon);
	return NULL;
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

static inline uint64_t
han_head(const char *at)
{
	uint16_t two;

	memcpy(&two, at, sizeof two);
	return two | (uint64_t)(unsigned char)at[2] << 16;
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
hashed(uint64_t key, unsigned bits)
{
	return (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
}

/* Of the key of a step with one character; a pair of them has less bits. */
#define FIRST_STEP (UINT64_C(1) << 63)

/* The step with the character that `text` begins with, of the length `*len`. */
static inline uint64_t
step_key(uint32_t node, struct slice text, size_t *len)
{
	bool han = is_han((unsigned char)text.ptr[0]) && text.len >= HAN;

	*len = han ? HAN : 1;
	return FIRST_STEP | (uint64_t)node << 24
	    | (han ? han_head(text.ptr) : (unsigned char)text.ptr[0]);
}

/* The step with this key, or where it belongs. */
static inline struct step *
find_step(const struct lexicon *lexicon, uint64_t key)
{
	size_t mask = ((size_t)1 << lexicon->step_bits) - 1;
	size_t at = hashed(key, lexicon->step_bits);

	while (lexicon->step[at].key && lexicon->step[at].key != key)
		at = (at + 1) & mask;
	return &lexicon->step[at];
}

/* Room for another step and its node: the table is never more than a quarter full. */
static bool
make_room(struct lexicon *lexicon)
{
	struct node *nodes = arena_grow(
	    &lexicon->arena, lexicon->node, lexicon->nodes, &lexicon->nodes_room, sizeof *nodes);

	if (!nodes)
		return false;
	lexicon->node = nodes;
	if (lexicon->nodes < (size_t)1 << lexicon->step_bits >> 2)
		return true;
	struct lexicon old = *lexicon;
	lexicon->step_bits++;
	lexicon->step = arena_array(
	    &lexicon->arena, (size_t)1 << lexicon->step_bits, sizeof *lexicon->step);
	if (!lexicon->step) {
		*lexicon = old;
		return false;
	}
	for (size_t i = 0; i < (size_t)1 << old.step_bits; i++)
		if (old.step[i].key)
			*find_step(lexicon, old.step[i].key) = old.step[i];
	return true;
}

static bool
take_step(struct lexicon *lexicon, uint64_t key, uint32_t *node)
{
	if (!make_room(lexicon))
		return false;
	struct step *step = find_step(lexicon, key);
	if (!step->key) {
		*step = (struct step){ key, (uint32_t)lexicon->nodes };
		lexicon->node[*node].on = true;
		lexicon->node[lexicon->nodes++] = (struct node){ .bit = 0 };
	}
	*node = step->node;
	return true;
}

/* The place where `word` ends, which may be new. */
static bool
place_of(struct lexicon *lexicon, struct slice word, uint32_t *node)
{
	bool han = is_han((unsigned char)word.ptr[0]) && word.len >= HAN;
	bool pair = han && word.len >= PAIR && is_han((unsigned char)word.ptr[HAN]);
	size_t len = 0;

	*node = 0;
	if (han) {
		lexicon->first[hashed(han_head(word.ptr), FIRST_BITS)] |=
		    pair ? BEGINS_PAIR : BEGINS_ONE;
	} else {
		lexicon->other[(unsigned char)word.ptr[0]] = true;
		lexicon->second[word.len > 1 ? (unsigned char)word.ptr[1] : 0] = true;
	}
	if (pair && !take_step(lexicon, pair_head(word.ptr), node))
		return false;
	for (word = slice_from(word, pair ? PAIR : 0); word.len; word = slice_from(word, len)) {
		uint64_t key = step_key(*node, word, &len);
		if (!take_step(lexicon, key, node))
			return false;
	}
	return true;
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
    struct word_set *set)
{
	uint32_t node;

	if (word.len == 1 && (unsigned char)word.ptr[0] < ASCII)
		return add_bit(arena, set, (unsigned char)word.ptr[0]);
	if (!variants_replace(word, &lexicon->arena, &word) || !place_of(lexicon, word, &node))
		return false;
	if (lexicon->node[node].bit == 0)
		lexicon->node[node].bit = ASCII + lexicon->words++;
	return add_bit(arena, set, lexicon->node[node].bit);
}

bool
lexicon_add(struct lexicon *lexicon, struct arena *arena, struct slice value,
    struct word_set *set)
{
	for (struct slice word = slice_word(&value); word.len; word = slice_word(&value))
		if (!lexicon_add_word(lexicon, arena, word, set))
			return false;
	return true;
}

bool
lexicon_add_stop(struct lexicon *lexicon, struct slice word)
{
	uint32_t node;

	if (word.len == 1 && (unsigned char)word.ptr[0] < ASCII) {
		lexicon->stop[(unsigned char)word.ptr[0]] = true;
		return true;
	}
	if (!place_of(lexicon, word, &node))
		return false;
	lexicon->node[node].stop = true;
	return true;
}

size_t
lexicon_size(const struct lexicon *lexicon)
{
	return (ASCII + lexicon->words + 63) / 64;
}

/* Adds the word that ends at the node, if one does. Is it a stop? */
static inline bool
arrive(const struct node *node, uint64_t *found)
{
	if (node->bit)
		found[node->bit / 64] |= UINT64_C(1) << node->bit % 64;
	return node->stop;
}

/* Adds the longer words, behind a step to which `rest` stands. Is one a stop? */
static bool
walk(const struct lexicon *lexicon, const struct step *step, struct slice rest,
    uint64_t *found)
{
	bool stop = false;

	while (rest.len && lexicon->node[step->node].on) {
		size_t len;
		step = find_step(lexicon, step_key(step->node, rest, &len));
		if (!step->key)
			break;
		stop = arrive(&lexicon->node[step->node], found) || stop;
		rest = slice_from(rest, len);
	}
	return stop;
}

/* Adds the words of which `key` is the first step, `len` bytes of `text`. Is one a stop? */
static inline bool
begin(const struct lexicon *lexicon, uint64_t key, struct slice text, size_t len,
    uint64_t *found)
{
	const struct step *step = find_step(lexicon, key);

	if (!step->key)
		return false;
	const struct node *node = &lexicon->node[step->node];
	bool stop = arrive(node, found);
	return (node->on && walk(lexicon, step, slice_from(text, len), found)) || stop;
}

/* The same of words that begin with a Chinese character. */
static inline bool
read_han(const struct lexicon *lexicon, struct slice text, uint64_t *found)
{
	uint64_t head = han_head(text.ptr);
	unsigned begins = lexicon->first[hashed(head, FIRST_BITS)];
	bool stop = (begins & BEGINS_ONE)
	    && begin(lexicon, FIRST_STEP | head, text, HAN, found);

	return ((begins & BEGINS_PAIR) && text.len >= PAIR
	    && begin(lexicon, pair_head(text.ptr), text, PAIR, found)) || stop;
}

/* And of those that begin with another one. */
static inline bool
read_other(const struct lexicon *lexicon, struct slice text, uint64_t *found)
{
	unsigned char byte = (unsigned char)text.ptr[0];
	unsigned char second = text.len > 1 ? (unsigned char)text.ptr[1] : 0;
	bool stop = lexicon->other[byte] && lexicon->second[second]
	    && begin(lexicon, FIRST_STEP | byte, text, 1, found);

	if (byte >= ASCII)
		return stop;
	found[byte / 64] |= UINT64_C(1) << byte % 64;
	return stop || lexicon->stop[byte];
}

size_t
lexicon_read(const struct lexicon *lexicon, struct slice text, size_t at, uint64_t *found)
{
	while (at < text.len) {
		struct slice rest = { text.ptr + at, text.len - at };
		bool han = is_han((unsigned char)*rest.ptr) && rest.len >= HAN;
		if (han ? read_han(lexicon, rest, found) : read_other(lexicon, rest, found))
			return at;
		at += han ? HAN : 1;
	}
	return text.len;
}
