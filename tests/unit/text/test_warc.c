/* SPDX-License-Identifier: MIT */
/* What crawlers keep: answers of web servers, and the files of them. */
#include "text.h"

#include "http.h"
#include "inflated.h"
#include "warc.h"

#define BYTES(literal) { literal, sizeof(literal) - 1 }
#define OK "HTTP/1.1 200 OK\r\n"

/* "document" as gzip, zlib and deflate alone have it. */
#define DEFLATED "\x4b\xc9\x4f\x2e\xcd\x4d\xcd\x2b\x01\0"
#define GZIP "\x1f\x8b\x08\0\0\0\0\0\x02\x03" DEFLATED "\x76\x8a\x69\xd8\x08\0\0\0"
#define ZLIB "\x78\xda" DEFLATED "\x0e\xff\x03\x60"

struct answer_case {
	struct slice bytes;
	size_t status;
	const char *type, *encoding, *body, *why;
};

static const struct answer_case answers[] = {
	{ BYTES(OK "Content-Type: text/html; charset=gb2312\r\n\r\nbody"), 200, "text/html",
	    "gb2312", "body", NULL },
	{ BYTES("HTTP/1.0 404 Not Found\nCONTENT-TYPE:text/plain;a=b; Charset = \"GBK\" \n\nx\n\ny"),
	    404, "text/plain", "GBK", "x\n\ny", NULL },
	{ BYTES("HTTP/2 200\r\n\r\n"), 200, "", "", "", NULL },
	{ BYTES("HTTP/1.1\r\n\r\n"), 0, "", "", "", NULL },
	{ BYTES(OK "X-Content-Type: a\r\n\r\n"), 200, "", "", "", NULL },
	/* chunks; some are no chunks, some are cut off */
	{ BYTES(OK "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nAcc: x\r\n\r\n"), 200,
	    "", "", "abc0123456789", NULL },
	{ BYTES(OK "Transfer-Encoding: Chunked\r\n\r\n<p>no chunks"), 200, "", "", "<p>no chunks",
	    NULL },
	{ BYTES(OK "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nff\r\n012"), 200, "", "", "abc012",
	    NULL },
	/* compressed */
	{ BYTES(OK "Content-Encoding: gzip\r\n\r\n" GZIP), 200, "", "", "document", NULL },
	{ BYTES(OK "Content-Encoding: deflate\r\n\r\n" ZLIB), 200, "", "", "document", NULL },
	{ BYTES(OK "Content-Encoding: Deflate\r\n\r\n" DEFLATED), 200, "", "", "document", NULL },
	{ BYTES(OK "Content-Encoding: identity\r\n\r\nbody"), 200, "", "", "body", NULL },
	{ BYTES(OK "Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked\r\n\r\n1c\r\n" GZIP
	    "\r\n0\r\n\r\n"), 200, "", "", "document", NULL },
	{ BYTES(OK "Content-Encoding: br\r\n\r\nbody"), 200, "", "", NULL,
	    "compressed in a way that is not known" },
	{ BYTES(OK "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\0\0\0\0\0\x02\x03\x4b\xc9"), 200, "", "",
	    NULL, "damaged" },
	{ BYTES("<html>"), 0, "", "", NULL, "no answer of a web server" },
	{ BYTES(OK "Content-Type: text/html\r\n"), 0, "", "", NULL, "no answer of a web server" },
	{ BYTES(""), 0, "", "", NULL, "no answer of a web server" },
};

static void
test_answers(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(answers); i++) {
		const struct answer_case *c = &answers[i];
		struct buf room = BUF_INIT;
		struct http_answer got;
		struct slice datum = SLICE_NONE;
		const char *why = http_read(c->bytes, 100, &room, &got, &datum);
		if (!why != !c->why || (why && strcmp(why, c->why) != 0))
			fail_msg("answer %zu: %s", i, why ? why : "taken");
		if (got.status != c->status || (c->body && (!slice_is(got.body, c->body)
		    || !slice_is(got.type, c->type) || !slice_is(got.encoding, c->encoding))))
			fail_msg("answer %zu: %zu %.*s", i, got.status, SLICE_ARGS(got.body));
		buf_release(&room);
	}
}

static void
test_limit(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	assert_string_equal(inflate_all((struct slice)BYTES(GZIP), 7, &out),
	    "larger than the limit on a document");
	out.len = 0;
	assert_null(inflate_all((struct slice)BYTES(GZIP), 8, &out));
	buf_release(&out);
}

/* Records: their headers, and a block of so many bytes. */
#define RECORD(type, url, length) "WARC/1.0\r\nWARC-Type: " type "\r\nWARC-Target-URI: " url \
    "\r\nContent-Length: " length "\r\n\r\n"
#define END "\r\n\r\n"

