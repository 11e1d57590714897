/* SPDX-License-Identifier: MIT */
/* The characters of a line, one by one: of most only that they are there. */
#include "traits.h"

#include "fold.h"
#include "spoilt.h"
#include "utf8.h"

/* What a byte of ASCII says, but for TRAIT_VISIBLE, which is the other way round here. */
#define UNSEEN TRAIT_VISIBLE
#define BAD (TRAIT_BROKEN | UNSEEN)
static const uint16_t ascii[0x80] = {
	BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, UNSEEN, TRAIT_TAB | UNSEEN, UNSEEN, UNSEEN,
	UNSEEN, UNSEEN, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD,
	UNSEEN, BAD, BAD, BAD, BAD, UNSEEN,
	[0x7f] = UNSEEN, ['|'] = TRAIT_PIPE, ['<'] = TRAIT_TAG, [','] = TRAIT_COMMA,
};

/* Two bytes behind the first of a character of three. */
static bool
is_whole(const unsigned char *p)
{
	return ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
}

/* An ideograph: no other characters have these first bytes. */
static bool
is_plain(const unsigned char *p, const unsigned char *end)
{
	return *p >= 0xe4 && *p <= 0xe8 && end - p >= 3 && is_whole(p);
}

/* U+3000 to U+303F: Chinese punctuation, by the last byte. */
static uint32_t
of_cjk(unsigned char last)
{
	return last == 0x80 ? 0 : TRAIT_VISIBLE
	    | (last == 0x81 ? TRAIT_ORDINAL : last == 0x82 ? TRAIT_SENTENCE : 0);
}

/* U+FF00 to U+FF3F: full-width forms. */
static uint32_t
of_form(unsigned char last)
{
	switch (last) {
	case 0x81: case 0x9b: case 0x9f: /* ！；？ */
		return TRAIT_VISIBLE | TRAIT_SENTENCE;
	case 0x8c:
		return TRAIT_VISIBLE | TRAIT_COMMA;
	default:
		return TRAIT_VISIBLE;
	}
}

/* A character of more than one byte that stands at `*p`; moves behind it. */
static uint32_t
of_other(const unsigned char **p, const unsigned char *end)
{
	const unsigned char *c = *p;
	struct slice rest = { (const char *)c, (size_t)(end - c) };
	size_t len = 0;

	if (rest.len > 2 && is_whole(c)
	    && ((c[0] == 0xe3 && c[1] == 0x80) || (c[0] == 0xef && c[1] == 0xbc))) {
		*p += 3;
		return c[0] == 0xe3 ? of_cjk(c[2]) : of_form(c[2]);
	}
	uint32_t decoded = utf8_next(rest, &len);
	*p += len;
	if (decoded == UTF8_BAD)
		return TRAIT_BROKEN | TRAIT_VISIBLE;
	return (spoilt_sign(c, rest.len) ? TRAIT_SPOILT : 0)
	    | (fold_char(decoded) ? TRAIT_VISIBLE : 0);
}

void
traits_look(struct slice line, struct traits *traits)
{
	const unsigned char *p = (const unsigned char *)line.ptr, *end = p + line.len;
	struct slice visible = fold_trim(line);
	size_t han = 0, questions = 0;
	uint32_t is = 0;

	while (p < end) {
		if (is_plain(p, end)) {
			han++;
			p += 3;
		} else if (*p < 0x80) {
			is |= ascii[*p] ^ TRAIT_VISIBLE;
			questions += *p++ == '?';
		} else {
			han += *p == 0xe9;
			is |= of_other(&p, end);
		}
	}
	size_t begin = visible.len ? (size_t)(visible.ptr - line.ptr) : 0;
	*traits = (struct traits){ .is = is | (visible.len ? TRAIT_VISIBLE : 0),
		.han = (uint32_t)han, .begin = begin, .behind = begin + visible.len,
		.questions = questions < UINT8_MAX ? (uint8_t)questions : UINT8_MAX };
}
