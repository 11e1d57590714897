/* SPDX-License-Identifier: MIT */
/* Patterns that stand for one thing: the first that matches counts. */
#ifndef GIP_PATTERNS_H
#define GIP_PATTERNS_H

#include "pattern.h"

struct patterns {
	struct pattern **item;
	size_t count, room;
};

/*
 * Adds the pattern that is the value of a line of a stanza; it may refer to `defines`, and
 * be in traditional characters. Both and `arena` must outlive it.
 */
bool patterns_add(struct patterns *, const struct defines *, struct arena *,
    const struct stanza *, const struct stanza_line *, struct form_error *);

/*
 * The first that matches `subject` at or after `start`. PATTERN_LIMIT: none does, as far
 * as can be said, but one gave up.
 */
enum pattern_status patterns_match(const struct patterns *, struct slice subject,
    size_t start, struct pattern_match *);

/* What the group (?<name>...) of `pattern` matched; ptr NULL: nothing, or there is none. */
struct slice patterns_group(const struct pattern *, const struct pattern_match *,
    const char *name);

void patterns_free(struct patterns *);

#endif
