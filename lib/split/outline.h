/* SPDX-License-Identifier: MIT */
/*
 * The numbering of an outline: 一、 （一） 1. （1） 一是, as it stands at the
 * start of a folded line (fold.h).
 */
#ifndef GIP_OUTLINE_H
#define GIP_OUTLINE_H

#include "slice.h"

/* From the outer to the inner, as reports nest them. */
enum outline_style {
	OUTLINE_NONE,
	OUTLINE_TOP,         /* 一、 一. 第一部分 */
	OUTLINE_ROUND,       /* （一） */
	OUTLINE_DIGIT,       /* 1. 1、 */
	OUTLINE_ROUND_DIGIT, /* （1） 1） ① */
	OUTLINE_POINT,       /* 一是 */
};

struct outline {
	enum outline_style style;
	unsigned value; /* 1.. */
	size_t len;     /* bytes that it takes */
};

/* style OUTLINE_NONE and len 0: the line is not numbered. */
struct outline outline_read(struct slice folded);

/*
 * Chinese numerals of a number below one hundred (十二, 二十, 三十一) at byte `*at`: moves
 * behind it and returns the number; 0: there is none.
 */
unsigned outline_numeral(struct slice folded, size_t *at);

#endif
