/* SPDX-License-Identifier: MIT */
/* Numbers of lists and headings, as word processors write them. */
#ifndef GIP_NUMERAL_H
#define GIP_NUMERAL_H

#include "buf.h"

enum numeral {
	NUMERAL_DECIMAL,
	NUMERAL_NONE,         /* nothing, or a bullet: no text of the document */
	NUMERAL_ZERO,         /* 01 */
	NUMERAL_FULL_WIDTH,   /* １ */
	NUMERAL_UPPER_ROMAN, NUMERAL_LOWER_ROMAN,
	NUMERAL_UPPER_LETTER, NUMERAL_LOWER_LETTER,
	NUMERAL_HAN,          /* 一百零一 */
	NUMERAL_HAN_TENS,     /* 九十九, then 一〇〇 */
	NUMERAL_HAN_DIGITS,   /* 一〇一 */
	NUMERAL_JAPANESE,     /* 百一 */
	NUMERAL_LEGAL,        /* 壹佰零壹 */
	NUMERAL_LEGAL_TRADITIONAL,
	NUMERAL_STEMS,        /* 甲 */
	NUMERAL_BRANCHES,     /* 子 */
	NUMERAL_CIRCLE,       /* ① */
	NUMERAL_PAREN,        /* ⑴ */
	NUMERAL_FULL_STOP,    /* ⒈ */
	NUMERAL_HAN_CIRCLE,   /* ㊀ */
	NUMERAL_HAN_PAREN,    /* ㈠ */
};

/* By the name in OOXML: "chineseCounting". One that is not known is decimal. */
enum numeral numeral_of_ooxml(struct slice name);

/* By the format in ODF: "1", "a", "一, 二, 三, ...". */
enum numeral numeral_of_odf(struct slice format);

/* Appends the number; as a decimal one where the numerals come to their end. */
void numeral_add(struct buf *, enum numeral, size_t number);

#endif
