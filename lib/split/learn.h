/* SPDX-License-Identifier: MIT */
/*
 * Learning: the answers that need patterns or more than a look, each given when a document
 * asks for it and remembered with the line.
 */
#ifndef GIP_LEARN_H
#define GIP_LEARN_H

#include "aspect.h"
#include "traits.h"

/* Learns what is not known yet of `what`. `head` is scratch. False: memory is out. */
bool learn_traits(const struct headings *, struct headline *head, struct line *, uint32_t what);

/* The same; afterwards line->traits->is tells. */
static inline bool
learn(const struct headings *h, struct headline *head, struct line *line, uint32_t what)
{
	return (line->traits->known & what) == what || learn_traits(h, head, line, what);
}

/* What was learned of it: TRAIT_SUBHEADING. */
static inline struct subheading
learned_subheading(const struct line *line)
{
	return (struct subheading){ line->traits->style, line->traits->marked,
		line->traits->part };
}

/* Does a paragraph begin behind line `before` (NULL: none), of which TRAIT_ENDED is known? */
static inline bool
learn_begins(const struct line *before)
{
	return before && (before->kind == LINE_HEADING || (before->traits->is & TRAIT_ENDED));
}

#endif
