/* SPDX-License-Identifier: MIT */
/*
 * What bytes that are no text look like: by how the file begins, by its
 * control bytes, by the pairs of its high bytes, by its tags.
 */
#include "sniff.h"

#include "utf8.h"

enum kind {
	KIND_PDF, KIND_ZIP, KIND_OLE, KIND_RTF, KIND_GZIP, KIND_IMAGE, KIND_UTF16, KIND_BINARY,
	KIND_GB18030, KIND_BIG5, KIND_DAMAGED, KIND_HTML, KIND_TEXT
};

#define CONVERT ": convert it with gip-text"

static const struct {
	const char *kind, *trouble;
} kinds[] = {
	[KIND_PDF] = { "a PDF file", "a PDF file, not text" CONVERT },
	[KIND_ZIP] = { "a ZIP file (DOCX, ODT, XLSX)",
	    "a ZIP file (DOCX, ODT, XLSX), not text" CONVERT },
	[KIND_OLE] = { "an OLE file (DOC, WPS)", "an OLE file (DOC, WPS), not text" CONVERT },
	[KIND_RTF] = { "an RTF file", "an RTF file, not text: save it as DOCX" },
	[KIND_GZIP] = { "a gzip file", "a gzip file, not text" CONVERT },
	[KIND_IMAGE] = { "a picture", "a picture, not text" },
	[KIND_UTF16] = { "UTF-16 text", "not UTF-8, looks like UTF-16 text" CONVERT },
	[KIND_BINARY] = { "binary data", "binary data, not text" CONVERT },
	[KIND_GB18030] = { "looks like GB18030 text",
	    "not UTF-8, looks like GB18030 text" CONVERT },
	[KIND_BIG5] = { "looks like Big5 text", "not UTF-8, looks like Big5 text" CONVERT },
	[KIND_DAMAGED] = { "looks like damaged UTF-8 text",
	    "not UTF-8, looks like damaged UTF-8 text" CONVERT },
	[KIND_HTML] = { "looks like HTML", "looks like HTML, not text" CONVERT },
};

static const struct {
	struct slice start;
	enum kind kind;
} magic[] = {
	{ { "%PDF-", 5 }, KIND_PDF },
	{ { "PK\003\004", 4 }, KIND_ZIP },
	{ { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 }, KIND_OLE },
	{ { "{\\rtf", 5 }, KIND_RTF },
	{ { "\x1f\x8b", 2 }, KIND_GZIP },
	{ { "\x89PNG", 4 }, KIND_IMAGE },
	{ { "\xff\xd8\xff", 3 }, KIND_IMAGE },
	{ { "\xff\xfe", 2 }, KIND_UTF16 },
	{ { "\xfe\xff", 2 }, KIND_UTF16 },
};

static unsigned char
byte_at(struct slice s, size_t at)
{
	return at < s.len ? (unsigned char)s.ptr[at] : 0;
}

/* No text has these, whatever its encoding. */
static bool
is_control(unsigned char c)
{
	return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v'
	    && c != 0x1b && c != '\b';
}

/* Is one of eight bytes below U+0020? */
static bool
may_have_control(const char *p)
{
	const uint64_t ones = UINT64_MAX / 0xff;
	uint64_t bytes;

	memcpy(&bytes, p, sizeof bytes);
	return ((bytes - ones * ' ') & ~bytes & (ones << 7)) != 0;
}

size_t
sniff_control(struct slice s)
{
	size_t at = 0;

	while (at < s.len) {
		if (s.len - at >= 8 && !may_have_control(s.ptr + at))
			at += 8;
		else if (is_control((unsigned char)s.ptr[at]))
			break;
		else
			at++;
	}
	return at;
}

/* Text in UTF-16 has NUL in every other byte where it is ASCII, other data anywhere. */
static enum kind
kind_of_controls(struct slice s)
{
	size_t nul[2] = { 0, 0 }, other = 0;

	for (size_t i = 0; i < s.len; i++) {
		nul[i % 2] += s.ptr[i] == 0;
		other += s.ptr[i] != 0 && is_control((unsigned char)s.ptr[i]);
	}
	size_t more = nul[0] > nul[1] ? nul[0] : nul[1], less = nul[0] + nul[1] - more;
	/* The high bytes of Chinese in UTF-16 are 4E..9F, so controls are rare. */
	if (more > 4 && more >= 8 * less && other * 20 < s.len)
		return KIND_UTF16;
	return KIND_BINARY;
}

