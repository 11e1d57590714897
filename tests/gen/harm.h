/* SPDX-License-Identifier: MIT */
/*
 * Damage: one thing in the tables of a page is lost, cut, doubled or exchanged, and
 * the truth becomes what a careful reader can still say.
 */
#ifndef GEN_HARM_H
#define GEN_HARM_H

#include "page.h"

enum harm {
	HARM_NONE,
	HARM_LOST_TAB,      /* a tab or pipe, not between two values of one line */
	HARM_MERGED_CELLS,  /* what stands between two values of a row */
	HARM_BROKEN_LABEL,  /* a line break inside a label */
	HARM_LOST_LABEL,
	HARM_GARBLED_LABEL, /* one character lost or replaced */
	HARM_PAGE_CUT,      /* blank lines, a page number, perhaps the header again */
	HARM_DOUBLED_LINE,
	HARM_LOST_LINE,
	HARM_CHANGED_DIGIT, /* a mistake of the agency: the truth is the wrong number */
	HARM_SWAPPED_LINES,
	HARM_STRAY_NUMBER,  /* in a line of its own */
	HARMS
};

extern const char *const harm_name[HARMS];

/*
 * Damages the page behind byte `page->start[0]` of its buffer. False: this damage is
 * not possible here, nothing was changed. `scratch` is overwritten.
 */
bool harm_do(enum harm, struct page *, struct truth *, struct dice *, struct buf *scratch);

#endif
