/* SPDX-License-Identifier: MIT */
/*
 * Patterns from form files: PCRE2 with UTF, compiled once, matched often.
 *
 * A program uses few of the patterns on few documents, so each is made ready when it is
 * matched for the first time; only one that nobody has proven yet (stanza.h) is compiled
 * at once, to tell what is wrong with it.
 *
 * Bytes that are not UTF-8 never match and never fail (MATCH_INVALID_UTF). A
 * pattern that runs into PCRE2's limits, or for which memory is out, is a third answer,
 * never "no match": whoever matches may pass over it, since the document is lost, and
 * whoever hands out the document has to ask patterns_lost.
 */
#ifndef GIP_PATTERN_H
#define GIP_PATTERN_H

#include "defines.h"
#include "notice.h"
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

/* What a pattern is made of; all is borrowed for as long as it lives. */
struct pattern_source {
	struct slice text;
	bool folded;                   /* for folded text, but perhaps not folded itself */
	const struct defines *defines; /* to which it may refer; NULL: to none */
	struct arena *arena;           /* for what has to be copied */
};

/*
 * `stanza` and `line` say where it stands for `*error`. NULL: `*error` is filled. Free with
 * pattern_free (NULL is fine).
 */
struct pattern *pattern_compile(const struct stanza *, size_t line, struct pattern_source,
    struct form_error *error);
void pattern_free(struct pattern *);

/* The same; the arena of its source frees it. */
const struct pattern *pattern_own(const struct stanza *, size_t line, struct pattern_source,
    struct form_error *error);

/*
 * The first match of `subject` at or after byte `start`. Once a pattern of a form file
 * has given up, all of them do at once, until that is told.
 */
enum pattern_status pattern_match(const struct pattern *, struct slice subject, size_t start,
    struct pattern_match *);

/* May a text match that begins with `subject`? True as well where that cannot be told. */
bool pattern_begins(const struct pattern *, struct slice subject);

/*
 * Has one given up since this was asked last? Then it is said as NOTICE_ERROR with its place
 * in the form file, and what came of `doc` cannot be used.
 */
bool patterns_lost(const struct stanzas *, struct slice doc, const struct notices *);

/* The number of the group (?<name>...), below PATTERN_GROUPS; 0: there is none. */
unsigned pattern_group(const struct pattern *, const char *name);

#endif
