/* SPDX-License-Identifier: MIT */
/* The decimal digits of a number: printf is slow, and every record has some. */
#ifndef GIP_DIGITS_H
#define GIP_DIGITS_H

#include <stdint.h>

enum { DIGITS_MOST = 20 }; /* of 64 bits */

/* Writes the digits, the last one before `end`; where they begin. */
static inline char *
digits_before(char *end, uint64_t number)
{
	do
		*--end = (char)('0' + number % 10);
	while (number /= 10);
	return end;
}

/* The same with zeros in front, `count` digits in all. */
static inline char *
digits_padded(char *end, uint64_t number, unsigned count)
{
	char *begin = end - count;

	for (end = digits_before(end, number); end > begin;)
		*--end = '0';
	return end;
}

#endif
