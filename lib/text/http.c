/* SPDX-License-Identifier: MIT */
#include "http.h"

#include "decimal.h"
#include "inflated.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool
http_is(struct slice text, const char *word)
{
	size_t i = 0;

	while (i < text.len && word[i] && lower(text.ptr[i]) == word[i])
		i++;
	return i == text.len && !word[i];
}

struct slice
http_header(struct slice headers, const char *name)
{
	while (headers.len) {
		struct slice value = slice_cut(&headers, '\n');
		struct slice key = slice_cut(&value, ':');
		if (http_is(slice_trim(key), name))
			return slice_trim(value);
	}
	return SLICE_NONE;
}

bool
http_cut_headers(struct slice *rest, struct slice *headers)
{
	size_t at = 0;

	while (at < rest->len) {
		size_t end = slice_find(*rest, SLICE("\n"), at);
		struct slice line = slice_head(slice_from(*rest, at), end - at);
		if (end == rest->len)
			break;
		if (slice_trim(line).len == 0) {
			*headers = slice_head(*rest, at);
			*rest = slice_from(*rest, end + 1);
			return true;
		}
		at = end + 1;
	}
	return false;
}

/* The size of a chunk, in hexadecimal digits. */
static bool
read_size(struct slice line, size_t *size)
{
	size_t digits = 0;

	for (*size = 0; digits < line.len && digits < 8; digits++) {
		char c = lower(line.ptr[digits]);
		if (c >= '0' && c <= '9')
			*size = 16 * *size + (size_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			*size = 16 * *size + (size_t)(c - 'a' + 10);
		else
			break;
	}
	return digits > 0;
}

/* Some crawlers join the chunks and leave the header that tells of them. */
static struct slice
join_chunks(struct slice body, struct buf *room)
{
	struct slice rest = body;
	size_t size;

	while (rest.len) {
		struct slice line = slice_cut(&rest, '\n');
		if (!read_size(line, &size))
			return room->len ? buf_slice(room) : body;
		if (size == 0)
			break;
		buf_add(room, slice_head(rest, size));
		rest = slice_from(rest, size);
		(void)slice_cut(&rest, '\n');
	}
	return buf_slice(room);
}

/* The value of a parameter: text/html; charset=gb2312 */
static struct slice
parameter(struct slice value, const char *name)
{
	(void)slice_cut(&value, ';');
	while (value.len) {
		struct slice text = slice_cut(&value, ';');
		struct slice key = slice_trim(slice_cut(&text, '='));
		if (!http_is(key, name))
			continue;
		text = slice_trim(text);
		if (text.len >= 2 && *text.ptr == '"' && text.ptr[text.len - 1] == '"')
			text = (struct slice){ text.ptr + 1, text.len - 2 };
		return text;
	}
	return SLICE_NONE;
}

static const char *
decompress(struct slice encoding, size_t limit, struct buf *room, struct slice *body)
{
	struct buf inflated = BUF_INIT;

	if (!encoding.len || http_is(encoding, "identity"))
		return NULL;
	if (!http_is(encoding, "gzip") && !http_is(encoding, "x-gzip")
	    && !http_is(encoding, "deflate"))
		return "compressed in a way that is not known";
	const char *why = inflate_all(*body, limit, &inflated);
	buf_release(room);
	*room = inflated;
	*body = buf_slice(room);
	return why;
}

const char *
http_read(struct slice answer, size_t limit, struct buf *room, struct http_answer *out,
    struct slice *datum)
{
	struct slice rest = answer, headers, line = slice_cut(&rest, '\n');
	struct decimal status;

	*out = (struct http_answer){ .body = SLICE_NONE };
	if (!slice_starts(line, SLICE("HTTP/")) || !http_cut_headers(&rest, &headers))
		return "no answer of a web server";
	(void)slice_word(&line);
	if (decimal_parse(slice_word(&line), &status) && status.places == 0 && status.units > 0)
		out->status = (size_t)status.units;
	struct slice type = http_header(headers, "content-type");
	out->encoding = parameter(type, "charset");
	out->type = slice_trim(slice_cut(&type, ';'));
	out->body = rest;
	if (http_is(http_header(headers, "transfer-encoding"), "chunked"))
		out->body = join_chunks(rest, room);
	*datum = http_header(headers, "content-encoding");
	return room->failed ? "out of memory" : decompress(*datum, limit, room, &out->body);
}
