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

/* Appends the bytes of characters in GBK. False: one of them has none. */
static bool
add_gbk(iconv_t cd, struct slice text, struct buf *out)
{
	size_t count = 0, left = text.len;
	char *in = (char *)(uintptr_t)text.ptr;

	for (size_t at = 0; at < text.len; count++)
		utf8_next(text, &at);
	if (!buf_reserve(out, 4 * count))
		return true; /* which is told at the end */
	char *to = out->ptr + out->len;
	size_t room = 4 * count;
	bool ok = iconv(cd, &in, &left, &to, &room) != (size_t)-1;
	/* Of four bytes are those that GB18030 has and GBK has not. */
	if (!ok || (size_t)(to - out->ptr) != out->len + 2 * count)
		return false;
	out->len += 2 * count;
	return true;
}

/* The bytes of characters in GBK; for one that has none a byte that means "lost". */
static void
add_bytes(iconv_t cd, struct slice text, struct buf *out)
{
	if (add_gbk(cd, text, out))
		return;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		utf8_next(text, &at);
		if (!add_gbk(cd, (struct slice){ text.ptr + start, at - start }, out))
			buf_char(out, LOST);
	}
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

/* The ASCII at the start. */
static size_t
ascii_length(struct slice s)
{
	size_t length = 0;

	while (length < s.len && (unsigned char)s.ptr[length] < 0x80)
		length++;
	return length;
}

static const struct slice euro_sign = { "\xe2\x82\xac", 3 };

/* What is neither ASCII nor a euro sign at the start. */
static size_t
other_length(struct slice s)
{
	size_t length = 0;

	while (length < s.len && (unsigned char)s.ptr[length] >= 0x80
	    && !slice_starts(slice_from(s, length), euro_sign))
		utf8_next(s, &length);
	return length;
}

/* The bytes that `text` was read from. False: memory is out. */
static bool
read_from(struct slice text, struct buf *out)
{
	iconv_t cd = iconv_open("GB18030", "UTF-8");
	size_t euro = SIZE_MAX; /* where one waits to be settled */

	if (cd == (iconv_t)-1)
		return false;
	while (text.len && !out->failed) {
		size_t ascii = ascii_length(text), other = other_length(text), len = out->len;
		bool is_euro = ascii + other == 0;
		bool is_open = is_euro && wanted(buf_slice(out)) == 1;
		if (is_euro)
			buf_char(out, '\x80');
		else if (ascii)
			buf_add(out, slice_head(text, ascii));
		else
			add_bytes(cd, slice_head(text, other), out);
		if (euro < len && !out->failed)
			settle_euro(out, euro);
		euro = is_open ? out->len - 1 : SIZE_MAX;
		text = slice_from(text, is_euro ? euro_sign.len : ascii + other);
	}
	iconv_close(cd);
	return !out->failed;
}

static bool
is_chinese(uint32_t c)
{
	return utf8_is_han(c) || (c >= 0x3000 && c < 0x3100) || (c > 0xff00 && c < 0xffef);
}

/* Characters of UTF-8 in bytes, and places where there is none; ASCII is neither. */
struct tally {
	size_t good, broken;
};

static struct tally
count(struct slice bytes)
{
	struct tally tally = { 0, 0 };
	bool was_bad = false;

	while (bytes.len) {
		size_t ascii = ascii_length(bytes), at = 0;
		was_bad = was_bad && !ascii;
		bytes = slice_from(bytes, ascii);
		if (!bytes.len)
			break;
		uint32_t c = utf8_next(bytes, &at);
		bytes = slice_from(bytes, at);
		tally.good += c != UTF8_BAD && is_chinese(c);
		tally.broken += c == UTF8_BAD && !was_bad;
		was_bad = c == UTF8_BAD;
	}
	return tally;
}

/*
 * Chinese that was encoded in GBK in earnest is nearly nowhere valid UTF-8; a lost
 * byte breaks one character. Nearly every text shows at its start that it is no such
 * thing.
 */
static bool
is_mojibake(struct slice text)
{
	enum { FEW = 2048, BROKEN = 16, SAMPLE = 16 * 1024, ENOUGH = 8 };
	struct buf bytes = BUF_INIT;
	struct tally tally = { 0, 0 };

	text = slice_from(text, ascii_length(text));
	bool ok = read_from(slice_head(text, FEW), &bytes);
	tally = count(buf_slice(&bytes));
	if (ok && (4 * tally.good >= tally.broken || tally.broken < BROKEN)) {
		bytes.len = 0;
		ok = read_from(slice_head(text, SAMPLE), &bytes);
		tally = count(buf_slice(&bytes));
	}
	buf_release(&bytes);
	return ok && tally.good >= ENOUGH && tally.good > tally.broken;
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
	struct buf bytes = BUF_INIT;

	*lost = 0;
	if (!is_mojibake(text))
		return false;
	if (read_from(text, &bytes))
		add_decoded(buf_slice(&bytes), out, lost);
	out->failed = out->failed || bytes.failed;
	buf_release(&bytes);
	return !out->failed;
}
