/* SPDX-License-Identifier: MIT */
/* Seams of lines: by what stands before them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "buf.h"
#include "seam.h"

/* The next ordinal, as the other functions say it; `at` 0 begins a line. */
static size_t
next_ordinal(struct slice line, size_t at)
{
	static size_t from;

	from = at ? from : 0;
	return seam_ordinal(line, &from);
}

/* The line with a bar before each place that `next` finds, one from the other on. */
static void
expect(size_t (*next)(struct slice, size_t), const char *expected)
{
	struct buf line = BUF_INIT, got = BUF_INIT;
	size_t done = 0;

	for (const char *c = expected; *c; c++)
		if (*c != '|')
			buf_char(&line, *c);
	struct slice text = buf_slice(&line);
	for (size_t at = 0; (at = next(text, at)) < text.len; done = at) {
		buf_add(&got, slice_from(slice_head(text, at), done));
		buf_char(&got, '|');
	}
	buf_add(&got, slice_from(text, done));
	if (!slice_is(buf_slice(&got), expected))
		fail_msg("expected: %s\ngot: %.*s", expected, SLICE_ARGS(buf_slice(&got)));
	buf_release(&line);
	buf_release(&got);
}

static void
test_next(void **state)
{
	(void)state;
	expect(seam_next, "公开。|收到 |3 |件；|办结，其中\t|撤回！　|无？");
	expect(seam_next_stop, "公开。|收到 3 件； |办结");
	expect(seam_next, "");
	expect(seam_next, "公开。 ");
	/* A character that is cut off. */
	expect(seam_next, "公开。|公\xe5");
}

static void
test_ordinal(void **state)
{
	(void)state;
	expect(next_ordinal, "推进。|二、公开 |三、收到 0|四、复议");
	expect(next_ordinal, " 0 |五 、问题　|十二、其他。|一、一、");
	expect(next_ordinal, "报告|一、情况 无|六、其他 1日|二、公开");
	/* No seam, or no ordinal. */
	expect(next_ordinal, "按照二、公开，“三、收到”（四、复议）复议、诉讼 第、二 、");
}

static void
test_places(void **state)
{
	(void)state;
	assert_int_equal(seam_visible(SLICE(" 　\t公开"), 0), 5);
	assert_int_equal(seam_visible(SLICE("公 开"), 3), 4);
	assert_int_equal(seam_visible(SLICE("公 \t"), 3), 5);
	assert_int_equal(seam_visible(SLICE(""), 0), 0);
	assert_int_equal(seam_last_stop(SLICE("公。开；无")), 12);
	assert_int_equal(seam_last_stop(SLICE("公开？")), 9);
	assert_int_equal(seam_last_stop(SLICE("公开，无")), 0);
	assert_int_equal(seam_last_stop(SLICE("")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_ordinal),
		cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
