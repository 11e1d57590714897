/* SPDX-License-Identifier: MIT */
#include "printed.h"

#include "utf8.h"

static bool
is_digit(struct slice text, size_t at)
{
	return at < text.len && utf8_is_digit((unsigned char)text.ptr[at]);
}

static bool
is_point(struct slice text, size_t at)
{
	return at < text.len && text.ptr[at] == '.';
}

/* Counts the zeros that follow the digits before `end`; false: the number goes on. */
static bool
add_zeros(struct slice text, size_t end, unsigned *places)
{
	if (*places == 0) {
		if (!is_point(text, end) || !is_digit(text, end + 1))
			return !is_digit(text, end);
		end++;
	}
	for (; end < text.len && text.ptr[end] == '0'; end++)
		++*places;
	return !is_digit(text, end) && *places <= DECIMAL_PLACES;
}

struct decimal
printed_unit(struct slice text, struct decimal number)
{
	char digits[DECIMAL_TEXT];
	const struct slice word = { digits, decimal_print(number, digits) };
	unsigned most = number.places;

	for (size_t at = slice_find(text, word, 0); at < text.len;
	     at = slice_find(text, word, at + 1)) {
		unsigned places = number.places;
		bool inside = at > 0 && (is_digit(text, at - 1) || is_point(text, at - 1));
		if (!inside && add_zeros(text, at + word.len, &places) && places > most)
			most = places;
	}
	return (struct decimal){ 1, most };
}
