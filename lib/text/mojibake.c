/* SPDX-License-Identifier: MIT */
#include "mojibake.h"

#include <iconv.h>
#include <stdint.h>

#include "utf8.h"

/* Stands for what was lost; no text in UTF-8 holds it. */
#define LOST '\xff'

static bool
is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* How many bytes the last character, in UTF-8, still wants. */
static size_t
wanted(struct slice s)
{
	size_t have = 0;

	while (have < 3 && have < s.len && is_continuation(s.ptr[s.len - 1 - have]))
		have++;
	unsigned char lead = have < s.len ? (unsigned char)s.ptr[s.len - 1 - have] : 0;
	size_t all = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0;
	return all > have ? all - have : 0;
}

/* The bytes of one character in GBK; a byte that means "lost" if it has none. */
static void
add_gbk(iconv_t cd, struct slice c, struct buf *out)
{
	char bytes[8], *in = (char *)(uintptr_t)c.ptr, *to = bytes;
	size_t left = c.len, room = sizeof bytes;
	bool ok = iconv(cd, &in, &left, &to, &room) != (size_t)-1;
	size_t len = (size_t)(to - bytes);

	if (ok && len <= 2)
		buf_add(out, (struct slice){ bytes, len });
	else
		buf_char(out, LOST);
}

/*
 * A euro sign is 80 to Windows and A2 E3 to GB18030. Both may end a character; E3
 * begins one, so another byte of it has to be next.
 */
static void
settle_euro(struct buf *out, size_t at)
{
	if (!is_continuation(out->ptr[at + 1]))
		return;
	buf_char(out, '\0');
	if (out->failed)
		return;
	memmove(out->ptr + at + 2, out->ptr + at + 1, out->len - at - 2);
	out->ptr[at] = '\xa2';
	out->ptr[at + 1] = '\xe3';
}

/* The bytes that `text` was read from. False: memory is out. */
static bool
read_from(struct slice text, struct buf *out)
{
	iconv_t cd = iconv_open("GB18030", "UTF-8");
	size_t euro = SIZE_MAX; /* where one waits to be settled */

	if (cd == (iconv_t)-1)
		return false;
	for (size_t at = 0; at < text.len && !out->failed;) {
		size_t start = at, len = out->len;
		bool is_ascii = (unsigned char)text.ptr[at] < 0x80;
		utf8_next(text, &at);
		struct slice c = { text.ptr + start, at - start };
		bool is_euro = slice_eq(c, SLICE("€"));
		bool is_open = is_euro && wanted(buf_slice(out)) == 1;
		if (is_ascii)
			buf_add(out, c);
		else if (is_euro)
			buf_char(out, '\x80');
		else
			add_gbk(cd, c, out);
		if (euro < len && !out->failed)
			settle_euro(out, euro);
		euro = is_open ? out->len - 1 : SIZE_MAX;
	}
	iconv_close(cd);
	return !out->failed;
}

static bool
is_chinese(uint32_t c)
{
	return utf8_is_han(c) || (c >= 0x3000 && c < 0x3100) || (c > 0xff00 && c < 0xffef);
}

/*
 * Chinese that was encoded in GBK in earnest is nearly nowhere valid UTF-8; a lost
 * byte breaks one character.
 */
static bool
is_mojibake(struct slice bytes)
{
	enum { ENOUGH = 8 };
	size_t good = 0, broken = 0;
	bool was_bad = false;

	for (size_t at = 0; at < bytes.len;) {
		uint32_t c = utf8_next(bytes, &at);
		good += c != UTF8_BAD && is_chinese(c);
		broken += c == UTF8_BAD && !was_bad;
		was_bad = c == UTF8_BAD;
	}
	return good >= ENOUGH && good > broken;
}

static bool
is_broken(struct slice bytes, size_t at)
{
	return at < bytes.len && utf8_next(bytes, &at) == UTF8_BAD;
}

/*
 * The bytes as UTF-8. What is broken in one place is one character; question marks
 * beside it stand for bytes of it. Where a byte is too many, others were lost
 * without a trace, and the character before it may be made of what was left.
 */
static void
add_decoded(struct slice bytes, struct buf *out, size_t *lost)
{
	bool broken = false;
	size_t before = 0; /* bytes of the last character, if it is not ASCII */

	for (size_t at = 0; at < bytes.len;) {
		size_t start = at, len = out->len;
		uint32_t c = utf8_next(bytes, &at);
		bool is = c == UTF8_BAD || (c == '?' && (broken || is_broken(bytes, at)));
		if (is && !broken && is_continuation(bytes.ptr[start]) && !out->failed)
			out->len -= before;
		if (!is)
			utf8_add(out, c);
		else if (!broken)
			buf_add(out, SLICE("\xef\xbf\xbd"));
		*lost += is && !broken;
		broken = is;
		before = !is && c >= 0x80 && out->len > len ? out->len - len : 0;
	}
}

bool
mojibake_turn_back(struct slice text, struct buf *out, size_t *lost)
{
	enum { SAMPLE = 16 * 1024 };
	struct buf bytes = BUF_INIT;
	size_t start = 0;

	*lost = 0;
	while (start < text.len && (unsigned char)text.ptr[start] < 0x80)
		start++;
	bool is = read_from(slice_head(slice_from(text, start), SAMPLE), &bytes)
	    && is_mojibake(buf_slice(&bytes));
	if (is) {
		bytes.len = 0;
		if (read_from(text, &bytes))
			add_decoded(buf_slice(&bytes), out, lost);
		out->failed = out->failed || bytes.failed;
	}
	buf_release(&bytes);
	return is && !out->failed;
}
