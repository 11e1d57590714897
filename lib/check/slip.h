/* SPDX-License-Identifier: MIT */
/*
 * How a number came to be typed as another: the small slips that leave all digits but
 * one or two as they were.
 */
#ifndef GIP_SLIP_H
#define GIP_SLIP_H

#include "slice.h"

enum slip {
	SLIP_NONE,
	SLIP_SWAPPED,  /* two neighbouring digits in each other's place: 21 for 12 */
	SLIP_LOST,     /* a digit is missing: 12 for 112 */
	SLIP_ADDED,    /* a digit too many: 112 for 12 */
	SLIP_MISTYPED, /* one digit is another: 72 for 12 */
	SLIP_SIGN,     /* -12 for 12, or 12 for -12 */
};

/* The slip by which `typed` can stand for `meant`; both are canonical decimals. */
enum slip slip_between(struct slice typed, struct slice meant);

#endif
