/* SPDX-License-Identifier: MIT */
/*
 * The paragraphs of a word processor: one may hold others, in a text box that is
 * anchored in it. Each is written when it ends, so those stand before it.
 */
#ifndef GIP_PARAGRAPH_H
#define GIP_PARAGRAPH_H

#include "flow.h"

enum { PARAGRAPH_DEPTH = 64 };

struct paragraphs {
	struct flow *flow;
	struct buf text;                /* of those that are open */
	size_t start[PARAGRAPH_DEPTH];  /* of each of them */
	size_t depth;
	bool joined;                    /* the next one goes on where the last one was */
};

void paragraph_begin(struct paragraphs *);

/* More of the innermost one; outside of any it is dropped. A line end in it is a blank. */
void paragraph_text(struct paragraphs *, struct slice);

void paragraph_blanks(struct paragraphs *, size_t count);

/* The line ends here, the paragraph goes on. */
void paragraph_line(struct paragraphs *);

/* Put before the text of the innermost one. */
void paragraph_number(struct paragraphs *, struct slice number);

/* Its text so far. */
struct slice paragraph_so_far(const struct paragraphs *);

void paragraph_end(struct paragraphs *);

/* It ends without an end: the next one goes on with its line. */
void paragraph_join(struct paragraphs *);

/* No other one follows that could be joined. */
void paragraph_flush(struct paragraphs *);

void paragraph_release(struct paragraphs *);

#endif
