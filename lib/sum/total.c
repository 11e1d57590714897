/* SPDX-License-Identifier: MIT */
#include "total.h"

static const int64_t power[DECIMAL_PLACES + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

void
total_add(struct total *total, struct decimal d)
{
	total_units units = (total_units)d.units * power[DECIMAL_PLACES - d.places];

	if (__builtin_add_overflow(total->units, units, &total->units))
		total->lost = true;
}

bool
total_value(const struct total *total, struct decimal *value)
{
	total_units whole = total->units / power[DECIMAL_PLACES];
	int64_t rest = (int64_t)(total->units % power[DECIMAL_PLACES]);

	if (total->lost || whole > INT64_MAX || whole < -INT64_MAX)
		return false;
	struct decimal fraction = { rest, DECIMAL_PLACES };
	return decimal_add(decimal_int((int64_t)whole), fraction, value);
}
