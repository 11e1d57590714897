/* SPDX-License-Identifier: MIT */
/*
 * Frames: in which fields of a line the values of a row stand, learned from the rows
 * that are plain, for those with empty fields.
 */
#ifndef GIP_FRAMES_H
#define GIP_FRAMES_H

#include "task.h"

/* Rows with their label in one field, in lines of so many. */
struct frame {
	unsigned label_field, fields, first_field;
};

struct frames {
	struct frame frame[16];
	size_t count;
};

/* NULL: no such row was plain. */
const struct frame *frames_find(const struct frames *, unsigned label_field, unsigned fields);

/* Are rows with such a label laid out in one way only? Behind a page cut it may be another. */
bool frames_agree(const struct frames *, unsigned label_field);

/* Remembers the fields that the values of a plain row stand in. */
void frames_learn(const struct placing *, const struct task *, struct frames *);

/*
 * No row of a table with blank cells may be full, but its first and its last cells
 * are filled somewhere: together, and nothing stands beyond them.
 */
void frames_infer(const struct placing *, const struct task *, size_t count, struct frames *);

#endif
