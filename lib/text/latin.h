/* SPDX-License-Identifier: MIT */
/*
 * Chinese that was read as if it were Latin-1 or Windows-1252: ä¸€ã€æ€»ä½“ was 一、总体 in
 * UTF-8, ÕþÎñ was 政务 in GBK.
 */
#ifndef GIP_LATIN_H
#define GIP_LATIN_H

#include "buf.h"

/*
 * Text of this kind becomes what it was, appended to `out`; `*lost` counts places where
 * nothing can. False: it is other text, and stays as it is; or out->failed.
 */
bool latin_turn_back(struct slice text, struct buf *out, size_t *lost);

#endif
