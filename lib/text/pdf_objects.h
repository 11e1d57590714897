/* SPDX-License-Identifier: MIT */
/* PDF files through qpdf: the operators that draw their pages. */
#ifndef GIP_PDF_OBJECTS_H
#define GIP_PDF_OBJECTS_H

#include "pdf_content.h"

struct pdf_objects; /* opaque */

/* `bytes` is borrowed. NULL: they are damaged, or memory is out. */
struct pdf_objects *pdf_objects_open(struct slice bytes);
void pdf_objects_close(struct pdf_objects *);

/* Was anything wrong with what was read so far? */
bool pdf_objects_damaged(const struct pdf_objects *);

size_t pdf_objects_pages(const struct pdf_objects *);

/*
 * Draws a page, from 0. `crop` is the part of it that is seen, as the PDF has it: places
 * count from the lower left corner. False: its operators cannot be read.
 */
bool pdf_objects_draw(struct pdf_objects *, size_t page, const struct pdf_box *crop,
    struct pdf_content *);

#endif
