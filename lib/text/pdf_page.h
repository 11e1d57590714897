/* SPDX-License-Identifier: MIT */
/*
 * A page of a PDF: characters and ruling lines, each where it stands.
 *
 * Places are in hundredths of a point (1/7200 inch) from the upper left corner.
 */
#ifndef GIP_PDF_PAGE_H
#define GIP_PDF_PAGE_H

#include <stdint.h>

#include "arena.h"

enum { PDF_POINT = 100 };

struct pdf_box {
	int left, top, right, bottom;
};

struct pdf_char {
	struct pdf_box box;
	uint32_t c; /* never white space */
};

/* A straight line, drawn across or down. */
struct pdf_ruling {
	bool down;
	int at;       /* across: how far down; down: how far right */
	int from, to; /* along the line */
};

struct pdf_page {
	struct pdf_char *character; /* in the order of the file */
	size_t characters;
	struct pdf_ruling *ruling;  /* in no order that matters */
	size_t rulings, ruling_room;
	int width, height;
	bool is_picture;            /* or mostly: its rulings are to be seen, not to be read */
};

/*
 * Adds a ruling, or makes another longer that it goes on with or lies upon. They come
 * in the order of `at`, those down behind those across. False: memory is out.
 */
bool pdf_add_ruling(struct pdf_page *, struct arena *, const struct pdf_ruling *);

static inline int
pdf_middle(int from, int to)
{
	return from + (to - from) / 2;
}

#endif
