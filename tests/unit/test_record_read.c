/* SPDX-License-Identifier: MIT */
/* Records read back: what was written, in any format, and what is wrong with the rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <fcntl.h>
#include <unistd.h>

#include "record.h"
#include "utf8.h"

static const char *const names[] = { "doc", "n", "text" };
static const struct record_shape shape = { .field = names, .count = 3, .number = 1UL << 1 };

static int
file_of(struct slice bytes)
{
	char name[] = "/tmp/gip-test-XXXXXX";
	int fd = mkstemp(name);

	assert_true(fd >= 0);
	unlink(name);
	for (size_t at = 0; at < bytes.len;) {
		ssize_t wrote = write(fd, bytes.ptr + at, bytes.len - at);
		assert_true(wrote > 0);
		at += (size_t)wrote;
	}
	assert_true(lseek(fd, 0, SEEK_SET) == 0);
	return fd;
}

/* A notice as "!LINE what: datum;". */
static void
note(void *context, const struct notice *notice)
{
	struct buf *out = context;

	assert_int_equal(notice->level, NOTICE_ERROR);
	assert_true(slice_is(notice->doc, "the stream"));
	buf_char(out, '!');
	buf_number(out, notice->line);
	buf_char(out, ' ');
	buf_add(out, slice_of(notice->what));
	if (notice->datum.len) {
		buf_add(out, SLICE(": "));
		buf_add(out, notice->datum);
	}
	buf_char(out, ';');
}

/* Records as "[doc|n|text]", with ^ before the first of a run; notices between them. */
static void
show(int fd, size_t limit, size_t chunk, struct buf *out)
{
	struct notices notices = { note, out };
	struct input input;
	struct record_reader reader;
	struct slice fields[3];
	enum record_status status;

	out->len = 0;
	input_init(&input, fd, limit);
	input.chunk = chunk;
	assert_true(record_reader_init(&reader, &input, SLICE("the stream"), &shape, &notices));
	while ((status = record_read(&reader, fields)) == RECORD_OK) {
		buf_add(out, reader.had_header ? SLICE("^[") : SLICE("["));
		for (size_t i = 0; i < 3; i++) {
			buf_add(out, fields[i]);
			buf_char(out, i < 2 ? '|' : ']');
		}
	}
	buf_add(out, status == RECORD_END ? SLICE(".") : SLICE("?"));
	record_reader_release(&reader);
	input_release(&input);
}

static void
expect(struct slice bytes, struct slice wanted)
{
	struct buf out = BUF_INIT;
	int fd = file_of(bytes);

	for (size_t chunk = 0; chunk <= bytes.len; chunk++) {
		assert_true(lseek(fd, 0, SEEK_SET) == 0);
		show(fd, (size_t)1 << 20, chunk, &out);
		if (!slice_eq(buf_slice(&out), wanted))
			fail_msg("reads of %zu: %.*s", chunk, SLICE_ARGS(buf_slice(&out)));
	}
	close(fd);
	buf_release(&out);
}

#define EXPECT(bytes, wanted) expect(SLICE(bytes), SLICE(wanted))

static void
fields_are_found_by_name(void **state)
{
	(void)state;
	EXPECT("", ".");
	EXPECT("doc\tn\ttext\n", ".");
	EXPECT("doc\tn\ttext\na\t1\tx\nb\t\t\n", "^[a|1|x][b||].");
	EXPECT("text\tother\tdoc\tn\nx\t?\ta\t1", "^[a|1|x].");
	EXPECT("text,other,doc,n\nx,?,a,1\n", "^[a|1|x].");
	EXPECT("{\"text\":\"x\",\"n\":1,\"doc\":\"a\",\"other\":\"?\"}\n", "^[a|1|x].");
	EXPECT("\xef\xbb\xbf" "doc,n,text\r\na,1,x\r\n", "^[a|1|x].");
}

