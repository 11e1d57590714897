/* SPDX-License-Identifier: MIT */
/* Things in a row that begin one behind the other: which of them a place is in. */
#ifndef GIP_ASCENDING_H
#define GIP_ASCENDING_H

#include <stddef.h>

/*
 * Of `count` things in a row, `stride` bytes each, that have a field like that at `start`,
 * ascending: the number of the last one with no more than `at`, else of the first.
 */
static inline size_t
ascending_last(const size_t *start, size_t stride, size_t count, size_t at)
{
	size_t low = 0, high = count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (*(const size_t *)((const char *)start + middle * stride) <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

#endif
