/* SPDX-License-Identifier: MIT */
/*
 * The encoding of a text, and the text in UTF-8.
 *
 * Asked in this order: the user, a byte order mark, a declaration that the
 * bytes do not contradict (meta, XML), strict UTF-8, then the statistics of
 * uchardet, with GB18030 wherever they do not clearly say something else.
 * GB2312 and GBK are read as GB18030, which holds both.
 */
#ifndef GIP_CHARSET_H
#define GIP_CHARSET_H

#include "buf.h"

enum charset_source {
	CHARSET_FORCED, CHARSET_MARK, CHARSET_DECLARED, CHARSET_VALID, CHARSET_GUESSED,
};

struct charset {
	char name[32];              /* as iconv knows it: UTF-8, GB18030, BIG5, UTF-16LE ... */
	enum charset_source source;
	size_t bad;                 /* places that could not be decoded: U+FFFD stands there */
};

extern const char *const charset_source_names[];

/* Is there such an encoding? */
bool charset_exists(struct slice name);

/*
 * Finds the encoding of `bytes`, unless `forced` names it, and appends the text
 * in UTF-8, without a byte order mark, to `out`. False: no such encoding, or
 * out->failed.
 */
bool charset_decode(struct slice bytes, struct slice forced, struct buf *out,
    struct charset *);

#endif
