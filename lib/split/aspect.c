/* SPDX-License-Identifier: MIT */
/* The aspects of section one: a small state machine over its sub-headings. */
#include "aspect.h"

enum { PHRASE_BYTES = 90 }; /* a longer sub-heading is a sentence */

/* Styles from the outer to the inner; a heading without a number stands last. */
static unsigned
rank(enum outline_style style)
{
	return style == OUTLINE_NONE ? OUTLINE_POINT + 1U : (unsigned)style;
}

static bool
is_heading_style(enum outline_style style)
{
	return style != OUTLINE_NONE && style != OUTLINE_POINT;
}

bool
aspect_line(const struct headings *h, const struct headline *head, bool begins,
    struct aspect *aspect)
{
	enum outline_style style = head->number.style;
	struct slice clause = headline_clause(head);
	enum part part = PART_NONE;

	if (clause.len && clause.len <= PHRASE_BYTES && (style != OUTLINE_NONE || begins))
		part = headings_part(h, is_heading_style(style) || head->marked ? HEADING_VARIANT
		    : HEADING_STANDARD, clause);
	/* Without a number or a mark only the words say that this is a heading. */
	if (style == OUTLINE_NONE && !part && !head->marked)
		return false;
	if (aspect->part && rank(style) > rank(aspect->opened))
		return false;
	if (!part && !aspect->part)
		return false;
	aspect->part = part;
	aspect->opened = style;
	return part != PART_NONE;
}
