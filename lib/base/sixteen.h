/* SPDX-License-Identifier: MIT */
/*
 * Sixteen bytes at a time, for the loop that takes every line of records apart: one
 * instruction each where there is SSE2, and two times eight bytes elsewhere.
 */
#ifndef GIP_SIXTEEN_H
#define GIP_SIXTEEN_H

#include "eight.h"

enum { SIXTEEN = 16 };

#ifdef __SSE2__

#include <emmintrin.h>

typedef __m128i sixteen;

static inline sixteen
sixteen_at(const char *bytes)
{
	return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

static inline sixteen
sixteen_of(char byte)
{
	return _mm_set1_epi8(byte);
}

static inline sixteen
sixteen_or(sixteen a, sixteen b)
{
	return _mm_or_si128(a, b);
}

static inline sixteen
sixteen_and(sixteen a, sixteen b)
{
	return _mm_and_si128(a, b);
}

/* Marks, as in eight.h, the bytes that are `byte`. */
static inline sixteen
sixteen_equal(sixteen s, char byte)
{
	return _mm_cmpeq_epi8(s, sixteen_of(byte));
}

/* The same: those between `least` and `most` at their places, as unsigned numbers. */
static inline sixteen
sixteen_within(sixteen s, sixteen least, sixteen most)
{
	return _mm_cmpeq_epi8(_mm_min_epu8(_mm_max_epu8(s, least), most), s);
}

/* A bit for each byte, of the first the lowest: has it its highest bit? */
static inline unsigned
sixteen_bits(sixteen s)
{
	return (unsigned)_mm_movemask_epi8(s);
}

#else

typedef struct {
	uint64_t first, second;
} sixteen;

static inline sixteen
sixteen_at(const char *bytes)
{
	return (sixteen){ eight_at(bytes), eight_at(bytes + EIGHT) };
}

static inline sixteen
sixteen_of(char byte)
{
	return (sixteen){ EIGHT_ONES * (unsigned char)byte, EIGHT_ONES * (unsigned char)byte };
}

static inline sixteen
sixteen_or(sixteen a, sixteen b)
{
	return (sixteen){ a.first | b.first, a.second | b.second };
}

static inline sixteen
sixteen_and(sixteen a, sixteen b)
{
	return (sixteen){ a.first & b.first, a.second & b.second };
}

static inline sixteen
sixteen_equal(sixteen s, char byte)
{
	return (sixteen){ eight_equal(s.first, byte), eight_equal(s.second, byte) };
}

static inline sixteen
sixteen_within(sixteen s, sixteen least, sixteen most)
{
	return (sixteen){
		eight_at_least(s.first, least.first) & eight_at_least(most.first, s.first),
		eight_at_least(s.second, least.second) & eight_at_least(most.second, s.second),
	};
}

static inline unsigned
sixteen_bits(sixteen s)
{
	const uint64_t gather = UINT64_C(0x0102040810204080);

	return (unsigned)(((s.first & EIGHT_MARKS) >> 7) * gather >> 56
	    | ((s.second & EIGHT_MARKS) >> 7) * gather >> 56 << 8);
}

#endif

#endif
