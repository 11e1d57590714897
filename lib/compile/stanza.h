/* SPDX-License-Identifier: MIT */
/*
 * The syntax of form files: stanzas of keys and values.
 *
 *	# a comment; it may not follow a value
 *	rule requests.row
 *		severity  error
 *		holds     natural + business = total
 *		          or total = 0
 *
 * A stanza begins at the left margin with its kind and its name. Its lines
 * are indented: a key, white space, the value up to the end of the line. A
 * line indented more than the line of its key goes on with the value, joined
 * by one space. (Of two margins one must begin with the other: eight spaces
 * are no tab.) A key may stand more than once. What the kinds and keys mean
 * is said where they are compiled: forms.h, rules.h, metrics.h.
 */
#ifndef GIP_STANZA_H
#define GIP_STANZA_H

#include "arena.h"

/* Why a form file cannot be used. `what` is constant text. */
struct form_error {
	struct slice file;
	size_t line;
	const char *what;
	struct slice datum;
};

struct stanza_line {
	struct slice key, value;
	size_t line;
};

struct stanza {
	struct slice file, kind, name;
	size_t line; /* of the head */
	struct form_error *gave_up; /* that of all stanzas */
	struct stanza_line *item;
	size_t count, room;
	bool proven; /* with all that there are it has been compiled before: nothing is wrong */
};

struct stanzas {
	struct stanza *stanza; /* in the order of reading; a later one of the same
	                          kind and name takes the place of the earlier */
	size_t count, room;
	struct form_error *gave_up; /* a pattern that ran into its limits: pattern.h */
	struct arena arena;
};

#define STANZAS_INIT { .arena = ARENA_INIT }

/*
 * Adds the stanzas of one file. `file` and `text` are borrowed for as long as
 * the stanzas live. False: `*error` says why (memory: what = "out of memory").
 */
bool stanzas_read(struct stanzas *, struct slice file, struct slice text,
    struct form_error *error);

/* The first value of `key`; empty if the stanza has none. */
struct slice stanza_value(const struct stanza *, const char *key);

/* Fills `*error` with a place in a stanza; returns false, to be returned. */
bool stanza_error(const struct stanza *, size_t line, const char *what, struct slice datum,
    struct form_error *error);

void stanzas_release(struct stanzas *);

#endif
