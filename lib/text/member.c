/* SPDX-License-Identifier: MIT */
#include "member.h"

#include <archive.h>

enum member_status
member_read(struct archive *archive, size_t limit, struct buf *out)
{
	enum { CHUNK = 64 * 1024 };
	size_t start = out->len;

	for (;;) {
		if (!buf_reserve(out, CHUNK))
			return MEMBER_NO_MEMORY;
		la_ssize_t n = archive_read_data(archive, out->ptr + out->len, CHUNK);
		if (n == 0)
			return MEMBER_WHOLE;
		if (n < 0)
			return MEMBER_DAMAGED;
		out->len += (size_t)n;
		if (out->len - start > limit)
			return MEMBER_TOO_LARGE;
	}
}

const char *
member_trouble(enum member_status status)
{
	switch (status) {
	case MEMBER_ENCRYPTED:
		return "encrypted";
	case MEMBER_TOO_LARGE:
		return "larger than the limit on a document";
	case MEMBER_NO_MEMORY:
		return "out of memory";
	default:
		return "damaged";
	}
}
