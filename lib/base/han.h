/* SPDX-License-Identifier: MIT */
/*
 * Ideographs, five at a time: U+4000..U+9FFF, of three bytes each, of which nearly all of
 * any report consists.
 */
#ifndef GIP_HAN_H
#define GIP_HAN_H

#include "sixteen.h"

enum { HAN_BYTES = 15 }; /* of five */

/* How many of the sixteen bytes at `p` are of ideographs, up to the first that is of none. */
static inline size_t
han_five(const char *p)
{
	static const char least[] =
	    "\xe4\x80\x80" "\xe4\x80\x80" "\xe4\x80\x80" "\xe4\x80\x80" "\xe4\x80\x80";
	static const char most[] =
	    "\xe9\xbf\xbf" "\xe9\xbf\xbf" "\xe9\xbf\xbf" "\xe9\xbf\xbf" "\xe9\xbf\xbf";
	sixteen in = sixteen_within(sixteen_at(p), sixteen_at(least), sixteen_at(most));

	return (size_t)__builtin_ctz(~sixteen_bits(in) | 1U << HAN_BYTES) / 3 * 3;
}

#endif
