/* SPDX-License-Identifier: MIT */
/* The characters of a line, one by one: of most only that they are there. */
#include "traits.h"

#include "fold.h"
#include "spoilt.h"
#include "utf8.h"

/* Ideographs, and no other characters, have these first bytes. */
static bool
is_plain(const unsigned char *p, size_t left)
{
	return *p >= 0xe4 && *p <= 0xe8 && left >= 3 && (p[1] & 0xc0) == 0x80
	    && (p[2] & 0xc0) == 0x80;
}

static uint32_t
of_ascii(unsigned char c)
{
	switch (c) {
	case '\t':
		return TRAIT_TAB;
	case '|':
		return TRAIT_PIPE | TRAIT_VISIBLE;
	case '<':
		return TRAIT_TAG | TRAIT_VISIBLE;
	case '\n': case '\r': case '\f': case '\v': case '\b': case 0x1b: case ' ': case 0x7f:
		return 0;
	default:
		return c < ' ' ? TRAIT_BROKEN : TRAIT_VISIBLE;
	}
}

/* A character of more than one byte that is `c`, and stands at `p`. */
static uint32_t
of_other(uint32_t c, const unsigned char *p, size_t left)
{
	if (c == UTF8_BAD)
		return TRAIT_BROKEN | TRAIT_VISIBLE;
	uint32_t is = spoilt_sign(p, left) ? TRAIT_SPOILT : 0;
	switch (c) {
	case 0x3002: case 0xff1b: case 0xff01: case 0xff1f: /* 。；！？ */
		return is | TRAIT_SENTENCE | TRAIT_VISIBLE;
	case 0x3001: /* 、 */
		return is | TRAIT_ORDINAL | TRAIT_VISIBLE;
	default:
		return is | (fold_char(c) ? TRAIT_VISIBLE : 0);
	}
}

void
traits_look(struct slice line, struct traits *traits)
{
	const unsigned char *bytes = (const unsigned char *)line.ptr;
	size_t han = 0, questions = 0;
	uint32_t is = 0;

	for (size_t at = 0; at < line.len;) {
		const unsigned char *p = bytes + at;
		if (is_plain(p, line.len - at)) {
			han++;
			at += 3;
		} else if (*p < 0x80) {
			is |= *p > '0' && *p <= '9' ? TRAIT_VISIBLE : of_ascii(*p);
			questions += *p == '?';
			at++;
		} else {
			han += *p == 0xe9;
			is |= of_other(utf8_next(line, &at), p, (size_t)(bytes + line.len - p));
		}
	}
	*traits = (struct traits){ .is = is | (han ? TRAIT_VISIBLE : 0), .han = (uint32_t)han,
		.questions = questions < UINT8_MAX ? (uint8_t)questions : UINT8_MAX };
}
