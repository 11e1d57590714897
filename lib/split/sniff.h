/* SPDX-License-Identifier: MIT */
/*
 * What bytes that are no text in UTF-8 look like: said to the user, who then
 * knows what to convert. A guess, good enough for a message.
 */
#ifndef GIP_SNIFF_H
#define GIP_SNIFF_H

#include "slice.h"

struct sniffed {
	const char *kind;    /* "looks like GB18030 text", "a PDF file" ... */
	const char *trouble; /* the same as a message that says what to do */
	size_t at;           /* offset of the first byte at fault */
	size_t line;         /* 1-based line of it */
};

/* True: clean text in UTF-8, `*out` is not touched. */
bool sniff_text(struct slice bytes, struct sniffed *out);

/*
 * True: it begins as text does. If it is UTF-8 besides, and has neither control bytes nor
 * tags, then it is clean.
 */
bool sniff_starts(struct slice bytes);

/* The kind alone; NULL for clean text in UTF-8. */
const char *sniff_kind(struct slice bytes);

/* The offset of the first control byte that no text has; bytes.len: there is none. */
size_t sniff_control(struct slice bytes);

/* Decoded text: is it a web page, or a piece of one? `*first` is its first tag. */
bool sniff_html(struct slice text, size_t *first);

#endif
