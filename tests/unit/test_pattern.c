/* SPDX-License-Identifier: MIT */
/* Patterns: what a longer text may still become. */
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_may_go_on),
		cmocka_unit_test(what_stands_behind_counts),
		cmocka_unit_test(a_pattern_that_may_begin_anywhere_is_never_excluded),
	};

	return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
