/* SPDX-License-Identifier: MIT */
/*
 * Pinyin in brackets, as pages that were turned into traditional characters
 * have it behind those with more than one sound: 規(guī)章, 條(tiáo)例.
 */
#ifndef GIP_PINYIN_H
#define GIP_PINYIN_H

#include "slice.h"

size_t pinyin_read(struct slice text, size_t at); /* of pinyin_gloss */

/*
 * The length of the bracket at `at`, if all it holds is one syllable: Latin
 * letters of which one has a mark (ī, ǎ, ü), or one that has no tone, such as
 * (de). 0 for any other: (PDF), (km), (一).
 */
static inline size_t
pinyin_gloss(struct slice text, size_t at)
{
	/* Asked for behind every character: what begins with no bracket costs no call. */
	if (at >= text.len || (text.ptr[at] != '(' && (unsigned char)text.ptr[at] != 0xef))
		return 0;
	return pinyin_read(text, at);
}

#endif
