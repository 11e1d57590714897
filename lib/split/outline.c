/* SPDX-License-Identifier: MIT */
/* The numbering of an outline: one function for each style, tried in turn. */
#include "outline.h"

#include "utf8.h"

/* 1..9 for 一..九, 10 for 十; 0: no numeral. */
static unsigned
numeral(uint32_t c)
{
	switch (c) {
	case 0x4e00: return 1;
	case 0x4e8c: return 2;
	case 0x4e09: return 3;
	case 0x56db: return 4;
	case 0x4e94: return 5;
	case 0x516d: return 6;
	case 0x4e03: return 7;
	case 0x516b: return 8;
	case 0x4e5d: return 9;
	case 0x5341: return 10;
	default: return 0;
	}
}

/* The character at `*at`, 0 at the end; moves behind it. */
static uint32_t
next(struct slice s, size_t *at)
{
	return *at < s.len ? utf8_next(s, at) : 0;
}

unsigned
outline_numeral(struct slice folded, size_t *at)
{
	size_t after = *at;
	unsigned n = numeral(next(folded, &after));

	if (n == 0)
		return 0;
	*at = after;
	if (n < 10) {
		if (numeral(next(folded, &after)) != 10)
			return n;
		*at = after;
		n *= 10;
	}
	unsigned ones = numeral(next(folded, &after));
	if (ones == 0 || ones == 10)
		return n;
	*at = after;
	return n + ones;
}

/* One or two digits that are not part of a longer number. */
static unsigned
digits(struct slice s, size_t *at)
{
	size_t i = *at;
	unsigned n = 0;

	while (i < s.len && i < *at + 3 && s.ptr[i] >= '0' && s.ptr[i] <= '9')
		n = n * 10 + (unsigned)(s.ptr[i++] - '0');
	if (i == *at || i == *at + 3)
		return 0;
	*at = i;
	return n;
}

static bool
is_digit_at(struct slice s, size_t at)
{
	return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static struct outline
found(enum outline_style style, unsigned value, size_t len)
{
	return (struct outline){ value ? style : OUTLINE_NONE, value, value ? len : 0 };
}

/* 一、 一. 一: 一是 and, with `at` behind 第, 第一部分 */
static struct outline
read_chinese(struct slice s, bool part)
{
	static const struct slice parts = { "部分", sizeof "部分" - 1 };
	size_t at = part ? sizeof "第" - 1 : 0;
	unsigned n = outline_numeral(s, &at);

	if (part) {
		bool is = n && slice_starts(slice_from(s, at), parts);
		return found(OUTLINE_TOP, is ? n : 0, at + parts.len);
	}
	uint32_t c = n ? next(s, &at) : 0;
	bool top = c == 0x3001 || c == '.' || c == ',' || c == ':';
	return found(top ? OUTLINE_TOP : OUTLINE_POINT, top || c == 0x662f ? n : 0, at);
}

/* （一） （1） */
static struct outline
read_round(struct slice s)
{
	size_t at = 1;
	bool chinese = !is_digit_at(s, at);
	unsigned n = chinese ? outline_numeral(s, &at) : digits(s, &at);

	if (next(s, &at) != ')')
		n = 0;
	size_t after = at;
	if (next(s, &after) == 0x3001) /* （一）、 */
		at = after;
	return found(chinese ? OUTLINE_ROUND : OUTLINE_ROUND_DIGIT, n, at);
}

/* 1. 1、 1） but not 1.9 */
static struct outline
read_digit(struct slice s)
{
	size_t at = 0;
	unsigned n = digits(s, &at);
	uint32_t c = n ? next(s, &at) : 0;

	if (c == ')')
		return found(OUTLINE_ROUND_DIGIT, n, at);
	bool is = c == 0x3001 || (c == '.' && !is_digit_at(s, at));
	return found(OUTLINE_DIGIT, is ? n : 0, at);
}

/* l六、: a letter that slipped in. */
static struct outline
read_slipped(struct slice s)
{
	struct outline o = read_chinese(slice_from(s, 1), false);

	return found(o.style, o.style == OUTLINE_TOP ? o.value : 0, o.len + 1);
}

struct outline
outline_read(struct slice folded)
{
	size_t at = 0;
	uint32_t c = next(folded, &at);

	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return read_slipped(folded);
	if (c == '(')
		return read_round(folded);
	if (c >= '0' && c <= '9')
		return read_digit(folded);
	if (c == 0x7b2c) /* 第 */
		return read_chinese(folded, true);
	if (c >= 0x2460 && c <= 0x2473) /* ① */
		return found(OUTLINE_ROUND_DIGIT, c - 0x2460 + 1, at);
	if (c >= 0x3220 && c <= 0x3229) /* ㈠ */
		return found(OUTLINE_ROUND, c - 0x3220 + 1, at);
	return read_chinese(folded, false);
}
