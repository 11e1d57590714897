/* SPDX-License-Identifier: MIT */
/*
 * Work done in a child process, for libraries that read what strangers made:
 * it has limits, and its crash loses the work and nothing else.
 *
 * The child writes records (wire.h) and ends with WIRE_END; it may wait for records in
 * between. It cannot write files, unless they are small and have no name, and of what its
 * parent has open it has neither standard input nor standard output nor anything else that
 * is not named. It keeps nothing that it does not need (sandbox.h).
 */
#ifndef GIP_CHILD_H
#define GIP_CHILD_H

#include <sys/types.h>

#include "notice.h"
#include "wire.h"

struct child_limits {
	unsigned seconds; /* of the clock while the parent waits, and of the processor; each
	                     child_send grants them again */
	size_t memory;    /* bytes of address space; not under a sanitizer, which needs more */
	size_t record;    /* largest record */
	size_t file;      /* largest file without a name that it may write for another program;
	                     0: none, and it runs none */
	int input;        /* a descriptor that it reads, or -1 */
};

struct child {
	pid_t pid;        /* 0: there is none */
	int fd;
	long milliseconds; /* left */
	struct child_limits limits;
	struct buf in;    /* read, in[used..] not handed out */
	size_t used;
};

#define CHILD_NONE { .pid = 0, .fd = -1, .in = BUF_INIT }

/* What the child does; its descriptor is for wire_send. Then the child ends. */
typedef void child_work(int fd, void *context);

/*
 * False: errno says why. Then call child_next until it does not say CHILD_RECORD, or
 * child_stop.
 */
bool child_start(struct child *, const struct child_limits *, child_work *, void *context);

/* Ends the child for which memory is out, if it cannot tell that in another way. */
_Noreturn void child_no_memory(void);

/* To a child that waits for it, in wire_receive; false: it does not. */
bool child_send(struct child *, enum wire_tag, struct slice first, struct slice second);

/* In the child, before each of several pieces of work: grants it time as at its start. */
void child_grant(unsigned seconds);

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

/* Ends it, whatever it does, if there is one. */
void child_stop(struct child *);

#endif
