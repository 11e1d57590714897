/* SPDX-License-Identifier: MIT */
/*
 * Exact decimal numbers: an integer and a count of decimal places.
 *
 * Counts (件) are integers; amounts (万元) carry up to DECIMAL_PLACES places.
 * Every operation is checked: false means the result does not fit, and the
 * result is then untouched. There is no rounding except in decimal_divide.
 */
#ifndef GIP_DECIMAL_H
#define GIP_DECIMAL_H

#include <stdint.h>

#include "slice.h"

enum { DECIMAL_PLACES = 9 };

struct decimal {
	int64_t units;  /* the value times 10^places */
	unsigned places; /* 0..DECIMAL_PLACES, as small as the value allows */
};

#define DECIMAL_ZERO ((struct decimal){ 0, 0 })

struct decimal decimal_int(int64_t);

/*
 * Reads the canonical form "-?digits(.digits)?" and nothing else; leading
 * zeros are accepted, trailing text is not. False: not a number, or too long.
 */
bool decimal_parse(struct slice, struct decimal *);

/* The same, of digits and nothing else; false also for more than 18 of them. */
bool decimal_digits(struct slice, struct decimal *);

bool decimal_add(struct decimal, struct decimal, struct decimal *);
bool decimal_sub(struct decimal, struct decimal, struct decimal *);
bool decimal_mul(struct decimal, struct decimal, struct decimal *);

/*
 * a / b to exactly `places` decimal places, half away from zero; the result
 * is then in its shortest form. False also for b = 0.
 */
bool decimal_divide(struct decimal a, struct decimal b, unsigned places, struct decimal *);

/* -1, 0, 1. Exact for any two values. */
int decimal_cmp(struct decimal, struct decimal);

/* Canonical text into `text` (at least DECIMAL_TEXT bytes, ends in NUL); its length. */
enum { DECIMAL_TEXT = 32 };
size_t decimal_print(struct decimal, char *text);

#endif
