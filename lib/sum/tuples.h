/* SPDX-License-Identifier: MIT */
/*
 * Tuples of keys, each kept once: from then on a number stands for it.
 */
#ifndef GIP_TUPLES_H
#define GIP_TUPLES_H

#include "slots.h"

struct tuples {
	struct arena *arena; /* holds all of this, and copies of the keys */
	size_t width;        /* keys in each tuple; 0: there is one, the empty one */
	struct slice *key;   /* tuple i begins at i * width */
	size_t count, room;
	uint32_t last;       /* that was asked for */
	struct slots slots;
};

/* The number of the tuple of these keys, in the order of coming. False: memory is out. */
bool tuples_add(struct tuples *, const struct slice *key, uint32_t *id);

static inline const struct slice *
tuples_key(const struct tuples *t, uint32_t id)
{
	return t->key + id * t->width;
}

#endif
