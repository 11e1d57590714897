/* SPDX-License-Identifier: MIT */
/*
 * How titles, section headings and sub-headings are written: the patterns of
 * the stanzas `section`, `part`, `title`, `noise` and `fact` of the form files.
 */
#ifndef GIP_HEADINGS_H
#define GIP_HEADINGS_H

#include "document.h"
#include "pattern.h"

struct headings; /* opaque; compiled once, shared by all stages */

/* NULL: `*error` says why. */
struct headings *headings_compile(const struct stanzas *, struct form_error *error);
void headings_free(struct headings *);

#endif
