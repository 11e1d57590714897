/* SPDX-License-Identifier: MIT */
/*
 * Eight bytes at a time: which of them are what is sought. For the loops that every
 * byte of every record goes through, where the fields are too short for memchr.
 */
#ifndef GIP_EIGHT_H
#define GIP_EIGHT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { EIGHT = 8 };

/* Of every byte its lowest bit, or its highest: a mark has the highest of the bytes found. */
#define EIGHT_ONES UINT64_C(0x0101010101010101)
#define EIGHT_MARKS UINT64_C(0x8080808080808080)

static inline uint64_t
eight_at(const char *bytes)
{
	uint64_t eight;

	memcpy(&eight, bytes, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	eight = __builtin_bswap64(eight);
#endif
	return eight;
}

/* Marks the bytes that are `byte`, and no others. */
static inline uint64_t
eight_equal(uint64_t eight, char byte)
{
	uint64_t zero = eight ^ EIGHT_ONES * (unsigned char)byte;

	return ~(((zero & ~EIGHT_MARKS) + ~EIGHT_MARKS) | zero) & EIGHT_MARKS;
}

/* Marks the bytes that are not below those of `least` at their places; none is signed. */
static inline uint64_t
eight_at_least(uint64_t eight, uint64_t least)
{
	uint64_t low = (eight | EIGHT_MARKS) - (least & ~EIGHT_MARKS);

	return ((eight & ~least) | ((eight | ~least) & low)) & EIGHT_MARKS;
}

/* Is any of them a control character of ASCII (but DEL), or `byte`, which is of ASCII too? */
static inline bool
eight_has_control_or(uint64_t eight, char byte)
{
	uint64_t zero = eight ^ EIGHT_ONES * (unsigned char)byte;

	return (((eight - EIGHT_ONES * ' ') | (zero - EIGHT_ONES)) & ~eight & EIGHT_MARKS) != 0;
}

/* The first byte that is marked; marks must not be 0. */
static inline size_t
eight_first(uint64_t marks)
{
	return (size_t)__builtin_ctzll(marks) / EIGHT;
}

#endif
