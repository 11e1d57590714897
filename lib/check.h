/* SPDX-License-Identifier: MIT */
/*
 * gip-check: the rules applied to the cells of one document.
 */
#ifndef GIP_CHECK_H
#define GIP_CHECK_H

#include "cells.h"
#include "findings.h"
#include "forms.h"

struct rules; /* opaque: the `rule` stanzas, compiled */

struct rules *rules_compile(const struct stanzas *, struct form_error *error);
void rules_free(struct rules *);

enum check_language { CHECK_ZH, CHECK_EN };

struct check_options {
	enum check_language language;
};

/* Fills `out` (reset before). Slices point into `cells`, `forms`, out->arena. False: memory. */
bool check_cells(const struct forms *, const struct check_options *, struct cells *,
    struct findings *out);

#endif
