/* SPDX-License-Identifier: MIT */
/* Lines come out the same, however the bytes come in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "buf.h"
#include "input.h"

static const size_t no_limit = (size_t)1 << 30;

/* A file that holds `bytes` and is read from its beginning. */
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

/*
 * All that an input gives, as text: [line] for a line, [line~ for one without
 * a newline, <line> for the beginning of a long one.
 */
static void
show(int fd, size_t limit, size_t chunk, bool peek, struct buf *out)
{
	struct input in;
	struct slice line, peeked;
	size_t count = 0;

	input_init(&in, fd, limit);
	in.chunk = chunk;
	out->len = 0;
	for (;;) {
		if (peek) {
			enum input_status first = input_peek(&in, &peeked);
			assert_int_equal(in.no, count);
			assert_int_equal(first, input_peek(&in, &peeked));
		}
		enum input_status status = input_line(&in, &line);
		if (peek)
			assert_true(slice_eq(line, peeked));
		if (status == INPUT_END)
			break;
		assert_int_equal(in.no, ++count);
		assert_true(status == INPUT_LINE || status == INPUT_LONG);
		buf_char(out, status == INPUT_LONG ? '<' : '[');
		buf_add(out, line);
		buf_char(out, status == INPUT_LONG ? '>' : in.last_had_newline ? ']' : '~');
	}
	assert_int_equal(input_line(&in, &line), INPUT_END);
	assert_int_equal(in.no, count);
	input_release(&in);
}

/* With reads of every size from one byte to all. */
static void
expect(struct slice bytes, size_t limit, struct slice wanted)
{
	struct buf out = BUF_INIT;
	int fd = file_of(bytes);

	for (size_t chunk = 0; chunk <= bytes.len + 1; chunk++)
		for (int peek = 0; peek < 2; peek++) {
			assert_true(lseek(fd, 0, SEEK_SET) == 0);
			show(fd, limit, chunk, peek, &out);
			if (!slice_eq(buf_slice(&out), wanted))
				fail_msg("reads of %zu: %.*s", chunk, SLICE_ARGS(buf_slice(&out)));
		}
	close(fd);
	buf_release(&out);
}

#define EXPECT(bytes, wanted) expect(SLICE(bytes), no_limit, SLICE(wanted))

static void
lines_end_at_lf(void **state)
{
	(void)state;
	EXPECT("", "");
	EXPECT("\n", "[]");
	EXPECT("a", "[a~");
	EXPECT("a\n", "[a]");
	EXPECT("one\n\n三\nlast", "[one][][三][last~");
}

static void
cr_goes_only_with_its_lf(void **state)
{
	(void)state;
	EXPECT("a\r\n\r\nb\r\n", "[a][][b]");
	EXPECT("a\rb\r\r\nc\r", "[a\rb\r][c\r~");
}

static void
byte_order_mark_goes_only_at_the_start(void **state)
{
	(void)state;
	EXPECT("\xef\xbb\xbf" "a\n\xef\xbb\xbf" "b\n", "[a][\xef\xbb\xbf" "b]");
	EXPECT("\xef\xbb\xbf", "");
	EXPECT("\xef\xbb\xbf\r\na", "[][a~");
	EXPECT("\xef\xbb", "[\xef\xbb~");
	EXPECT("\xef\xbb\n\xbf", "[\xef\xbb][\xbf~");
	EXPECT("\xef\xbb\xbf\xef\xbb\xbf\n", "[\xef\xbb\xbf]");
}

static void
any_byte_is_taken(void **state)
{
	(void)state;
	expect((struct slice){ "\0a\0\n\0\xff\n", 7 }, no_limit,
	    (struct slice){ "[\0a\0][\0\xff]", 9 });
}

static void
long_lines_are_cut_and_the_next_is_whole(void **state)
{
	(void)state;
	expect(SLICE("12345\n123456\n12345\r\n123456\r\n12345678901234567890\nb\n12345"), 5,
	    SLICE("[12345]<12345>[12345]<12345><12345>[b][12345~"));
	expect(SLICE("123456"), 5, SLICE("<12345>"));
	expect(SLICE("12345678901234\r\n"), 5, SLICE("<12345>"));
	expect(SLICE("\xef\xbb\xbf" "12345\r\nx\n"), 5, SLICE("[12345][x]"));
	expect(SLICE("\xef\xbb\xbf" "123456\r\nx\n"), 5, SLICE("<12345>[x]"));
}

