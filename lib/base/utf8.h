/* SPDX-License-Identifier: MIT */
/* UTF-8: decoding, validation, Han characters, display width. */
#ifndef GIP_UTF8_H
#define GIP_UTF8_H

#include <stdint.h>

#include "buf.h"

/*
 * Decodes the character at s.ptr[at] and moves `*at` behind it. A byte that
 * begins no valid character (overlong forms and surrogates included) gives
 * UTF8_BAD and moves by one. at must be < s.len.
 */
#define UTF8_BAD UINT32_C(0xFFFFFFFF)
uint32_t utf8_decode(struct slice s, size_t *at);

/* The same; ASCII and almost all Chinese without a call. */
static inline uint32_t
utf8_next(struct slice s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + *at;

	if (p[0] < 0x80) {
		*at += 1;
		return p[0];
	}
	if (p[0] < 0xe1 || p[0] == 0xed || p[0] > 0xef || s.len - *at < 3 || (p[1] & 0xc0) != 0x80
	    || (p[2] & 0xc0) != 0x80)
		return utf8_decode(s, at);
	*at += 3;
	return (p[0] & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU);
}

/* Where the last character begins, if the bytes are valid. s.len must be > 0. */
static inline size_t
utf8_last(struct slice s)
{
	size_t at = s.len - 1;

	while (at > 0 && s.len - at < 4 && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
		at--;
	return at;
}

/* The offset of the first byte that is not valid UTF-8; s.len if all is. */
size_t utf8_check(struct slice s);

void utf8_add(struct buf *, uint32_t c); /* appends one character */

/*
 * Appends `text` with control characters and what is not UTF-8 as `?`: names of files and
 * what comes from the web. Beyond `most` bytes it is cut, which `...` shows.
 */
void utf8_add_masked(struct buf *, struct slice text, size_t most);

static inline bool
utf8_is_digit(uint32_t c) /* of ASCII: folding makes the others so */
{
	return c >= '0' && c <= '9';
}

/* Does a byte begin one of U+4000 to U+9FFF: ideographs, nearly all that there is? */
static inline bool
utf8_begins_han(char byte)
{
	return (unsigned char)byte >= 0xe4 && (unsigned char)byte <= 0xe9;
}

bool utf8_is_han(uint32_t c);       /* an ideograph, 〇 and extensions included */
bool utf8_is_space(uint32_t c);     /* ASCII and Unicode: NBSP, U+3000, ZWSP, BOM too */
size_t utf8_han_count(struct slice);

/* Columns on a terminal: 2 for wide and full-width, 0 for combining and control. */
unsigned utf8_width(uint32_t c);
size_t utf8_columns(struct slice);

#endif
