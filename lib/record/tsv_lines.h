/* SPDX-License-Identifier: MIT */
/*
 * The lines of a document as records of TSV. All of them have its name, and neighbours
 * nearly always section, part and kind in common: that is written once, and copied.
 */
#ifndef GIP_TSV_LINES_H
#define GIP_TSV_LINES_H

#include "document.h"
#include "record.h"

struct tsv_lines {
	struct buf before;  /* the name of the document, up to the number of a line */
	struct buf between; /* from there up to its text */
	struct line last;   /* the line that `between` was written for; no 0: none */
};

#define TSV_LINES_INIT { .before = BUF_INIT, .between = BUF_INIT }

/* The lines that follow are of the document with this name. */
void tsv_lines_begin(struct tsv_lines *, struct slice name);

/* Appends what record_write makes of the line. Memory that is out: out->failed. */
void tsv_lines_add(struct tsv_lines *, struct buf *out, const struct line *);

void tsv_lines_release(struct tsv_lines *);

#endif
