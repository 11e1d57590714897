/* SPDX-License-Identifier: MIT */
/*
 * Text that does not run from left to right: a table that was put on its side, a label
 * that climbs up its cell. It is turned until it does.
 */
#ifndef GIP_PDF_TURN_H
#define GIP_PDF_TURN_H

#include "pdf_page.h"

/* What is to be done clockwise. */
enum pdf_turn { PDF_UPRIGHT, PDF_QUARTER, PDF_HALF, PDF_THREE_QUARTERS };

/* How to turn characters, which are in the order of reading. */
enum pdf_turn pdf_turn_of(const struct pdf_char *, size_t count);

/* Turns characters on a sheet of this size. */
void pdf_turn_characters(
    struct pdf_char *, size_t count, enum pdf_turn, int width, int height);

/* Turns a page, rulings and all; these are in no order then. */
void pdf_turn_page(struct pdf_page *, enum pdf_turn);

#endif
