/* SPDX-License-Identifier: MIT */
#include "pinyin.h"

#include "utf8.h"

/* Syllables without a tone: a mark does not tell them from other words. */
static const char *const toneless[] = {
	"ba", "de", "ge", "le", "ma", "me", "men", "ne", "zhe", "zi",
};

enum { SYLLABLE_MAX = 7 }; /* zhuang, with a mark of its own */

static bool
is_marked(uint32_t c)
{
	return (c >= 0xdf && c < 0x250 && c != 0xf7) || (c >= 0x300 && c < 0x370)
	    || (c >= 0x1e00 && c < 0x1f00);
}

static bool
is_plain(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || c == 0x251 || c == 0x261; /* ɑ ɡ */
}

static bool
is_toneless(struct slice syllable)
{
	for (size_t i = 0; i < sizeof toneless / sizeof *toneless; i++)
		if (slice_is(syllable, toneless[i]))
			return true;
	return false;
}

size_t
pinyin_read(struct slice text, size_t at)
{
	size_t end = at, letters = 0, marks = 0;

	uint32_t c = utf8_next(text, &end);
	if (c != '(' && c != 0xff08) /* （ */
		return 0;
	for (size_t start = end; end < text.len; letters++) {
		size_t before = end;
		c = utf8_next(text, &end);
		if (c == ')' || c == 0xff09) {
			struct slice syllable = { text.ptr + start, before - start };
			return marks || is_toneless(syllable) ? end - at : 0;
		}
		if (letters == SYLLABLE_MAX || !(is_plain(c) || is_marked(c)))
			return 0;
		marks += is_marked(c);
	}
	return 0;
}
