/* SPDX-License-Identifier: MIT */
#include "latin.h"

#include "charset.h"
#include "utf8.h"

enum { NO_BYTE = 0xff }; /* in no encoding of Chinese */

/* What Windows-1252 has at 80 to 9F; 0 where it has nothing. */
static const uint16_t windows[32] = {
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

/* The byte that was read as `c`; NO_BYTE: there is none, or too many were. */
static unsigned char
byte_of(uint32_t c)
{
	if (c < NO_BYTE)
		return (unsigned char)c;
	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++)
		if (windows[i] == c)
			return (unsigned char)(0x80 + i);
	return NO_BYTE;
}

/*
 * A character of Chinese is two bytes or three, so these letters stand side by side; in
 * languages that have them they stand alone.
 */
static bool
is_latin(struct slice text)
{
	enum { ENOUGH = 16, MOST = 8 };
	size_t together = 0, alone = 0, other = 0, run = 0;

	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		bool is = c >= 0x80 && byte_of(c) != NO_BYTE;
		other += c >= 0x80 && !is;
		if (is && ++run < 2)
			continue;
		if (is)
			together += run == 2 ? 2 : 1;
		else if (run == 1)
			alone++;
		run = is ? run : 0;
		/* Any other text shows soon that it is one. */
		if (other > ENOUGH * (together + 1))
			return false;
	}
	return together >= ENOUGH && together >= MOST * (alone + other);
}

bool
latin_turn_back(struct slice text, struct buf *out, size_t *lost)
{
	enum { ENOUGH = 8 };
	struct buf bytes = BUF_INIT;
	struct charset charset;
	size_t before = out->len;

	*lost = 0;
	if (!is_latin(text))
		return false;
	for (size_t at = 0; at < text.len;)
		buf_char(&bytes, (char)byte_of(utf8_next(text, &at)));
	bool ok = !bytes.failed && charset_decode(buf_slice(&bytes), SLICE_NONE, out, &charset);
	out->failed = out->failed || bytes.failed;
	buf_release(&bytes);
	size_t han = ok ? utf8_han_count(slice_from(buf_slice(out), before)) : 0;
	if (ok && han >= ENOUGH && han > charset.bad) {
		*lost = charset.bad;
		return true;
	}
	out->len = before;
	return false;
}
