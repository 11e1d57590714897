/* SPDX-License-Identifier: MIT */
#include "askers.h"

bool
askers_make(struct askers *a, struct arena *arena, const struct lexicon *lexicon,
    size_t count)
{
	size_t size = lexicon_size(lexicon), who_size = (count + 63) / 64;

	*a = (struct askers){ size, who_size, arena_array(arena, size, sizeof *a->asked),
		arena_array(arena, size * 64 * who_size, sizeof *a->who),
		arena_array(arena, who_size, sizeof *a->always) };
	return a->asked && a->who && a->always;
}

void
askers_add(struct askers *a, const struct word_set *set, size_t number)
{
	uint64_t bit = UINT64_C(1) << number % 64;

	if (set->count == 0)
		a->always[number / 64] |= bit;
	for (size_t i = 0; i < set->count; i++) {
		size_t at = set->item[i].at;
		a->asked[at] |= set->item[i].bits;
		for (uint64_t left = set->item[i].bits; left; left &= left - 1)
			a->who[(at * 64 + askers_lowest(left)) * a->who_size + number / 64] |= bit;
	}
}

void
askers_find(const struct askers *a, const uint64_t *found, uint64_t *who)
{
	memcpy(who, a->always, a->who_size * sizeof *who);
	for (size_t i = 0; i < a->size; i++)
		for (uint64_t left = found[i] & a->asked[i]; left; left &= left - 1) {
			const uint64_t *more = a->who + (i * 64 + askers_lowest(left)) * a->who_size;
			for (size_t k = 0; k < a->who_size; k++)
				who[k] |= more[k];
		}
}
