/* SPDX-License-Identifier: MIT */
/*
 * Named sub-patterns, so that what many patterns have in common stands once:
 * (?&NAME) in a pattern is the pattern that NAME was defined as. It captures nothing, and
 * does not refer to itself.
 */
#ifndef GIP_DEFINES_H
#define GIP_DEFINES_H

#include "arena.h"

struct define {
	struct slice name, pattern;
};

struct defines {
	struct define *item;
	size_t count, room;
};

/* Adds "NAME PATTERN"; borrowed. False: memory is out. */
bool defines_add(struct defines *, struct arena *, struct slice value);

/* How a pattern refers to one; its name and ")" follow. */
#define DEFINES_OPEN "(?&"

/* NULL: there is none of that name. */
const struct define *defines_find(const struct defines *, struct slice name);

/*
 * `pattern` with the definitions written out that it and they refer to: itself if it needs
 * none, else a copy in `arena`. False: memory is out.
 */
bool defines_expand(const struct defines *, struct arena *, struct slice pattern,
    struct slice *expanded);

#endif
