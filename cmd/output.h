/* SPDX-License-Identifier: MIT */
/* The output of a command: written whole, its failure never unseen. */
#ifndef GIP_OUTPUT_H
#define GIP_OUTPUT_H

#include "cmd.h"

/* All of `s` in as few writes as it takes. False: errno says why. */
bool output_write(int fd, struct slice s);

/*
 * Writes and empties cmd->out. False: the output failed. That was said, once,
 * unless it is a closed pipe: then nobody reads on, which ends the program
 * quietly, but not as done.
 */
bool output_flush(struct cmd *);

/* On a terminal only; what is left of the line is wiped at the end. */
void output_progress(struct cmd *, bool end);

#endif
