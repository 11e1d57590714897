/* SPDX-License-Identifier: MIT */
#include "signature.h"

#include <stdlib.h>

#include "hash.h"

enum {
	BUCKETS = 4096, /* a power of two */
	KEPT_BYTES_MAX = 2 * 1024 * 1024, /* then the memory is emptied */
};

struct signature {
	struct signature *next;
	uint64_t hash;
	struct slice tokens;
	uint32_t code;
};

struct signatures {
	struct arena kept;
	size_t kept_bytes;
	struct signature *bucket[BUCKETS];
	uint32_t next; /* code that is given next */
};

void
sign_tokens(const struct tokens *tokens, size_t first, struct buf *out)
{
	out->len = 0;
	for (size_t i = first; i < tokens->count; i++) {
		const struct token *t = &tokens->token[i];
		bool glued = t->is_value && slice_is_digits(t->raw) && (t->before == SEPARATED_NOT
		    || t->state == CELL_TEXT || t->raw.len >= SIGNATURE_LONG);
		uint32_t part[] = { t->is_value, t->before, t->c, t->state,
			glued ? (uint32_t)t->raw.len : 0 };
		buf_add(out, (struct slice){ (const char *)part, sizeof part });
	}
}

struct signatures *
signatures_new(uint32_t first)
{
	struct signatures *s = calloc(1, sizeof *s);

	if (s)
		s->next = first;
	return s;
}

void
signatures_free(struct signatures *s)
{
	if (!s)
		return;
	arena_release(&s->kept);
	free(s);
}

static void
forget_if_full(struct signatures *s)
{
	if (s->kept_bytes <= KEPT_BYTES_MAX)
		return;
	arena_reset(&s->kept);
	memset(s->bucket, 0, sizeof s->bucket);
	s->kept_bytes = 0;
}

uint32_t
signature_code(struct signatures *s, struct slice signature, uint32_t none)
{
	uint64_t hash = hash_quick(signature);
	struct signature **bucket = &s->bucket[hash % BUCKETS], *known = *bucket;

	while (known && (known->hash != hash || !slice_eq(known->tokens, signature)))
		known = known->next;
	if (known)
		return known->code;
	forget_if_full(s);
	known = s->next < UINT32_MAX / 2 ? arena_alloc(&s->kept, sizeof *known) : NULL;
	if (!known || !arena_copy(&s->kept, signature, &known->tokens))
		return none;
	s->kept_bytes += sizeof *known + signature.len;
	known->hash = hash;
	known->code = s->next++;
	known->next = *bucket;
	*bucket = known;
	return known->code;
}
