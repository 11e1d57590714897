/* SPDX-License-Identifier: MIT */
/*
 * A slice: bytes that belong to somebody else.
 *
 * Everything that gip reads off a document is a slice into it. A slice is
 * never terminated by NUL and may hold any byte; ptr may be NULL only when
 * len is 0.
 */
#ifndef GIP_SLICE_H
#define GIP_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *ptr;
	size_t len;
};

/* A slice of a string literal. */
#define SLICE(literal) ((struct slice){ (literal), sizeof(literal) - 1 })
#define SLICE_NONE ((struct slice){ NULL, 0 })

/* For printf's "%.*s". Messages only: cut at INT_MAX. */
#define SLICE_ARGS(s) (int)((s).len > 4096 ? 4096 : (s).len), (s).ptr ? (s).ptr : ""

static inline struct slice
slice_of(const char *string)
{
	return (struct slice){ string, strlen(string) };
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool
slice_is(struct slice a, const char *string)
{
	return slice_eq(a, slice_of(string));
}

static inline bool
slice_starts(struct slice s, struct slice prefix)
{
	return s.len >= prefix.len
	    && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool
slice_ends(struct slice s, struct slice suffix)
{
	return s.len >= suffix.len && (suffix.len == 0
	    || memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}

/* The slice from byte `start` on; empty if it is shorter. */
static inline struct slice
slice_from(struct slice s, size_t start)
{
	return start >= s.len ? SLICE_NONE : (struct slice){ s.ptr + start, s.len - start };
}

static inline struct slice
slice_head(struct slice s, size_t len)
{
	return (struct slice){ s.ptr, len < s.len ? len : s.len };
}

/* Byte order, as memcmp; a prefix comes first. */
static inline int
slice_cmp(struct slice a, struct slice b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The offset of `needle` in `s` at or after `start`; s.len if it is not there. */
size_t slice_find(struct slice s, struct slice needle, size_t start);

/* How many digits of ASCII stand together from `at` on. */
static inline size_t
slice_digits(struct slice s, size_t at)
{
	size_t count = 0;

	while (at + count < s.len && s.ptr[at + count] >= '0' && s.ptr[at + count] <= '9')
		count++;
	return count;
}

static inline bool
slice_is_digits(struct slice s)
{
	return slice_digits(s, 0) == s.len;
}

/* Does `byte` stand in `s`, and how often? */
bool slice_has(struct slice s, char byte);
size_t slice_count(struct slice s, char byte);

/*
 * Cuts `*rest` at the first `separator`: returns what stands before it and
 * leaves what stands behind it. Without one, returns all and leaves nothing.
 */
struct slice slice_cut(struct slice *rest, char separator);

/* Which of the names it is; `count` if none. */
size_t slice_among(struct slice, const char *const names[], size_t count);

/* Without ASCII white space at both ends. */
struct slice slice_trim(struct slice s);

/* The next word (ASCII white space around it); empty at the end. */
struct slice slice_word(struct slice *rest);

#endif
