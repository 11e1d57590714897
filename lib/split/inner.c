/* SPDX-License-Identifier: MIT */
#include "inner.h"

#include "seam.h"
#include "utf8.h"

enum inner_status
inner_next(const struct headings *h, struct slice line, size_t *from,
    struct headline *head, struct inner *out)
{
	for (size_t at; (at = seam_ordinal(line, from)) < line.len;) {
		struct slice rest = slice_from(line, at);
		if (!headline_read(h, &rest, 1, head))
			return INNER_MEMORY;
		if (!headline_inner(h, head, &out->guess))
			continue;
		out->at = at;
		out->end = at + headline_end(head, rest, &out->guess);
		*from = out->end;
		return INNER_FOUND;
	}
	return INNER_NONE;
}

bool
inner_is_gap(struct slice between)
{
	enum { PAGE_DIGITS = 3, GAP_BYTES = 400 };
	size_t digits = 0;

	if (between.len > GAP_BYTES)
		return false;
	for (size_t at = 0; at < between.len;) {
		uint32_t c = fold_char(utf8_next(between, &at));
		bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		if (letter || utf8_is_han(c))
			return false;
		digits += utf8_is_digit(c);
	}
	return digits <= PAGE_DIGITS;
}

char
inner_field(struct slice line, size_t at, size_t end)
{
	enum { NEAR_BYTES = 60 };
	struct slice before = slice_head(line, at), behind = slice_from(line, end);

	before = slice_from(before, at < NEAR_BYTES ? 0 : at - NEAR_BYTES);
	bool tab = slice_ends(before, SLICE("\t")), pipe = slice_ends(fold_trim(before), SLICE("|"));
	if (behind.len == 0)
		return pipe ? '|' : tab ? '\t' : 0;
	if (pipe && behind.ptr[0] == '|')
		return '|';
	return (tab || pipe) && behind.ptr[-1] == '\t' ? '\t' : 0;
}
