/* SPDX-License-Identifier: MIT */
/*
 * A pattern is read as PCRE2 does, as far as its words go. Of every part of it is known
 * either all it can match, or words of which one stands in what it matches.
 */
#include "needs.h"

#include <stdint.h>

#include "pattern_text.h"

/* Strings, and those of them that hold no other one. */
struct exact {
	struct need all, least; /* least.count 0: not known yet */
};

/* All that a part of a pattern can match, `exact`; NULL: too many, or not known. */
struct needs_yield {
	struct exact *exact;
	struct needs needs;
};

struct parser {
	struct needs_reader *reader;
	struct pattern_text text;
	unsigned depth;
	bool failed; /* memory is out, or the pattern is not understood */
};

static const struct slice nothing = { "", 0 };
static struct exact empty = { { &nothing, 1 }, { &nothing, 1 } };

static struct slice *
new_words(struct parser *p, size_t count)
{
	struct slice *words = arena_array(&p->reader->arena, count, sizeof *words);

	p->failed = p->failed || !words;
	return words;
}

static struct exact *
new_exact(struct parser *p, const struct slice *word, size_t count)
{
	struct exact *exact = arena_alloc(&p->reader->arena, sizeof *exact);

	p->failed = p->failed || !exact;
	if (p->failed)
		return NULL;
	exact->all = (struct need){ word, count };
	return exact;
}

static struct exact *
one_word(struct parser *p, struct slice word)
{
	struct slice *words = new_words(p, 1);

	if (!words)
		return NULL;
	words[0] = word;
	return new_exact(p, words, 1);
}

/* Does `word` hold `other`? Most are of one length. */
static inline bool
holds(struct slice word, struct slice other)
{
	return word.len > other.len ? slice_find(word, other, 0) < word.len
	    : slice_eq(word, other);
}

static bool
holds_one_of(struct slice word, const struct slice *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (holds(word, words[i]))
			return true;
	return false;
}

/* Adds `more`; of two words of which one holds the other, the shorter is enough. */
static size_t
add_words(struct slice *words, size_t count, const struct need *more)
{
	for (size_t i = 0; i < more->count; i++) {
		size_t kept = 0;
		if (holds_one_of(more->word[i], words, count))
			continue;
		for (size_t k = 0; k < count; k++)
			if (!holds(words[k], more->word[i]))
				words[kept++] = words[k];
		words[kept++] = more->word[i];
		count = kept;
	}
	return count;
}

/* The length of the shortest word counts, then how few they are. */
static size_t
worth(struct need set)
{
	size_t shortest = SIZE_MAX;

	for (size_t i = 0; i < set.count; i++)
		shortest = set.word[i].len < shortest ? set.word[i].len : shortest;
	return shortest * (NEEDS_WORDS + 1) - set.count;
}

static void
ask(struct needs *needs, struct need set)
{
	size_t worst = 0;

	if (needs->count < NEEDS_SETS) {
		needs->set[needs->count++] = set;
		return;
	}
	for (size_t i = 1; i < NEEDS_SETS; i++)
		if (worth(needs->set[i]) < worth(needs->set[worst]))
			worst = i;
	if (worth(set) > worth(needs->set[worst]))
		needs->set[worst] = set;
}

/* What `exact` holds is asked for from now on, if it is something. */
static void
settle(struct parser *p, struct needs_yield *y)
{
	struct exact *exact = y->exact;

	y->exact = NULL;
	if (exact && exact->least.count == 0) {
		struct slice *words = new_words(p, exact->all.count);
		if (words)
			exact->least = (struct need){ words, add_words(words, 0, &exact->all) };
	}
	/* If nothing is among them, nothing is in all of them. */
	if (exact && exact->least.count && exact->least.word[0].len)
		ask(&y->needs, exact->least);
}

static struct exact *
joined(struct parser *p, const struct need *a, const struct need *b)
{
	struct slice *words = new_words(p, a->count * b->count);
	size_t count = 0;

	for (size_t i = 0; words && i < a->count; i++)
		for (size_t k = 0; k < b->count; k++) {
			struct slice head = a->word[i], tail = b->word[k];
			char *bytes = arena_raw(&p->reader->arena, head.len + tail.len + 1);
			if (!bytes) {
				p->failed = true;
				return NULL;
			}
			if (head.len)
				memcpy(bytes, head.ptr, head.len);
			if (tail.len)
				memcpy(bytes + head.len, tail.ptr, tail.len);
			words[count++] = (struct slice){ bytes, head.len + tail.len };
		}
	return words ? new_exact(p, words, count) : NULL;
}

static struct exact *
either(struct parser *p, const struct need *a, const struct need *b)
{
	struct slice *words = new_words(p, a->count + b->count);

	if (!words)
		return NULL;
	memcpy(words, a->word, a->count * sizeof *words);
	memcpy(words + a->count, b->word, b->count * sizeof *words);
	return new_exact(p, words, a->count + b->count);
}

static struct exact *
product(struct parser *p, struct exact *a, struct exact *b)
{
	return a == &empty ? b : b == &empty ? a : joined(p, &a->all, &b->all);
}

/* `y` and behind it `next`. `whole`: exact is still all of y. */
static void
follow(struct parser *p, struct needs_yield *y, bool *whole, const struct needs_yield *next)
{
	if (next->exact && y->exact
	    && y->exact->all.count * next->exact->all.count <= NEEDS_WORDS) {
		y->exact = product(p, y->exact, next->exact);
	} else {
		settle(p, y);
		*whole = false;
		y->exact = next->exact ? next->exact : &empty;
	}
	for (size_t i = 0; i < next->needs.count; i++)
		ask(&y->needs, next->needs.set[i]);
}

