/* SPDX-License-Identifier: MIT */
#include "group.h"

#include <stdlib.h>

void
groups_init(struct groups *g, const struct keys *keys, struct arena *arena)
{
	*g = (struct groups){
		.keys = keys,
		.arena = arena,
		.documents = { .arena = arena, .width = keys->documents },
		.records = { .arena = arena, .width = keys->records },
	};
}

bool
groups_document(struct groups *g, const struct slice *value, uint32_t *document)
{
	return tuples_add(&g->documents, value, document);
}

bool
groups_find(struct groups *g, uint32_t document, const struct slice *value, uint32_t *id)
{
	const struct slot *slot;
	uint32_t record;
	size_t at;

	if (!tuples_add(&g->records, value, &record) || !slots_reserve(&g->slots, g->arena))
		return false;
	uint64_t hash = slots_mix((uint64_t)document << 32 | record);
	for (at = slots_first(&g->slots, hash); (slot = slots_at(&g->slots, at)); at++)
		if (g->group[slot->id].document == document
		    && g->group[slot->id].record == record) {
			*id = slot->id;
			return true;
		}
	struct group *array = arena_grow(g->arena, g->group, g->count, &g->room, sizeof *array);
	if (!array)
		return false;
	g->group = array;
	*id = (uint32_t)g->count;
	slots_take(&g->slots, at, hash, g->count);
	g->group[g->count++] = (struct group){ document, record };
	return true;
}

struct slice
groups_value(const struct groups *g, uint32_t id, size_t key)
{
	const struct key *k = &g->keys->key[key];

	return key_of_document(k) ? tuples_key(&g->documents, g->group[id].document)[k->place]
	                          : tuples_key(&g->records, g->group[id].record)[k->place];
}

/* The rank of table, row or col, given what is left of it and holds it: table, row. */
static size_t
rank_of(const struct groups *g, const struct key_order *order, uint32_t record, size_t key,
    size_t wide)
{
	const struct slice *value = tuples_key(&g->records, record);
	const struct slice *known[KEY_KINDS] = { NULL };
	enum key_kind kind = g->keys->key[key].kind;

	for (size_t i = 0; i < key && key != wide; i++) {
		const struct key *left = &g->keys->key[i];
		if (i != wide && left->kind >= KEY_TABLE && left->kind < kind)
			known[left->kind] = &value[left->place];
	}
	known[kind] = &value[g->keys->key[key].place];
	return key_order_rank(order, known[KEY_TABLE], known[KEY_ROW], known[KEY_COL]);
}

bool
groups_rank(struct groups *g, const struct key_order *order, size_t wide)
{
	size_t width = g->records.width;

	g->rank = arena_array(g->arena, g->records.count, width * sizeof *g->rank);
	if (!g->rank)
		return false;
	for (uint32_t record = 0; record < g->records.count; record++)
		for (size_t i = 0; i < g->keys->count; i++) {
			const struct key *k = &g->keys->key[i];
			size_t *rank = &g->rank[record * width + k->place];
			if (k->kind == KEY_METRIC)
				*rank = record;
			else if (k->kind == KEY_TABLE || k->kind == KEY_ROW || k->kind == KEY_COL)
				*rank = rank_of(g, order, record, i, wide);
		}
	return true;
}

int
groups_compare(const struct groups *g, uint32_t a, uint32_t b, size_t key)
{
	const struct key *k = &g->keys->key[key];

	if (!key_of_document(k)) {
		size_t left = g->rank[g->group[a].record * g->records.width + k->place];
		size_t right = g->rank[g->group[b].record * g->records.width + k->place];
		if (left != right)
			return left < right ? -1 : 1;
	}
	return slice_cmp(groups_value(g, a, key), groups_value(g, b, key));
}

/* What qsort hands to the comparison; it has no other way to the groups. */
struct sorted {
	const struct groups *groups;
	const size_t *key;
	size_t count;
	uint32_t id;
};

static int
compare(const void *left, const void *right)
{
	const struct sorted *a = left, *b = right;
	int order = 0;

	for (size_t i = 0; i < a->count && order == 0; i++)
		order = groups_compare(a->groups, a->id, b->id, a->key[i]);
	return order;
}

uint32_t *
groups_sorted(const struct groups *g, const size_t *key, size_t count)
{
	uint32_t *ids = arena_array(g->arena, g->count, sizeof *ids);
	struct sorted *sorted = calloc(g->count, sizeof *sorted);

	for (size_t i = 0; ids && sorted && i < g->count; i++)
		sorted[i] = (struct sorted){ g, key, count, (uint32_t)i };
	if (sorted && g->count)
		qsort(sorted, g->count, sizeof *sorted, compare);
	for (size_t i = 0; ids && sorted && i < g->count; i++)
		ids[i] = sorted[i].id;
	free(sorted);
	return sorted ? ids : NULL;
}
