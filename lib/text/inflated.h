/* SPDX-License-Identifier: MIT */
/* What gzip and deflate compressed, by zlib. */
#ifndef GIP_INFLATED_H
#define GIP_INFLATED_H

#include "buf.h"

/* Appends what `bytes` expand to, at most `limit`. NULL: done, else what is wrong. */
const char *inflate_all(struct slice bytes, size_t limit, struct buf *out);

#endif
