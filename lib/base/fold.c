/* SPDX-License-Identifier: MIT */
/* Folding: a character at a time, by tables that name what is written for what. */
#include "fold.h"

#include <stdlib.h>

#include "pinyin.h"
#include "utf8.h"
#include "variants.h"

static uint32_t
fold_ascii(uint32_t c)
{
	if (c <= ' ' || c == 0x7f)
		return 0;
	return c == '[' ? '(' : c == ']' ? ')' : c == '`' ? '\'' : c;
}

static uint32_t
fold_general(uint32_t c) /* U+2000..U+22FF: general punctuation and signs */
{
	switch (c) {
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
	case 0x2212:
		return '-';
	case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2032: case 0x2035:
		return '\'';
	case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033: case 0x2036:
		return '"';
	case 0x2024:
		return '.';
	case 0x2044: case 0x2215:
		return '/';
	case 0x2236:
		return ':';
	case 0x223c:
		return '~';
	default:
		break;
	}
	/* joiners, direction marks and other signs that nobody sees */
	if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
	    || (c >= 0x2060 && c <= 0x206f))
		return 0;
	return utf8_is_space(c) ? 0 : c;
}

static uint32_t
fold_cjk(uint32_t c) /* U+3000..U+303F: Chinese punctuation */
{
	switch (c) {
	case 0x3000:
		return 0;
	case 0x300c: case 0x300d: case 0x300e: case 0x300f: case 0x301d: case 0x301e:
	case 0x301f:
		return '"';
	case 0x3010: case 0x3014: case 0x3016: case 0x3018: case 0x301a:
		return '(';
	case 0x3011: case 0x3015: case 0x3017: case 0x3019: case 0x301b:
		return ')';
	case 0x301c:
		return '~';
	default:
		return c;
	}
}

static uint32_t
fold_form(uint32_t c) /* U+FE30..U+FFEF: compatibility forms */
{
	static const char small[] = ",\0.\0;:?!-(){}()#&*+-<>=\0\\$%@"; /* U+FE50..U+FE6B */

	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	else if (c >= 0xfe50 && c < 0xfe50 + sizeof small - 1 && small[c - 0xfe50])
		c = (unsigned char)small[c - 0xfe50];
	if (c < 0x80)
		return fold_ascii(c);
	switch (c) {
	case 0xfe35: case 0xfe39: case 0xfe3b:
		return '(';
	case 0xfe36: case 0xfe3a: case 0xfe3c:
		return ')';
	case 0xfe31: case 0xfe32: case 0xfe58:
		return '-';
	case 0xfe51: case 0xff64:
		return 0x3001; /* 、 */
	case 0xff61:
		return 0x3002; /* 。 */
	case 0xfe00: case 0xfe01: case 0xfeff:
		return 0;
	default:
		return c;
	}
}

uint32_t
fold_char(uint32_t c)
{
	if (c < 0x80)
		return fold_ascii(c);
	if ((c >= 0x3040 && c < 0xfe00) || (c >= 0x2e80 && c < 0x3000))
		return variants_find(c); /* nearly every character of a report */
	if (c == UTF8_BAD)
		return 0xfffd;
	if (c >= 0x3000)
		return c < 0x3040 ? fold_cjk(c) : fold_form(c);
	if (c >= 0x2000)
		return fold_general(c);
	return c < 0xa0 || c == 0xad || utf8_is_space(c) ? 0 : c;
}

/* The ideograph at `at`, U+4000..U+9FFF: most of any report; 0: something else. */
static inline uint32_t
han_at(struct slice s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.ptr + at;

	if (s.len - at < 3 || p[0] < 0xe4 || p[0] > 0xe9 || (p[1] & 0xc0) != 0x80
	    || (p[2] & 0xc0) != 0x80)
		return 0;
	return (p[0] & 0xfU) << 12 | (p[1] & 0x3fU) << 6 | (p[2] & 0x3fU);
}

uint32_t
fold_next(struct slice text, size_t *at)
{
	uint32_t han = han_at(text, *at);

	if (!han)
		return fold_char(utf8_next(text, at));
	*at += 3;
	*at += pinyin_gloss(text, *at);
	return variants_have(han) ? variants_find(han) : han;
}

