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

struct subheading
aspect_read(const struct headings *h, const struct headline *head)
{
	struct subheading sub = { head->number.style, head->marked, PART_NONE };
	struct slice clause = headline_clause(head);

	if (clause.len && clause.len <= PHRASE_BYTES)
		sub.part = headings_part(h, is_heading_style(sub.style) || sub.marked
		    ? HEADING_VARIANT : HEADING_STANDARD, clause);
	return sub;
}

bool
aspect_line(struct subheading sub, bool begins, struct aspect *aspect)
{
	enum part part = begins || sub.style != OUTLINE_NONE ? sub.part : PART_NONE;

	/* Without a number or a mark only the words say that this is a heading. */
	if (sub.style == OUTLINE_NONE && !part && !sub.marked)
		return false;
	if (aspect->part && rank(sub.style) > rank(aspect->opened))
		return false;
	if (!part && !aspect->part)
		return false;
	aspect->part = part;
	aspect->opened = sub.style;
	return part != PART_NONE;
}
