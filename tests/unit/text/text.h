/* SPDX-License-Identifier: MIT */
/* What tests of readers share: one document, read in this process. */
#ifndef GIP_TEST_TEXT_H
#define GIP_TEST_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "reader.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* `read` makes `want` of the document. */
static inline void
expect_text(reader *read, struct slice document, bool all, const char *want)
{
	struct flow flow;
	struct job job = { .bytes = document, .flow = &flow, .all = all, .limit = 1 << 20 };

	flow_init(&flow, job.limit);
	assert_true(read(&job));
	flow_end(&flow);
	assert_false(flow.over || flow.failed);
	buf_char(&flow.text, '\0');
	assert_string_equal(flow.text.ptr, want);
	flow_release(&flow);
}

#endif
