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

/*
 * Fills `out` (reset before) with the cells of `doc`, which must outlive it.
 * A document that is no such report is said as a warning and gives no
 * cells. False: memory is out.
 */
bool table_document(const struct forms *, const struct notices *, const struct document *doc,
    struct cells *out);

#endif