static inline bool
is_same_ascii(unsigned char c)
{
	return (c >= '0' && c <= '9')
	    || (c > ' ' && c < 0x7f && c != '(' && c != '[' && c != ']' && c != '`');
}

/* One of 、。《》 at `at`. */
static inline bool
is_same_mark(struct slice text, size_t at)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;

	return text.len - at >= 3 && p[0] == 0xe3 && p[1] == 0x80
	    && (p[2] == 0x81 || p[2] == 0x82 || p[2] == 0x8a || p[2] == 0x8b);
}

size_t
fold_same(struct slice text, size_t at, size_t *han)
{
	size_t count = 0;

	while (at < text.len) {
		uint32_t c = han_at(text, at);
		unsigned char byte = (unsigned char)text.ptr[at];
		if (c >= 0x4e00 && !variants_have(c)) {
			at += 3;
			count++;
		} else if (is_same_ascii(byte)) {
			at++;
		} else if (is_same_mark(text, at)) {
			at += 3;
		} else {
			break;
		}
	}
	*han += count;
	return at;
}

uint32_t
fold_changed(struct slice text, size_t *at)
{
	size_t start = *at;
	uint32_t c = fold_char(utf8_next(text, at));
	size_t gloss = c == '(' && start >= 3 && han_at(text, start - 3)
	    ? pinyin_gloss(text, start) : 0;

	if (gloss == 0)
		return c;
	*at = start + gloss;
	return 0;
}

void
fold_clear(struct folded *f)
{
	f->text.len = 0;
	f->failed = f->text.failed;
}

void
fold_release(struct folded *f)
{
	buf_release(&f->text);
	free(f->from);
	*f = (struct folded)FOLDED_INIT;
}

/* Room in from[] for what the text may grow to. */
static bool
reserve(struct folded *f, size_t more)
{
	if (f->failed || !buf_reserve(&f->text, more))
		return false;
	if (f->text.room == f->room)
		return true;
	size_t *from = f->text.room > SIZE_MAX / sizeof *from
	    ? NULL : realloc(f->from, f->text.room * sizeof *from);
	if (!from)
		return false;
	f->from = from;
	f->room = f->text.room;
	return true;
}

/* Appends text[at..end), of which nothing changes. */
static void
add_same(struct folded *f, struct slice text, size_t at, size_t end)
{
	size_t *from = f->from + f->text.len;

	memcpy(f->text.ptr + f->text.len, text.ptr + at, end - at);
	f->text.len += end - at;
	for (size_t start = at; at < end; at++) {
		start = ((unsigned char)text.ptr[at] & 0xc0) == 0x80 ? start : at;
		*from++ = start;
	}
}

void
fold_add(struct folded *f, struct slice text)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at, len = f->text.len, han = 0, same = fold_same(text, at, &han);
		if (f->room - len < same - at + 4 && !reserve(f, text.len - at + 4)) {
			f->failed = true;
			return;
		}
		if (same > at) {
			add_same(f, text, at, same);
			at = same;
			continue;
		}
		uint32_t c = fold_changed(text, &at);
		if (c)
			utf8_add(&f->text, c);
		while (len < f->text.len)
			f->from[len++] = start;
	}
}

static bool
is_mark(char c)
{
	return c == '#' || c == '*';
}

struct slice
fold_bare(struct slice folded)
{
	while (folded.len && is_mark(folded.ptr[0]))
		folded = slice_from(folded, 1);
	while (folded.len && is_mark(folded.ptr[folded.len - 1]))
		folded.len--;
	return folded;
}

/* Is the character at `at` one that folding drops? Moves behind it. */
static bool
is_dropped(struct slice text, size_t *at)
{
	char c = text.ptr[*at];

	if (is_same_ascii((unsigned char)c) || han_at(text, *at))
		return false;
	if (c != ' ')
		return fold_char(utf8_next(text, at)) == 0;
	++*at;
	return true;
}

struct slice
fold_trim(struct slice text)
{
	for (size_t at = 0; text.len && is_dropped(text, &at); at = 0)
		text = slice_from(text, at);
	while (text.len) {
		size_t start = utf8_last(text), at = start;
		if (!is_dropped(text, &at))
			break;
		text.len = start;
	}
	return text;
}
