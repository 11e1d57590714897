/* SPDX-License-Identifier: MIT */
/* Cells of the table `report`: facts on a document, one a row, no column. */
#ifndef GIP_REPORT_H
#define GIP_REPORT_H

#include "cells.h"

/* `name`, `raw` are borrowed, `value` is copied. False: memory is out. */
bool report_text(struct cells *, struct slice name, struct slice value, struct slice raw,
    size_t line);
bool report_number(struct cells *, struct slice name, struct decimal number,
    struct slice raw, size_t line);
bool report_absent(struct cells *, struct slice name);

/* The name KIND.OF of a fact; ptr NULL: memory is out. */
struct slice report_name(struct cells *, struct slice kind, struct slice of);

/* cells_fact, without an index: facts are few, and stand in front. */
const struct cell *report_fact(const struct cells *, struct slice name);

#endif
