/* SPDX-License-Identifier: MIT */
/*
 * Rows of tables that are parts of the page: some lay out their text by tables, most
 * of all pages of the web that a word processor saved. Told before the text is read,
 * by what is in their cells.
 */
#ifndef GIP_LAYOUT_H
#define GIP_LAYOUT_H

#include "xml.h"

/* The elements that a reader's names are to give these ids. */
enum { LAYOUT_TABLE = 1, LAYOUT_ROW, LAYOUT_CELL, LAYOUT_PARAGRAPH };

struct layout {
	struct buf page; /* by the number of the element: 1 is a row of the page */
};

/* False: the document is not whole; `why` says it. */
bool layout_read(struct layout *, struct slice document, const struct xml_space *,
    const struct xml_name *, struct buf *why);
void layout_release(struct layout *);

bool layout_is_page(const struct layout *, const struct xml_element *row);

#endif
