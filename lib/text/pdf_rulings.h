/* SPDX-License-Identifier: MIT */
/*
 * Ruling lines, seen in the picture of a page: long thin runs of dots that are darker
 * than what lies beside them. A picture shows the borders of a table however they
 * were drawn, as lines, as thin boxes, or as a scan behind the text.
 */
#ifndef GIP_PDF_RULINGS_H
#define GIP_PDF_RULINGS_H

#include "pdf_page.h"

/* A picture in shades of grey: 0 is black. */
struct pdf_picture {
	const unsigned char *shade; /* of each dot, by rows */
	int width, height;          /* in dots */
	int dot;                    /* size of a dot, as places are measured */
};

/*
 * Adds the rulings of the picture to the page, whose characters are known: strokes side
 * by side look like a ruling, but for standing in characters. False: memory is out.
 */
bool pdf_rulings_find(const struct pdf_picture *, struct arena *, struct pdf_page *);

#endif
