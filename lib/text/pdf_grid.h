/* SPDX-License-Identifier: MIT */
/*
 * Tables of a page, from its ruling lines: rulings that meet form a grid, and places of
 * the grid without a line between them are one cell. What frames a page or a table is none.
 */
#ifndef GIP_PDF_GRID_H
#define GIP_PDF_GRID_H

#include "pdf_page.h"

struct pdf_cell {
	size_t row, column, rows, columns; /* where it begins, and what it spans */
	size_t number; /* from 1, through all tables of the page */
};

struct pdf_table {
	struct pdf_cell *cell; /* by rows, then by columns */
	size_t cells, room;
	size_t rows, columns;
	int *x, *y;            /* where columns and rows begin, and the last one ends */
	struct pdf_cell **at;  /* the cell of each place, by rows */
};

struct pdf_tables {
	struct pdf_table *table; /* from top to bottom */
	size_t count, room;
	size_t cells; /* in all */
};

/* False: memory is out. */
bool pdf_tables_of(const struct pdf_page *, struct arena *, struct pdf_tables *);

/* The cell that a character stands in; NULL: in none. */
const struct pdf_cell *pdf_cell_at(const struct pdf_table *, const struct pdf_char *);

#endif