/* As often as the quantifier says. */
static void
repeat(struct parser *p, struct needs_yield *y, struct pattern_times times)
{
	if (times.least == 1 && times.once)
		return;
	if (times.least == 0 && times.once && y->exact && y->exact->all.count < NEEDS_WORDS) {
		y->exact = either(p, &y->exact->all, &empty.all);
		return;
	}
	settle(p, y);
	if (times.least == 0)
		y->needs.count = 0;
}

static struct needs_yield read_any(struct parser *p);

static struct needs_yield
read_defined(struct parser *p, struct slice name)
{
	enum { DEPTH = 16 };
	const struct defines *defines = p->reader->defines;
	const struct define *d = defines_find(defines, name);
	struct needs_yield y = { .exact = NULL };

	if (!d || p->depth == DEPTH) {
		p->failed = true;
		return y;
	}
	struct needs_yield **known = &p->reader->known[d - defines->item];

	if (*known)
		return **known;
	struct parser inner = { .reader = p->reader, .text = PATTERN_TEXT(d->pattern),
		.depth = p->depth + 1 };
	y = read_any(&inner);
	p->failed = inner.failed || inner.text.at != inner.text.all.len;
	*known = arena_alloc(&p->reader->arena, sizeof y);
	if (p->failed || !*known)
		p->failed = true;
	else
		**known = y;
	return y;
}

/* What an item other than a group asks for. */
static struct needs_yield
read_plain(struct parser *p, const struct pattern_item *item)
{
	struct needs_yield y = { .exact = NULL };
	struct slice *words;

	switch (item->kind) {
	case PATTERN_WORD:
		y.exact = one_word(p, item->text);
		break;
	case PATTERN_CLASS:
		words = new_words(p, item->count);
		if (words) {
			memcpy(words, item->member, item->count * sizeof *words);
			y.exact = new_exact(p, words, item->count);
		}
		break;
	case PATTERN_DEFINED:
		y = read_defined(p, item->text);
		break;
	case PATTERN_NOWHERE:
		y.exact = &empty;
		break;
	default:
		break;
	}
	return y;
}

static struct needs_yield
read_group(struct parser *p, const struct pattern_item *item)
{
	struct needs_yield y = read_any(p);

	pattern_text_close(&p->text, item);
	if (item->kind == PATTERN_GROUP)
		return y;
	settle(p, &y);
	if (item->kind == PATTERN_UNLESS)
		y.needs.count = 0;
	y.exact = &empty; /* it looks, and takes nothing */
	return y;
}

static struct needs_yield
read_sequence(struct parser *p)
{
	struct needs_yield y = { .exact = &empty };
	struct pattern_item item;
	bool whole = true;

	while (!p->failed && pattern_text_next(&p->text, &item)) {
		bool group = item.kind == PATTERN_GROUP || item.kind == PATTERN_WHERE
		    || item.kind == PATTERN_UNLESS;
		struct needs_yield next = group ? read_group(p, &item) : read_plain(p, &item);
		repeat(p, &next, pattern_text_times(&p->text));
		if (!p->failed)
			follow(p, &y, &whole, &next);
	}
	p->failed = p->failed || p->text.strange;
	if (!whole)
		settle(p, &y);
	return y;
}

/* Either of two branches: all that both can match, or one word of either. */
static struct needs_yield
branch(struct parser *p, struct needs_yield a, struct needs_yield b)
{
	struct needs_yield y = { .exact = NULL };
	struct needs_yield *both[] = { &a, &b };
	size_t best[2] = { 0, 0 }, count = 0;

	if (a.exact && b.exact && a.exact->all.count + b.exact->all.count <= NEEDS_WORDS) {
		y.exact = either(p, &a.exact->all, &b.exact->all);
		return y;
	}
	for (size_t i = 0; i < 2; i++) {
		struct needs *needs = &both[i]->needs;
		settle(p, both[i]);
		if (needs->count == 0)
			return y;
		for (size_t k = 1; k < needs->count; k++)
			if (worth(needs->set[k]) > worth(needs->set[best[i]]))
				best[i] = k;
		count += needs->set[best[i]].count;
	}
	struct slice *words = new_words(p, count);
	if (!words)
		return y;
	count = add_words(words, 0, &a.needs.set[best[0]]);
	count = add_words(words, count, &b.needs.set[best[1]]);
	if (count <= NEEDS_WORDS)
		ask(&y.needs, (struct need){ words, count });
	return y;
}

static struct needs_yield
read_any(struct parser *p)
{
	struct needs_yield y = read_sequence(p);

	while (!p->failed && pattern_text_or(&p->text)) {
		struct needs_yield other = read_sequence(p);
		if (!p->failed)
			y = branch(p, y, other);
	}
	return y;
}

struct needs
needs_read(struct needs_reader *reader, struct slice pattern)
{
	struct parser p = { .reader = reader, .text = PATTERN_TEXT(pattern) };
	size_t defines = reader->defines->count;

	if (!reader->known)
		reader->known = arena_array(&reader->arena, defines + 1, sizeof *reader->known);
	if (!reader->known)
		return (struct needs){ .count = 0 };
	struct needs_yield y = read_any(&p);
	settle(&p, &y);
	return p.failed || p.text.at != pattern.len ? (struct needs){ .count = 0 } : y.needs;
}

void
needs_release(struct needs_reader *reader)
{
	arena_release(&reader->arena);
	reader->known = NULL;
}
