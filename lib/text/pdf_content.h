/* SPDX-License-Identifier: MIT */
/* The operators that draw a page of a PDF: what is straight becomes strokes. */
#ifndef GIP_PDF_CONTENT_H
#define GIP_PDF_CONTENT_H

#include "pdf_matrix.h"
#include "pdf_strokes.h"
#include "slice.h"

/* What an operator names to be drawn: content of its own, or a picture. */
struct pdf_form {
	struct slice content;
	struct pdf_matrix matrix;
	unsigned resources; /* what names mean in it: a number for `find` */
	bool picture;
};

struct pdf_content {
	struct pdf_strokes *strokes;
	/* Finds what is named; false: there is no such thing. */
	bool (*find)(void *context, unsigned resources, struct slice name, struct pdf_form *);
	void *context;
	int pictured;  /* in square points: how large the largest picture is */
	size_t budget; /* so many operators more are obeyed */
};

/* `matrix` leads to the places of pdf_page.h, in points. False: memory is out. */
bool pdf_content_draw(struct pdf_content *, struct slice content, unsigned resources,
    const struct pdf_matrix *matrix);

#endif
