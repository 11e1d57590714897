/* SPDX-License-Identifier: MIT */
/* Documents out of the records of lines: where one ends and the next begins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <unistd.h>

#include "restore.h"

#define HEADER "doc\tline\tsection\tpart\tkind\ttext\n"

static void
note(void *context, const struct notice *notice)
{
	struct buf *out = context;

	buf_char(out, '!');
	buf_add(out, slice_of(notice->what));
}

/* Documents as "NAME[NO TEXT,NO TEXT,]". */
static void
show(FILE *file, struct buf *out)
{
	struct notices notices = { note, out };
	struct document doc = DOCUMENT_INIT;
	struct restore restore;
	struct input input;
	enum restore_status status;

	input_init(&input, fileno(file), 1 << 20);
	assert_true(restore_init(
	    &restore, &input, SLICE("in"), &lines_shape, &notices, 1 << 20));
	while ((status = restore_lines(&restore, &doc)) == RESTORE_NEXT) {
		buf_add(out, doc.name);
		buf_char(out, '[');
		for (size_t i = 0; i < doc.count; i++) {
			buf_number(out, doc.line[i].no);
			buf_char(out, ' ');
			buf_add(out, doc.line[i].text);
			buf_char(out, ',');
		}
		buf_char(out, ']');
	}
	assert_int_equal(status, RESTORE_END);
	restore_release(&restore);
	input_release(&input);
	document_release(&doc);
}

static void
expect(const char *records, const char *expected)
{
	struct buf got = BUF_INIT;
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_true(fputs(records, file) >= 0 && fflush(file) == 0);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	show(file, &got);
	if (!slice_is(buf_slice(&got), expected))
		fail_msg("expected: %s\ngot: %.*s", expected, SLICE_ARGS(buf_slice(&got)));
	buf_release(&got);
	fclose(file);
}

static void
test_pieces(void **state)
{
	(void)state;
	expect(HEADER "x\t1\tfront\t\ttitle\ta\nx\t1\toverview\t\ttext\tb\nx\t1\toverview\t\ttext\tc\n"
	       "x\t2\tother\t\ttext\td\n", "x[1 a,1 b,1 c,2 d,]");
}

static void
test_what_ends_a_document(void **state)
{
	(void)state;
	/* Another name; a smaller number; a header. */
	expect(HEADER "x\t1\tfront\t\ttext\ta\ny\t1\tfront\t\ttext\tb\n", "x[1 a,]y[1 b,]");
	expect(HEADER "x\t2\tfront\t\ttext\ta\nx\t1\tfront\t\ttext\tb\n", "x[2 a,]x[1 b,]");
	expect(HEADER "x\t1\tfront\t\ttext\ta\n" HEADER "x\t1\tfront\t\ttext\tb\n",
	    "x[1 a,]x[1 b,]");
	/* The sections of a report only go forward, within a line, too. */
	expect(HEADER "x\t1\tfront\t\ttext\ta\nx\t1\tend\t\tdate\tb\nx\t1\tfront\t\ttext\tc\n"
	       "x\t1\toverview\t\ttext\td\n", "x[1 a,1 b,]x[1 c,1 d,]");
	expect(HEADER "x\t1\tother\t\ttext\ta\nx\t5\tfront\t\ttext\tb\n", "x[1 a,]x[5 b,]");
}

static void
test_bad_records(void **state)
{
	(void)state;
	expect(HEADER "x\t1\tfront\t\ttext\ta\nx\t1,5\tfront\t\ttext\tb\nx\t1\tfront\t\ttext\tc\n",
	    "!not a line numberx[1 a,1 c,]");
	expect(HEADER "x\t1\tfront\t\ttext\ta\nx\t1\tback\t\ttext\tb\nx\t1\tfront\t\ttext\tc\n",
	    "!no section of a reportx[1 a,1 c,]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_what_ends_a_document),
		cmocka_unit_test(test_bad_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
