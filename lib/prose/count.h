/* SPDX-License-Identifier: MIT */
/* Counts in folded sentences: an exact number and the unit behind it. */
#ifndef GIP_COUNT_H
#define GIP_COUNT_H

#include "decimal.h"

struct count {
	size_t start, end; /* in the text; end is behind the unit */
	struct decimal value;
	struct slice unit;
	bool rounded; /* written with 万 or 亿: to be added to nothing */
};

/*
 * Reads the exact number at byte `at`, as number_scan does, or written with Chinese
 * numerals, 两 to 九十九, that are no part of a longer one (三百, 十余, 第三). `*end` is behind
 * it.
 */
bool count_number(struct slice text, size_t at, struct decimal *value, size_t *end);

/* The count whose number begins at byte `at`. False: there is none. */
bool count_read(struct slice text, size_t at, struct count *);

/* The first count that begins at or after `at`. */
bool count_next(struct slice text, size_t at, struct count *);

/* The only count outside brackets. False: there is none, or more than one. */
bool count_only(struct slice text, struct count *);

#endif
