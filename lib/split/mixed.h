/* SPDX-License-Identifier: MIT */
/*
 * Lines of which a part is sentences and a part is a table of the form. Each
 * part becomes a piece of its line (piece.h).
 */
#ifndef GIP_MIXED_H
#define GIP_MIXED_H

#include "headline.h"

/* Needs the kinds of the lines, and sets those of the pieces. `head` is scratch. False:
   memory is out. */
bool mixed_part(const struct headings *, struct headline *head, struct document *);

#endif
