/* SPDX-License-Identifier: MIT */
#include "mojibake.h"

#include <iconv.h>

#include "utf8.h"

/* Stands for what was lost; no text in UTF-8 holds it. */
#define LOST '\xff'

/* The bytes of one character in GBK; a byte that means "lost" if it has none. */
static void
add_gbk(iconv_t cd, struct slice c, struct buf *out)
{
	char bytes[8], *in = (char *)(uintptr_t)c.ptr, *to = bytes;
	size_t left = c.len, room = sizeof bytes;

	/* Windows shows the lead byte that GBK has no use for as a euro sign. */
	if (slice_eq(c, SLICE("€"))) {
		buf_char(out, '\x80');
		return;
	}
	bool ok = iconv(cd, &in, &left, &to, &room) != (size_t)-1;
	size_t len = (size_t)(to - bytes);
	if (ok && len <= 2)
		buf_add(out, (struct slice){ bytes, len });
	else
		buf_char(out, LOST);
}

/* The bytes that `text` was read from. False: memory is out. */
static bool
read_from(struct slice text, struct buf *out)
{
	iconv_t cd = iconv_open("GB18030", "UTF-8");

	if (cd == (iconv_t)-1)
		return false;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		if ((unsigned char)text.ptr[at] < 0x80) {
			buf_char(out, text.ptr[at++]);
			continue;
		}
		utf8_next(text, &at);
		add_gbk(cd, (struct slice){ text.ptr + start, at - start }, out);
	}
	iconv_close(cd);
	return !out->failed;
}

/* Chinese that was encoded in GBK in earnest is nearly nowhere valid UTF-8. */
static bool
is_mojibake(struct slice bytes)
{
	enum { ENOUGH = 8 };
	size_t good = 0, bad = 0;

	for (size_t at = 0; at < bytes.len;) {
		uint32_t c = utf8_next(bytes, &at);
		good += c != UTF8_BAD && (utf8_is_han(c) || (c >= 0x3000 && c < 0x3100) || c > 0xff00);
		bad += c == UTF8_BAD;
	}
	return good >= ENOUGH && good > 2 * bad;
}

/* The bytes as UTF-8; what is broken in one place is one character. */
static void
add_decoded(struct slice bytes, struct buf *out, size_t *lost)
{
	bool broken = false;

	for (size_t at = 0; at < bytes.len;) {
		uint32_t c = utf8_next(bytes, &at);
		if (c == UTF8_BAD || (broken && c == '?')) {
			if (!broken) {
				buf_add(out, SLICE("\xef\xbf\xbd"));
				++*lost;
			}
			broken = c == UTF8_BAD;
		} else {
			utf8_add(out, c);
			broken = false;
		}
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
