/* SPDX-License-Identifier: MIT */
#include "zipnames.h"

#include <stdint.h>

enum { HEADER = 30, ENTRY = 46, END = 22, COMMENT_MAX = 0xffff, DEFLATED = 8 };

static const struct slice header_sign = { "PK\003\004", 4 };
static const struct slice entry_sign = { "PK\001\002", 4 };
static const struct slice end_sign = { "PK\005\006", 4 };

/* A little-endian number; 0 where there are no bytes. */
static size_t
number_at(struct slice s, size_t at, size_t bytes)
{
	uint_least32_t number = 0;

	if (at > s.len || s.len - at < bytes)
		return 0;
	while (bytes--)
		number = number << 8 | (unsigned char)s.ptr[at + bytes];
	return number;
}

/* The record at `end` is of this file, not of a member, if the directory ends there. */
static struct slice
directory_before(struct slice bytes, size_t end)
{
	struct slice record = slice_from(bytes, end);
	size_t size = number_at(record, 12, 4), start = number_at(record, 16, 4);

	if (size > end || start != end - size)
		return SLICE_NONE;
	struct slice directory = { bytes.ptr + start, size };
	return slice_starts(directory, entry_sign) ? directory : SLICE_NONE;
}

void
zipnames_init(struct zipnames *z, struct slice bytes)
{
	size_t most = END + COMMENT_MAX, first = bytes.len > most ? bytes.len - most : 0;

	*z = (struct zipnames){ .bytes = bytes };
	for (size_t at = slice_find(bytes, end_sign, first); at < bytes.len;
	     at = slice_find(bytes, end_sign, at + 1)) {
		struct slice directory = directory_before(bytes, at);
		if (directory.len)
			z->directory = directory;
	}
	if (z->directory.len)
		z->at = bytes.len;
}

/* The member whose header is at `at`; false: there is none. */
static bool
read_header(struct slice bytes, size_t at, struct zip_member *member)
{
	struct slice header = slice_from(bytes, at);

	if (!slice_starts(header, header_sign))
		return false;
	size_t name = number_at(header, 26, 2), extra = number_at(header, 28, 2);
	member->name = slice_head(slice_from(header, HEADER), name);
	member->data = slice_head(slice_from(header, HEADER + name + extra),
	    number_at(header, 18, 4));
	member->deflated = number_at(header, 8, 2) == DEFLATED;
	return true;
}

static bool
next_entry(struct zipnames *z, struct zip_member *member)
{
	struct slice entry = z->directory;

	if (!slice_starts(entry, entry_sign))
		return false;
	size_t name = number_at(entry, 28, 2);
	*member = (struct zip_member){ .name = SLICE_NONE };
	/* Only the directory surely knows the size. */
	if (read_header(z->bytes, number_at(entry, 42, 4), member) && member->data.ptr)
		member->data = slice_head(
		    slice_from(z->bytes, (size_t)(member->data.ptr - z->bytes.ptr)),
		    number_at(entry, 20, 4));
	member->name = slice_head(slice_from(entry, ENTRY), name);
	z->directory = slice_from(entry,
	    ENTRY + name + number_at(entry, 30, 2) + number_at(entry, 32, 2));
	return true;
}

bool
zipnames_next(struct zipnames *z, struct zip_member *member)
{
	if (z->directory.len)
		return next_entry(z, member);
	size_t at = slice_find(z->bytes, header_sign, z->at);
	if (at >= z->bytes.len || !read_header(z->bytes, at, member))
		return false;
	z->at = at + HEADER + member->name.len + member->data.len;
	return true;
}
