/* SPDX-License-Identifier: MIT */
/* Folding: a character at a time, by tables that name what is written for what. */
#include "fold.h"

#include <stdlib.h>

#include "ascending.h"
#include "han.h"
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

	if (c >= 0xfe50 && c < 0xfe50 + sizeof small - 1 && small[c - 0xfe50])
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
	if (c >= 0xff01 && c <= 0xff5e)
		return fold_ascii(c - 0xfee0); /* nearly all that folding changes in one */
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

/* Does a character stand at `at` that folding surely does not drop? */
static inline bool
is_plain(struct slice text, size_t at)
{
	return (text.ptr[at] > ' ' && text.ptr[at] < 0x7f) || han_at(text, at);
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

/* Is the ideograph of U+4000..U+9FFF one of U+4E00.. that is written for no other? */
static inline bool
is_same_han(const char *p)
{
	const size_t first = 0x4e00 / 64; /* so many have their bits in one row */
	size_t row = ((unsigned char)p[0] & 0xfU) << 6 | ((unsigned char)p[1] & 0x3fU);

	return row >= first
	    && !(eight_at((const char *)variants_known + row * EIGHT) >> (p[2] & 0x3f) & 1);
}

/* Moves behind those at `at`. */
static inline size_t
pass_han(struct slice text, size_t at)
{
	size_t len = HAN_BYTES;

	while (len == HAN_BYTES && text.len - at >= SIXTEEN) {
		len = han_five(text.ptr + at);
		for (size_t end = at + len; at < end; at += 3)
			if (!is_same_han(text.ptr + at))
				return at;
	}
	while (at < text.len && han_at(text, at) && is_same_han(text.ptr + at))
		at += 3;
	return at;
}

size_t
fold_same(struct slice text, size_t at, size_t *han)
{
	while (at < text.len) {
		size_t start = at;
		at = pass_han(text, at);
		*han += (at - start) / 3;
		while (at < text.len && is_same_ascii((unsigned char)text.ptr[at]))
			at++;
		while (at < text.len && is_same_mark(text, at))
			at += 3;
		if (at == start)
			break;
	}
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

/* Appends text[at..end) behind the character `first`; 0: none. */
static bool
add_run(struct buf *folded, uint32_t first, struct slice text, size_t at, size_t end)
{
	enum { LONGEST = 4 }; /* bytes of a character */

	if (folded->room - folded->len < end - at + LONGEST
	    && !buf_reserve(folded, text.len - at + LONGEST))
		return false;
	if (first && first < 0x80)
		folded->ptr[folded->len++] = (char)first;
	else if (first)
		utf8_add(folded, first);
	if (end > at)
		memcpy(folded->ptr + folded->len, text.ptr + at, end - at);
	folded->len += end - at;
	return true;
}

bool
fold_run(struct slice text, size_t *at, struct buf *folded, size_t *han,
    struct fold_run *run)
{
	bool gap = false;

	while (*at < text.len) {
		size_t from = *at, end = is_plain(text, from) ? fold_same(text, from, han) : from;
		uint32_t c = 0;
		if (end == from) {
			c = fold_changed(text, at);
			if (c == 0) {
				gap = true;
				continue;
			}
			*han += c >= 0x80 && utf8_is_han(utf8_next(text, &end));
			end = fold_same(text, *at, han);
		}
		size_t start = folded->len;
		if (!add_run(folded, c, text, *at, end))
			return false;
		*at = end;
		*run = (struct fold_run){ start, folded->len, from, end, gap };
		return true;
	}
	return false;
}

void
fold_clear(struct folded *f)
{
	f->text.len = 0;
	f->runs = 0;
	f->failed = f->text.failed;
}

void
fold_release(struct folded *f)
{
	buf_release(&f->text);
	free(f->run);
	*f = (struct folded)FOLDED_INIT;
}

/* Room for one more run. */
static bool
make_room(struct folded *f)
{
	enum { USUAL = 32 };

	if (f->runs < f->room)
		return true;
	size_t room = f->room ? f->room * 2 : USUAL;
	struct fold_run *run = room > SIZE_MAX / sizeof *run
	    ? NULL : realloc(f->run, room * sizeof *run);
	if (!run)
		return false;
	f->run = run;
	f->room = room;
	return true;
}

void
fold_add(struct folded *f, struct slice text)
{
	struct fold_run run;
	size_t at = 0, han = 0;

	while (!f->failed && fold_run(text, &at, &f->text, &han, &run)) {
		if (make_room(f))
			f->run[f->runs++] = run;
		else
			f->failed = true;
	}
	f->failed = f->failed || f->text.failed;
}

size_t
fold_from(const struct folded *f, size_t at)
{
	while (at > 0 && ((unsigned char)f->text.ptr[at] & 0xc0) == 0x80)
		at--;
	const struct fold_run *run =
	    f->run + ascending_last(&f->run->start, sizeof *f->run, f->runs, at);
	return at == run->start ? run->from : run->to - (run->end - at);
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
