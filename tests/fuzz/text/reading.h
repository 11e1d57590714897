/* SPDX-License-Identifier: MIT */
/* A reader of gip-text without its child process: what it writes is text in lines. */
#ifndef GIP_FUZZ_READING_H
#define GIP_FUZZ_READING_H

#include <stdlib.h>

#include "fuzz.h"
#include "reader.h"

enum { READING_LIMIT = 1 << 20 };

static inline void
reading_check(struct slice text)
{
	REQUIRE(fuzz_is_text(text));
	REQUIRE(text.len == 0 || slice_ends(text, SLICE("\n")));
	while (text.len) {
		struct slice line = slice_cut(&text, '\n');
		REQUIRE(!slice_starts(line, SLICE("==> ")) || !slice_ends(line, SLICE(" <==")));
	}
}

/* `bytes` is what convert.c gives to that reader. */
static inline void
reading_of(reader *read, struct slice bytes, bool all)
{
	struct flow *flow = malloc(sizeof *flow);
	struct job job = { .bytes = bytes, .flow = flow, .all = all, .limit = READING_LIMIT,
		.seconds = 1, .notices = &fuzz_notices };

	REQUIRE(flow);
	flow_init(flow, READING_LIMIT);
	if (read(&job)) {
		flow_end(flow);
		REQUIRE(!flow->failed);
		if (!flow->over)
			reading_check(buf_slice(&flow->text));
	}
	flow_release(flow);
	free(flow);
}

#endif
