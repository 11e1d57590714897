/* SPDX-License-Identifier: MIT */
#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <uchardet/uchardet.h>

#include "sniff.h"
#include "utf8.h"

const char *const charset_source_names[] = {
	[CHARSET_FORCED] = "forced",
	[CHARSET_MARK] = "byte order mark",
	[CHARSET_DECLARED] = "declared",
	[CHARSET_VALID] = "valid",
	[CHARSET_GUESSED] = "guessed",
};

#define REPLACEMENT SLICE("\xef\xbf\xbd")

static const char utf8[] = "UTF-8", gb18030[] = "GB18030", big5[] = "BIG5-HKSCS";

/* What pages call them, and what they mean by it; UTF-16 cannot be declared in ASCII. */
static const struct {
	const char *label, *name;
} labels[] = {
	{ "utf-8", utf8 }, { "utf8", utf8 }, { "utf-16", utf8 },
	{ "gb2312", gb18030 }, { "gbk", gb18030 }, { "gb18030", gb18030 },
	{ "gb_2312-80", gb18030 }, { "x-gbk", gb18030 }, { "cp936", gb18030 },
	{ "big5", big5 }, { "big5-hkscs", big5 }, { "cp950", big5 }, { "x-x-big5", big5 },
};

static const struct {
	struct slice bytes;
	const char *name;
} marks[] = {
	{ { "\xef\xbb\xbf", 3 }, utf8 },
	{ { "\xff\xfe\0\0", 4 }, "UTF-32LE" },
	{ { "\xff\xfe", 2 }, "UTF-16LE" },
	{ { "\xfe\xff", 2 }, "UTF-16BE" },
	{ { "\x84\x31\x95\x33", 4 }, gb18030 },
};

/* A decoding that was tried. */
struct trial {
	const char *name;
	struct buf text;
	size_t bad;
	bool failed; /* memory was out in one that was tried */
};

static void
decode_utf8(struct slice bytes, struct trial *t)
{
	size_t start = 0;

	for (size_t at = utf8_check(bytes); at < bytes.len;) {
		size_t here = at;
		if (utf8_next(bytes, &at) != UTF8_BAD)
			continue;
		buf_add(&t->text, (struct slice){ bytes.ptr + start, here - start });
		buf_add(&t->text, REPLACEMENT);
		t->bad++;
		start = at;
	}
	buf_add(&t->text, slice_from(bytes, start));
}

/* One step of iconv into the buffer; false: all is done. */
static bool
decode_step(iconv_t cd, struct slice *rest, struct trial *t)
{
	char *in = (char *)(uintptr_t)rest->ptr, *out = t->text.ptr + t->text.len;
	size_t left = rest->len, room = t->text.room - t->text.len;
	size_t result = iconv(cd, &in, &left, &out, &room);

	t->text.len = (size_t)(out - t->text.ptr);
	*rest = slice_from(*rest, rest->len - left);
	if (result != (size_t)-1)
		return false;
	if (errno == E2BIG)
		return true;
	buf_add(&t->text, REPLACEMENT);
	t->bad++;
	/* A wrong byte is passed over; a character that the end cuts off is the last. */
	size_t width = slice_starts(slice_of(t->name), SLICE("UTF-16")) ? 2 : 1;
	*rest = errno == EINVAL ? SLICE_NONE : slice_from(*rest, width);
	return rest->len > 0;
}

