/* SPDX-License-Identifier: MIT */
/*
 * One table: its cells with their spans, spread out to rows of equal length.
 *
 * A cell stands once, in the row and the column where it begins; the other
 * places that it spans are empty. Rows that are cut at different places (Word
 * and web editors leave such tables) come out straight: two neighbouring
 * columns are one as long as no row has a cell that begins in each of them.
 */
#ifndef GIP_SPREAD_H
#define GIP_SPREAD_H

#include "buf.h"

/* As browsers have it. A wider span is cut, a cell beyond the last column begins a row. */
enum { SPREAD_COLUMNS = 1000 };

struct spread_cell {
	size_t row, column;
	size_t start, len; /* in `text` */
};

struct spread_column {
	size_t covered;  /* rows to come that a cell from above still covers */
	size_t previous; /* 1 + the last column before it in which a row, that also begins
	                    a cell here, begins one; 0: there is none */
	bool begins;     /* the cell that covers this place begins in this column */
};

struct spread {
	struct spread_cell *cell;
	size_t count, room;
	struct buf text, line;
	size_t rows;    /* begun so far */
	size_t column;  /* the next cell of the row stands here, or behind */
	size_t columns; /* used so far */
	bool failed;    /* memory ran out */
	struct spread_column at[SPREAD_COLUMNS];
};

void spread_init(struct spread *);
void spread_release(struct spread *);

void spread_row(struct spread *); /* the next row begins */

/* The next cell of the row; text without TAB and LF. A span of 0 counts as 1. */
void spread_cell(struct spread *, struct slice text, size_t colspan, size_t rowspan);

/*
 * The table is whole: hands each row that has a cell to `take`, fields separated
 * by TAB, without a line end, until it returns false; then empties the table.
 */
void spread_end(struct spread *, bool (*take)(void *context, struct slice row), void *context);

#endif
