/* SPDX-License-Identifier: MIT */
/*
 * Patterns from form files: PCRE2 with UTF, compiled once, matched often.
 *
 * Bytes that are not UTF-8 never match and never fail (MATCH_INVALID_UTF). A
 * pattern that runs into PCRE2's limits is a third answer, never "no match": whoever
 * matches may pass over it, since the document is lost, and whoever hands out the
 * document has to ask patterns_gave_up.
 */
#ifndef GIP_PATTERN_H
#define GIP_PATTERN_H

#include "notice.h"
#include "slice.h"
#include "stanza.h"

struct pattern; /* opaque */

enum pattern_status {
	PATTERN_HIT,
	PATTERN_MISS,
	PATTERN_LIMIT, /* gave up: match, depth or heap limit, or memory */
};

enum { PATTERN_GROUPS = 16 };

struct pattern_match {
	size_t start, end;                   /* of the whole match, byte offsets */
	struct slice group[PATTERN_GROUPS];  /* group[0]: the whole; ptr NULL: unset */
};

/*
 * Compiles `text`; `stanza` and `line` say where it stands for `*error`.
 * NULL: `*error` is filled. Free with pattern_free (NULL is fine).
 */
struct pattern *pattern_compile(const struct stanza *, size_t line, struct slice text,
    struct form_error *error);
void pattern_free(struct pattern *);

/* The same; the arena frees it. */
const struct pattern *pattern_own(struct arena *, const struct stanza *, size_t line,
    struct slice text, struct form_error *error);

/*
 * The first match of `subject` at or after byte `start`. Once a pattern of a form file
 * has given up, all of them do at once, until that is told.
 */
enum pattern_status pattern_match(const struct pattern *, struct slice subject, size_t start,
    struct pattern_match *);

/*
 * Which pattern gave up first since the last call, as an error of its form file. False:
 * none did.
 */
bool patterns_gave_up(const struct stanzas *, struct form_error *);

/* Has one given up on `doc`? Then that is said as NOTICE_ERROR, and `doc` cannot be used. */
bool patterns_lost(const struct stanzas *, struct slice doc, const struct notices *);

/* The number of the group (?<name>...), below PATTERN_GROUPS; 0: there is none. */
unsigned pattern_group(const struct pattern *, const char *name);

#endif
