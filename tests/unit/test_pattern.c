/* SPDX-License-Identifier: MIT */
/* Patterns: what a longer text may still become; what one that gives up does to the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "pattern.h"

static void
expect_begins(const char *text, const char *subject, bool begins)
{
	enum { OFTEN = 200 }; /* so often that it is compiled for that */
	static const struct stanza stanza;
	struct pattern_source source = { .text = slice_of(text) };
	struct form_error error;
	struct pattern *pattern = pattern_compile(&stanza, 1, source, &error);

	assert_non_null(pattern);
	for (unsigned i = 0; i < OFTEN; i++)
		if (pattern_begins(pattern, slice_of(subject)) != begins)
			fail_msg("%s, %s", text, subject);
	pattern_free(pattern);
}

static void
a_text_may_go_on(void **state)
{
	(void)state;
	expect_begins("^公开(?:信息|情况)", "公", true);
	expect_begins("^公开(?:信息|情况)", "公开情", true);
	expect_begins("^公开(?:信息|情况)", "公开情况", true);
	expect_begins("^公开(?:信息|情况)", "公开情况。", true);
	expect_begins("^公开(?:信息|情况)", "", true);
	expect_begins("^公开(?:信息|情况)", "公开要求", false);
	expect_begins("^公开(?:信息|情况)", "不公开", false);
}

static void
what_stands_behind_counts(void **state)
{
	(void)state;
	expect_begins("^公开$", "公开", true);
	expect_begins("^公开$", "公开。", false);
	expect_begins("^(?!.*费).*$", "公开", true);
	expect_begins("^(?=[^,]{2,4}$)", "一二三", true);
	expect_begins("^(?=[^,]{2,4}$)", "一二,", false);
	expect_begins("^(?=[^,]{2,4}$)", "一二三四五", false);
}

static void
a_pattern_that_may_begin_anywhere_is_never_excluded(void **state)
{
	(void)state;
	expect_begins("公开", "一", true);
	expect_begins("^公开|信息", "一", true);
}

#define FORM \
	"stated slow\n\tpattern (?:.+)+(?:Q1|Z2)\n\tpattern a+b\n\tpattern (?:a|b)*c\n"

#define HOPELESS "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

enum { SLOW, QUICK, LONG, PATTERNS };

struct fixture {
	struct stanzas stanzas;
	struct pattern *pattern[PATTERNS];
	const char *told; /* what was said last */
	size_t line;
};

static void
setup(struct fixture *f)
{
	struct form_error error;

	*f = (struct fixture){ .stanzas = STANZAS_INIT };
	assert_true(stanzas_read(&f->stanzas, SLICE("own.form"), SLICE(FORM), &error));
	const struct stanza *stanza = f->stanzas.stanza;
	assert_int_equal(stanza->count, PATTERNS);
	for (size_t i = 0; i < PATTERNS; i++)
		f->pattern[i] = pattern_compile(stanza, stanza->item[i].line,
		    (struct pattern_source){ .text = stanza->item[i].value }, &error);
}

static void
teardown(struct fixture *f)
{
	for (size_t i = 0; i < PATTERNS; i++)
		pattern_free(f->pattern[i]);
	stanzas_release(&f->stanzas);
}

static void
hear(void *context, const struct notice *n)
{
	struct fixture *f = context;

	assert_int_equal(n->level, NOTICE_ERROR);
	assert_true(slice_is(n->doc, "own.form"));
	assert_true(slice_is(n->datum, "report.txt"));
	f->told = n->what;
	f->line = n->line;
}

static void
one_that_explodes_gives_up_and_is_told_with_its_place(void **state)
{
	struct fixture f;
	struct pattern_match match;
	struct notices notices = { hear, &f };

	(void)state;
	setup(&f);
	assert_false(patterns_lost(&f.stanzas, SLICE("report.txt"), &notices));
	assert_int_equal(pattern_match(f.pattern[SLOW], SLICE(HOPELESS), 0, &match), PATTERN_LIMIT);
	/* The document is lost: no other pattern takes its time for it. */
	assert_int_equal(pattern_match(f.pattern[QUICK], SLICE("aab"), 0, &match), PATTERN_LIMIT);
	assert_true(patterns_lost(&f.stanzas, SLICE("report.txt"), &notices));
	assert_string_equal(f.told, "the pattern ran into its limits");
	assert_int_equal(f.line, 2);
	/* The next document is matched again. */
	assert_int_equal(pattern_match(f.pattern[QUICK], SLICE("aab"), 0, &match), PATTERN_HIT);
	assert_false(patterns_lost(&f.stanzas, SLICE("report.txt"), &notices));
	teardown(&f);
}

/* JIT has 32 KiB of stack for it; the interpreter has more. */
static void
a_long_subject_is_no_limit(void **state)
{
	enum { LENGTH = 1 << 16 };
	struct fixture f;
	struct pattern_match match;
	char *text = malloc(LENGTH);

	(void)state;
	assert_non_null(text);
	memset(text, 'a', LENGTH);
	text[LENGTH - 1] = 'c';
	setup(&f);
	assert_int_equal(pattern_match(f.pattern[LONG], (struct slice){ text, LENGTH }, 0, &match),
	    PATTERN_HIT);
	assert_int_equal(match.end - match.start, LENGTH);
	teardown(&f);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_may_go_on),
		cmocka_unit_test(what_stands_behind_counts),
		cmocka_unit_test(a_pattern_that_may_begin_anywhere_is_never_excluded),
		cmocka_unit_test(one_that_explodes_gives_up_and_is_told_with_its_place),
		cmocka_unit_test(a_long_subject_is_no_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
