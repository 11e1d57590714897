/* SPDX-License-Identifier: MIT */
/* A page as it is read: its tables, and the lines in each cell and beside the tables. */
#ifndef GIP_PDF_SHEET_H
#define GIP_PDF_SHEET_H

#include "pdf_grid.h"
#include "pdf_lines.h"
#include "pdf_open.h"

struct pdf_sheet {
	struct pdf_page page;
	struct pdf_tables tables;
	const struct pdf_char **grouped; /* characters by cells, those beside tables first */
	size_t *start;                   /* of each cell by its number, and of the end */
};

/* Reads a page, from 0. False: memory is out. */
bool pdf_sheet_read(struct pdf *, size_t page, struct arena *, struct pdf_sheet *);

/* The lines in a cell; NULL: beside the tables. False: memory is out. */
bool pdf_sheet_lines(const struct pdf_sheet *, const struct pdf_cell *, struct arena *,
    struct pdf_lines *);

#endif
