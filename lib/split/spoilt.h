/* SPDX-License-Identifier: MIT */
/*
 * Text that was spoilt before it came here: it is UTF-8, but what it says is
 * not what was written.
 *
 * Told by its characters, a line at a time: mojibake, question marks or
 * U+FFFD in place of Chinese, letters of a broken font, a DOC file or UTF-16
 * taken for letters. Traditional characters spoil nothing.
 */
#ifndef GIP_SPOILT_H
#define GIP_SPOILT_H

#include "slice.h"

struct spoilt {
	bool whole;         /* there is more of it than of good Chinese: nothing to be read */
	const char *what;   /* a message */
	size_t line;        /* 1-based; the first of this kind */
	struct slice datum; /* its first characters, a slice of the text */
};

enum { SPOILT_KINDS = 9 };

/*
 * What is spoilt in `text`, which is valid UTF-8; returns how many kinds there
 * are, 0: none. One that is `whole` is the only one.
 */
size_t spoilt_find(struct slice text, struct spoilt out[SPOILT_KINDS]);

/*
 * What clean text shows at a glance. A character that is a sign: it stands at `p`, is not
 * ASCII and valid, with `left` bytes from there on. From the counts of the whole: may it be
 * spoilt at all? If not, spoilt_find finds nothing.
 */
bool spoilt_sign(const unsigned char *p, size_t left);
bool spoilt_may_be(size_t signs, size_t questions, size_t han, size_t bytes);

#endif
