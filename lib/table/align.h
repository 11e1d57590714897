/* SPDX-License-Identifier: MIT */
/*
 * Profile alignment: which tokens belong to which row, when the text is not
 * clean.
 *
 * As sequence analysis aligns a sequence to a profile: the form's table is a
 * sequence of label characters and value slots, with alternatives for label
 * variants and for choices of rows; the section is a sequence of tokens. Both
 * are aligned at least cost, where a missing label character, a foreign
 * character, a foreign number, an empty slot and a row broken over lines each
 * have a price. Labels torn by lines or round their numbers, vertical group
 * labels, noise and page cuts need no code of their own.
 */
#ifndef GIP_ALIGN_H
#define GIP_ALIGN_H

#include "alignments.h"
#include "anchor.h"

/*
 * Fills `out`. Values of an anchor are its row's or no row's. A section too large
 * to align (a million cells in one table) gives no runs. What alignments are remembered
 * saves time; NULL: none. False: memory is out. Work memory is taken from the arena.
 */
bool align_rows(const struct profile *, const struct tokens *, const struct anchors *,
    struct alignments *, struct arena *, struct binding *out);

#endif
