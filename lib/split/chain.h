/* SPDX-License-Identifier: MIT */
/*
 * Which lines are the headings of the sections: of all that may be, the
 * heaviest chain in which the sections follow one another as in the form.
 *
 * A table of contents before the report, topics of section one that are
 * numbered at the top level, a heading repeated on a page: each is a chain of
 * its own, and a lighter or an earlier one. A section whose heading was lost
 * is simply missing.
 */
#ifndef GIP_CHAIN_H
#define GIP_CHAIN_H

#include "document.h"

struct candidate {
	size_t line, lines; /* index in the document; a heading may take two lines */
	enum section section;
	unsigned weight;
	bool whole;         /* nothing else stands in the line */
};

/*
 * The heaviest chain of `count` candidates, which are in the order of their lines; of
 * equally heavy ones the last. `pick[s]`: its candidate of section s, or NULL. Weights of
 * what looks like a table of contents are lowered. False: memory is out.
 */
bool chain_pick(struct candidate *, size_t count, struct arena *,
    const struct candidate *pick[SECTIONS]);

#endif
