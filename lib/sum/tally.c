/* SPDX-License-Identifier: MIT */
#include "tally.h"

#include <stdlib.h>

bool
tally_add(struct tally *t, uint32_t group, struct decimal value, uint64_t count)
{
	uint64_t hash = slots_mix(
	    slots_mix((uint64_t)value.units + value.places) ^ group);
	const struct slot *slot;
	size_t at;

	if (!slots_reserve(&t->slots, t->arena))
		return false;
	for (at = slots_first(&t->slots, hash); (slot = slots_at(&t->slots, at)); at++) {
		struct tally_entry *e = &t->entry[slot->id];
		if (e->group == group && e->value.units == value.units
		    && e->value.places == value.places) {
			return !__builtin_add_overflow(e->count, count, &e->count);
		}
	}
	struct tally_entry *array =
	    arena_grow(t->arena, t->entry, t->count, &t->room, sizeof *array);
	if (!array)
		return false;
	t->entry = array;
	slots_take(&t->slots, at, hash, t->count);
	t->entry[t->count++] = (struct tally_entry){ group, value, count };
	return true;
}

static int
compare(const void *left, const void *right)
{
	const struct tally_entry *a = left, *b = right;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	return decimal_cmp(a->value, b->value);
}

void
tally_sort(struct tally *t)
{
	if (t->count)
		qsort(t->entry, t->count, sizeof *t->entry, compare);
}

/* The first entry of a group, or where it would stand. */
static const struct tally_entry *
first_of(const struct tally *t, uint32_t group)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (t->entry[middle].group < group)
			low = middle + 1;
		else
			high = middle;
	}
	return &t->entry[low];
}

size_t
tally_entries(const struct tally *t, uint32_t group, const struct tally_entry **entry)
{
	size_t count = 0;

	if (t->count == 0)
		return 0;
	*entry = first_of(t, group);
	while (*entry + count < t->entry + t->count && (*entry)[count].group == group)
		count++;
	return count;
}

bool
tally_quantile(const struct tally *t, uint32_t group, uint64_t count, unsigned percent,
    unsigned places, struct decimal *result)
{
	uint64_t hundredths = (count - 1) * percent;
	uint64_t below = hundredths / 100, passed = 0;
	int64_t weight = (int64_t)(hundredths % 100);
	const struct tally_entry *e = first_of(t, group);
	struct decimal low, high;

	while (passed + e->count <= below)
		passed += (e++)->count;
	if (weight == 0 || passed + e->count > below + 1) {
		*result = e->value;
		return true;
	}
	return decimal_mul(e[0].value, decimal_int(100 - weight), &low)
	    && decimal_mul(e[1].value, decimal_int(weight), &high)
	    && decimal_add(low, high, &low)
	    && decimal_divide(low, decimal_int(100), places, result);
}
