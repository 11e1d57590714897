/* SPDX-License-Identifier: MIT */
#include "masked.h"

/* So many digits are a number in every cell. */
enum { DIGITS_MAX = 9, PLACES_MAX = 4, GROUP = 3 };

/* Digits without leading zeros; with commas between thousands, or decimal places. */
static void
classify(struct masked_word *word)
{
	struct slice text = word->text;
	size_t at = slice_digits(text, 0), digits = at;
	bool grouped = at > 0 && at <= GROUP && text.ptr[0] != '0';

	word->number = word->plain = false;
	if (at == 0 || (at > 1 && text.ptr[0] == '0'))
		return;
	while (grouped && at < text.len && text.ptr[at] == ',' && slice_digits(text, at + 1) == GROUP) {
		at += 1 + GROUP;
		digits += GROUP;
	}
	if (at < text.len && text.ptr[at] == '.') {
		size_t places = slice_digits(text, at + 1);
		if (places == 0 || places > PLACES_MAX)
			return;
		at += 1 + places;
	}
	word->number = at == text.len && digits <= DIGITS_MAX;
	word->plain = word->number && digits == text.len;
}

/* Bytes that blanks begin with. */
static const bool begins_blank[256] = {
	[' '] = true, ['\t'] = true, [0xc2] = true, [0xe3] = true,
};

/* The length of the blank at `at`; 0: there is none. */
static size_t
blank_at(const char *at, const char *end)
{
	if (!begins_blank[(unsigned char)*at])
		return 0;
	if (*at == ' ' || *at == '\t')
		return 1;
	if (end - at >= 3 && memcmp(at, "\xe3\x80\x80", 3) == 0) /* U+3000 */
		return 3;
	if (end - at >= 2 && memcmp(at, "\xc2\xa0", 2) == 0) /* no-break space */
		return 2;
	return 0;
}

bool
mask_field(struct slice field, struct masked *m)
{
	m->len = m->words = 0;
	if (field.len == 0)
		return true;
	const char *at = field.ptr, *end = field.ptr + field.len;
	while (at < end) {
		size_t blank = blank_at(at, end);
		if (blank) {
			at += blank;
			continue;
		}
		const char *from = at;
		while (at < end && blank_at(at, end) == 0)
			at++;
		size_t len = (size_t)(at - from);
		if (m->words == MASKED_WORDS || len + 1 > MASKED_BYTES - m->len)
			return false;
		if (m->words)
			m->text[m->len++] = ' ';
		struct masked_word *word = &m->word[m->words++];
		word->text = (struct slice){ from, len };
		classify(word);
		if (word->number) {
			m->text[m->len++] = '0';
			continue;
		}
		memcpy(m->text + m->len, from, len);
		m->len += len;
	}
	return true;
}

/* The word that holds the byte at `at`; m->words: none does. */
static size_t
word_at(const struct masked *m, const char *at)
{
	size_t i = 0;

	while (i < m->words
	       && (at < m->word[i].text.ptr || at >= m->word[i].text.ptr + m->word[i].text.len))
		i++;
	return i;
}

bool
passage_find(const struct masked *m, struct slice raw, struct passage *out)
{
	if (raw.len == 0)
		return false;
	size_t first = word_at(m, raw.ptr), last = word_at(m, raw.ptr + raw.len - 1);

	if (first == m->words || last == m->words)
		return false;
	const struct masked_word *from = &m->word[first], *to = &m->word[last];
	size_t offset = (size_t)(raw.ptr - from->text.ptr);
	size_t end = (size_t)(raw.ptr + raw.len - to->text.ptr);
	if ((from->number && offset) || (to->number && end != to->text.len))
		return false;
	*out = (struct passage){ (unsigned short)first, (unsigned short)offset,
		(unsigned short)last,
		(unsigned short)(end == to->text.len ? PASSAGE_END : end) };
	return true;
}

struct slice
passage_text(const struct masked *m, struct passage at)
{
	struct slice first = m->word[at.first].text, last = m->word[at.last].text;
	const char *end = last.ptr + (at.end == PASSAGE_END ? last.len : at.end);

	return (struct slice){ first.ptr + at.offset, (size_t)(end - first.ptr) - at.offset };
}
