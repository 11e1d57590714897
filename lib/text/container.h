/* SPDX-License-Identifier: MIT */
/*
 * The documents of a file: itself, or those in an archive or in the file of a crawler,
 * and in the archives in it. Each is held in memory, the container is not.
 */
#ifndef GIP_CONTAINER_H
#define GIP_CONTAINER_H

#include "convert.h"

struct container_file {
	struct slice name;
	struct slice bytes; /* all of it; or its first ones, */
	int rest;           /* and the descriptor that has those behind them, which is not
	                       that of standard input; else -1 */
};

/* False: stop. */
typedef bool container_take(void *context, const struct download *);

/* Can its documents be read without all of its bytes? */
bool container_is_one(struct slice bytes);

/*
 * Hands each document to `take`. What is lost is said as NOTICE_ERROR, and the rest
 * goes on. False: `take` said so.
 */
bool container_read(const struct container_file *, const struct convert_options *,
    const struct notices *, container_take *take, void *context);

#endif