/* Which double-byte encoding the high bytes make pairs of. */
static enum kind
kind_of_pairs(struct slice s)
{
	size_t pairs = 0, low_trails = 0, common = 0, bad = 0, utf8 = 0;

	for (size_t i = 0; i < s.len;) {
		unsigned char lead = byte_at(s, i), trail = byte_at(s, i + 1);
		size_t next = i;
		if (lead < 0x80) {
			i++;
			continue;
		}
		if (i + 1 == s.len)
			break; /* half a pair, cut off */
		utf8 += utf8_next(s, &next) != UTF8_BAD;
		if (lead == 0x80 || lead == 0xff || trail < 0x30 || trail == 0x7f
		    || trail == 0xff) {
			bad++;
			i++;
			continue;
		}
		pairs++;
		low_trails += trail < 0xa1;
		common += lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1; /* GB 2312, level one */
		i += trail < 0x40 ? 4 : 2; /* GB18030 of four bytes */
	}
	/* Chinese text in UTF-8 read as pairs is valid in half of the places, too. */
	if (utf8 * 4 > pairs || bad * 10 > pairs)
		return KIND_DAMAGED;
	if (common * 2 > pairs)
		return KIND_GB18030;
	return low_trails * 5 > pairs ? KIND_BIG5 : KIND_GB18030;
}

static bool
is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The length of the tag that begins at `at`; 0: it is none. */
static size_t
tag_length(struct slice s, size_t at)
{
	enum { TAG_BYTES = 2000 };
	unsigned char first = byte_at(s, at + 1), second = byte_at(s, at + 2);

	if (!is_letter(first) && !(first == '/' && is_letter(second)) && first != '!')
		return 0;
	size_t left = s.len - at < TAG_BYTES ? s.len - at : TAG_BYTES;
	const char *end = memchr(s.ptr + at, '>', left);
	return end ? (size_t)(end - (s.ptr + at)) + 1 : 0;
}

/* `name` in lower case, in the tag at `at`, and nothing else of a word. */
static bool
tag_is(struct slice s, size_t at, const char *name)
{
	size_t i = 0;

	for (; name[i]; i++)
		if ((byte_at(s, at + 1 + i) | 0x20) != (unsigned char)(name[i] | 0x20))
			return false;
	return !is_letter(byte_at(s, at + 1 + i));
}

/* A page, or a piece of one; a text in which a tag was left behind is none. */
bool
sniff_html(struct slice s, size_t *first)
{
	static const char *const sure[] = { "!doctype", "html", "body" };
	size_t tags = 0, bytes = 0;

	*first = s.len;
	for (size_t at = 0; at < s.len;) {
		const char *hit = memchr(s.ptr + at, '<', s.len - at);
		if (!hit)
			break;
		at = (size_t)(hit - s.ptr);
		size_t length = tag_length(s, at);
		if (length == 0) {
			at++;
			continue;
		}
		if (*first == s.len)
			*first = at;
		for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
			if (tag_is(s, at, sure[i]))
				return true;
		tags++;
		bytes += length;
		at += length;
	}
	return tags >= 6 && bytes * 5 > s.len;
}

/* By how it begins; KIND_TEXT: as a text may. */
static enum kind
kind_of_start(struct slice s)
{
	for (size_t i = 0; i < sizeof magic / sizeof *magic; i++)
		if (slice_starts(s, magic[i].start))
			return magic[i].kind;
	return KIND_TEXT;
}

bool
sniff_starts(struct slice bytes)
{
	return kind_of_start(bytes) == KIND_TEXT;
}

static enum kind
kind_of(struct slice s, size_t *at)
{
	enum kind start = kind_of_start(s);

	if (start != KIND_TEXT) {
		*at = 0;
		return start;
	}
	size_t bad = utf8_check(s), control = sniff_control(s);
	*at = bad < control ? bad : control;
	if (control < s.len)
		return kind_of_controls(s);
	if (bad < s.len)
		return kind_of_pairs(s);
	return sniff_html(s, at) ? KIND_HTML : KIND_TEXT;
}

bool
sniff_text(struct slice bytes, struct sniffed *out)
{
	size_t at = 0, line = 1;
	enum kind kind = kind_of(bytes, &at);

	if (kind == KIND_TEXT)
		return true;
	for (size_t i = 0; i < at && i < bytes.len; i++)
		line += bytes.ptr[i] == '\n';
	*out = (struct sniffed){ kinds[kind].kind, kinds[kind].trouble, at, line };
	return false;
}

const char *
sniff_kind(struct slice bytes)
{
	struct sniffed sniffed;

	return sniff_text(bytes, &sniffed) ? NULL : sniffed.kind;
}
