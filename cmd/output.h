/* SPDX-License-Identifier: MIT */
/* The output of a command: written whole, its failure never unseen. */
#ifndef GIP_OUTPUT_H
#define GIP_OUTPUT_H

#include "cmd.h"

/* All of `*rest` in as few writes as it takes. False: errno says why; `*rest` is left. */
bool output_write(int fd, struct slice *rest);

/*
 * Writes and empties cmd->out, which holds whole documents. False: the output failed.
 * That was said, once, unless it is a closed pipe: then nobody reads on, which ends the
 * program quietly, but not as done. A signal to end waits until all is written; what a
 * full disk cut off is taken out of the file again.
 */
bool output_flush(struct cmd *);

/* On a terminal only; what is left of the line is wiped at the end. */
void output_progress(struct cmd *, bool end);

#endif
