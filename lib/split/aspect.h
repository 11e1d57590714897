/* SPDX-License-Identifier: MIT */
/*
 * The five aspects inside section one: which one a line belongs to.
 *
 * A sub-heading opens an aspect; the next sub-heading of the same numbering
 * style, or of one that stands above it, ends it. Reports number the aspects
 * （一）, 1., 一、, 一是 or not at all.
 */
#ifndef GIP_ASPECT_H
#define GIP_ASPECT_H

#include "headline.h"

struct aspect {
	enum part part;            /* that the lines belong to now */
	enum outline_style opened; /* the style of the sub-heading that said so */
};

#define ASPECT_INIT { PART_NONE, OUTLINE_NONE }

/* What a line is as a sub-heading, if it begins a paragraph. */
struct subheading {
	enum outline_style style;
	bool marked;    /* as a heading of Markdown */
	enum part part; /* that its words name */
};

struct subheading aspect_read(const struct headings *, const struct headline *);

/*
 * Takes the next line of the section. `begins`: the line begins a paragraph, as far as
 * one can see. Returns whether the line begins with the sub-heading of an aspect.
 */
bool aspect_line(struct subheading, bool begins, struct aspect *);

#endif
