/* SPDX-License-Identifier: MIT */
/*
 * Random numbers that are the same on every machine: xoshiro256**, seeded by
 * splitmix64.
 */
#ifndef GEN_DICE_H
#define GEN_DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
	uint64_t s[4];
};

void dice_seed(struct dice *, uint64_t seed);
uint32_t dice_below(struct dice *, uint32_t bound); /* 0 .. bound - 1; bound > 0 */
uint32_t dice_between(struct dice *, uint32_t low, uint32_t high); /* both included */
bool dice_chance(struct dice *, uint32_t percent);

#define DICE_PICK(dice, array) \
	((array)[dice_below((dice), (uint32_t)(sizeof(array) / sizeof *(array)))])

#endif
