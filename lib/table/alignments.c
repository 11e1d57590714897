/* SPDX-License-Identifier: MIT */
#include "alignments.h"

#include <stdlib.h>

#include "hash.h"

enum {
	BUCKETS = 1024, /* a power of two */
	KEPT_BYTES_MAX = 1024 * 1024, /* then the memory is emptied */
};

struct aligned {
	struct aligned *next;
	uint64_t hash;
	struct segment segment;
	struct shown shown[]; /* of each row; behind them the signs */
};

struct alignments {
	struct arena kept;
	size_t kept_bytes;
	struct aligned *bucket[BUCKETS];
};

struct alignments *
alignments_new(void)
{
	return calloc(1, sizeof(struct alignments));
}

void
alignments_free(struct alignments *known)
{
	if (!known)
		return;
	arena_release(&known->kept);
	free(known);
}

static struct slice
signs_of(const struct segment *s)
{
	return (struct slice){ (const char *)s->sign, s->count * sizeof *s->sign };
}

static uint64_t
hash_of(const struct segment *s)
{
	return hash_mix(hash_quick(signs_of(s)), s->row << 8 | s->end);
}

static bool
is_same(const struct segment *a, const struct segment *b)
{
	return a->p == b->p && a->row == b->row && a->end == b->end && a->told == b->told
	    && a->begins == b->begins && slice_eq(signs_of(a), signs_of(b));
}

const struct shown *
alignments_find(const struct alignments *known, const struct segment *s)
{
	uint64_t hash = hash_of(s);
	const struct aligned *one = known->bucket[hash % BUCKETS];

	while (one && (one->hash != hash || !is_same(&one->segment, s)))
		one = one->next;
	return one ? one->shown : NULL;
}

void
alignments_keep(struct alignments *known, const struct segment *s, const struct shown *shown)
{
	struct slice signs = signs_of(s);
	size_t rows = (s->end - s->row) * sizeof *shown;
	size_t size = sizeof(struct aligned) + rows + signs.len;

	if (known->kept_bytes > KEPT_BYTES_MAX) {
		arena_reset(&known->kept);
		memset(known->bucket, 0, sizeof known->bucket);
		known->kept_bytes = 0;
	}
	struct aligned *one = arena_raw(&known->kept, size);
	if (!one)
		return;
	known->kept_bytes += size;
	uint32_t *copy = (uint32_t *)(void *)((char *)one->shown + rows);
	memcpy(one->shown, shown, rows);
	if (signs.len)
		memcpy(copy, signs.ptr, signs.len);
	one->segment = *s;
	one->segment.sign = copy;
	one->hash = hash_of(s);
	one->next = known->bucket[one->hash % BUCKETS];
	known->bucket[one->hash % BUCKETS] = one;
}