/* False: there is no such encoding, or memory is out. */
static bool
decode(struct slice bytes, struct trial *t)
{
	if (strcmp(t->name, utf8) == 0) {
		decode_utf8(bytes, t);
		return !t->text.failed;
	}
	iconv_t cd = iconv_open(utf8, t->name);
	if (cd == (iconv_t)-1)
		return false;
	while (buf_reserve(&t->text, bytes.len / 2 + 64) && decode_step(cd, &bytes, t))
		;
	iconv_close(cd);
	return !t->text.failed;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Where `word`, in lower case, stands in `s`, whatever the case there; s.len: nowhere. */
static size_t
find_word(struct slice s, const char *word, size_t start)
{
	size_t length = strlen(word);

	for (size_t at = start; at + length <= s.len; at++) {
		size_t i = 0;
		while (i < length && lower(s.ptr[at + i]) == word[i])
			i++;
		if (i == length)
			return at;
	}
	return s.len;
}

/* The value behind `key`: key = "value" */
static struct slice
value_of(struct slice tag, const char *key)
{
	struct slice rest = slice_from(tag, find_word(tag, key, 0));

	rest = slice_trim(slice_from(rest, strlen(key)));
	if (!slice_starts(rest, SLICE("=")))
		return SLICE_NONE;
	rest = slice_trim(slice_from(rest, 1));
	if (rest.len && (*rest.ptr == '"' || *rest.ptr == '\''))
		rest = slice_from(rest, 1);
	size_t len = 0;
	while (len < rest.len && !strchr(" \t\r\n\"';/>?", rest.ptr[len]))
		len++;
	return slice_head(rest, len);
}

/* The name that a label stands for; NULL: none that helps. */
static const char *
name_of(struct slice label)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (label.len == strlen(labels[i].label) && find_word(label, labels[i].label, 0) == 0)
			return labels[i].name;
	return NULL;
}

/* What the page says of itself, in its first bytes. */
static const char *
declared(struct slice bytes)
{
	struct slice head = slice_head(bytes, 4096);
	const char *name = NULL;

	if (slice_starts(slice_trim(head), SLICE("<?xml"))) {
		struct slice rest = head;
		name = name_of(value_of(slice_cut(&rest, '>'), "encoding"));
	}
	for (size_t at = 0; !name && (at = find_word(head, "<meta", at)) < head.len; at++) {
		struct slice rest = slice_from(head, at);
		name = name_of(value_of(slice_cut(&rest, '>'), "charset"));
	}
	return name;
}

/* UTF-16 without a mark: the zero bytes of ASCII tell which half is which. */
static const char *
utf16_of(struct slice bytes)
{
	struct slice head = slice_head(bytes, 64 * 1024);
	const char *kind = slice_has(head, '\0') ? sniff_kind(head) : NULL;
	size_t zeros[2] = { 0, 0 };

	if (!kind || strcmp(kind, "UTF-16 text") != 0)
		return NULL;
	for (size_t i = 0; i < head.len; i++)
		zeros[i % 2] += head.ptr[i] == 0;
	return zeros[0] > zeros[1] ? "UTF-16BE" : "UTF-16LE";
}

/* What uchardet thinks; empty: nothing. */
static void
ask_uchardet(struct slice bytes, char name[32])
{
	uchardet_t asked = uchardet_new();

	name[0] = '\0';
	if (!asked)
		return;
	struct slice head = slice_head(bytes, (size_t)1 << 20);
	if (uchardet_handle_data(asked, head.ptr, head.len) == 0) {
		uchardet_data_end(asked);
		const char *answer = uchardet_get_charset(asked);
		if (strlen(answer) < 32)
			strcpy(name, answer);
	}
	uchardet_delete(asked);
}

/* After a trial that was none: is it the memory, and not the name of the encoding? */
static bool
is_out_of_memory(const struct trial *t)
{
	return t->text.failed || errno == ENOMEM;
}

/* Keeps the trial with fewer bad places in `best`; the first one where they are even. */
static void
try(struct slice bytes, const char *name, struct trial *best)
{
	struct trial t = { .name = name, .text = BUF_INIT };

	bool decoded = decode(bytes, &t);
	bool failed = best->failed || (!decoded && is_out_of_memory(&t));
	if (!decoded || (best->name && t.bad >= best->bad)) {
		buf_release(&t.text);
	} else {
		buf_release(&best->text);
		*best = t;
	}
	best->failed = failed;
}

/* Damaged or cut UTF-8: more of its characters of three bytes are whole than broken. */
static bool
is_mostly_utf8(struct slice bytes)
{
	size_t whole = 0, broken = 0;

	for (size_t at = 0; at < bytes.len;) {
		uint32_t c = utf8_next(bytes, &at);
		whole += c != UTF8_BAD && c >= 0x800;
		broken += c == UTF8_BAD;
	}
	return whole > broken;
}

