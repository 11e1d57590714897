/* SPDX-License-Identifier: MIT */
#include "slip.h"

/* How many bytes the two have in common at the start, at the end behind `from`. */
static size_t
common_start(struct slice a, struct slice b)
{
	size_t n = 0;

	while (n < a.len && n < b.len && a.ptr[n] == b.ptr[n])
		n++;
	return n;
}

static size_t
common_end(struct slice a, struct slice b, size_t from)
{
	size_t n = 0;

	while (from + n < a.len && from + n < b.len
	    && a.ptr[a.len - 1 - n] == b.ptr[b.len - 1 - n])
		n++;
	return n;
}

static bool
is_negative_of(struct slice a, struct slice b)
{
	return a.len && a.ptr[0] == '-' && slice_eq(slice_from(a, 1), b);
}

enum slip
slip_between(struct slice typed, struct slice meant)
{
	const size_t start = common_start(typed, meant);
	const size_t end = common_end(typed, meant, start);
	const size_t odd = typed.len - start - end, want = meant.len - start - end;

	if (is_negative_of(typed, meant) || is_negative_of(meant, typed))
		return SLIP_SIGN;
	/* A single digit for another is any number for any other. */
	if (typed.len < 2 && meant.len < 2)
		return SLIP_NONE;
	if (odd == 1 && want == 1)
		return SLIP_MISTYPED;
	if (odd == 0 && want == 1)
		return SLIP_LOST;
	if (odd == 1 && want == 0)
		return SLIP_ADDED;
	if (odd == 2 && want == 2 && typed.ptr[start] == meant.ptr[start + 1]
	    && typed.ptr[start + 1] == meant.ptr[start])
		return SLIP_SWAPPED;
	return SLIP_NONE;
}
