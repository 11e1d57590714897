/* SPDX-License-Identifier: MIT */
/*
 * Where folded text comes from. Most of a line is as it was before it was folded, so that
 * is known by stretches, of which at most the first character was changed.
 */
#ifndef GIP_STRETCH_H
#define GIP_STRETCH_H

#include "buf.h"
#include "document.h"

struct stretch {
	size_t start, end; /* in the folded text */
	const struct line *line;
	size_t from, to;   /* in line->text */
	bool gap;          /* something was dropped before it, in the same line */
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

/*
 * Of `count` things in a row, `stride` bytes each, that have a field like that at `start`,
 * ascending: the number of the last one with no more than `at`, else of the first.
 */
size_t stretch_last(const size_t *start, size_t stride, size_t count, size_t at);

#endif
