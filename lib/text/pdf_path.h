/* SPDX-License-Identifier: MIT */
/* A path of a PDF: what is straight in it becomes strokes when it is painted. */
#ifndef GIP_PDF_PATH_H
#define GIP_PDF_PATH_H

#include "pdf_matrix.h"
#include "pdf_strokes.h"

enum pdf_step { PDF_MOVE, PDF_LINE, PDF_CURVE, PDF_CLOSE };

struct pdf_path {
	struct pdf_strokes *strokes;
	struct pdf_corner *corner;
	size_t corners, room;
	size_t start; /* corner that the subpath at hand begins with */
};

/* One more step; to `at`, but for PDF_CLOSE, which knows where. */
void pdf_path_add(struct pdf_path *, enum pdf_step, struct pdf_point at);

/* Draws what was added since the last pdf_path_end. `width` in points. */
void pdf_path_stroke(struct pdf_path *, pdf_fixed width, uint32_t colour);
void pdf_path_fill(struct pdf_path *, uint32_t colour);

void pdf_path_end(struct pdf_path *);

#endif
