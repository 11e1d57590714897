/* SPDX-License-Identifier: MIT */
/*
 * gip-split: the lines of a document and the place of each in the report.
 */
#ifndef GIP_SPLIT_H
#define GIP_SPLIT_H

#include "document.h"
#include "lines.h"

/*
 * Fills `out` (reset before) with the lines of a text. `name`, `lines` and their text are
 * borrowed and must outlive it. False: memory is out.
 */
bool split_lines(const struct headings *, struct slice name, struct lines *,
    struct document *out);

/* The same from the text alone. */
bool split_document(const struct headings *, struct slice name, struct slice text,
    struct document *out);

#endif
