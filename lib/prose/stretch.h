/* SPDX-License-Identifier: MIT */
/*
 * Where the folded text of many lines comes from: by stretches, each of them a run of one
 * line.
 */
#ifndef GIP_STRETCH_H
#define GIP_STRETCH_H

#include "document.h"
#include "fold.h"

struct stretch {
	struct fold_run run; /* of the folded text, and of line->text */
	const struct line *line;
};

struct stretches {
	struct stretch *item;
	size_t count, room;
};

/*
 * Appends the folded line to `folded`, its stretches to the others, and its Chinese characters
 * to `*han`. False: memory is out.
 */
bool stretches_add(struct stretches *, struct arena *, const struct line *,
    struct buf *folded, size_t *han);

/* The stretch of byte `at` of the folded text, or what stands before it. */
const struct stretch *stretches_at(const struct stretches *, size_t at);

/*
 * Bytes start to end of the folded `text` as they stood, without line ends and indentation.
 * Slice of a line, or in the arena. False: memory is out.
 */
bool stretches_source(const struct stretches *, struct slice text, size_t start, size_t end,
    struct arena *, struct slice *source);

#endif
