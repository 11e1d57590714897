/* SPDX-License-Identifier: MIT */
/*
 * The text of a pattern item by item, for who wants to know what it asks for. It knows as
 * much of PCRE2's syntax as form files use; what it does not know is strange.
 */
#ifndef GIP_PATTERN_TEXT_H
#define GIP_PATTERN_TEXT_H

#include "slice.h"

struct pattern_text {
	struct slice all;
	size_t at;
	bool extended; /* (?x): white space is none of it */
	bool strange;  /* it could not be read on */
};

#define PATTERN_TEXT(pattern) { .all = (pattern) }

enum pattern_kind {
	PATTERN_WORD,    /* `text` as it stands */
	PATTERN_CLASS,   /* one of the characters `member` */
	PATTERN_DEFINED, /* what `text` was defined as */
	PATTERN_NOWHERE, /* a place between characters */
	PATTERN_OTHER,   /* something, or nothing */
	PATTERN_GROUP,   /* its inside follows, up to pattern_text_close */
	PATTERN_WHERE,   /* the same of what must stand around a place */
	PATTERN_UNLESS,  /* and of what must not */
};

enum { PATTERN_MEMBERS = 24 };

struct pattern_item {
	enum pattern_kind kind;
	bool extended; /* before it: a group gives that back */
	struct slice text;
	struct slice member[PATTERN_MEMBERS];
	size_t count;
};

/* The next item. False: a branch ends here, or the text is strange. */
bool pattern_text_next(struct pattern_text *, struct pattern_item *);

/* Moves behind the | that begins another branch. False: there is none. */
bool pattern_text_or(struct pattern_text *);

/* Moves behind the bracket that ends the group that began with `item`. */
void pattern_text_close(struct pattern_text *, const struct pattern_item *item);

/* How often an item stands there. */
struct pattern_times {
	size_t least; /* 0, or 1 for any number from there on */
	bool once;    /* at most */
};

/* What the quantifier behind an item says, if there is one; moves behind it. */
struct pattern_times pattern_text_times(struct pattern_text *);

#endif
