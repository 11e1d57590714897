/* SPDX-License-Identifier: MIT */
/*
 * FNV-1a, 64 bits. Stable over versions: finding ids are made of it. Not for
 * keys that an adversary may choose to collide.
 */
#ifndef GIP_HASH_H
#define GIP_HASH_H

#include <stdint.h>

#include "slice.h"

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* `hash` with one more field; "ab","c" and "a","bc" differ. */
static inline uint64_t
hash_add(uint64_t hash, struct slice field)
{
	const uint64_t prime = UINT64_C(0x100000001b3);

	for (size_t i = 0; i < field.len; i++)
		hash = (hash ^ (unsigned char)field.ptr[i]) * prime;
	return (hash ^ 0xff) * prime; /* 0xff: no byte of UTF-8 */
}

#endif
