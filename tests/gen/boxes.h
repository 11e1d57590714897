/* SPDX-License-Identifier: MIT */
/*
 * A statutory table as a table: lines of boxes with their place and width, as
 * the ministry prints it. The layouts write it down in their ways.
 */
#ifndef GEN_BOXES_H
#define GEN_BOXES_H

#include "truth.h"

enum box_kind { BOX_HEAD, BOX_GROUP, BOX_LABEL, BOX_VALUE };

struct box {
	struct slice text;
	enum box_kind kind;
	unsigned char at, span; /* first column, columns */
	signed char row, col;   /* of the truth; -1: none */
};

enum line_kind { LINE_ITEM, LINE_HEAD, LINE_ROW };
enum { LINE_BOXES = 18, BOXES_LINES = 96, BOXES_LABEL_COLUMNS = 3 };

struct line {
	enum line_kind kind;
	size_t count;
	size_t values; /* the first box that is a value */
	struct box box[LINE_BOXES];
};

struct boxes {
	unsigned sheet;
	unsigned width; /* columns */
	size_t count;
	struct line line[BOXES_LINES];
};

/* How this report departs from the printed form. */
struct edition {
	bool scrambled;  /* the header out of order */
	bool explained;  /* explanations in brackets inside labels and headers */
	bool extra;      /* rows that the form does not have */
	bool variants;   /* other wordings of labels */
};

/* The table `sheet` of `t`. Texts live as long as `arena`. */
void boxes_make(struct boxes *, const struct truth *t, unsigned sheet,
    const struct edition *, struct dice *, struct arena *arena);

/* The first text of the table's header that begins so; the form file has it. */
struct slice boxes_head(const struct table *, const char *prefix);

#endif
