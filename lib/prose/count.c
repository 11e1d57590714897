/* SPDX-License-Identifier: MIT */
#include "count.h"

#include "number.h"
#include "outline.h"

/* Next to a numeral: it is part of a greater number, or only near it. */
static const char *const more[] = {
	"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿",
	"零", "余", "多", "几", "数",
};

static bool
touches_more(struct slice text, bool (*touches)(struct slice text, struct slice word))
{
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (touches(text, slice_of(more[i])))
			return true;
	return false;
}

bool
count_number(struct slice text, size_t at, struct decimal *value, size_t *end)
{
	struct slice head = slice_head(text, at), rest = slice_from(text, at);
	size_t len = 0;
	unsigned n = outline_numeral(rest, &len);

	if (slice_starts(rest, SLICE("两"))) {
		n = 2;
		len = sizeof "两" - 1;
	}
	if (n == 0)
		return number_scan(text, at, value, end);
	*value = decimal_int(n);
	*end = at + len;
	return !number_is_loose(head) && !touches_more(head, slice_ends)
	    && !touches_more(slice_from(rest, len), slice_starts);
}

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
