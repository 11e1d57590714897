/* SPDX-License-Identifier: MIT */
/* What the kinds of damage share: looking at a page's lines, cutting its bytes. */
#ifndef GEN_HARM_PAGE_H
#define GEN_HARM_PAGE_H

#include "harm.h"

struct harming {
	struct page *page;
	struct truth *truth;
	struct dice *dice;
	struct buf *scratch;
};

/* Bytes of the page, and the rows of a table that have something in them. */
struct stretch {
	size_t start, end;
	size_t first, marks;  /* marks that lie in it */
	unsigned sheet;
	size_t rows;          /* different ones */
	bool whole;           /* all that there is of these rows, labels and values */
	bool values;          /* there are values in it */
	bool labels;          /* and labels of rows */
	bool glued;           /* nothing stands between some of its values */
};

/* Replaces `len` bytes at `at`. Marks are not moved. */
void harm_replace(struct harming *, size_t at, size_t len, struct slice by);

/* A random mark of this kind; page->marks: there is none. */
size_t harm_mark(struct harming *, bool label);

/* The line around byte `at`, line end included; it is inside a table. */
struct stretch harm_line(struct harming *, size_t at);

/* A random line of a table that is not blank. False: none was found. */
bool harm_any_line(struct harming *, struct stretch *);

/* The next line behind `line` that is not blank. False: the table ends before. */
bool harm_next_line(struct harming *, const struct stretch *line, struct stretch *next);

/*
 * Honest readers may differ on what stands in this row: its cells may be read or be
 * absent. The review table is one row to them.
 */
void harm_doubt_row(struct harming *, unsigned sheet, size_t row);
void harm_doubt(struct harming *, const struct stretch *); /* all rows of it */

/* As harm_doubt, but these numbers are gone, where a row is gone whole. */
void harm_forget(struct harming *, const struct stretch *);

/* All rows whose labels stand elsewhere depend on the order of the rest. */
void harm_doubt_loose(struct harming *, unsigned sheet);

/* The cell of a mark. */
struct value *harm_value(struct harming *, const struct mark *);

/* The row holds cells without a number. */
bool harm_has_gaps(const struct harming *, unsigned sheet, size_t row);

#endif
