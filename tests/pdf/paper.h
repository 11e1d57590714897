/* SPDX-License-Identifier: MIT */
/*
 * A PDF in the making: pages, and a font that is not in the file. Its characters are
 * known by their codes, so that what reads text can read it.
 *
 * Everything is in points, from the lower left corner, as PDF counts.
 */
#ifndef GIP_PAPER_H
#define GIP_PAPER_H

#include <stdint.h>
#include <stdio.h>

#include "buf.h"

enum { PAPER_SHORT = 595, PAPER_LONG = 842 }; /* A4 */

struct paper {
	int width, height;
	const char *entries; /* what else each page says of itself, */
	const char *all;     /* and what is said of all of them */
	const char *begin;   /* what each page begins with */
};

/* What goes wrong ends the program with a message. */
_Noreturn void paper_fail(const char *what);

/* How wide a character is, if a wide one has `font`. */
int paper_width(uint32_t c, int font);

void paper_show(int x, int y, int font, struct slice text);
void paper_line(int x1, int y1, int x2, int y2);

/* Content as it stands, but for strings in (): they are text in UTF-8. */
void paper_add(struct slice content);

void paper_next(const struct paper *); /* the page is full */
void paper_write(const struct paper *, FILE *);

#endif
