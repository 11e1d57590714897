/* SPDX-License-Identifier: MIT */
/*
 * The text of a field without what its numbers are: words that are numbers are `0`, and
 * one blank stands between two words. No token depends on more (scan.h): a word of
 * digits that is a number stays one whichever it is.
 */
#ifndef GIP_MASKED_H
#define GIP_MASKED_H

#include "slice.h"

/* Some tables are one line. */
enum { MASKED_BYTES = 16 * 1024, MASKED_WORDS = 1024 };

struct masked_word {
	struct slice text; /* of the field */
	bool number;       /* `0`, whatever it is */
	bool plain;        /* its digits are the number, canonically */
};

struct masked {
	char text[MASKED_BYTES];
	size_t len;
	struct masked_word word[MASKED_WORDS];
	size_t words;
};

/* False: the field is too long. */
bool mask_field(struct slice field, struct masked *);

/* Text from byte `offset` of word `first` up to byte `end` of word `last`. */
struct passage {
	unsigned short first, offset, last, end; /* end: PASSAGE_END for all of it */
};

enum { PASSAGE_END = 0xffff };

/* Where `raw`, of the field, stands. False: it begins or ends within a number. */
bool passage_find(const struct masked *, struct slice raw, struct passage *);
struct slice passage_text(const struct masked *, struct passage);

#endif
