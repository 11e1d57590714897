/* SPDX-License-Identifier: MIT */
/*
 * gip-check: the rules applied to the cells of one document.
 *
 * At each place of its scope a rule holds, fails or cannot be decided (a cell
 * that it needs is blank, mark, text or absent). A failure is a finding; failures
 * that one wrong cell explains are one finding together (cause.h).
 */
#ifndef GIP_CHECK_H
#define GIP_CHECK_H

#include "forms.h"
#include "rules.h"

struct check_options {
	enum check_language language;
};

/*
 * Fills `out` (reset before). Slices point into `cells`, `forms`, out->arena;
 * of `forms` rules are needed, tables give the names for messages, if any.
 * A document without cells has no findings. False: memory.
 */
bool check_cells(const struct forms *, const struct check_options *, struct cells *,
    struct findings *out);

#endif
