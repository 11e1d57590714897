/* SPDX-License-Identifier: MIT */
/*
 * The members of a container, sent as records (wire.h). Runs in a child process, and
 * never writes to a file: the names of members are nothing but names.
 */
#ifndef GIP_UNPACK_H
#define GIP_UNPACK_H

#include "filetype.h"
#include "wire.h"

struct unpack {
	enum filetype type;
	struct slice bytes; /* its first bytes; */
	int rest;           /* the descriptor that has those behind them, or -1 */
	size_t limit;       /* of one member, in bytes */
};

/* `context` is a struct unpack; a child_work. */
void unpack(int fd, void *context);

#endif
