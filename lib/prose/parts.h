/* SPDX-License-Identifier: MIT */
/*
 * A whole and its parts in one sentence: "55 条，其中审计公开 12 条，包括结果 8 条".
 *
 * The stanza `stated parts` says how such lists look:
 *
 *	opens     (from \G) behind a count: what leads to its parts; the groups several
 *	          (only with two items or more), semicolons (may separate the items),
 *	          all (the list claims to have all the parts)
 *	resumes   the start of a sentence that lists the parts of the only count
 *	          in the sentence before; group all
 *	item      (from \G) one part: groups head, number, tail, percent, sep
 *	stops     heads and tails that are no part, unless the first one is such
 *	alike     units that may stand for one another
 *	qualifies what makes a thing a kind of itself: 可在线办理 + 事项
 */
#ifndef GIP_PARTS_H
#define GIP_PARTS_H

#include "cells.h"
#include "phrases.h"
#include "prose.h"
#include "stanza.h"

struct parts; /* opaque */

#define PARTS_STANZA "parts"

/* NULL: `*error` says why. */
struct parts *parts_compile(const struct stanzas *, struct phrase_maker *,
    struct form_error *error);
void parts_free(struct parts *);

/*
 * Adds to table `stated` the rows parts.1, parts.2 ... with the columns whole,
 * part.1, part.2 ..., percent.N where it is said for part N and, where the list claims
 * to have all the parts and was read to its end, complete: their count. Slices point into `prose` and out->arena. False:
 * memory is out.
 */
bool parts_collect(const struct parts *, const struct prose *prose, struct cells *out);

#endif
