/* SPDX-License-Identifier: MIT */
/* The characters of a line: of most only that they are there, sixteen bytes at a time. */
#include "traits.h"

#include "fold.h"
#include "han.h"
#include "spoilt.h"
#include "utf8.h"

/* What a byte of ASCII says. */
#define BAD TRAIT_BROKEN
#define QUESTION (1 << 15) /* to be counted */
static const uint16_t ascii[0x80] = {
	BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, 0, TRAIT_TAB, 0, 0, 0, 0, BAD, BAD, BAD, BAD,
	BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, 0, BAD, BAD, BAD, BAD,
	['|'] = TRAIT_PIPE, ['<'] = TRAIT_TAG, [','] = TRAIT_COMMA, ['?'] = QUESTION,
};

/* Moves `*p` behind the ASCII that stands there; returns what it says. */
static inline uint32_t
pass_ascii(const unsigned char **p, const unsigned char *end, size_t *questions)
{
	const unsigned char *start = *p, *at = start;
	uint32_t is = 0;

	while (at < end && *at < 0x80)
		is |= ascii[*at++];
	*p = at;
	if (is & QUESTION)
		for (; start < at; start++)
			*questions += *start == '?';
	return is & ~(uint32_t)QUESTION;
}

/* What the character at `p`, which is not ASCII, says of the text. */
static inline uint32_t
sign_of(const unsigned char *p, size_t left)
{
	return spoilt_sign(p, left) ? TRAIT_SPOILT : 0;
}

/* U+4000..U+9FFF: ideographs, and of the characters there nearly all. */
static inline bool
is_plain(const unsigned char *p, const unsigned char *end)
{
	return *p >= 0xe4 && *p <= 0xe9 && end - p >= 3 && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
}

/* Moves `*p`, five of them at a time, behind as many as stand there; returns how many. */
static size_t
pass_plain(const unsigned char **p, const unsigned char *end, uint32_t *is)
{
	size_t han = 0, len = HAN_BYTES;

	while (len == HAN_BYTES && end - *p >= SIXTEEN) {
		const char *at = (const char *)*p;
		len = han_five(at);
		unsigned last = sixteen_bits(sixteen_equal(sixteen_at(at), '\xe9'));
		for (last &= (1U << len) - 1; last; last &= last - 1)
			*is |= sign_of(*p + __builtin_ctz(last), 3);
		han += len / 3;
		*p += len;
	}
	return han;
}

/* 、 。 and ！ ， ； ？, of the punctuation that begins as they do and is no sign of anything. */
static inline uint32_t
of_punctuation(const unsigned char *p)
{
	if (*p == 0xe3)
		return p[2] == 0x81 ? TRAIT_ORDINAL : p[2] == 0x82 ? TRAIT_SENTENCE : 0;
	return p[2] == 0x8c ? TRAIT_COMMA
	    : p[2] == 0x81 || p[2] == 0x9b || p[2] == 0x9f ? TRAIT_SENTENCE : 0;
}

/* A character of more than one byte that stands at `*p`; moves behind it. */
static uint32_t
of_other(const unsigned char **p, const unsigned char *end)
{
	const unsigned char *c = *p;
	struct slice rest = { (const char *)c, (size_t)(end - c) };
	size_t len = 0;

	if (utf8_next(rest, &len) == UTF8_BAD) {
		++*p;
		return TRAIT_BROKEN;
	}
	*p += len;
	return (*c == 0xe3 && c[1] == 0x80) || (*c == 0xef && c[1] == 0xbc)
	    ? of_punctuation(c) : sign_of(c, rest.len);
}

void
traits_look(struct slice line, struct traits *traits)
{
	const unsigned char *p = (const unsigned char *)line.ptr, *end = p + line.len;
	struct slice visible = fold_trim(line);
	size_t han = 0, questions = 0;
	uint32_t is = visible.len ? TRAIT_VISIBLE : 0;

	while (p < end) {
		if (*p < 0x80) {
			is |= pass_ascii(&p, end, &questions);
		} else if (!is_plain(p, end)) {
			han += *p >= 0xe4 && *p <= 0xe9;
			is |= of_other(&p, end);
		} else if (end - p >= SIXTEEN) {
			han += pass_plain(&p, end, &is);
		} else {
			han++;
			is |= *p == 0xe9 ? sign_of(p, 3) : 0;
			p += 3;
		}
	}
	size_t begin = visible.len ? (size_t)(visible.ptr - line.ptr) : 0;
	*traits = (struct traits){ .is = is, .han = (uint32_t)han, .begin = begin,
		.behind = begin + visible.len,
		.questions = questions < UINT8_MAX ? (uint8_t)questions : UINT8_MAX };
}
