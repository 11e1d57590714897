/* SPDX-License-Identifier: MIT */
/*
 * Characters that are written for others: traditional ones, variants, radicals.
 *
 * Which they are stands in variants.txt, of which scripts/variants makes the
 * tables here.
 */
#ifndef GIP_VARIANTS_H
#define GIP_VARIANTS_H

#include <stdint.h>

#include "arena.h"

struct variant {
	uint16_t from, to;
};

extern const struct variant variants[]; /* by `from`, ascending */
extern const size_t variants_count;
extern const unsigned char variants_known[0x10000 / 8]; /* a bit for each `from` */

/* Is `c` written for another? Fit for every character of a text. */
static inline bool
variants_have(uint32_t c)
{
	return c < 0x10000 && (variants_known[c >> 3] >> (c & 7) & 1);
}

/* The character that `c` is written for; `c` itself if for none. */
uint32_t variants_find(uint32_t c);

/*
 * `text` with each of them replaced, so that it can be looked for in folded
 * text; a copy in `arena` only if there is one. False: memory is out.
 */
bool variants_replace(struct slice text, struct arena *arena, struct slice *out);

#endif
