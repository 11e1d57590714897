/* SPDX-License-Identifier: MIT */
/*
 * The text that a document becomes: what every reader writes to.
 *
 * A paragraph is a line, a row of a table is a line of cells separated by TAB
 * (spread.h). A reader says what it meets, in order; calls that fit nowhere are
 * harmless, so that a damaged document needs no care:
 *
 *	flow_text(f, "一、总体");  flow_text(f, "情况");  flow_break(f);
 *	flow_table(f);
 *	flow_row(f);  flow_cell(f, 1, 1);  flow_text(f, "规章");  flow_cell_end(f);
 *	flow_table_end(f);
 *
 * In a cell a break is a space, and a table is nothing but its text. What
 * looks like the mark of a new document, ==> NAME <==, is indented by a blank.
 */
#ifndef GIP_FLOW_H
#define GIP_FLOW_H

#include "spread.h"

struct flow {
	struct buf text;     /* the lines that are whole */
	struct buf line;     /* the paragraph or the cell that is being written */
	struct spread table;
	size_t limit;        /* of `text`, in bytes */
	size_t tables;       /* open, one in the other */
	size_t colspan, rowspan;
	bool in_cell;        /* of the outermost table */
	bool over;           /* beyond the limit: the rest was dropped */
	bool failed;         /* memory ran out */
};

void flow_init(struct flow *, size_t limit);
void flow_release(struct flow *);

/*
 * More of the current paragraph or cell. Control characters and no-break
 * spaces become spaces, what is not UTF-8 becomes U+FFFD. White space at the
 * ends of a paragraph or a cell is dropped, inside it is kept.
 */
void flow_text(struct flow *, struct slice);

/* Here ends a line. Lines that hold nothing are dropped. */
void flow_break(struct flow *);

void flow_table(struct flow *);
void flow_row(struct flow *);
void flow_cell(struct flow *, size_t colspan, size_t rowspan);
void flow_cell_end(struct flow *);
void flow_table_end(struct flow *);

/*
 * A line of plain text, in UTF-8, without its end: as it stands, tabs, form
 * feeds, blanks and all; other control characters become blanks.
 */
void flow_verbatim(struct flow *, struct slice line);

/* Closes what is open. flow->text is whole unless `over` or `failed` is set. */
void flow_end(struct flow *);

#endif
