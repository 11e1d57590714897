/* SPDX-License-Identifier: MIT */
/*
 * Facts that the form files define: the stanzas `fact`.
 *
 *	fact fee
 *		in       other        sections to look in; if the report has none of them: all
 *		holds    处理费 收费  the sentence holds one of these words
 *		pattern  信息.*费     on the folded sentence
 *	fact phrase.covid
 *		fits     2020 2023    report years that it belongs to: no cell for those
 *		agreed   2            so many matches at least, and all of them alike
 *	fact organ.department
 *		of       agency       on the value of an earlier fact, not on the text
 *		pattern  局$
 *
 * The first match gives the cell: the group `number`, if the pattern has one, else text
 * with the matched words as its value; raw is the clause, or the earlier fact.
 */
#ifndef GIP_OBSERVE_H
#define GIP_OBSERVE_H

#include "cells.h"
#include "defines.h"
#include "document.h"
#include "prose.h"
#include "stanza.h"

struct observations; /* opaque */

/*
 * The patterns may refer to `defines`, their words are added to the lexicon that `prose` is
 * read with. NULL: `*error` says why.
 */
struct observations *observations_compile(const struct stanzas *,
    const struct defines *defines, struct lexicon *, struct form_error *error);
void observations_free(struct observations *);

/*
 * Adds a cell of table `report` for each that is found, in the order of the stanzas.
 * `prose` is that of `doc`; slices point into both. False: memory is out.
 */
bool observations_collect(const struct observations *, const struct document *doc,
    const struct prose *prose, struct cells *out);

#endif
