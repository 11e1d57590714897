/* SPDX-License-Identifier: MIT */
/*
 * What segments (segment.h) were aligned to. A page that cuts a table cuts it elsewhere
 * each time, but what a cut does to one row is soon seen again: segments recur where
 * sections do not. What is remembered changes no alignment, only its time. The memory is
 * bounded, and emptied when it is full.
 */
#ifndef GIP_ALIGNMENTS_H
#define GIP_ALIGNMENTS_H

#include "segment.h"

struct alignments;

/* NULL: memory is out. */
struct alignments *alignments_new(void);
void alignments_free(struct alignments *);

/* What segment_align has filled, one for each row; good until the next is kept. NULL: unknown. */
const struct shown *alignments_find(const struct alignments *, const struct segment *);

/* Copies all; where memory is out, nothing is remembered. */
void alignments_keep(struct alignments *, const struct segment *, const struct shown *shown);

#endif
