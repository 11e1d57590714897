/* SPDX-License-Identifier: MIT */
/*
 * Work done in a child process, for libraries that read what strangers made:
 * it has limits, and its crash loses the work and nothing else.
 *
 * The child writes records (wire.h) and ends with WIRE_END. It cannot write
 * files, unless they are small, and has neither standard input nor standard output.
 */
#ifndef GIP_CHILD_H
#define GIP_CHILD_H

#include <sys/types.h>

#include "notice.h"
#include "wire.h"

struct child_limits {
	unsigned seconds; /* of the clock while the parent waits, and of the processor */
	size_t memory;    /* bytes of address space; not under a sanitizer, which needs more */
	size_t record;    /* largest record */
	size_t file;      /* largest file without a name that it may write; 0: none */
};

struct child {
	pid_t pid;        /* 0: it is gone */
	int fd;
	long milliseconds; /* left */
	struct child_limits limits;
	struct buf in;    /* read, in[used..] not handed out */
	size_t used;
};

/* What the child does; its descriptor is for wire_send. Then the child ends. */
typedef void child_work(int fd, void *context);

/* False: errno says why. Call child_next until it does not say CHILD_RECORD. */
bool child_start(struct child *, const struct child_limits *, child_work *, void *context);

/* Ends the child for which memory is out, if it cannot tell that in another way. */
_Noreturn void child_no_memory(void);

enum child_status {
	CHILD_RECORD,  /* `*record` is the next one; valid until the next call */
	CHILD_END,     /* the work is done */
	CHILD_TIMEOUT, /* it took too long */
	CHILD_CRASHED, /* it ended before its end: `*signal`, or 0 */
	CHILD_BROKEN,  /* it wrote what is no record, or one that is too large */
	CHILD_MEMORY,  /* memory is out, here or there */
	CHILD_FAILED,  /* errno says why */
};

enum child_status child_next(struct child *, struct wire_record *, int *signal);

/* False: its work is lost, which is said as NOTICE_ERROR about `name`. */
bool child_ended(enum child_status, int signal, struct slice name, const struct notices *);

/* Ends it, whatever it does. Safe to call at any time after child_start. */
void child_stop(struct child *);

#endif