/* What `cat` makes of several outputs. */
static void
headers_may_come_again(void **state)
{
	(void)state;
	EXPECT("doc\tn\ttext\na\t1\tx\ndoc\tn\ttext\nb\t2\ty\nc\t3\tz\n",
	    "^[a|1|x]^[b|2|y][c|3|z].");
	EXPECT("doc\tn\ttext\na\t1\tx\ntext\tdoc\tn\ny\tb\t2\n", "^[a|1|x]^[b|2|y].");
	EXPECT("doc\tn\ttext\na\t1\tx\nmore\ttext\tdoc\tn\n?\ty\tb\t2\n", "^[a|1|x]^[b|2|y].");
	EXPECT("doc\tn\ttext\na\t1\tx\n\xef\xbb\xbf" "doc,n,text\nb,2,\"y\"\n",
	    "^[a|1|x]^[b|2|y].");
	EXPECT("doc,n,text\na,1,x\ndoc\tn\ttext\nb\t2\ty\n", "^[a|1|x]^[b|2|y].");
	EXPECT("doc,n,text\na,1,x\n{\"doc\":\"b\",\"n\":2,\"text\":\"y\"}\n"
	       "{\"doc\":\"c\",\"n\":3,\"text\":\"z\"}\ndoc\tn\ttext\nd\t4\tw\n",
	    "^[a|1|x]^[b|2|y][c|3|z]^[d|4|w].");
	EXPECT("doc\tn\ttext\n{\"doc\":\"b\",\"n\":2,\"text\":\"y\"}\n", "^[b|2|y].");
	EXPECT("doc\tn\ttext\ndoc\tn\ttext\ntext\tn\tdoc\na\t1\tx\n", "^[x|1|a].");
	EXPECT("doc\tn\ttext\ndoc\t1\ttext\n{\t{\"doc\"\t}\n", "^[doc|1|text][{|{\"doc\"|}].");
}

static void
escapes_are_resolved(void **state)
{
	(void)state;
	EXPECT("doc\tn\ttext\n\\t\t\\n\\r\t\\\\t\\\\\n", "^[\t|\n\r|\\t\\].");
	EXPECT("doc,n,text\n\\n,\"\\r,\"\"\",\\\\\n", "^[\n|\r,\"|\\].");
	EXPECT("{\"doc\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"n\":null,"
	       "\"text\":\"\\u653f\\ud83D\\uDE00\\u0041\"}\n",
	    "^[\"\\/\b\f\n\r\t||政\xf0\x9f\x98\x80" "A].");
}

/* Spaces belong to a CSV field (RFC 4180), a lone CR too. */
static void
csv_keeps_white_space(void **state)
{
	(void)state;
	EXPECT("doc,n,text\n a , ,\tb\n \"a\",,\n\" a \",,c\rd\n",
	    "^[ a | |\tb]!3 stray quote: field 1;[ a ||c\rd].");
}

static void
json_values(void **state)
{
	(void)state;
	EXPECT("{\"doc\":\"a\",\"n\":-0.50,\"text\":\"\"}\n"
	       " {\"n\" : 1E+2 , \"doc\":true,\"text\":false,"
	       "\"more\":{\"a\":[[],{},{\"b\":[null]}]}}\n"
	       "{}\n{\"doc\":\"once\",\"doc\":\"twice\"}\n",
	    "^[a|-0.50|][true|1E+2|false]!3 no known field in the JSON object;[twice||].");
}

