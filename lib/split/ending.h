/* SPDX-License-Identifier: MIT */
/*
 * Where a report ends: at its signature (the agency, the date), or where the
 * page around it goes on.
 */
#ifndef GIP_ENDING_H
#define GIP_ENDING_H

#include "headline.h"

/*
 * Puts the lines from there on into SECTION_END, and marks those of the signature that are
 * dates. Sections must be set. `head` is scratch. False: memory is out.
 */
bool ending_set(const struct headings *, struct headline *head, struct document *);

#endif
