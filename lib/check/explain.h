/* SPDX-License-Identifier: MIT */
/*
 * A rule explained to people: what it says, where it applies and what it demands,
 * where it comes from, and an example each of a report that passes and one that fails.
 */
#ifndef GIP_EXPLAIN_H
#define GIP_EXPLAIN_H

#include "buf.h"
#include "forms.h"
#include "rules.h"

/* Appends the text, in lines. False: memory. */
bool explain_rule(struct buf *, const struct forms *, const struct rule *,
    enum check_language);

#endif