static void
a_bad_line_is_told_and_passed_over(void **state)
{
	(void)state;
	EXPECT("doc\tn\ttext\na\t1\nb\t2\ty\tz\n\nc\t3\tw\n",
	    "!2 wrong number of fields: 2 instead of 3;"
	    "!3 wrong number of fields: 4 instead of 3;^[c|3|w].");
	EXPECT("doc\tn\ttext\na\\x\t1\tx\na\t1\tx\\\na\t1\tx\n",
	    "!2 bad escape in a field: a\\x;!3 bad escape in a field: x\\;^[a|1|x].");
	EXPECT("doc\tn\ttext\na\t1\tx\xff\nb\t2\ty\n", "!2 not UTF-8: byte 6;^[b|2|y].");
	EXPECT("doc,n,text\na,1,\"x\nb,2,\"y\"\nc,3\nd,4,\"z\"w\ne,5,v\n",
	    "!2 unclosed quote: field 3;^[b|2|y]!4 wrong number of fields: 2 instead of 3;"
	    "!5 stray quote: field 3;[e|5|v].");
	EXPECT("a\t1\tx\ndoc\tn\ttext\nb\t2\ty\n", "!1 no header before this line;^[b|2|y].");
}

static void
bad_json_is_told_and_passed_over(void **state)
{
	(void)state;
	EXPECT("{\"doc\":\"a\",\"n\":1,\"text\":\"x\"}\n"
	       "{\"doc\":\"a\"\n"
	       "{\"doc\":[1]}\n"
	       "{\"doc\":\"\\ud800\"}\n"
	       "{\"doc\":\"\\x\"}\n"
	       "{\"doc\":\"b\"} x\n"
	       "x\n"
	       "{\"other\":[1,{}],\"doc\":\"c\"}\n",
	    "^[a|1|x]!2 a comma is missing in a JSON object: byte 11;"
	    "!3 a JSON object or array in a field: doc;"
	    "!4 half of a surrogate pair in a field: doc;"
	    "!5 bad escape in a JSON string: byte 10;"
	    "!6 text behind the JSON object: byte 13;"
	    "!7 not a JSON object;[c||].");
}

static void
a_line_over_the_limit_is_told(void **state)
{
	struct slice text = SLICE("doc\tn\ttext\naaaaaaaa\t1\txxxxxxxx\nb\t2\ty\n");
	struct buf out = BUF_INIT;
	int fd = file_of(text);

	(void)state;
	show(fd, 10, 0, &out);
	assert_true(slice_eq(buf_slice(&out),
	    SLICE("!2 the line is longer than the limit;^[b|2|y].")));
	close(fd);
	buf_release(&out);
}

static void
a_failed_read_is_trouble(void **state)
{
	struct buf out = BUF_INIT;
	int fd = open("/", O_RDONLY);

	(void)state;
	assert_true(fd >= 0);
	show(fd, 10, 0, &out);
	assert_true(slice_starts(buf_slice(&out), SLICE("!0 cannot read: ")));
	assert_true(slice_ends(buf_slice(&out), SLICE(";?")));
	close(fd);
	buf_release(&out);
}

/* Writes `rows` of three fields, reads them back and compares. */
static void
round_trip(enum record_format format, const struct slice *rows, size_t count)
{
	struct buf text = BUF_INIT, said = BUF_INIT;
	struct notices notices = { note, &said };
	struct slice fields[3];
	struct input input;
	struct record_reader reader;

	record_header(&text, format, &shape);
	for (size_t i = 0; i < count; i++)
		record_write(&text, format, &shape, rows + 3 * i);
	int fd = file_of(buf_slice(&text));
	input_init(&input, fd, (size_t)1 << 20);
	assert_true(record_reader_init(&reader, &input, SLICE("the stream"), &shape, &notices));
	for (size_t i = 0; i < count; i++) {
		if (record_read(&reader, fields) != RECORD_OK || reader.format != format)
			fail_msg("format %d, row %zu: %.*s", format, i, SLICE_ARGS(buf_slice(&said)));
		for (size_t j = 0; j < 3; j++)
			if (!slice_eq(fields[j], rows[3 * i + j]))
				fail_msg("format %d, row %zu, field %zu differs", format, i, j);
	}
	assert_int_equal(record_read(&reader, fields), RECORD_END);
	assert_int_equal(input.no, count + (format != RECORD_JSONL)); /* one line a record */
	assert_int_equal(said.len, 0);
	record_reader_release(&reader);
	input_release(&input);
	close(fd);
	buf_release(&text);
}

