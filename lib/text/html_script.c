/* SPDX-License-Identifier: MIT */
#include "html_script.h"

#include "utf8.h"

/* The value of `count` hexadecimal digits at `at`; false: they are not there. */
static bool
hex(struct slice s, size_t at, size_t count, uint32_t *value)
{
	*value = 0;
	for (size_t i = at; i < at + count; i++) {
		const char *digits = "0123456789abcdef0123456789ABCDEF";
		const char *digit = i < s.len && s.ptr[i] ? strchr(digits, s.ptr[i]) : NULL;
		if (!digit)
			return false;
		*value = 16 * *value + (uint32_t)((digit - digits) % 16);
	}
	return true;
}

/* \uD83D\uDE00 is one character. */
static size_t
add_unicode(struct slice s, size_t at, struct buf *out)
{
	uint32_t c, low;

	if (!hex(s, at, 4, &c))
		return at;
	at += 4;
	if (c >= 0xd800 && c < 0xdc00 && slice_starts(slice_from(s, at), SLICE("\\u"))
	    && hex(s, at + 2, 4, &low) && low >= 0xdc00 && low < 0xe000) {
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
		at += 6;
	}
	utf8_add(out, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
	return at;
}

/* The escape behind a backslash at `at`; returns what is behind it. */
static size_t
add_escape(struct slice s, size_t at, struct buf *out)
{
	static const char letters[] = "nrtbfv0\n";
	static const char meant[] = "\n\r\t    ";
	uint32_t c;

	if (at >= s.len)
		return at;
	if (s.ptr[at] == 'u')
		return add_unicode(s, at + 1, out);
	if (s.ptr[at] == 'x' && hex(s, at + 1, 2, &c)) {
		utf8_add(out, c);
		return at + 3;
	}
	const char *letter = s.ptr[at] ? strchr(letters, s.ptr[at]) : NULL;
	if (!letter)
		buf_char(out, s.ptr[at]);
	else if (*letter != '\n')
		buf_char(out, meant[letter - letters]);
	return at + 1;
}

/* The string that begins behind a quote at `at`; returns what is behind its end. */
static size_t
add_string(struct slice s, size_t at, char quote, struct buf *out)
{
	while (at < s.len && s.ptr[at] != quote) {
		if (s.ptr[at] == '\n' && quote != '`')
			return at; /* not closed: it was no string */
		if (s.ptr[at] == '\\')
			at = add_escape(s, at + 1, out);
		else
			buf_char(out, s.ptr[at++]);
	}
	return at + 1;
}

/* Behind a comment at `at`; `at` itself: there is none. */
static size_t
skip_comment(struct slice s, size_t at)
{
	struct slice rest = slice_from(s, at);

	if (slice_starts(rest, SLICE("//")))
		return slice_find(s, SLICE("\n"), at);
	if (slice_starts(rest, SLICE("/*")))
		return slice_find(s, SLICE("*/"), at) + 2;
	return at;
}

static bool
is_part_of_page(struct slice string)
{
	enum { ENOUGH = 4 };

	return slice_has(string, '<') || utf8_han_count(string) >= ENOUGH;
}

/* A few words in tags, that a script puts somewhere, are no document. */
static bool
is_page(struct slice page)
{
	enum { TAGS = 8, HAN = 200 };

	return slice_count(page, '<') >= TAGS && utf8_han_count(page) >= HAN;
}

void
html_script_page(struct slice script, struct buf *page)
{
	size_t before = page->len;

	for (size_t at = 0; at < script.len && !page->failed;) {
		char c = script.ptr[at];
		size_t behind = skip_comment(script, at), start = page->len;
		if (behind > at) {
			at = behind;
			continue;
		}
		if (c != '"' && c != '\'' && c != '`') {
			at++;
			continue;
		}
		at = add_string(script, at + 1, c, page);
		if (!is_part_of_page(slice_from(buf_slice(page), start)))
			page->len = start;
	}
	if (!is_page(slice_from(buf_slice(page), before)))
		page->len = before;
}

static bool
is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
	    || c == '_' || c == '$' || c == '.' || c == ' ';
}

/* { [ ( of JSON, a comment, or words and then ( of a call or = of an assignment. */
static bool
is_script(struct slice text)
{
	struct slice rest = slice_trim(slice_head(text, 4096));

	if (slice_starts(rest, SLICE("//")) || slice_starts(rest, SLICE("/*")))
		return true;
	while (rest.len && is_word_char(*rest.ptr))
		rest = slice_from(rest, 1);
	return rest.len && *rest.ptr && strchr("{[(=", *rest.ptr);
}

bool
html_script_has_page(struct slice text)
{
	struct buf page = BUF_INIT;

	if (is_script(text))
		html_script_page(text, &page);
	bool has = page.len > 0;
	buf_release(&page);
	return has;
}
