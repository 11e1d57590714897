/* SPDX-License-Identifier: MIT */
#include "slots.h"

bool
slots_reserve(struct slots *s, struct arena *arena)
{
	if (s->used >= UINT32_MAX)
		return false;
	if (s->used < s->size / 2)
		return true;
	struct slots grown = { .size = s->size ? s->size * 2 : 64 };
	grown.slot = arena_array(arena, grown.size, sizeof *grown.slot);
	if (!grown.slot)
		return false;
	for (size_t i = 0; i < s->size; i++) {
		const struct slot *old = &s->slot[i];
		size_t at;

		if (!old->taken)
			continue;
		for (at = slots_first(&grown, old->hash); slots_at(&grown, at); at++)
			;
		slots_take(&grown, at, old->hash, old->id);
	}
	*s = grown;
	return true;
}
