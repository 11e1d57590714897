/* SPDX-License-Identifier: MIT */
/*
 * Numbers that the prose states: cells of the table `stated`, found by the
 * patterns of the `stated` stanzas.
 */
#ifndef GIP_STATED_H
#define GIP_STATED_H

#include "cells.h"
#include "document.h"
#include "pattern.h"

struct stated; /* opaque */

struct stated *stated_compile(const struct stanzas *, struct form_error *error);
void stated_free(struct stated *);

/*
 * Adds what the prose of `doc` states to `out`, in the order of the text. The report facts
 * (year) are already in `out`. Slices point into `doc` and out->arena. False: memory.
 */
bool stated_collect(const struct stated *, const struct document *doc, struct cells *out);

#endif
