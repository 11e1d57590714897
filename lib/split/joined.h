/* SPDX-License-Identifier: MIT */
/*
 * What has come together in one line of text: the title and what is around it,
 * the aspects of section one. Each becomes a piece of its line (piece.h).
 *
 * Both functions need the sections of the lines. False: memory is out.
 */
#ifndef GIP_JOINED_H
#define GIP_JOINED_H

#include "headline.h"
#include "title.h"

/* The fullest title inside the lines before section one; `*cut`: there is one. `head` is
   scratch. */
bool joined_title(struct title_reader *, struct headline *head, struct document *, bool *cut);

/* Behind a seam of the line stands what may be a number of an outline. */
bool joined_seam(struct slice line);

/* The sub-headings of aspects inside the lines of section one. `head` is scratch. */
bool joined_aspects(const struct headings *, struct headline *head, struct document *);

#endif
