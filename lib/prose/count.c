/* SPDX-License-Identifier: MIT */
#include "count.h"

#include "number.h"

bool
count_read(struct slice text, size_t at, struct count *count)
{
	size_t end;

	if (!number_scan(text, at, &count->value, &end))
		return false;
	struct slice number = slice_from(slice_head(text, end), at), rest = slice_from(text, end);
	count->unit = slice_head(rest, number_unit(rest));
	count->start = at;
	count->end = end + count->unit.len;
	count->rounded = slice_ends(number, SLICE("万")) || slice_ends(number, SLICE("亿"));
	return count->unit.len != 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
count_next(struct slice text, size_t at, struct count *count)
{
	for (; at < text.len; at++)
		if (is_digit(text.ptr[at]) && (at == 0 || !is_digit(text.ptr[at - 1]))
		    && count_read(text, at, count))
			return true;
	return false;
}

bool
count_only(struct slice text, struct count *only)
{
	size_t found = 0, depth = 0, at = 0;
	struct count count;

	while (count_next(text, at, &count)) {
		for (; at < count.start; at++) {
			depth += text.ptr[at] == '(';
			depth -= text.ptr[at] == ')' && depth;
		}
		at = count.end;
		if (depth == 0) {
			*only = count;
			found++;
		}
	}
	return found == 1;
}
