/* SPDX-License-Identifier: MIT */
/*
 * The file of a crawler: the same documents whatever the reads are cut into, none of them
 * larger than the limit.
 */
#include "fuzz.h"
#include "http.h"
#include "warc.h"

enum { LIMIT = 1 << 16, CHUNK = 61 };

struct reading {
	struct slice rest;
	size_t chunk;
	struct buf got;
};

static long
read_some(void *context, char *bytes, size_t size)
{
	struct reading *r = context;
	struct slice head = slice_head(r->rest, size < r->chunk ? size : r->chunk);

	if (head.len)
		memcpy(bytes, head.ptr, head.len);
	r->rest = slice_from(r->rest, head.len);
	return (long)head.len;
}

static bool
take(void *context, struct slice url, struct slice encoding, struct slice bytes)
{
	struct reading *r = context;

	REQUIRE(bytes.len > 0 || encoding.len == 0);
	REQUIRE(bytes.len <= LIMIT);
	buf_add(&r->got, url);
	buf_char(&r->got, '\t');
	buf_add(&r->got, encoding);
	buf_char(&r->got, '\t');
	buf_add(&r->got, bytes);
	return true;
}

static void
lose(void *context, struct slice url, const char *why, struct slice datum)
{
	struct reading *r = context;

	REQUIRE(why && *why && strcmp(why, "out of memory") != 0);
	buf_add(&r->got, url);
	buf_add(&r->got, slice_of(why));
	buf_add(&r->got, datum);
}

void
fuzz(struct slice input)
{
	struct reading whole = { input, SIZE_MAX, BUF_INIT }, chunked = { input, CHUNK, BUF_INIT };
	struct http_answer answer;
	struct buf room = BUF_INIT;
	struct slice datum = SLICE_NONE;

	warc_read(read_some, &whole, LIMIT, &(struct warc_sink){ take, lose, &whole });
	warc_read(read_some, &chunked, LIMIT, &(struct warc_sink){ take, lose, &chunked });
	REQUIRE(fuzz_same(&whole.got, &chunked.got));
	(void)http_read(input, LIMIT, &room, &answer, &datum);
	buf_release(&room);
	buf_release(&whole.got);
	buf_release(&chunked.got);
}
