/* SPDX-License-Identifier: MIT */
/* Files of findings that were judged before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "judged.h"

#define A "0123456789abcdef"
#define B "ffffffffffffffff"
#define C "0000000000000000"

static void
ids_are_read_and_their_reasons_passed_over(void **state)
{
	static const char *const text[] = {
		A "\n" B "\n", A "\n" B, "\xef\xbb\xbf" A "\n" B "\n", A "\r\n" B "\r\n",
		"# " C "\n\n" B "\ta reason, " C "\n \t\n  " A "  \xb2\xbb\xca\xc7 GBK\n",
		B "\n" A "\n" B "\n", "id\n" A "\n" "id\r\n" B "\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
		struct judged judged = JUDGED_INIT;
		struct judged_error error;
		assert_true(judged_read(&judged, slice_of(text[i]), &error));
		assert_true(judged_has(&judged, A) && judged_has(&judged, B));
		assert_false(judged_has(&judged, C));
		assert_false(judged_has(&judged, "0123456789abcdee"));
		assert_false(judged_has(&judged, ""));
		judged_release(&judged);
	}
}

static void
files_add_up(void **state)
{
	struct judged judged = JUDGED_INIT;
	struct judged_error error;

	(void)state;
	assert_false(judged_has(&judged, A));
	assert_true(judged_read(&judged, SLICE(""), &error));
	assert_false(judged_has(&judged, A));
	assert_true(judged_read(&judged, SLICE(B), &error));
	assert_true(judged_read(&judged, SLICE(A), &error));
	assert_true(judged_has(&judged, A) && judged_has(&judged, B));
	judged_release(&judged);
}

static void
a_malformed_line_is_named(void **state)
{
	const struct {
		struct slice text;
		size_t line;
		const char *datum;
	} wrong[] = {
		{ SLICE("0123456789abcde\n"), 1, "0123456789abcde" },
		{ SLICE("#\n\n" A "0\n"), 3, A "0" },
		{ SLICE(A "\n0123456789ABCDEF\n"), 2, "0123456789ABCDEF" },
		{ SLICE(A ",reason\n"), 1, A ",reason" },
		{ SLICE(A "\nreason " A), 2, "reason" },
		{ SLICE("0123456789abcde\0"), 1, NULL },
		{ SLICE("ids\n"), 1, "ids" },
		{ SLICE("doc\tseverity\trule\n"), 1, "doc" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct judged judged = JUDGED_INIT;
		struct judged_error error;
		assert_false(judged_read(&judged, wrong[i].text, &error));
		assert_int_equal(error.line, wrong[i].line);
		assert_string_equal(error.what, "not the id of a finding");
		if (wrong[i].datum)
			assert_true(slice_is(error.datum, wrong[i].datum));
		judged_release(&judged);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_read_and_their_reasons_passed_over),
		cmocka_unit_test(files_add_up),
		cmocka_unit_test(a_malformed_line_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
