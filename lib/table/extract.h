/* SPDX-License-Identifier: MIT */
/*
 * Extraction: one statutory table out of the text of its section.
 *
 * tokens (token.h) -> rows (bind.h, or anchor.h, align.h and counted.h when the text
 * is not clean) -> cells (place.h).
 */
#ifndef GIP_EXTRACT_H
#define GIP_EXTRACT_H

#include "alignments.h"
#include "buf.h"
#include "cells.h"
#include "grid.h"
#include "order.h"

struct extracted {
	bool weighed;     /* it mattered what the numbers are, not only where they stand */
	enum order order; /* if not that of the form nothing was read */
	size_t line;      /* that shows it; 0: the sums do */
};

/*
 * Adds every cell of the table to `out`: those of the rows that the report
 * shows or the form has; `absent` where the text does not show a value.
 * Appends to `pieced`, with a blank before each, the keys of the rows whose values were
 * put in their cells by order or by the sums: there the text is damaged. If nothing
 * was weighed a section of the same shape (shape.h) reads the same. What alignments are
 * remembered saves time; NULL: none. False: memory is out.
 */
bool extract_table(const struct profile *, const struct tokens *, struct alignments *,
    struct cells *out, struct buf *pieced, struct extracted *how);

/*
 * How many header texts and labels that no other form's table of that key has
 * are in the tokens: what tells the form of a table.
 */
size_t extract_evidence(const struct profile *, const struct tokens *);

#endif
