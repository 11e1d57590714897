/* SPDX-License-Identifier: MIT */
/*
 * The cells that there can be, by their keys: a name in a rule or metric that
 * fits none of them is a mistake in writing, told before any input is read.
 *
 * Known are the cells of the tables of all forms, the facts on a report, the numbers
 * that sentences may state, and whatever a table list.N may hold.
 */
#ifndef GIP_NAMES_H
#define GIP_NAMES_H

#include "rules.h"
#include "tables.h"

struct names; /* opaque */

/* Texts are borrowed. NULL: memory is out. */
struct names *names_new(const struct stanzas *, const struct tables *);
void names_free(struct names *);

/* Can each cell be that the rule speaks of, in its scope? False: `*error` says. */
bool names_fit_rule(const struct names *, const struct rule *, struct form_error *error);

/* The same for an expression in that scope; `stanza` and `line` place it in `*error`. */
bool names_fit(const struct names *, const struct scope *, const struct expr *,
    const struct stanza *, size_t line, struct form_error *error);

#endif
