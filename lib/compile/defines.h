/* SPDX-License-Identifier: MIT */
/*
 * Named sub-patterns, so that what many patterns have in common stands once:
 * (?&NAME) in a pattern is the pattern that NAME was defined as.
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

/*
 * `pattern` with the definitions that it and they refer to behind it, for PCRE2 to find:
 * itself if it needs none, else a copy in `arena`. False: memory is out.
 */
bool defines_expand(const struct defines *, struct arena *, struct slice pattern,
    struct slice *expanded);

#endif