/* All strings of up to three of the characters that could go wrong. */
static void
every_mixture_comes_back(void **state)
{
	static const struct slice alphabet[] = {
		{ "", 0 }, { "\t", 1 }, { "\n", 1 }, { "\r", 1 }, { "\\", 1 }, { "\"", 1 },
		{ ",", 1 }, { " ", 1 }, { "n", 1 }, { "{", 1 }, { "\0", 1 }, { "0", 1 }, { "-", 1 },
		{ "\xe6\x94\xbf", 3 }, { "\xef\xbb\xbf", 3 }, { "\xf4\x8f\xbf\xbf", 4 }, { "doc", 3 },
	};
	enum { N = sizeof alphabet / sizeof alphabet[0], ALL = N * N * N };
	struct buf text = BUF_INIT;
	struct slice *rows = calloc((size_t)ALL * 3, sizeof *rows);

	(void)state;
	assert_non_null(rows);
	assert_true(buf_reserve(&text, (size_t)ALL * 12)); /* so that slices stay */
	for (size_t i = 0; i < ALL; i++) {
		size_t start = text.len;
		for (size_t n = i, j = 0; j < 3; j++, n /= N)
			buf_add(&text, alphabet[n % N]);
		rows[3 * i] = rows[3 * i + 2] = slice_from(buf_slice(&text), start);
		rows[3 * i + 1] = rows[3 * (i * 7 % (i + 1))];
	}
	for (unsigned format = 0; format < RECORD_FORMATS; format++)
		round_trip((enum record_format)format, rows, ALL);
	free(rows);
	buf_release(&text);
}

static void
every_character_comes_back(void **state)
{
	enum { EACH = 256, ALL = 0x110000 / EACH };
	struct buf text = BUF_INIT;
	struct slice *rows = calloc((size_t)ALL * 3, sizeof *rows);

	(void)state;
	assert_non_null(rows);
	assert_true(buf_reserve(&text, (size_t)0x110000 * 4));
	for (uint32_t i = 0; i < ALL; i++) {
		size_t start = text.len;
		for (uint32_t c = i * EACH; c < (i + 1) * EACH; c++)
			if (c < 0xd800 || c > 0xdfff)
				utf8_add(&text, c);
		rows[3 * i + i % 3] = slice_from(buf_slice(&text), start);
	}
	for (unsigned format = 0; format < RECORD_FORMATS; format++)
		round_trip((enum record_format)format, rows, ALL);
	free(rows);
	buf_release(&text);
}

static void
a_field_of_a_megabyte_comes_back(void **state)
{
	const size_t size = 500 * 1000;
	struct buf text = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < size; i++)
		buf_char(&text, "\"x\t "[i % 4]);
	struct slice row[3] = { SLICE("a"), SLICE("1"), buf_slice(&text) };
	for (unsigned format = 0; format < RECORD_FORMATS; format++)
		round_trip((enum record_format)format, row, 1);
	buf_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_found_by_name),
		cmocka_unit_test(headers_may_come_again),
		cmocka_unit_test(escapes_are_resolved),
		cmocka_unit_test(csv_keeps_white_space),
		cmocka_unit_test(json_values),
		cmocka_unit_test(a_bad_line_is_told_and_passed_over),
		cmocka_unit_test(bad_json_is_told_and_passed_over),
		cmocka_unit_test(a_line_over_the_limit_is_told),
		cmocka_unit_test(a_failed_read_is_trouble),
		cmocka_unit_test(every_mixture_comes_back),
		cmocka_unit_test(every_character_comes_back),
		cmocka_unit_test(a_field_of_a_megabyte_comes_back),
	};

	return cmocka_run_group_tests_name("record_read", tests, NULL, NULL);
}
