/* SPDX-License-Identifier: MIT */
/* PDF files through poppler: what stands on their pages. */
#ifndef GIP_PDF_OPEN_H
#define GIP_PDF_OPEN_H

#include "pdf_page.h"

struct pdf; /* opaque */

/* `bytes` is borrowed. NULL: `*why` says what is wrong with it. */
struct pdf *pdf_open(struct slice bytes, const char **why);
void pdf_close(struct pdf *);

/* Was anything wrong with what was read so far, so that text may be missing? */
bool pdf_is_damaged(const struct pdf *);

size_t pdf_pages(const struct pdf *);

/* The characters and the rulings of a page, from 0. False: memory is out. */
bool pdf_read_page(struct pdf *, size_t page, struct arena *, struct pdf_page *);

/* Adds rulings that are part of a picture, which takes long. False: memory is out. */
bool pdf_see_rulings(struct pdf *, size_t page, struct arena *, struct pdf_page *);

#endif
