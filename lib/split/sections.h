/* SPDX-License-Identifier: MIT */
/*
 * The sections of a report: its headings, and every line in its section.
 *
 * Headings begin lines. Only where they leave a section without one it is
 * looked for inside lines: then a line is cut before its heading, and between
 * the heading and what stands behind it.
 */
#ifndef GIP_SECTIONS_H
#define GIP_SECTIONS_H

#include "headline.h"

/* Sets the sections of the lines, and the kind of the headings. `head` is scratch. False:
   memory is out. */
bool sections_set(const struct headings *, struct headline *head, struct document *);

#endif
