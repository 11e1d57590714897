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

/* Quick, eight bytes at a time, for tables in memory: it may differ between machines. */
static inline uint64_t
hash_quick(struct slice bytes)
{
	const uint64_t prime = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = bytes.len * prime;

	for (size_t at = 0; at < bytes.len; at += sizeof hash) {
		uint64_t word = 0;
		size_t rest = bytes.len - at;
		memcpy(&word, bytes.ptr + at, rest < sizeof word ? rest : sizeof word);
		hash = (hash ^ word) * prime;
		hash ^= hash >> 32;
	}
	return hash;
}

#endif
