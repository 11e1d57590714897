/* SPDX-License-Identifier: MIT */
/*
 * The tables of DOCX. A cell is told by its properties, which stand in it, before its
 * content; one that spans rows is a cell in each of them, which says that it goes on.
 */
#ifndef GIP_DOCX_TABLE_H
#define GIP_DOCX_TABLE_H

#include "nest.h"

/* What its properties say; set between docx_cell and docx_cell_open. */
struct docx_cell {
	size_t span;
	bool deleted;
	bool is_merged;              /* with one above or below */
	bool goes_down, goes_across; /* that above, or before, stands in its place */
	bool waits, hidden;
};

struct docx_table {
	struct flow *flow;
	struct nest nest;
	bool row_deleted;            /* set behind docx_row */
	struct docx_cell cell;
	size_t column;
	bool merged[SPREAD_COLUMNS]; /* in the last row a merged cell stood there */
};

void docx_row(struct docx_table *, const struct xml_element *);
void docx_row_before(struct docx_table *, size_t columns); /* which it leaves empty */
void docx_row_end(struct docx_table *);
bool docx_cell(struct docx_table *); /* false: it is no more */

/* The content of a cell is here, if one has begun; false: it does not show. */
bool docx_cell_open(struct docx_table *);
void docx_cell_end(struct docx_table *);

#endif
