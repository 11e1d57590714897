/* SPDX-License-Identifier: MIT */
/*
 * The quick way to what most bound expressions come to: sums of whole numbers and counts of
 * cells, and what compares them, as one list of terms that is added up in one loop.
 */
#ifndef GIP_EXPR_QUICK_H
#define GIP_EXPR_QUICK_H

#include "expr_node.h"

/* Makes a bound expression `quick` if it can be; without memory it stays as it is. */
void expr_make_quick(struct expr *, struct arena *);

/* Its value, if it is `quick`. False: that takes more, such as decimal places. */
bool expr_quick(const struct expr *, struct expr_value *);

/*
 * The one bit of the states of cells without which a bound truth holds: that no cell is
 * blank, as long as none is. NULL: there is none.
 */
const unsigned *expr_needless(const struct expr *, unsigned *bit);

/* What is bound in the document at hand. */
static inline const struct expr_bound *
expr_bound_here(const struct expr_bound *b)
{
	return b->choice ? b->either[!*b->choice] : b;
}

#endif
