/* SPDX-License-Identifier: MIT */
/*
 * What another program makes of a document: it reads it as standard input, which is a
 * file without a name, and what it prints is taken. No shell is asked.
 */
#ifndef GIP_PROGRAM_H
#define GIP_PROGRAM_H

#include "buf.h"

enum program_status {
	PROGRAM_DONE,    /* it ended well */
	PROGRAM_MISSING, /* it is not installed */
	PROGRAM_FAILED,  /* it ended otherwise, or prints more than `limit` */
	PROGRAM_TROUBLE, /* it could not be tried; errno says why */
};

/* Runs argv[0], as found in PATH, for `seconds` at most; appends its output to `out`. */
enum program_status program_run(const char *const *argv, struct slice input,
    unsigned seconds, size_t limit, struct buf *out);

#endif
