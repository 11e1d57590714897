/* SPDX-License-Identifier: MIT */
#include "utf8.h"

#include "eight.h"

uint32_t
utf8_decode(struct slice s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + *at;
	size_t left = s.len - *at;
	unsigned more = p[0] < 0xc2 || p[0] > 0xf4 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;

	*at += 1;
	if (p[0] < 0x80)
		return p[0];
	if (more == 0 || left <= more)
		return UTF8_BAD;
	uint32_t c = p[0] & (0x3fU >> more);
	for (unsigned i = 1; i <= more; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return UTF8_BAD;
		c = c << 6 | (p[i] & 0x3fU);
	}
	if ((more == 2 && (c < 0x800 || (c >= 0xd800 && c < 0xe000)))
	    || (more == 3 && (c < 0x10000 || c > 0x10ffff)))
		return UTF8_BAD;
	*at += more;
	return c;
}

/* Nearly all of Chinese: of three bytes, neither overlong nor a surrogate. */
static bool
is_plain(const unsigned char *p, size_t left)
{
	return left >= 3 && p[0] > 0xe0 && p[0] < 0xed && (p[1] & 0xc0) == 0x80
	    && (p[2] & 0xc0) == 0x80;
}

/* Two of those, of which each lead byte is 0xe?, but neither 0xe0 nor 0xed. */
static inline bool
are_plain(uint64_t eight)
{
	const uint64_t leads = 0x0f00000f, carry = 0x10000010, surrogate = 0x0d00000d;
	uint64_t low = eight & leads;

	return (eight & UINT64_C(0xc0c0f0c0c0f0)) == UINT64_C(0x8080e08080e0)
	    && ((low + leads) & ((low ^ surrogate) + leads) & carry) == carry;
}

size_t
utf8_check(struct slice s)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	size_t at = 0;

	while (at < s.len) {
		if (s.len - at >= EIGHT) {
			uint64_t eight = eight_at(s.ptr + at);
			size_t valid = !(eight & EIGHT_MARKS) ? EIGHT : are_plain(eight) ? 6 : 0;
			at += valid;
			if (valid)
				continue;
		}
		if (p[at] < 0x80 || is_plain(p + at, s.len - at)) {
			at += p[at] < 0x80 ? 1 : 3;
			continue;
		}
		size_t start = at;
		if (utf8_next(s, &at) == UTF8_BAD)
			return start;
	}
	return s.len;
}

void
utf8_add(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_char(b, (char)c);
	} else if (c < 0x800) {
		buf_char(b, (char)(0xc0 | c >> 6));
		buf_char(b, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_char(b, (char)(0xe0 | c >> 12));
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_char(b, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_char(b, (char)(0xf0 | c >> 18));
		buf_char(b, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_char(b, (char)(0x80 | (c & 0x3f)));
	}
}

void
utf8_add_masked(struct buf *b, struct slice text, size_t most)
{
	size_t at = 0;

	while (at < text.len && at < most) {
		uint32_t c = utf8_next(text, &at);
		if (c == UTF8_BAD || c < ' ' || (c >= 0x7f && c < 0xa0))
			buf_char(b, '?');
		else
			utf8_add(b, c);
	}
	if (at < text.len)
		buf_add(b, SLICE("..."));
}

bool
utf8_is_han(uint32_t c)
{
	return (c >= 0x4e00 && c <= 0x9fff) || c == 0x3007 || (c >= 0x3400 && c <= 0x4dbf)
	    || (c >= 0x20000 && c <= 0x323af) || (c >= 0xf900 && c <= 0xfaff);
}

bool
utf8_is_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680
	    || (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f
	    || c == 0x205f || c == 0x3000 || c == 0xfeff;
}

size_t
utf8_han_count(struct slice s)
{
	size_t count = 0;

	for (size_t at = 0; at < s.len;) {
		const unsigned char *p = (const unsigned char *)s.ptr + at;
		if (*p < 0x80) {
			at++;
		} else if (*p >= 0xe5 && *p <= 0xe9 && s.len - at >= 3
		    && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40) { /* U+5000..U+9FFF */
			at += 3;
			count++;
		} else {
			count += utf8_is_han(utf8_next(s, &at));
		}
	}
	return count;
}

struct range {
	uint32_t first, last;
};

/* What a text in Chinese may hold of each; the rest of Unicode is taken as narrow. */
static const struct range no_width[] = {
	{ 0, 0x1f }, { 0x7f, 0x9f }, { 0x300, 0x36f }, { 0x200b, 0x200f }, { 0x2028, 0x202e },
	{ 0x2060, 0x206f }, { 0x20d0, 0x20f0 }, { 0x302a, 0x302d }, { 0x3099, 0x309a },
	{ 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f }, { 0xfeff, 0xfeff }, { 0xe0100, 0xe01ef },
};
static const struct range wide[] = {
	{ 0x1100, 0x115f }, { 0x2329, 0x232a }, { 0x2e80, 0x303e }, { 0x3040, 0xa4cf },
	{ 0xac00, 0xd7a3 }, { 0xf900, 0xfaff }, { 0xfe10, 0xfe19 }, { 0xfe30, 0xfe6f },
	{ 0xff00, 0xff60 }, { 0xffe0, 0xffe6 }, { 0x1f200, 0x1f265 }, { 0x1f300, 0x1faff },
	{ 0x20000, 0x3fffd },
};

static bool
is_in(uint32_t c, const struct range *range, size_t count)
{
	for (size_t i = 0; i < count && c >= range[i].first; i++)
		if (c <= range[i].last)
			return true;
	return false;
}

unsigned
utf8_width(uint32_t c)
{
	if (c >= 0x20 && c < 0x7f)
		return 1;
	if (is_in(c, no_width, sizeof no_width / sizeof no_width[0]))
		return 0;
	return is_in(c, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

size_t
utf8_columns(struct slice s)
{
	size_t columns = 0;

	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		columns += c == UTF8_BAD ? 1 : utf8_width(c);
	}
	return columns;
}
