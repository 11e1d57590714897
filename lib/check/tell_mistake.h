/* SPDX-License-Identifier: MIT */
/* Mistakes put into words: what went wrong, and what would mend it. */
#ifndef GIP_TELL_MISTAKE_H
#define GIP_TELL_MISTAKE_H

#include "tell.h"

/* The mistakes, of which each would be enough. */
struct slice tell_mistakes(struct teller *, const struct mistakes *,
    const struct expr_scope *);

/* How the number of a cell came to be typed for the other value; empty: not by a slip. */
struct slice tell_slip(struct teller *, const struct change *);

/* The keys that all cells of the mistake have in common. */
struct subject subject_of_mistake(const struct mistake *, const struct expr_scope *);

#endif
