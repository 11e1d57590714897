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
extern const uint32_t variants_none[0x40000 / 32]; /* and for each ideograph that is none */

/* Is `c` written for another? Fit for every character of a text. */
static inline bool
variants_have(uint32_t c)
{
	return c < 0x10000 && (variants_known[c >> 3] >> (c & 7) & 1);
}

/*
 * Do four bytes begin with an ideograph, U+4E00 to U+9FFF, that is written for no other? Its
 * bit stands where its bytes say, so that nothing has to be decoded.
 */
static inline bool
variants_leave(const char *four)
{
	uint32_t bytes;

	memcpy(&bytes, four, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap32(bytes);
#endif
	uint32_t place = (bytes & 0xf) << 14 | (bytes >> 8 & 0x3f3f);
	return (bytes & 0xc0c0f0) == 0x8080e0 && (variants_none[place >> 5] >> (place & 31) & 1);
}

/* The character that `c` is written for; `c` itself if for none. */
uint32_t variants_find(uint32_t c);

/*
 * `text` with each of them replaced, so that it can be looked for in folded
 * text; a copy in `arena` only if there is one. False: memory is out.
 */
bool variants_replace(struct slice text, struct arena *arena, struct slice *out);

#endif
