/* SPDX-License-Identifier: MIT */
/* Expressions that do not parse: what is said, and about what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "expr.h"

static const struct stanza stanza = { .line = 3 };

struct wrong {
	enum expr_kind kind;
	const char *text, *what, *datum;
};

static const struct wrong wrongs[] = {
	{ EXPR_REPORT, "", "an expression is missing", "" },
	{ EXPR_REPORT, "1 +", "an operand is missing here", "1 +" },
	{ EXPR_REPORT, "1 + * 2", "a bare name means nothing in this scope", "* 2" },
	{ EXPR_REPORT, "(1 + 2", "a ')' is missing here", "(1 + 2" },
	{ EXPR_REPORT, "1 2", "an operator is missing here", "2" },
	{ EXPR_REPORT, "1 = 1 = 1", "a number must stand here, not a truth", "1 = 1 = 1" },
	{ EXPR_REPORT, "1 + (1 = 1)", "a number must stand here, not a truth", "(1 = 1)" },
	{ EXPR_REPORT, "1 and 2", "a truth must stand here, not a number", "1 and 2" },
	{ EXPR_REPORT, "1 = 1 or 2", "a truth must stand here, not a number", "2" },
	{ EXPR_REPORT, "not 1", "a truth must stand here, not a number", "1" },
	{ EXPR_REPORT, "1 + natural", "a bare name means nothing in this scope", "natural" },
	{ EXPR_TABLE, "natural", "a bare name means nothing in this scope", "natural" },
	{ EXPR_CELL, "natural", "this bare name means nothing in this scope", "natural" },
	{ EXPR_CELL, "stated", "this bare name means nothing in this scope", "stated" },
	{ EXPR_REPORT, "./a/b", "'.' means nothing in this scope", "./a/b" },
	{ EXPR_ROW, "./a/.", "'.' means nothing in this scope", "./a/." },
	{ EXPR_ROW, "t/./b", "'.' stands only behind the scope's own table", "t/./b" },
	{ EXPR_REPORT, "t/a", "a reference is TABLE/ROW/COL or report/NAME", "t/a" },
	{ EXPR_REPORT, "t/a/b/c", "a reference has three parts at most", "t/a/b/c" },
	{ EXPR_REPORT, "t//b", "a reference has an empty part", "t//b" },
	{ EXPR_REPORT, "t/a/", "a reference has an empty part", "t/a/" },
	{ EXPR_REPORT, "sum(t/a/b)", "unknown function", "sum(t/a/b)" },
	{ EXPR_REPORT, "count(empty, t/a/b)", "no such state of a cell", "empty, t/a/b)" },
	{ EXPR_REPORT, "count(blank)", "count needs a state and a reference", ")" },
	{ EXPR_REPORT, "matches(report/year)", "matches needs a reference and a pattern", ")" },
	{ EXPR_REPORT, "matches(report/year, a)", "a pattern stands in quotation marks", "a)" },
	{ EXPR_REPORT, "matches(report/year, \"a)", "a quotation mark is missing here", "\"a)" },
	{ EXPR_REPORT, "matches(report/year, \"(\")", "the pattern does not compile here", "" },
	{ EXPR_REPORT, "alike(report/year)", "alike needs two references", ")" },
	{ EXPR_REPORT, "date(2024, 1)", "date has three parts", ")" },
	{ EXPR_REPORT, "divide(1, 2)", "divide needs three numbers", ")" },
	{ EXPR_REPORT, "among(1)", "among needs a number and a reference", ")" },
	{ EXPR_REPORT, "t/a/part.@", "'@' means nothing here", "t/a/part.@" },
	{ EXPR_ROW, "part.@", "'@' means nothing here", "part.@" },
	{ EXPR_CELL, "t/a/part.@", "'@' means nothing here", "t/a/part.@" },
	{ EXPR_REPORT, "has(1)", "a bare name means nothing in this scope", "1)" },
	{ EXPR_REPORT, "1.2.3", "not a number that can be used", "1.2.3" },
	{ EXPR_REPORT, "99999999999999999999", "not a number that can be used",
	  "99999999999999999999" },
	{ EXPR_REPORT, "1 # 2", "an operator is missing here", "# 2" },
	{ EXPR_REPORT, "t/a/b / 2", "an operator is missing here", "/ 2" },
};

static void
errors_say_what_and_where(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		const struct wrong *w = &wrongs[i];
		struct form_error error = { .line = 0 };
		const struct expr *e =
		    expr_parse(&arena, &stanza, 4, slice_of(w->text), w->kind, &error);
		if (e || strcmp(error.what, w->what) != 0 || !slice_is(error.datum, w->datum))
			fail_msg("%s: %s: '%.*s'", w->text, e ? "no error" : error.what,
			    SLICE_ARGS(error.datum));
		assert_int_equal(error.line, 4);
	}
	arena_release(&arena);
}

static void
a_nul_byte_ends_nothing(void **state)
{
	static const char text[] = "1 \0 + ";
	struct arena arena = ARENA_INIT;
	struct form_error error;

	(void)state;
	assert_null(expr_parse(&arena, &stanza, 4, (struct slice){ text, sizeof text - 1 },
	    EXPR_REPORT, &error));
	arena_release(&arena);
}

/* `open` n times, then 1, then `close` n times. */
static const struct expr *
nested(struct arena *arena, const char *open, const char *close, size_t n,
    struct form_error *error)
{
	static char text[65536];
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		len += (size_t)sprintf(text + len, "%s", open);
	len += (size_t)sprintf(text + len, "1");
	for (size_t i = 0; i < n; i++)
		len += (size_t)sprintf(text + len, "%s", close);
	return expr_parse(arena, &stanza, 4, (struct slice){ text, len }, EXPR_REPORT,
	    error);
}

static void
depth_and_length_are_bounded(void **state)
{
	struct arena arena = ARENA_INIT;
	struct form_error error;

	(void)state;
	assert_non_null(nested(&arena, "(", ")", 30, &error));
	assert_null(nested(&arena, "(", ")", 5000, &error));
	assert_string_equal(error.what, "the expression is nested too deep");
	assert_null(nested(&arena, "-", "", 5000, &error));
	assert_string_equal(error.what, "the expression is nested too deep");
	assert_null(nested(&arena, "not ", "", 5000, &error));
	assert_string_equal(error.what, "the expression is nested too deep");
	assert_non_null(nested(&arena, "1 + ", "", 200, &error));
	assert_null(nested(&arena, "1 + ", "", 5000, &error));
	assert_string_equal(error.what, "the expression is too long");
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(errors_say_what_and_where),
		cmocka_unit_test(a_nul_byte_ends_nothing),
		cmocka_unit_test(depth_and_length_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
