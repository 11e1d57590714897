/* SPDX-License-Identifier: MIT */
/*
 * The sieve before the check: which rules may fail in a document.
 *
 * Documents are much alike, and hardly a rule fails. So what a rule asks at a row, column
 * or cell is made ready when such a place is met for the first time, and then asked of
 * document after document; only a rule that is suspect is looked at with all care, which
 * finds the places, the cause and the words.
 */
#ifndef GIP_SIEVE_H
#define GIP_SIEVE_H

#include "rules.h"

struct sieve; /* opaque; remembers places, within bounds */

/* The rules are borrowed. NULL: memory is out. */
struct sieve *sieve_new(const struct rules *);
void sieve_free(struct sieve *);

/*
 * Sets suspect[i] for each rule i that fails at some place of the document, and perhaps for
 * others; `*any`: for one at least. What is needed on the way is made in `arena`. False:
 * memory is out.
 */
bool sieve_cells(struct sieve *, const struct cells *, struct arena *, bool *suspect,
    bool *any);

#endif