/*
 * No mark, no declaration that fits, no UTF-8: statistics, but GB18030 first.
 * `answer` has to live as long as `best`.
 */
static void
guess(struct slice bytes, struct trial *best, char answer[32])
{
	const char *utf16 = utf16_of(bytes);

	if (utf16 || is_mostly_utf8(bytes)) {
		try(bytes, utf16 ? utf16 : utf8, best);
		return;
	}
	ask_uchardet(bytes, answer);
	bool is_big5 = strcmp(answer, "BIG5") == 0 || strcmp(answer, "EUC-TW") == 0;
	const char *kind = is_big5 ? sniff_kind(slice_head(bytes, 64 * 1024)) : NULL;
	if (kind && strcmp(kind, "looks like Big5 text") == 0)
		try(bytes, big5, best);
	try(bytes, gb18030, best);
	if (is_big5)
		try(bytes, big5, best);
	/* Anything else only if Chinese makes no sense at all. */
	else if (*answer && best->bad * 20 > bytes.len)
		try(bytes, answer, best);
}

static bool
found(struct trial *t, enum charset_source source, struct buf *out, struct charset *charset)
{
	size_t len = strlen(t->name);

	if (len >= sizeof charset->name)
		len = sizeof charset->name - 1;
	memcpy(charset->name, t->name, len);
	charset->name[len] = '\0';
	charset->source = source;
	charset->bad = t->bad;
	buf_add(out, buf_slice(&t->text));
	buf_release(&t->text);
	return !out->failed;
}

bool
charset_exists(struct slice name)
{
	char text[64];

	if (name.len == 0)
		return false;
	if (name_of(name))
		return true;
	if (name.len >= sizeof text)
		return false;
	memcpy(text, name.ptr, name.len);
	text[name.len] = '\0';
	iconv_t cd = iconv_open(utf8, text);
	if (cd != (iconv_t)-1)
		iconv_close(cd);
	return cd != (iconv_t)-1;
}

static bool
decode_forced(struct slice bytes, struct slice forced, struct buf *out, struct charset *charset)
{
	char name[64];
	struct trial t = { .name = name_of(forced), .text = BUF_INIT };

	if (!t.name) {
		if (!charset_exists(forced))
			return false;
		memcpy(name, forced.ptr, forced.len);
		name[forced.len] = '\0';
		t.name = name;
	}
	if (!decode(bytes, &t)) {
		out->failed = true;
		buf_release(&t.text);
		return false;
	}
	return found(&t, CHARSET_FORCED, out, charset);
}

bool
charset_decode(struct slice bytes, struct slice forced, struct buf *out, struct charset *charset)
{
	struct trial best = { .text = BUF_INIT };
	enum charset_source source = CHARSET_MARK;
	char answer[32];

	for (size_t i = 0; i < sizeof marks / sizeof *marks && !best.name; i++)
		if (slice_starts(bytes, marks[i].bytes)) {
			bytes = slice_from(bytes, marks[i].bytes.len);
			if (!forced.len)
				try(bytes, marks[i].name, &best);
		}
	if (forced.len)
		return decode_forced(bytes, forced, out, charset);
	const char *name = best.name ? NULL : declared(bytes);
	/* Chinese in another encoding is never valid UTF-8, unless it is a word or two. */
	bool is_utf8 = utf8_check(bytes) == bytes.len && !utf16_of(bytes);
	if (name && (!is_utf8 || strcmp(name, utf8) == 0)) {
		source = CHARSET_DECLARED;
		try(bytes, name, &best);
	}
	if (!best.name && is_utf8) {
		source = CHARSET_VALID;
		try(bytes, utf8, &best);
	}
	/* A declaration that the bytes contradict in one place of a hundred is wrong. */
	if (!best.name || (source == CHARSET_DECLARED && best.bad * 100 > bytes.len)) {
		const char *before = best.name;
		guess(bytes, &best, answer);
		source = best.name == before ? source : CHARSET_GUESSED;
	}
	/* What could not be tried might have been the right one. */
	if (!best.name || best.failed) {
		buf_release(&best.text);
		out->failed = true;
		return false;
	}
	return found(&best, source, out, charset);
}
