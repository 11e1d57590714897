/* SPDX-License-Identifier: MIT */
/*
 * One finding for one slip of the prose.
 *
 * Several rules may object to the same number: that the text says 40 where the table
 * has 41, and that its parts come to 41. The first in the order of the rules
 * speaks, and the others go with it. A number is the same if it has the same value and
 * either stands in the same clause, for a sentence may state it in two ways, or is stated of
 * the same thing, for a text may say it twice.
 *
 * And where what the text counts is not what the table counts, all else that it says of
 * it will differ likewise: such a rule `covers` others. What they object to goes with
 * it if the text strays to the same side, and in nothing that they look at agrees with
 * the table.
 */
#ifndef GIP_COVER_H
#define GIP_COVER_H

#include "cause.h"

/* cause_find has been there; what it has put together stays so. False: memory is out. */
bool cover_find(const struct rules *, struct cellmap *, struct arena *, struct fault *,
    size_t count);

#endif
