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

static inline uint64_t
hash_mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9fb21c651e98df25);
	return hash ^ hash >> 32;
}

/*
 * Quick, for tables in memory: it may differ between machines. Eight bytes at a time; the
 * last eight may hold some of those before them.
 */
static inline uint64_t
hash_quick(struct slice bytes)
{
	uint64_t hash = bytes.len, word = 0;

	if (bytes.len < sizeof word) {
		if (bytes.len)
			memcpy(&word, bytes.ptr, bytes.len);
		return hash_mix(hash, word);
	}
	for (size_t at = 0; at + sizeof word < bytes.len; at += sizeof word) {
		memcpy(&word, bytes.ptr + at, sizeof word);
		hash = hash_mix(hash, word);
	}
	memcpy(&word, bytes.ptr + bytes.len - sizeof word, sizeof word);
	return hash_mix(hash, word);
}

#endif
