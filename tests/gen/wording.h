/* SPDX-License-Identifier: MIT */
/* What agencies write into cells beside plain digits: units, notes, words. */
#ifndef GEN_WORDING_H
#define GEN_WORDING_H

#include "truth.h"

/*
 * Writes some cells of `t` otherwise. With `words` also those that are no number
 * then: only where the layout shows what a cell is.
 */
void wording_change(struct truth *t, bool words, struct dice *);

#endif
