/* SPDX-License-Identifier: MIT */
#include "dice.h"

static uint64_t
split_mix(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static uint64_t
rotate(uint64_t x, unsigned by)
{
	return x << by | x >> (64 - by);
}

void
dice_seed(struct dice *d, uint64_t seed)
{
	for (size_t i = 0; i < 4; i++)
		d->s[i] = split_mix(&seed);
}

static uint64_t
next(struct dice *d)
{
	uint64_t *s = d->s, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return result;
}

/* The bias of the product is below 1 in 2^32 and the same everywhere. */
uint32_t
dice_below(struct dice *d, uint32_t bound)
{
	return (uint32_t)((next(d) >> 32) * bound >> 32);
}

uint32_t
dice_between(struct dice *d, uint32_t low, uint32_t high)
{
	return high <= low ? low : low + dice_below(d, high - low + 1);
}

bool
dice_chance(struct dice *d, uint32_t percent)
{
	return dice_below(d, 100) < percent;
}
