/* SPDX-License-Identifier: MIT */
/* Recall: sets of a few slots each; the one that was not asked for again gives way. */
#include "recall.h"

#include <stdlib.h>

#include "hash.h"

enum {
	SETS = 2048,
	WAYS = 4,
	KEY_BYTES = 118, /* a longer line is a sentence, and comes once */
};

struct slot {
	struct traits traits; /* hash 0: empty */
	unsigned char len;
	bool again; /* it was found since the last time that it might have given way */
	char key[KEY_BYTES];
};

struct recall {
	struct slot slot[SETS][WAYS];
};

struct recall *
recall_new(void)
{
	return calloc(1, sizeof(struct recall));
}

void
recall_free(struct recall *r)
{
	free(r);
}

static struct slot *
set_of(struct recall *r, uint64_t hash)
{
	return r->slot[hash >> 8 & (SETS - 1)];
}

static bool
holds(const struct slot *slot, uint64_t hash, struct slice line)
{
	return slot->traits.hash == hash && slot->len == line.len
	    && memcmp(slot->key, line.ptr, line.len) == 0;
}

static struct slot *
find(struct slot *set, uint64_t hash, struct slice line)
{
	for (unsigned i = 0; i < WAYS; i++)
		if (holds(&set[i], hash, line))
			return &set[i];
	return NULL;
}

/* The slot that gives way: each is spared once for having been found again. */
static struct slot *
victim_of(struct slot *set)
{
	for (unsigned i = 0; i < WAYS; i++)
		if (!set[i].again)
			return &set[i];
	for (unsigned i = 0; i < WAYS; i++)
		set[i].again = false;
	return &set[0];
}

static void
fill(struct slot *slot, struct slice line, const struct traits *traits)
{
	slot->traits = *traits;
	slot->len = (unsigned char)line.len;
	slot->again = false;
	memcpy(slot->key, line.ptr, line.len);
}

void
recall_line(struct recall *r, struct slice line, struct traits *traits)
{
	if (line.len == 0 || line.len > KEY_BYTES) {
		*traits = (struct traits){ .hash = 0 };
		if (line.len)
			traits_look(line, traits);
		return;
	}
	uint64_t hash = hash_quick(line) | 1;
	struct slot *set = set_of(r, hash), *slot = find(set, hash, line);
	if (slot) {
		slot->again = true;
		*traits = slot->traits;
		return;
	}
	traits_look(line, traits);
	traits->hash = hash;
	fill(victim_of(set), line, traits);
}

void
recall_keep(struct recall *r, struct slice line, const struct traits *traits)
{
	if (traits->hash == 0)
		return;
	struct slot *slot = find(set_of(r, traits->hash), traits->hash, line);
	if (slot)
		slot->traits = *traits;
}

void
recall_forget(struct recall *r)
{
	memset(r->slot, 0, sizeof r->slot);
}
