/* SPDX-License-Identifier: MIT */
/*
 * gip-table: every number of a report back in its cell.
 *
 * Facts on the report (facts.h), the three statutory tables (extract.h), other
 * tables (lists.h), numbers that the prose states (stated.h).
 */
#ifndef GIP_TABLE_H
#define GIP_TABLE_H

#include "cells.h"
#include "document.h"
#include "forms.h"
#include "notice.h"

/* Reads document after document, and remembers how (readings.h): only the time shows it. */
struct tabulator;

/* NULL: memory is out. The forms are borrowed. */
struct tabulator *tabulator_new(const struct forms *);
void tabulator_free(struct tabulator *);

/*
 * Fills `out` (reset before) with the cells of `doc`, which must outlive it.
 * A document that is no such report is said as a warning and gives no
 * cells. False: memory is out.
 */
bool table_document(struct tabulator *, const struct notices *, const struct document *doc,
    struct cells *out);

#endif