static void
huge_lines(void **state)
{
	(void)state;
	const size_t size = (size_t)3 << 20;
	char *text = malloc(size + 3);
	struct input in;
	struct slice line;

	assert_non_null(text);
	memset(text, 'x', size);
	memcpy(text + size, "\ny\n", 3);
	int fd = file_of((struct slice){ text, size + 3 });
	for (unsigned limited = 0; limited < 2; limited++) {
		assert_true(lseek(fd, 0, SEEK_SET) == 0);
		input_init(&in, fd, limited ? size - 1 : size);
		in.chunk = limited ? 4099 : 0;
		assert_int_equal(input_line(&in, &line), limited ? INPUT_LONG : INPUT_LINE);
		assert_int_equal(line.len, size - limited);
		assert_memory_equal(line.ptr, text, line.len);
		assert_int_equal(input_line(&in, &line), INPUT_LINE);
		assert_true(slice_is(line, "y"));
		assert_int_equal(in.no, 2);
		input_release(&in);
	}
	close(fd);
	free(text);
}

/* Past the limit nothing is kept: the buffer of a line of 3 MB stays small. */
static void
memory_is_bounded_by_the_limit(void **state)
{
	(void)state;
	const size_t size = (size_t)3 << 20;
	char *text = malloc(size);
	struct input in;
	struct slice line;

	assert_non_null(text);
	memset(text, 'x', size);
	int fd = file_of((struct slice){ text, size });
	input_init(&in, fd, 1000);
	assert_int_equal(input_line(&in, &line), INPUT_LONG);
	assert_int_equal(line.len, 1000);
	assert_true(in.room < (size_t)1 << 20);
	assert_int_equal(input_line(&in, &line), INPUT_END);
	input_release(&in);
	close(fd);
	free(text);
}

/* A reader that waited for a full buffer would hang here; the alarm ends it. */
static void
a_pipe_is_seen_at_once(void **state)
{
	(void)state;
	struct input in;
	struct slice line;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	input_init(&in, ends[0], no_limit);
	alarm(60);
	assert_int_equal(write(ends[1], "one\ntw", 6), 6);
	assert_int_equal(input_line(&in, &line), INPUT_LINE);
	assert_true(slice_is(line, "one"));
	assert_int_equal(write(ends[1], "o\n", 2), 2);
	assert_int_equal(input_line(&in, &line), INPUT_LINE);
	assert_true(slice_is(line, "two"));
	alarm(0);
	close(ends[1]);
	assert_int_equal(input_line(&in, &line), INPUT_END);
	input_release(&in);
	close(ends[0]);
}

static void
a_failed_read_is_told(void **state)
{
	(void)state;
	struct input in;
	struct slice line;
	int fd = open("/", O_RDONLY);

	assert_true(fd >= 0);
	input_init(&in, fd, no_limit);
	assert_int_equal(input_peek(&in, &line), INPUT_FAILED);
	assert_int_equal(input_line(&in, &line), INPUT_FAILED);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(in.no, 0);
	input_release(&in);
	close(fd);
}

/* Lines taken from blocks where there are some, read where there are none: all come once. */
static void
blocks_are_whole_lines(void **state)
{
	static const char bytes[] = "one\n\ntwo\r\nthree\nlonger than ten\nfour\nlast";
	int fd = file_of(SLICE(bytes));

	(void)state;
	for (size_t chunk = 0; chunk <= sizeof bytes; chunk++) {
		struct buf out = BUF_INIT;
		struct input in;
		struct slice block, line;
		size_t blocks = 0;
		assert_true(lseek(fd, 0, SEEK_SET) == 0);
		input_init(&in, fd, chunk % 2 ? 10 : no_limit);
		in.chunk = chunk;
		assert_int_equal(input_peek(&in, &line), INPUT_LINE);
		assert_false(input_block(&in, &block)); /* the line peeked at comes first */
		while (input_line(&in, &line) != INPUT_END) {
			buf_add(&out, line);
			buf_char(&out, '|');
			if (!input_block(&in, &block))
				continue;
			blocks++;
			assert_true(block.len <= in.limit);
			for (struct slice rest = block; rest.len;) {
				line = slice_cut(&rest, '\n');
				buf_add(&out, slice_head(line, line.len - slice_ends(line, SLICE("\r"))));
				buf_char(&out, '|');
			}
			input_skip(&in, block.len);
		}
		if (chunk == 0)
			assert_int_equal(blocks, 1);
		assert_true(slice_is(buf_slice(&out), chunk % 2
		    ? "one||two|three|longer tha|four|last|"
		    : "one||two|three|longer than ten|four|last|"));
		input_release(&in);
		buf_release(&out);
	}
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_at_lf),
		cmocka_unit_test(cr_goes_only_with_its_lf),
		cmocka_unit_test(byte_order_mark_goes_only_at_the_start),
		cmocka_unit_test(any_byte_is_taken),
		cmocka_unit_test(long_lines_are_cut_and_the_next_is_whole),
		cmocka_unit_test(huge_lines),
		cmocka_unit_test(memory_is_bounded_by_the_limit),
		cmocka_unit_test(a_pipe_is_seen_at_once),
		cmocka_unit_test(a_failed_read_is_told),
		cmocka_unit_test(blocks_are_whole_lines),
	};

	return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
