/* SPDX-License-Identifier: MIT */
/*
 * Groups of records that have equal keys, and their fixed order.
 *
 * A group is a pair: the tuple of its document keys and the tuple of its record
 * keys. So a document's keys are hashed once a document, and no text is kept
 * twice. Groups are numbered as they come; the caller keeps what it knows of
 * them in arrays of its own.
 */
#ifndef GIP_GROUP_H
#define GIP_GROUP_H

#include "key_order.h"
#include "keys.h"
#include "tuples.h"

struct group {
	uint32_t document, record; /* tuples */
};

struct groups {
	const struct keys *keys;
	struct arena *arena; /* holds all of this */
	struct tuples documents, records;
	struct group *group;
	size_t count, room;
	struct slots slots;
	size_t *rank; /* of each record key, as records.key; made by groups_rank */
};

/* Pointers are borrowed. */
void groups_init(struct groups *, const struct keys *, struct arena *);

/* The document tuple that the groups of the next records have. False: memory is out. */
bool groups_document(struct groups *, const struct slice *value, uint32_t *document);

/* The group of a record. False: memory is out. */
bool groups_find(struct groups *, uint32_t document, const struct slice *value,
    uint32_t *id);

/* The value of key number `key` of a group. */
struct slice groups_value(const struct groups *, uint32_t id, size_t key);

/*
 * Fixes the order: table, row, col as in `order` and, bytewise, what it does not
 * know behind; metrics as they came; other keys bytewise. The order of a column
 * depends on the row and the table if they are keys to its left, that of a row on the
 * table; that of the key number `wide` (keys->count: none) on nothing. False: memory is
 * out.
 */
bool groups_rank(struct groups *, const struct key_order *, size_t wide);

/* How two groups stand in key number `key`: below, at or above 0. */
int groups_compare(const struct groups *, uint32_t a, uint32_t b, size_t key);

/*
 * All groups, ordered by `key[0]`, then `key[1]` ... (numbers of keys). NULL: memory
 * is out, or there are none.
 */
uint32_t *groups_sorted(const struct groups *, const size_t *key, size_t count);

#endif
