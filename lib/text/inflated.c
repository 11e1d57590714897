/* SPDX-License-Identifier: MIT */
#include "inflated.h"

#include <limits.h>
#include <stdint.h>
#include <zlib.h>

/* Which wrapping zlib is to expect. */
enum { GZIP_OR_ZLIB = 15 + 32, NONE = -15 };

static const char *
inflate_as(int wrapping, struct slice bytes, size_t limit, struct buf *out)
{
	enum { CHUNK = 64 * 1024 };
	z_stream stream = { .next_in = (Bytef *)(uintptr_t)bytes.ptr,
		.avail_in = (uInt)bytes.len };
	int status = Z_OK;

	if (inflateInit2(&stream, wrapping) != Z_OK)
		return "out of memory";
	while (status == Z_OK && out->len <= limit && buf_reserve(out, CHUNK)) {
		stream.next_out = (Bytef *)out->ptr + out->len;
		stream.avail_out = CHUNK;
		status = inflate(&stream, Z_NO_FLUSH);
		out->len += CHUNK - stream.avail_out;
	}
	(void)inflateEnd(&stream);
	if (out->failed)
		return "out of memory";
	if (out->len > limit)
		return "larger than the limit on a document";
	return status == Z_STREAM_END ? NULL : "damaged";
}

const char *
inflate_all(struct slice bytes, size_t limit, struct buf *out)
{
	if (bytes.len > UINT_MAX)
		return "larger than the limit on a document";
	const char *why = inflate_as(GZIP_OR_ZLIB, bytes, limit, out);
	/* Some servers mean by deflate what has no wrapping. */
	return why && out->len == 0 ? inflate_as(NONE, bytes, limit, out) : why;
}
