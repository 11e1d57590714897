/* SPDX-License-Identifier: MIT */
/*
 * Findings that somebody judged before: a file of their ids.
 *
 *	# a comment
 *	0123456789abcdef  the agency confirmed the number by telephone
 *
 * One id a line; what follows it is the reason, for people. Blank lines do not
 * count, nor do lines that begin with #.
 */
#ifndef GIP_JUDGED_H
#define GIP_JUDGED_H

#include <stdint.h>

#include "arena.h"

struct judged {
	uint64_t *id; /* ascending; one may be there twice */
	size_t count, room;
	struct arena arena;
};

#define JUDGED_INIT { .arena = ARENA_INIT }

struct judged_error {
	size_t line;
	const char *what;
	struct slice datum; /* points into the text */
};

/* Adds the ids of a file's text. False: `*error` says what is wrong with it. */
bool judged_read(struct judged *, struct slice text, struct judged_error *error);

/* `id` is that of a finding. */
bool judged_has(const struct judged *, const char *id);

void judged_release(struct judged *);

#endif
