/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 that somebody read as GBK (涓€銆佹€讳綋 for 一、总体), turned back.
 *
 * Bytes that GBK could not show were lost then. A character that lacks one is
 * not guessed: it becomes U+FFFD.
 */
#ifndef GIP_MOJIBAKE_H
#define GIP_MOJIBAKE_H

#include "buf.h"

/*
 * If `text` is of this kind, appends what it was to `out` and counts in `*lost`
 * the places where characters are lost. False: it is not, or out->failed.
 */
bool mojibake_turn_back(struct slice text, struct buf *out, size_t *lost);

#endif
