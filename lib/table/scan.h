/* SPDX-License-Identifier: MIT */
/*
 * The text of one field, word by word, as tokens. For the token module only.
 */
#ifndef GIP_SCAN_H
#define GIP_SCAN_H

#include "token.h"

struct scan {
	struct arena *arena;
	struct tokens *out;
	struct token at;  /* what the next token takes over: line, field, before */
	bool asides;      /* take what stands in brackets as text */
	bool open;        /* rows have no pipe before their first cell */
	bool failed;
};

/* What stands before the next token is at least this. */
void scan_separate(struct scan *, enum separator);

/* The next token, where it will stand, with what it takes over. NULL: memory is out. */
struct token *scan_next(struct scan *);

/* An empty field. */
void scan_blank(struct scan *);

/* Is there nothing but signs in a field: ？ or ***? Behind others it is then a value. */
bool scan_is_signs(struct slice field);

/* The text of a field: one value, or words and values. */
void scan_field(struct scan *, struct slice field);

/* Text in which numbers are no values: a label. */
void scan_label(struct scan *, struct slice label);

#endif
