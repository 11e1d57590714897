/* SPDX-License-Identifier: MIT */
/*
 * What a child process does with documents: each becomes records (wire.h), of which
 * WIRE_DONE is the last. The first document is there when the child starts, any other
 * comes as WIRE_TASK and is FILE_TEXT.
 */
#ifndef GIP_TASK_H
#define GIP_TASK_H

#include "convert.h"

struct task {
	struct download document; /* the first one */
	const struct convert_options *options;
	int fd;                   /* the rest is the child's own */
	struct buf waiting;       /* records */
};

/* `context` is a struct task; a child_work. */
void task_work(int fd, void *context);

#endif
