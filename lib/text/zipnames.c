/* SPDX-License-Identifier: MIT */
#include "zipnames.h"

#include <stdint.h>

enum { HEADER = 30, ENTRY = 46, END = 22, LOCATOR = 20, COMMENT_MAX = 0xffff, DEFLATED = 8 };

static const struct slice header_sign = { "PK\003\004", 4 };
static const struct slice entry_sign = { "PK\001\002", 4 };
static const struct slice end_sign = { "PK\005\006", 4 };
static const struct slice locator_sign = { "PK\006\007", 4 };
static const struct slice end64_sign = { "PK\006\006", 4 };

/* A little-endian number; 0 where there are no bytes. */
static size_t
number_at(struct slice s, size_t at, size_t bytes)
{
	uint_least64_t number = 0;

	if (at > s.len || s.len - at < bytes)
		return 0;
	while (bytes--)
		number = number << 8 | (unsigned char)s.ptr[at + bytes];
	return number < SIZE_MAX ? (size_t)number : SIZE_MAX;
}

/* What ZIP64 has to say about a member: the numbers that did not fit where they belong. */
static struct slice
wide_numbers(struct slice extra)
{
	enum { ID = 1, START = 4 };

	while (extra.len > START && number_at(extra, 0, 2) != ID)
		extra = slice_from(extra, START + number_at(extra, 2, 2));
	return slice_head(slice_from(extra, START), number_at(extra, 2, 2));
}

/* `number`, or the next of `wide` which it stands for. */
static size_t
wide_number(size_t number, struct slice *wide)
{
	if (number != UINT32_MAX || wide->len < 8)
		return number;
	number = number_at(*wide, 0, 8);
	*wide = slice_from(*wide, 8);
	return number;
}

/* The directory that ends at `end`; empty: there is none. */
static struct slice
directory_at(struct slice bytes, size_t start, size_t size, size_t end)
{
	if (size > end || start != end - size)
		return SLICE_NONE;
	struct slice directory = { bytes.ptr + start, size };
	return slice_starts(directory, entry_sign) ? directory : SLICE_NONE;
}

/*
 * The record at `end` is of this file, not of a member, if the directory ends there, or
 * at the record of ZIP64 that belongs to it.
 */
static struct slice
directory_before(struct slice bytes, size_t end)
{
	struct slice record = slice_from(bytes, end);
	struct slice directory =
	    directory_at(bytes, number_at(record, 16, 4), number_at(record, 12, 4), end);
	struct slice locator = slice_from(bytes, end < LOCATOR ? bytes.len : end - LOCATOR);

	if (directory.len || !slice_starts(locator, locator_sign))
		return directory;
	size_t end64 = number_at(locator, 8, 8);
	record = slice_from(bytes, end64);
	if (!slice_starts(record, end64_sign))
		return SLICE_NONE;
	return directory_at(bytes, number_at(record, 48, 8), number_at(record, 40, 8), end64);
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
	struct slice behind = slice_from(header, HEADER + name);
	struct slice wide = wide_numbers(slice_head(behind, extra));
	(void)wide_number(number_at(header, 22, 4), &wide);
	member->name = slice_head(slice_from(header, HEADER), name);
	member->data = slice_head(slice_from(behind, extra),
	    wide_number(number_at(header, 18, 4), &wide));
	member->deflated = number_at(header, 8, 2) == DEFLATED;
	return true;
}

static bool
next_entry(struct zipnames *z, struct zip_member *member)
{
	struct slice entry = z->directory;

	if (!slice_starts(entry, entry_sign))
		return false;
	size_t name = number_at(entry, 28, 2), extra = number_at(entry, 30, 2);
	struct slice behind = slice_from(entry, ENTRY + name);
	struct slice wide = wide_numbers(slice_head(behind, extra));
	(void)wide_number(number_at(entry, 24, 4), &wide);
	size_t size = wide_number(number_at(entry, 20, 4), &wide);
	size_t at = wide_number(number_at(entry, 42, 4), &wide);
	*member = (struct zip_member){ .name = SLICE_NONE };
	/* Only the directory surely knows the size. */
	if (read_header(z->bytes, at, member) && member->data.ptr)
		member->data = slice_head(
		    slice_from(z->bytes, (size_t)(member->data.ptr - z->bytes.ptr)), size);
	member->name = slice_head(slice_from(entry, ENTRY), name);
	z->directory = slice_from(behind, extra + number_at(entry, 32, 2));
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
