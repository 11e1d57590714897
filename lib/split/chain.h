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
	size_t at, end;     /* bytes of its line: the heading, and where its section goes on */
	enum section section;
	unsigned weight;
	bool whole;         /* nothing else stands in the line */
	bool listed;        /* so is the next, behind it in the line, with nothing between */
	bool field;         /* it is all of a field between tabs or pipes */
	bool contents;      /* out: it looks like one of a table of contents */
};

/*
 * The heaviest chain of `count` candidates, which are in the order of the text; of
 * equally heavy ones the last. `pick[s]`: its candidate of section s, or NULL. Weights of
 * what looks like a table of contents are lowered. False: memory is out.
 */
bool chain_pick(struct candidate *, size_t count, struct arena *,
    const struct candidate *pick[SECTIONS]);

#endif
