/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */
#include "slice.h"

size_t
slice_find(struct slice s, struct slice needle, size_t start)
{
	if (start > s.len || needle.len > s.len - start)
		return s.len;
	if (needle.len == 0)
		return start;
	/* What memmem makes ready first takes longer than to look at little. */
	if (needle.len == s.len - start)
		return memcmp(s.ptr + start, needle.ptr, needle.len) == 0 ? start : s.len;
	const char *hit = memmem(s.ptr + start, s.len - start, needle.ptr, needle.len);
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
