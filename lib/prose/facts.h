/* SPDX-License-Identifier: MIT */
/*
 * The facts on a document as cells of the table `report`: title, agency,
 * year, signed, period_from, period_to, section.NAME and part.NAME (length
 * in Han characters), signed_by (who signed), those on headings (headed.h), and those that
 * `fact` stanzas define.
 *
 * A fact stands in `row`, `col` is empty. title, agency: state text, value =
 * the text with white space taken out of titles; year and lengths: number;
 * signed, period_from, period_to: state text, value = YYYY-MM-DD. A fact of the first
 * six that the document does not show is `absent`; others then have no record.
 * `form` is added by table.h, which alone can tell it.
 */
#ifndef GIP_FACTS_H
#define GIP_FACTS_H

#include "cells.h"
#include "document.h"
#include "headings.h"
#include "prose.h"

/*
 * Adds the facts to `out`; slices point into `doc`, its `prose` and out->arena. False:
 * memory is out.
 */
bool facts_collect(const struct headings *, const struct document *doc,
    const struct prose *prose, struct cells *out);

#endif
