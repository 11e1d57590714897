/* SPDX-License-Identifier: MIT */
/*
 * Characters become lines of text: those of one height are a line, from left to right.
 */
#ifndef GIP_PDF_LINES_H
#define GIP_PDF_LINES_H

#include "buf.h"
#include "pdf_page.h"

struct pdf_line {
	const struct pdf_char **character; /* from left to right */
	size_t count;
	struct pdf_box box;
};

struct pdf_lines {
	struct pdf_line *line; /* from top to bottom */
	size_t count, room;
};

/* Groups characters, whose order changes. False: memory is out. */
bool pdf_lines_of(const struct pdf_char **, size_t count, struct arena *,
    struct pdf_lines *);

/* Adds its text; a gap that parts words is one blank. */
void pdf_line_add(const struct pdf_line *, struct buf *);

/* What is between two lines of a cell: a blank if two words would grow together. */
void pdf_lines_bind(const struct pdf_line *above, const struct pdf_line *below, struct buf *);

/*
 * Adds its text as it stands on the page: gaps are as many blanks as fit in, half a
 * character each, counted from `left`.
 */
void pdf_line_lay_out(const struct pdf_line *, int left, int character, struct buf *);

/* Words that stand far from each other, as in a row of a table. */
size_t pdf_line_columns(const struct pdf_line *);

/* The usual height of characters; 0: there are none. */
int pdf_usual_height(const struct pdf_char *, size_t count, struct arena *);

#endif
