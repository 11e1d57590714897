/* SPDX-License-Identifier: MIT */
/*
 * A buffer of bytes that grows. An allocation that fails sets `failed` and
 * makes every later call a no-op, so a writer tests once, at its end.
 */
#ifndef GIP_BUF_H
#define GIP_BUF_H

#include "slice.h"

struct buf {
	char *ptr;
	size_t len, room;
	bool failed; /* memory ran out: the content is not whole */
};

#define BUF_INIT { NULL, 0, 0, false }

void buf_add(struct buf *, struct slice);
void buf_char(struct buf *, char);
void buf_number(struct buf *, size_t);
void buf_release(struct buf *); /* frees; the buffer can be used again */

/* Room for `more` bytes behind `len`; false when memory is out. */
bool buf_reserve(struct buf *, size_t more);

static inline struct slice
buf_slice(const struct buf *b)
{
	return (struct slice){ b->ptr, b->len };
}

#endif
