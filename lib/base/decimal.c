/* SPDX-License-Identifier: MIT */
#include "decimal.h"

#include "digits.h"

__extension__ typedef __int128 wide;

static const int64_t power[19] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
	10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000,
	1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
};

/* Stores `units` in its shortest form, if it fits. */
static bool
settle(wide units, unsigned places, struct decimal *result)
{
	while (places > 0 && units % 10 == 0) {
		units /= 10;
		places--;
	}
	if (units > INT64_MAX || units < -INT64_MAX || places > DECIMAL_PLACES)
		return false;
	*result = (struct decimal){ (int64_t)units, places };
	return true;
}

/* The units of `d` at `places` decimal places, places >= d.places. */
static wide
scaled(struct decimal d, unsigned places)
{
	return (wide)d.units * power[places - d.places];
}

static unsigned
common(struct decimal a, struct decimal b)
{
	return a.places > b.places ? a.places : b.places;
}

struct decimal
decimal_int(int64_t value)
{
	return (struct decimal){ value, 0 };
}

/* Nearly all numbers: digits only, few enough that nothing can overflow. */
static bool
parse_short(struct slice text, struct decimal *result)
{
	int64_t units = 0;

	if (text.len == 0 || text.len > 18)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		units = units * 10 + (text.ptr[i] - '0');
	}
	*result = decimal_int(units);
	return true;
}

bool
decimal_parse(struct slice text, struct decimal *result)
{
	if (parse_short(text, result))
		return true;

	bool negative = text.len && text.ptr[0] == '-';
	const wide most = (wide)INT64_MAX * power[DECIMAL_PLACES];
	bool point = false;
	unsigned places = 0;
	size_t digits = 0;
	wide units = 0;

	for (size_t i = negative; i < text.len; i++) {
		char c = text.ptr[i];
		if (c == '.' && !point && digits) {
			point = true;
			digits = 0;
			continue;
		}
		if (c < '0' || c > '9')
			return false;
		if (point && c == '0' && places == DECIMAL_PLACES)
			continue;
		units = units * 10 + (c - '0');
		digits++;
		if (point && ++places > DECIMAL_PLACES)
			return false;
		if (units > most) /* trailing zeros of the fraction may yet bring it back */
			return false;
	}
	return digits && settle(negative ? -units : units, places, result);
}

bool
decimal_add(struct decimal a, struct decimal b, struct decimal *result)
{
	unsigned places = common(a, b);

	return settle(scaled(a, places) + scaled(b, places), places, result);
}

bool
decimal_sub(struct decimal a, struct decimal b, struct decimal *result)
{
	unsigned places = common(a, b);

	return settle(scaled(a, places) - scaled(b, places), places, result);
}

bool
decimal_mul(struct decimal a, struct decimal b, struct decimal *result)
{
	return settle((wide)a.units * b.units, a.places + b.places, result);
}

bool
decimal_divide(struct decimal a, struct decimal b, unsigned places, struct decimal *result)
{
	unsigned same = common(a, b);
	wide above = scaled(a, same), below = scaled(b, same);

	if (below == 0 || places > DECIMAL_PLACES)
		return false;
	bool negative = (above < 0) != (below < 0);
	above = above < 0 ? -above : above;
	below = below < 0 ? -below : below;
	/* above < 2^93 and 10^9 < 2^30: the quotient cannot leave 128 bits. */
	wide quotient = above / below, rest = above % below;
	for (unsigned i = 0; i < places; i++) {
		rest *= 10;
		quotient = quotient * 10 + rest / below;
		rest %= below;
	}
	if (rest * 2 >= below)
		quotient++;
	return settle(negative ? -quotient : quotient, places, result);
}

int
decimal_cmp(struct decimal a, struct decimal b)
{
	if (a.places == b.places)
		return (a.units > b.units) - (a.units < b.units);

	unsigned places = common(a, b);
	wide left = scaled(a, places), right = scaled(b, places);

	return (left > right) - (left < right);
}

size_t
decimal_print(struct decimal d, char *text)
{
	char digits[DECIMAL_TEXT], *end = digits + sizeof digits, *at = end;
	uint64_t units = d.units < 0 ? 0 - (uint64_t)d.units : (uint64_t)d.units;
	uint64_t unit = (uint64_t)power[d.places];

	*--at = '\0';
	if (d.places) {
		at = digits_padded(at, units % unit, d.places);
		*--at = '.';
		units /= unit;
	}
	at = digits_before(at, units);
	if (d.units < 0)
		*--at = '-';
	memcpy(text, at, (size_t)(end - at));
	return (size_t)(end - at) - 1;
}
