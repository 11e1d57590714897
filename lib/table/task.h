/* SPDX-License-Identifier: MIT */
/*
 * A task of placing: a run (bind.h), the cells that it has to fill, and the
 * values that it has for them.
 */
#ifndef GIP_TASK_H
#define GIP_TASK_H

#include "grid.h"

/* More than these in one run: the labels of its rows are lost for good. */
enum { TASK_SLOTS_MAX = 64 };

/* One cell to fill. */
struct slot {
	size_t row, col;
	bool first; /* of its row */
};

struct task {
	const struct run *run;
	struct slot slot[TASK_SLOTS_MAX];
	size_t slots;
	const struct token *value[TASK_SLOTS_MAX]; /* numbers, marks, blanks, in order */
	size_t values;
	const struct token *content[TASK_SLOTS_MAX]; /* those that are not blank */
	size_t contents;
	bool fits; /* not too many of anything */
	size_t filled; /* cells that were proven so far */
	bool blanks;   /* read plainly, some are empty */
	bool done;     /* all of them, or read plainly */
	bool assumed; /* filled for the sake of argument (prove.h) */
};

/* What the tasks of one table are carried out on. */
struct placing {
	struct grid *grid;
	const struct tokens *tokens;
	struct arena *arena;
	bool failed; /* memory ran out */
};

void task_make(const struct placing *, const struct run *, struct task *);

/* A value in its cell; what it means there depends on what the column counts. */
void task_fill(struct placing *, struct slot, struct slice raw, size_t line);

/* The last character of the label before a value; NULL: only values are before it. */
const struct token *task_label(const struct placing *, const struct token *);

/* The cell is absent again. */
void task_clear(struct placing *, struct slot);

#endif
