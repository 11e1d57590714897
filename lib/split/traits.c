/* SPDX-License-Identifier: MIT */
/* The characters of a line, one by one: of most only that they are there. */
#include "traits.h"

#include "fold.h"
#include "spoilt.h"
#include "utf8.h"

/* What a byte of ASCII says. */
#define BAD TRAIT_BROKEN
static const uint16_t ascii[0x80] = {
	BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, 0, TRAIT_TAB, 0, 0, 0, 0, BAD, BAD, BAD, BAD,
	BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, 0, BAD, BAD, BAD, BAD,
	['|'] = TRAIT_PIPE, ['<'] = TRAIT_TAG, [','] = TRAIT_COMMA,
};

/* Eight bytes as a number; only for sums that no byte carries over from. */
static inline uint64_t
eight(const unsigned char *p)
{
	uint64_t bytes;

	memcpy(&bytes, p, sizeof bytes);
	return bytes;
}

/* An ideograph: no other characters begin with these bytes. */
static inline bool
is_plain(const unsigned char *p, const unsigned char *end)
{
	return *p >= 0xe4 && *p <= 0xe8 && end - p >= 3 && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
}

/* Two of them at once, in the first six of eight bytes. */
static inline bool
are_plain(const unsigned char *p)
{
	static const unsigned char mask[8] = { 0xf0, 0xc0, 0xc0, 0xf0, 0xc0, 0xc0 };
	static const unsigned char form[8] = { 0xe0, 0x80, 0x80, 0xe0, 0x80, 0x80 };
	static const unsigned char low[8] = { 0x0f, 0, 0, 0x0f };
	static const unsigned char from4[8] = { 0x0c, 0, 0, 0x0c }, from9[8] = { 0x07, 0, 0, 0x07 };
	static const unsigned char carry[8] = { 0x10, 0, 0, 0x10 };
	uint64_t bytes = eight(p), nibble = bytes & eight(low);

	return (bytes & eight(mask)) == eight(form)
	    && ((nibble + eight(from4)) & ~(nibble + eight(from9)) & eight(carry)) == eight(carry);
}

/* The punctuation that counts: 、 。 and ！ ， ； ？ */
static uint32_t
of_punctuation(const unsigned char *p)
{
	if (*p == 0xe3 && p[1] == 0x80)
		return p[2] == 0x81 ? TRAIT_ORDINAL : p[2] == 0x82 ? TRAIT_SENTENCE : 0;
	if (*p != 0xef || p[1] != 0xbc)
		return 0;
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
	return (spoilt_sign(c, rest.len) ? TRAIT_SPOILT : 0) | (len == 3 ? of_punctuation(c) : 0);
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
			is |= ascii[*p];
			questions += *p++ == '?';
		} else if (is_plain(p, end)) {
			han++;
			p += 3;
			for (; end - p >= 8 && are_plain(p); p += 6)
				han += 2;
		} else {
			han += *p >= 0xe4 && *p <= 0xe9;
			is |= of_other(&p, end);
		}
	}
	size_t begin = visible.len ? (size_t)(visible.ptr - line.ptr) : 0;
	*traits = (struct traits){ .is = is, .han = (uint32_t)han, .begin = begin,
		.behind = begin + visible.len,
		.questions = questions < UINT8_MAX ? (uint8_t)questions : UINT8_MAX };
}
