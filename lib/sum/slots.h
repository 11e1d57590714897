/* SPDX-License-Identifier: MIT */
/*
 * The hash table under tuples, groups and tallies: numbers of things that
 * their owner keeps in an array, found by the hash of the thing.
 *
 *	for (at = slots_first(s, hash); (slot = slots_at(s, at)); at++)
 *		if (slot->hash == (uint32_t)hash && ... slot->id is the thing ...)
 *			return found;
 *	slots_take(s, at, hash, id);
 */
#ifndef GIP_SLOTS_H
#define GIP_SLOTS_H

#include <stdint.h>

#include "arena.h"

struct slot {
	uint32_t hash;
	uint32_t id;
	bool taken;
};

struct slots {
	struct slot *slot;
	size_t size; /* a power of two; at most half of it is taken */
	size_t used;
};

/* Room for one more; call before the search. False: memory is out, or 2^32 things. */
bool slots_reserve(struct slots *, struct arena *);

/* Spreads integers, of which many are alike, over all bits. */
static inline uint64_t
slots_mix(uint64_t hash)
{
	hash *= UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

static inline size_t
slots_first(const struct slots *s, uint64_t hash)
{
	return (uint32_t)hash & (s->size - 1);
}

/* The taken slot at `at`, or NULL: what is sought is not there. */
static inline const struct slot *
slots_at(const struct slots *s, size_t at)
{
	const struct slot *slot = &s->slot[at & (s->size - 1)];

	return slot->taken ? slot : NULL;
}

static inline void
slots_take(struct slots *s, size_t at, uint64_t hash, size_t id)
{
	s->slot[at & (s->size - 1)] = (struct slot){ (uint32_t)hash, (uint32_t)id, true };
	s->used++;
}

#endif
