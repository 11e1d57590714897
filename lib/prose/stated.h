/* SPDX-License-Identifier: MIT */
/*
 * Numbers that the prose states: cells of the table `stated`, found by the
 * patterns of the `stated` stanzas.
 *
 *	stated NAME
 *		cell     ROW COL: the form cell it speaks of: requests.new total
 *		key      ROW: something that no form has: website.items
 *		section, part  where the talk is about it ...
 *		about    ... or this matches the sentence or what stands at most two full
 *		         stops before it; without any of the three it may stand anywhere
 *		holds    one of these words must stand in the sentence
 *		pattern  the sentence states the group `number`; the first hit counts.
 *		         The group `before` or `after`, if there is one, is the year
 *		         before or after the report's
 *		zero     the sentence states 0
 *		not      may not match from the start of the clause to the end of the hit
 *		never    may not match anywhere in the sentence
 *		year     a year that rules the numbers behind it: group `year`, unset for
 *		         another than the report's (去年); group `compared`: only as
 *		         far as its clause or bracket
 *		define   NAME PATTERN: what (?&NAME) is in the patterns of all stanzas
 *
 * The stanza `stated parts` is another thing: parts.h.
 *
 * Patterns match folded sentences (prose.h). A number ruled by another year
 * than the report's is not taken, nor one that is not exact (number_scan).
 */
#ifndef GIP_STATED_H
#define GIP_STATED_H

#include "cells.h"
#include "prose.h"
#include "stanza.h"

struct stated; /* opaque */

/* Words are added to the lexicon that `prose` is read with. NULL: `*error` says why. */
struct stated *stated_compile(const struct stanzas *, struct lexicon *,
    struct form_error *error);
void stated_free(struct stated *);

/*
 * Adds what the prose states to `out`, in the order of the text, and then wholes with their
 * parts (parts.h). The report facts (year) are already in `out`. Slices point into `prose`,
 * its document and out->arena. False: memory is out.
 */
bool stated_collect(const struct stated *, const struct prose *prose, struct cells *out);

#endif
