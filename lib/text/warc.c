/* SPDX-License-Identifier: MIT */
#include "warc.h"

#include "decimal.h"
#include "http.h"

enum { HEADERS_MAX = 1 << 20, CHUNK = 64 * 1024 };

struct warc {
	warc_source *source;
	void *context;
	struct buf in;    /* in[used..] is not read yet */
	size_t used;
	bool at_end, damaged;
	size_t limit;
	const struct warc_sink *sink;
};

static struct slice
unread(const struct warc *w)
{
	return slice_from(buf_slice(&w->in), w->used);
}

/* More bytes behind those that are not read yet; false: there are none. */
static bool
fill(struct warc *w)
{
	if (w->used) {
		w->in.len -= w->used;
		if (w->in.len)
			memmove(w->in.ptr, w->in.ptr + w->used, w->in.len);
		w->used = 0;
	}
	if (w->at_end || !buf_reserve(&w->in, CHUNK))
		return false;
	long n = w->source(w->context, w->in.ptr + w->in.len, CHUNK);
	if (n < 0)
		w->sink->lost(w->sink->context, SLICE_NONE, "damaged: the rest was not read",
		    SLICE_NONE);
	w->at_end = n <= 0;
	w->in.len += n > 0 ? (size_t)n : 0;
	return n > 0;
}

/* Passes over bytes that are not wanted. */
static void
skip(struct warc *w, size_t count)
{
	while (count > unread(w).len) {
		count -= unread(w).len;
		w->used = w->in.len;
		if (!fill(w))
			return;
	}
	w->used += count;
}

/* Once is enough. */
static void
say_damaged(struct warc *w)
{
	if (!w->damaged)
		w->sink->lost(w->sink->context, SLICE_NONE,
		    "damaged: some records are no records", SLICE_NONE);
	w->damaged = true;
}

/* Goes to the next line that begins a record; false: there is none. */
static bool
find_record(struct warc *w)
{
	for (;;) {
		while (!slice_has(unread(w), '\n') && unread(w).len < HEADERS_MAX && fill(w))
			;
		struct slice rest = unread(w);
		if (!rest.len)
			return false;
		if (slice_starts(rest, SLICE("WARC/")))
			return true;
		struct slice line = slice_cut(&rest, '\n');
		if (slice_trim(line).len)
			say_damaged(w);
		w->used = rest.len ? w->in.len - rest.len : w->in.len;
	}
}

/* The headers of a record; valid until more is read. */
static bool
read_headers(struct warc *w, struct slice *headers)
{
	struct slice rest = unread(w);

	while (!http_cut_headers(&rest, headers)) {
		if (unread(w).len > HEADERS_MAX || !fill(w))
			return false;
		rest = unread(w);
	}
	w->used = w->in.len - rest.len;
	return true;
}

/* What pages are made of, but no document. */
static bool
is_material(struct slice type)
{
	static const char *const types[] = { "text/css", "text/javascript",
		"application/javascript", "application/x-javascript", "application/font-woff",
		"application/vnd.ms-fontobject" };
	struct slice rest = type, kind = slice_cut(&rest, '/');

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (http_is(type, types[i]))
			return true;
	return http_is(kind, "image") || http_is(kind, "font") || http_is(kind, "audio")
	    || http_is(kind, "video");
}

static bool
take_answer(struct warc *w, struct slice url, struct slice block)
{
	struct http_answer answer;
	struct buf room = BUF_INIT;
	struct slice datum = SLICE_NONE;
	bool go_on = true;
	const char *why = http_read(block, w->limit, &room, &answer, &datum);
	bool is_wanted = answer.status == 200 && !is_material(answer.type)
	    && !slice_ends(url, SLICE("/robots.txt"));

	if (why && (is_wanted || answer.status == 0))
		w->sink->lost(w->sink->context, url, why, datum);
	else if (is_wanted && answer.body.len)
		go_on = w->sink->take(w->sink->context, url, answer.encoding, answer.body);
	buf_release(&room);
	return go_on;
}

/*
 * A file that was fetched by other means has no answer round it; so has what wget keeps
 * of its options and messages.
 */
static bool
take_block(struct warc *w, struct slice type, struct slice url, struct slice block)
{
	if (http_is(type, "resource"))
		return block.len == 0 || slice_starts(url, SLICE("metadata:"))
		    || w->sink->take(w->sink->context, url, SLICE_NONE, block);
	return take_answer(w, url, block);
}

/* The block of a record that has a document in it. */
static bool
read_block(struct warc *w, struct slice type, struct slice url, size_t size)
{
	if (size > w->limit) {
		w->sink->lost(w->sink->context, url, "larger than the limit on a document",
		    SLICE_NONE);
		skip(w, size);
		return true;
	}
	while (unread(w).len < size && fill(w))
		;
	if (unread(w).len < size) {
		w->sink->lost(w->sink->context, url, "damaged: it is cut off", SLICE_NONE);
		w->used = w->in.len;
		return true;
	}
	bool go_on = take_block(w, type, url, slice_head(unread(w), size));
	w->used += size;
	return go_on;
}

/* False: stop. */
static bool
read_record(struct warc *w)
{
	struct slice headers;
	struct decimal size;
	struct buf kept = BUF_INIT;

	if (!read_headers(w, &headers)) {
		say_damaged(w);
		w->used = w->in.len;
		return true;
	}
	struct slice type = http_header(headers, "warc-type");
	struct slice url = http_header(headers, "warc-target-uri");
	if (!decimal_parse(http_header(headers, "content-length"), &size) || size.places
	    || size.units < 0) {
		say_damaged(w);
		return true;
	}
	if (!http_is(type, "response") && !http_is(type, "resource")) {
		skip(w, (size_t)size.units);
		return true;
	}
	if (url.len >= 2 && *url.ptr == '<')
		url = (struct slice){ url.ptr + 1, url.len - 2 };
	/* Reading on moves the headers. */
	buf_add(&kept, type);
	buf_add(&kept, url);
	bool go_on = !kept.failed && read_block(w, slice_head(buf_slice(&kept), type.len),
	    slice_from(buf_slice(&kept), type.len), (size_t)size.units);
	w->in.failed = w->in.failed || kept.failed;
	buf_release(&kept);
	return go_on;
}

void
warc_read(warc_source *source, void *context, size_t limit, const struct warc_sink *sink)
{
	struct warc w = { .source = source, .context = context, .limit = limit, .sink = sink };

	while (find_record(&w) && read_record(&w))
		;
	if (w.in.failed)
		sink->lost(sink->context, SLICE_NONE, "out of memory", SLICE_NONE);
	buf_release(&w.in);
}
