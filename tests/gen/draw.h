/* SPDX-License-Identifier: MIT */
/*
 * The families of layouts: each function writes one table. How two tables of
 * one kind differ is decided by page->variant, the same in a whole report.
 */
#ifndef GEN_DRAW_H
#define GEN_DRAW_H

#include "page.h"

typedef void draw_table(struct page *, const struct boxes *);

/* as_lines.c: one cell a line */
draw_table draw_lines; /* nothing else marks cells and rows */
draw_table draw_gaps;  /* a blank line between two cells */
draw_table draw_tabs;  /* a tab before each cell, a blank line between rows */

/* as_rows.c: one row a line, tabs between cells */
draw_table draw_tsv;
draw_table draw_cut;   /* cut by pages: tabs lost, labels broken, a column fewer */

/* as_pipes.c */
draw_table draw_pipes;    /* | a | b | */
draw_table draw_open;     /* a | b | */
draw_table draw_breaks;   /* a line break inside each cell */
draw_table draw_trailing; /* a |, one cell a line */
draw_table draw_leading;  /* a lone | before each row */
draw_table draw_lone;     /* a lone | between or behind the cells */

/* as_flow.c: nothing but order */
draw_table draw_spaces; /* the whole table in one line */
draw_table draw_glued;  /* the cells of a row without anything between */
draw_table draw_flow;   /* in the order of the content of a PDF */

/* as_pdf.c */
draw_table draw_pdf; /* columns of spaces, labels set upright or broken */

/* as_markdown.c */
draw_table draw_markdown; /* rows whose labels were broken have lost them */
draw_table draw_pieces;   /* a small table for each row, with invented heads */

/* as_nothing.c: no values */
draw_table draw_labels;   /* labels only */
draw_table draw_unique;   /* no line twice in a report */
draw_table draw_pictures; /* names of pictures, or nothing */
draw_table draw_promise;  /* a sentence that a table follows */

/* Any of the plain ones, for what may happen in each of them. */
draw_table draw_any;
draw_table draw_any_row;

#endif
