/* SPDX-License-Identifier: MIT */
/*
 * Recall: the traits of lines that were seen before, a few thousand of them.
 *
 * Lines are found by a hash and compared byte by byte. Those that recur stay, those that
 * came once make room. What is forgotten is learned again: nothing but time depends on it.
 */
#ifndef GIP_RECALL_H
#define GIP_RECALL_H

#include "traits.h"

struct recall; /* opaque */

struct recall *recall_new(void); /* NULL: memory is out */
void recall_free(struct recall *);

/* The traits of a line, all that are known of it; one that is new is looked at. */
void recall_line(struct recall *, struct slice line, struct traits *);

/* More was learned of it. */
void recall_keep(struct recall *, struct slice line, const struct traits *);

/* Forgets all, as what was learned while a pattern gave up (pattern.h) may be wrong. */
void recall_forget(struct recall *);

#endif
