/* SPDX-License-Identifier: MIT */
/* Runs a program, disturbed by the shim or not, and catches what it prints. */
#ifndef GIP_FAULTS_RUN_H
#define GIP_FAULTS_RUN_H

#include "buf.h"
#include "shim.h"

/* A command and what it reads; paths are as the driver sees them. */
struct subject {
	const char *argv[12];
	const char *input; /* NULL: /dev/null */
};

struct run {
	int status; /* of wait */
	struct buf out, err;
};

enum { RUN_MISSING = 72 }; /* exit status: there is no such program */

#define RUN_INIT { 0, BUF_INIT, BUF_INIT }

/* What the shim reports. */
typedef void run_report(void *context, const struct report *, struct slice out,
    struct slice err);

/*
 * Runs `subject` with `fault` as $FAULT (NULL: without the shim), in the processes that
 * it forks if `child`. Ends the driver if that cannot be done.
 */
void run_subject(const struct subject *, const char *shim, const char *fault, bool child,
    run_report *, void *context, struct run *);

void run_release(struct run *);

/* A message, and the end of the driver. */
_Noreturn void run_die(const char *what);

#endif
