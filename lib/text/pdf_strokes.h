/* SPDX-License-Identifier: MIT */
/*
 * Ruling lines out of what a page draws: thin straight strokes, thin boxes, and rows of
 * dashes or dots. What has the colour of its ground is not seen.
 */
#ifndef GIP_PDF_STROKES_H
#define GIP_PDF_STROKES_H

#include "pdf_page.h"

struct pdf_strokes {
	struct arena *arena;
	struct pdf_ruling *piece; /* of a ruling, in the order of drawing */
	size_t pieces, piece_room;
	struct pdf_ground *ground; /* boxes with a colour, in the order of drawing */
	size_t grounds, ground_room;
	bool failed;              /* memory is out */
};

/* A line with its width, or a box: which it is, its sides tell. A colour is 0xRRGGBB. */
void pdf_strokes_add(struct pdf_strokes *, const struct pdf_box *, uint32_t colour);

/* Adds the rulings to the page. False: memory is out. */
bool pdf_strokes_end(struct pdf_strokes *, struct pdf_page *);

#endif
