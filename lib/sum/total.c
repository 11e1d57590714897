/* SPDX-License-Identifier: MIT */
#include "total.h"

__extension__ typedef unsigned __int128 unsigned_units;

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

void
total_merge(struct total *total, const struct total *other)
{
	if (other->lost || __builtin_add_overflow(total->units, other->units, &total->units))
		total->lost = true;
}

size_t
total_print(const struct total *total, char *text)
{
	char digits[TOTAL_TEXT], *end = digits + sizeof digits, *at = end;
	bool negative = total->units < 0;
	unsigned_units units = negative ? -(unsigned_units)total->units : (unsigned_units)total->units;
	unsigned places = DECIMAL_PLACES;

	if (total->lost)
		return 0;
	for (; places && units % 10 == 0; places--)
		units /= 10;
	for (unsigned count = 0; units || count <= places; count++) {
		if (count && count == places)
			*--at = '.';
		*--at = (char)('0' + (int)(units % 10));
		units /= 10;
	}
	if (negative)
		*--at = '-';
	memcpy(text, at, (size_t)(end - at));
	return (size_t)(end - at);
}

/* Ten times `*units`, and one digit more, of the sign that it has. */
static bool
add_digit(total_units *units, bool negative, int digit)
{
	return !__builtin_mul_overflow(*units, 10, units)
	    && !__builtin_add_overflow(*units, negative ? -digit : digit, units);
}

bool
total_parse(struct slice text, struct total *total)
{
	bool negative = slice_starts(text, SLICE("-")), point = false;
	size_t digits = 0;
	unsigned places = 0;

	*total = (struct total){ .lost = text.len == 0 };
	for (size_t i = negative; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '.' && digits && !point) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9' || places == DECIMAL_PLACES
		    || !add_digit(&total->units, negative, c - '0'))
			return false;
		digits++;
		places += point;
	}
	for (; places < DECIMAL_PLACES; places++)
		if (!add_digit(&total->units, negative, 0))
			return false;
	return total->lost || (digits && text.ptr[text.len - 1] != '.');
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