static const struct slice crawl = BYTES(
    RECORD("warcinfo", "", "9") "software\n" END
    RECORD("request", "http://a/", "8") "GET / \r\n" END
    RECORD("response", "<http://a/>", "57") OK "Content-Type: text/html;charset=gbk\r\n\r\nA" END
    RECORD("response", "http://a/2?x=1", "19") OK "\r\n" END
    RECORD("response", "http://a/3", "20") OK "\r\nC" END
    RECORD("response", "http://a/no", "27") "HTTP/1.1 404 Not Found\r\n\r\nD" END
    RECORD("response", "http://a/x.png", "45") OK "Content-Type: Image/PNG\r\n\r\nE" END
    RECORD("response", "http://a/robots.txt", "20") OK "\r\nF" END
    RECORD("response", "http://a/br", "42") OK "Content-Encoding: br\r\n\r\nG" END
    RECORD("response", "http://a/not", "1") "H" END
    RECORD("response", "http://a/large", "1001"));
static const struct slice crawl_on = BYTES(END
    RECORD("resource", "http://a/file", "1") "I" END
    RECORD("metadata", "http://a/", "2") "me" END);

/* Hands the bytes out `step` at a time. */
struct feed {
	struct slice rest;
	size_t step;
	bool breaks; /* at the end */
};

static long
read_feed(void *context, char *bytes, size_t size)
{
	struct feed *f = context;
	struct slice some = slice_head(f->rest, f->step < size ? f->step : size);

	if (!some.len)
		return f->breaks ? -1 : 0;
	memcpy(bytes, some.ptr, some.len);
	f->rest = slice_from(f->rest, some.len);
	return (long)some.len;
}

static bool
note_taken(void *context, struct slice url, struct slice encoding, struct slice bytes)
{
	buf_add(context, url);
	buf_char(context, ' ');
	buf_add(context, encoding);
	buf_char(context, ' ');
	buf_add(context, bytes);
	buf_char(context, '\n');
	return !slice_is(bytes, "stop");
}

static void
note_lost(void *context, struct slice url, const char *why, struct slice datum)
{
	buf_char(context, '!');
	buf_add(context, url);
	buf_char(context, ' ');
	buf_add(context, slice_of(why));
	buf_add(context, datum);
	buf_char(context, '\n');
}

static void
expect_crawl(struct slice file, size_t step, bool breaks, const char *want)
{
	struct buf got = BUF_INIT;
	struct warc_sink sink = { note_taken, note_lost, &got };
	struct feed feed = { file, step, breaks };

	warc_read(read_feed, &feed, 1000, &sink);
	buf_char(&got, '\0');
	if (strcmp(got.ptr, want) != 0)
		fail_msg("by %zu bytes:\n%s", step, got.ptr);
	buf_release(&got);
}

static void
test_records(void **state)
{
	static const size_t steps[] = { 1, 2, 3, 5, 7, 64, 100000 };
	struct buf file = BUF_INIT;

	(void)state;
	buf_add(&file, crawl);
	for (int i = 0; i < 1001; i++)
		buf_char(&file, ' ');
	buf_add(&file, crawl_on);
	for (size_t i = 0; i < COUNT(steps); i++)
		expect_crawl(buf_slice(&file), steps[i], false,
		    "http://a/ gbk A\n"
		    "http://a/3  C\n"
		    "!http://a/br compressed in a way that is not knownbr\n"
		    "!http://a/not no answer of a web server\n"
		    "!http://a/large larger than the limit on a document\n"
		    "http://a/file  I\n");
	buf_release(&file);
}

#define A RECORD("resource", "http://a/", "1") "A" END
#define B RECORD("resource", "http://b/", "1") "B" END

static void
test_damage(void **state)
{
	static const char said[] = "! damaged: some records are no records\n";
	char want[256];

	(void)state;
	expect_crawl(SLICE(""), 9, false, "");
	expect_crawl(SLICE(A B), 9, false, "http://a/  A\nhttp://b/  B\n");
	/* a length that is too short, none, and one that is cut off */
	snprintf(want, sizeof want, "http://x/  x\n%shttp://b/  B\n", said);
	expect_crawl(SLICE(RECORD("resource", "http://x/", "1") "xyz\r\nw" END B), 9, false, want);
	snprintf(want, sizeof want, "http://a/  A\n%shttp://b/  B\n", said);
	expect_crawl(SLICE(A "WARC/1.0\r\nWARC-Type: resource\r\n\r\nx" END B), 9, false, want);
	expect_crawl(SLICE(A RECORD("resource", "http://x/", "999") "x"), 9, true,
	    "http://a/  A\n! damaged: the rest was not read\n!http://x/ damaged: it is cut off\n");
	snprintf(want, sizeof want, "http://a/  A\n%s", said);
	expect_crawl(SLICE(A "WARC/1.0\r\nWARC-Ty"), 9, false, want);
	expect_crawl(SLICE(RECORD("resource", "http://x/", "4") "stop" END B), 9, false,
	    "http://x/  stop\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_damage),
	};

	return cmocka_run_group_tests_name("warc", tests, NULL, NULL);
}
