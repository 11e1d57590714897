/* SPDX-License-Identifier: MIT */
#include "tuples.h"

#include "hash.h"

static bool
same(const struct tuples *t, uint32_t id, const struct slice *key)
{
	const struct slice *mine = tuples_key(t, id);

	for (size_t i = 0; i < t->width; i++)
		if (!slice_eq(mine[i], key[i]))
			return false;
	return true;
}

static bool
append(struct tuples *t, const struct slice *key)
{
	struct slice *array = arena_grow(
	    t->arena, t->key, t->count, &t->room, sizeof *array * (t->width ? t->width : 1));

	if (!array)
		return false;
	t->key = array;
	for (size_t i = 0; i < t->width; i++)
		if (!arena_copy(t->arena, key[i], &array[t->count * t->width + i]))
			return false;
	t->count++;
	return true;
}

static bool
find_or_append(struct tuples *t, const struct slice *key, uint32_t *id)
{
	uint64_t hash = HASH_START;
	const struct slot *slot;
	size_t at;

	if (!slots_reserve(&t->slots, t->arena))
		return false;
	for (size_t i = 0; i < t->width; i++)
		hash = hash_add(hash, key[i]);
	hash ^= hash >> 32;
	for (at = slots_first(&t->slots, hash); (slot = slots_at(&t->slots, at)); at++)
		if (slot->hash == (uint32_t)hash && same(t, slot->id, key)) {
			*id = slot->id;
			return true;
		}
	*id = (uint32_t)t->count;
	if (!append(t, key))
		return false;
	slots_take(&t->slots, at, hash, *id);
	return true;
}

/* Records come in the same order in every document, so the next one is a good guess. */
bool
tuples_add(struct tuples *t, const struct slice *key, uint32_t *id)
{
	uint32_t guess = t->last + 1;

	if (guess < t->count && same(t, guess, key))
		*id = guess;
	else if (!find_or_append(t, key, id))
		return false;
	t->last = *id;
	return true;
}
