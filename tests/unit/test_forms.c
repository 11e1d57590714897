/* SPDX-License-Identifier: MIT */
/* Form files: the built-in ones are proven here, others when they are loaded. */
#include "headings.h"
#include "loading.h"
#include "pattern.h"

static void
the_built_in_forms_have_no_mistake(void **state)
{
	struct form_error error;

	(void)state;
	if (!load_with("# nothing of its own\n", &error))
		fail_msg("%.*s:%zu: %s: %.*s", SLICE_ARGS(error.file), error.line, error.what,
		    SLICE_ARGS(error.datum));
}

static void
patterns_of_other_files_are_compiled_at_once(void **state)
{
	struct form_error error = { .line = 0 };

	(void)state;
	assert_false(load_with("\nfact mine\n in other\n pattern (unclosed\n", &error));
	assert_true(slice_is(error.file, "my.form"));
	assert_int_equal(error.line, 4);
	assert_string_equal(error.what, "the pattern does not compile here");
	assert_true(slice_is(error.datum, "(unclosed"));
	assert_false(load_with("fact mine\n in other\n"
	    " pattern (a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)(n)(o)(p)\n", &error));
	assert_int_equal(error.line, 3);
	assert_string_equal(error.what, "too many groups in the pattern");
}

/* What a file redefines is part of patterns that are built in. */
static void
patterns_that_a_file_breaks_are_told(void **state)
{
	struct form_error error = { .line = 0 };

	(void)state;
	assert_false(load_with("title break\n pattern ^x(?&NO_SUCH)$\n", &error));
	assert_int_equal(error.line, 2);
	assert_false(load_with("title break\n define MINE (\n pattern ^x(?&MINE)$\n", &error));
	assert_int_equal(error.line, 3);
}

/* Compiled when it is matched for the first time, with what it refers to. */
static void
built_in_patterns_match(void **state)
{
	const struct slice title = SLICE("青砚县民政局2023年政府信息公开工作年度报告");
	struct form_error error;
	struct forms forms;
	struct heading_hit hit;

	(void)state;
	assert_true(forms_load(&forms, NULL, 0, &error));
	for (int again = 0; again < 2; again++) {
		assert_true(headings_match(forms.headings, HEADING_TITLE, title, &hit));
		assert_true(slice_is(heading_group(&hit, "agency"), "青砚县民政局"));
		assert_false(headings_match(forms.headings, HEADING_TITLE, SLICE("青砚"), &hit));
	}
	forms_release(&forms);
}

/* Lines need the headings; but what the files of the user say is read whole. */
static void
lines_need_less(void **state)
{
	const struct form_file wrong = { SLICE("own.form"), SLICE("rule x\n\tcheck (\n") };
	const struct form_file good = { SLICE("own.form"), SLICE("# nothing\n") };
	struct form_error error;
	struct forms forms;
	struct heading_hit hit;

	(void)state;
	assert_true(forms_load_lines(&forms, NULL, 0, &error));
	assert_true(headings_match(forms.headings, HEADING_DATED, SLICE("2023年政务公开年报"), &hit));
	assert_true(slice_is(heading_group(&hit, "when"), "2023"));
	assert_null(forms.rules);
	forms_release(&forms);
	assert_true(forms_load_lines(&forms, &good, 1, &error));
	assert_non_null(forms.rules);
	forms_release(&forms);
	assert_false(forms_load_lines(&forms, &wrong, 1, &error));
	assert_true(slice_is(error.file, "own.form"));
	forms_release(&forms);
}

/* As if it stood in a built-in file. */
static struct pattern *
compiled(const char *text)
{
	const struct stanza proven = { .proven = true };
	struct form_error error;
	struct pattern *pattern = pattern_compile(&proven, 1,
	    (struct pattern_source){ .text = slice_of(text) }, &error);

	assert_non_null(pattern);
	return pattern;
}

static void
a_group_is_known_before_the_first_match(void **state)
{
	struct pattern *pattern = compiled("(a)(?<year>b)");
	struct pattern_match match;

	(void)state;
	assert_int_equal(pattern_group(pattern, "year"), 2);
	assert_int_equal(pattern_group(pattern, "month"), 0);
	assert_int_equal(pattern_match(pattern, SLICE("xab"), 0, &match), PATTERN_HIT);
	assert_int_equal(match.start, 1);
	assert_int_equal(pattern_match(pattern, SLICE("xab"), 2, &match), PATTERN_MISS);
	pattern_free(pattern);
	/* Nobody has looked at it, and it cannot be: never a match. */
	pattern = compiled("(a");
	assert_int_equal(pattern_match(pattern, SLICE("(a"), 0, &match), PATTERN_LIMIT);
	assert_int_equal(pattern_group(pattern, "year"), 0);
	pattern_free(pattern);
}

static void
expect_always(const char *text, struct slice subject, int times, enum pattern_status wanted)
{
	struct pattern *pattern = compiled(text);
	struct pattern_match match;

	for (int again = 0; again < times; again++)
		if (pattern_match(pattern, subject, 0, &match) != wanted)
			fail_msg("%s: another answer, match %d", text, again);
	pattern_free(pattern);
}

/* The answer does not depend on how often a pattern was matched before. */
static void
the_hundredth_match_is_as_the_first(void **state)
{
	static char many[40000];

	(void)state;
	memset(many, 'a', sizeof many);
	expect_always("a+b", SLICE("aab"), 100, PATTERN_HIT);
	expect_always("a+b", SLICE("aac"), 100, PATTERN_MISS);
	/* Machine code has no memory for it, */
	expect_always("^(?:a|(b))*$", (struct slice){ many, sizeof many }, 100, PATTERN_HIT);
	/* and for this nothing has the time; it is tried at once where another one gave up. */
	many[40] = 'c';
	expect_always("^(?:a+)+$", (struct slice){ many, 41 }, 2, PATTERN_LIMIT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_built_in_forms_have_no_mistake),
		cmocka_unit_test(patterns_of_other_files_are_compiled_at_once),
		cmocka_unit_test(patterns_that_a_file_breaks_are_told),
		cmocka_unit_test(built_in_patterns_match),
		cmocka_unit_test(lines_need_less),
		cmocka_unit_test(a_group_is_known_before_the_first_match),
		cmocka_unit_test(the_hundredth_match_is_as_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
