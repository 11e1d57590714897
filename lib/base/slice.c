/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
#include "slice.h"

#include "sixteen.h"

/* Is it where its first byte and its last one are? */
static inline bool
is_at(const char *at, struct slice word)
{
	return memcmp(at, word.ptr, word.len) == 0;
}

/* The same as find_word, in what has less than sixteen places for it. */
static size_t
find_near(struct slice s, struct slice word)
{
	size_t last = word.len - 1;

	for (size_t at = 0; at + last < s.len; at++)
		if (s.ptr[at] == word.ptr[0] && s.ptr[at + last] == word.ptr[last]
		    && is_at(s.ptr + at, word))
			return at;
	return s.len;
}

/* Where `word` is in `s`, which is not shorter: sixteen places at a time. s.len: nowhere. */
static size_t
find_word(struct slice s, struct slice word)
{
	size_t last = word.len - 1, places = s.len - last;

	if (places < SIXTEEN)
		return find_near(s, word);
	for (size_t at = 0;;) {
		sixteen first = sixteen_equal(sixteen_at(s.ptr + at), word.ptr[0]);
		sixteen end = sixteen_equal(sixteen_at(s.ptr + at + last), word.ptr[last]);
		for (unsigned bits = sixteen_bits(sixteen_and(first, end)); bits; bits &= bits - 1) {
			size_t hit = at + (size_t)__builtin_ctz(bits);
			if (is_at(s.ptr + hit, word))
				return hit;
		}
		if (at + SIXTEEN == places)
			return s.len;
		at += SIXTEEN;
		if (places - at < SIXTEEN)
			at = places - SIXTEEN; /* the last ones, some of them once more */
	}
}

size_t
slice_find(struct slice s, struct slice needle, size_t start)
{
	enum { WORD_BYTES = 32 }; /* of a longer one no byte may be looked at again and again */

	if (start > s.len || needle.len > s.len - start)
		return s.len;
	if (needle.len == 0)
		return start;
	struct slice rest = { s.ptr + start, s.len - start };
	if (needle.len <= WORD_BYTES)
		return start + find_word(rest, needle);
	const char *hit = memmem(rest.ptr, rest.len, needle.ptr, needle.len);
	return hit ? (size_t)(hit - s.ptr) : s.len;
}

bool
slice_has(struct slice s, char byte)
{
	return s.len && memchr(s.ptr, byte, s.len);
}

size_t
slice_count(struct slice s, char byte)
{
	size_t n = 0;

	for (const char *at; s.len && (at = memchr(s.ptr, byte, s.len)) != NULL; n++)
		s = slice_from(s, (size_t)(at - s.ptr) + 1);
	return n;
}

struct slice
slice_cut(struct slice *rest, char separator)
{
	const char *at = rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
	struct slice head = *rest;

	if (!at) {
		*rest = SLICE_NONE;
		return head;
	}
	head.len = (size_t)(at - head.ptr);
	*rest = slice_from(*rest, head.len + 1);
	return head;
}

size_t
slice_among(struct slice s, const char *const names[], size_t count)
{
	const char first = s.len ? s.ptr[0] : '\0';
	size_t i = 0;

	while (i < count && (names[i][0] != first || !slice_is(s, names[i])))
		i++;
	return i;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

struct slice
slice_trim(struct slice s)
{
	while (s.len && is_space(s.ptr[0]))
		s = slice_from(s, 1);
	while (s.len && is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

struct slice
slice_word(struct slice *rest)
{
	struct slice s = slice_trim(*rest);
	size_t len = 0;

	while (len < s.len && !is_space(s.ptr[len]))
		len++;
	*rest = slice_from(s, len);
	return slice_head(s, len);
}
