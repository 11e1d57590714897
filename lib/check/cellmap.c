/* SPDX-License-Identifier: MIT */
/* Tables of rows and columns, and the memory of names that were looked up. */
#include "cellmap.h"

#include "glob.h"
#include "hash.h"

struct map_name {
	struct slice name;
	uint64_t hash;       /* 0: the slot is free */
	unsigned owner;      /* number of the table; 0 for tables themselves */
	enum map_axis axis;
	bool is_glob;        /* a key may hold a `*` of its own */
	struct map_set set;
};

/* A name as it is asked for, without its answer. */
static struct map_name
asked(unsigned owner, enum map_axis axis, bool is_glob, struct slice name)
{
	uint64_t kind = (uint64_t)owner << 3 | (unsigned)axis << 1 | is_glob;
	uint64_t hash = hash_add(HASH_START ^ kind * UINT64_C(0x9e3779b97f4a7c15), name);

	return (struct map_name){ name, hash ? hash : 1, owner, axis, is_glob, { NULL, 0 } };
}

/* The slot of a name, taken (then it has a hash) or free. */
static struct map_name *
slot_of(struct map_name *table, size_t room, const struct map_name *name)
{
	for (size_t at = name->hash & (room - 1);; at = (at + 1) & (room - 1)) {
		struct map_name *n = &table[at];
		if (n->hash == 0 || (n->hash == name->hash && n->owner == name->owner
		    && n->axis == name->axis && n->is_glob == name->is_glob
		    && slice_eq(n->name, name->name)))
			return n;
	}
}

static bool
names_grow(struct cellmap *map)
{
	size_t room = map->name_room ? map->name_room * 2 : 256;
	struct map_name *table = arena_array(map->arena, room, sizeof *table);

	if (!table)
		return false;
	for (size_t i = 0; i < map->name_room; i++)
		if (map->name[i].hash)
			*slot_of(table, room, &map->name[i]) = map->name[i];
	map->name = table;
	map->name_room = room;
	return true;
}

/* As slot_of, with room for one more name; NULL: memory. */
static struct map_name *
slot_for(struct cellmap *map, const struct map_name *name)
{
	if (map->names * 2 >= map->name_room && !names_grow(map))
		return NULL;
	return slot_of(map->name, map->name_room, name);
}

static void
slot_take(struct cellmap *map, struct map_name *slot, struct map_name name,
    struct map_set set)
{
	*slot = name;
	slot->set = set;
	map->names++;
}

static struct slice
key_at(const struct cellmap *map, const struct map_table *table, enum map_axis axis,
    unsigned number)
{
	return axis == MAP_TABLE ? map->table[number].key : table->axis[axis].key[number];
}

static size_t
key_count(const struct cellmap *map, const struct map_table *table, enum map_axis axis)
{
	return axis == MAP_TABLE ? map->tables : table->axis[axis].count;
}

/* Of a few keys the one is found faster by looking at all than by its hash. */
static const unsigned few[] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
	16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
};

enum { FEW = sizeof few / sizeof *few };

static struct map_set
find_among_few(const struct cellmap *map, const struct map_table *table, enum map_axis axis,
    struct slice text)
{
	const size_t count = key_count(map, table, axis);

	for (unsigned i = 0; i < count; i++)
		if (slice_eq(key_at(map, table, axis, i), text))
			return (struct map_set){ &few[i], 1 };
	return (struct map_set){ NULL, 0 };
}

/* The number of a key by its hash: `next` if it is new; `*added` tells. False: memory. */
static bool
hashed_number(struct cellmap *map, unsigned owner, enum map_axis axis, struct slice key,
    size_t next, unsigned *number, bool *added)
{
	struct map_name name = asked(owner, axis, false, key);
	struct map_name *slot = slot_for(map, &name);

	if (!slot)
		return false;
	*added = slot->hash == 0;
	if (*added) {
		unsigned *own = arena_alloc(map->arena, sizeof *own);
		if (!own)
			return false;
		*own = (unsigned)next;
		slot_take(map, slot, name, (struct map_set){ own, 1 });
	}
	*number = slot->set.number[0];
	return true;
}

/* All keys so far get their hash. */
static bool
hash_keys(struct cellmap *map, const struct map_table *table, enum map_axis axis)
{
	const size_t count = key_count(map, table, axis);
	unsigned number;
	bool added;

	for (unsigned i = 0; i < count; i++)
		if (!hashed_number(map, table ? table->number : 0, axis,
		        key_at(map, table, axis, i), i, &number, &added))
			return false;
	return true;
}

/* The number of a key; where there are more than a few, all have their hash. */
static bool
key_number(struct cellmap *map, const struct map_table *table, enum map_axis axis,
    struct slice key, unsigned *number, bool *added)
{
	const size_t count = key_count(map, table, axis);
	const unsigned owner = table ? table->number : 0;

	if (count <= FEW) {
		struct map_set found = find_among_few(map, table, axis, key);
		*added = found.count == 0;
		*number = *added ? (unsigned)count : found.number[0];
		if (!*added || count < FEW)
			return true;
		if (!hash_keys(map, table, axis))
			return false;
	}
	return hashed_number(map, owner, axis, key, count, number, added);
}

/* The number of a row or column; a new one is added. False: memory. */
static bool
line_number(struct cellmap *map, struct map_table *table, enum map_axis axis,
    struct slice key, unsigned *number)
{
	struct map_keys *keys = &table->axis[axis];
	bool added;
	struct slice *array =
	    arena_grow(map->arena, keys->key, keys->count, &keys->room, sizeof *array);

	if (!array)
		return false;
	keys->key = array;
	if (!key_number(map, table, axis, key, number, &added))
		return false;
	if (added)
		keys->key[keys->count++] = key;
	return true;
}

/* The table with this key, added if it is new. NULL: memory. */
static struct map_table *
table_open(struct cellmap *map, struct slice key)
{
	unsigned number;
	bool added;
	struct map_table *array =
	    arena_grow(map->arena, map->table, map->tables, &map->room, sizeof *array);

	if (!array)
		return NULL;
	map->table = array;
	if (!key_number(map, NULL, MAP_TABLE, key, &number, &added))
		return NULL;
	if (added)
		map->table[map->tables++] = (struct map_table){ .key = key, .number = number };
	return &map->table[number];
}

static bool
key_is(const struct map_keys *keys, unsigned number, struct slice key)
{
	return number < keys->count && slice_eq(keys->key[number], key);
}

/*
 * Records come row by row, so a cell mostly stands one column behind the
 * last one; only where it does not, names are looked up.
 */
static bool
place_cells(struct cellmap *map)
{
	struct map_table *table = NULL;
	struct map_place last = { 0, 0, 0 };

	for (size_t i = 0; i < map->cells->count; i++) {
		const struct cell *cell = &map->cells->cell[i];
		struct map_place at = last;
		if (!table || !slice_eq(table->key, cell->table))
			table = table_open(map, cell->table);
		if (!table)
			return false;
		at.table = table->number;
		if (key_is(&table->axis[MAP_ROW], last.row, cell->row)) {
			at.col++;
		} else {
			if (!line_number(map, table, MAP_ROW, cell->row, &at.row))
				return false;
			at.col = 0;
		}
		if (!key_is(&table->axis[MAP_COL], at.col, cell->col)
		    && !line_number(map, table, MAP_COL, cell->col, &at.col))
			return false;
		map->place[i] = last = at;
	}
	return true;
}

/* A table written by a machine may hold few cells in many rows and columns. */
static bool
make_matrices(struct cellmap *map)
{
	for (size_t i = 0; i < map->tables; i++) {
		struct map_table *t = &map->table[i];
		size_t rows = t->axis[MAP_ROW].count, cols = t->axis[MAP_COL].count;
		if (cols > (map->cells->count * 16 + 1024) / rows)
			continue;
		t->at = arena_array(map->arena, rows * cols, sizeof *t->at);
		if (!t->at)
			return false;
	}
	for (size_t i = 0; i < map->cells->count; i++) {
		const struct map_place *p = &map->place[i];
		struct map_table *t = &map->table[p->table];
		size_t at = p->row * t->axis[MAP_COL].count + p->col;
		if (t->at && !t->at[at])
			t->at[at] = &map->cells->cell[i];
	}
	return true;
}

bool
cellmap_init(struct cellmap *map, struct cells *cells, struct arena *arena)
{
	*map = (struct cellmap){ .cells = cells, .arena = arena };
	map->place = arena_array(arena, cells->count, sizeof *map->place);
	map->failed = !map->place || !place_cells(map) || !make_matrices(map);
	return !map->failed;
}

/* As if the keys had been added one by one. */
static bool
hash_many(struct cellmap *map)
{
	bool good = map->tables <= FEW || hash_keys(map, NULL, MAP_TABLE);

	for (size_t i = 0; good && i < map->tables; i++)
		for (int axis = MAP_ROW; good && axis <= MAP_COL; axis++)
			good = map->table[i].axis[axis].count <= FEW
			    || hash_keys(map, &map->table[i], (enum map_axis)axis);
	return good;
}

bool
cellmap_init_known(struct cellmap *map, struct cells *cells, struct arena *arena,
    const struct map_layout *known)
{
	*map = (struct cellmap){ .cells = cells, .arena = arena, .place = known->place,
		.table = known->table, .tables = known->tables, .room = known->tables };
	map->failed = !hash_many(map) || !make_matrices(map);
	return !map->failed;
}

static struct map_set
look_up(struct cellmap *map, const struct map_table *table, enum map_axis axis,
    struct slice text)
{
	bool is_glob = text.len && memchr(text.ptr, '*', text.len);
	struct map_set set = { NULL, 0 };

	if (!is_glob && key_count(map, table, axis) <= FEW)
		return find_among_few(map, table, axis, text);
	struct map_name name = asked(table ? table->number : 0, axis, is_glob, text);
	struct map_name *slot = slot_for(map, &name);
	if (slot && slot->hash)
		return slot->set;
	if (slot && is_glob) {
		size_t count = key_count(map, table, axis);
		unsigned *number = arena_array(map->arena, count, sizeof *number);
		for (unsigned i = 0; number && i < count; i++)
			if (glob_match(text, key_at(map, table, axis, i)))
				number[set.count++] = i;
		set.number = number;
	}
	if (!slot || (is_glob && !set.number))
		map->failed = true;
	else
		slot_take(map, slot, name, set);
	return set;
}

struct map_set
cellmap_tables(struct cellmap *map, struct slice name)
{
	return look_up(map, NULL, MAP_TABLE, name);
}

struct map_set
cellmap_match(struct cellmap *map, const struct map_table *table, enum map_axis axis,
    struct slice name)
{
	return look_up(map, table, axis, name);
}

const struct cell *
cellmap_at(struct cellmap *map, const struct map_table *table, unsigned row, unsigned col)
{
	if (table->at)
		return table->at[row * table->axis[MAP_COL].count + col];
	return cells_find(map->cells, table->key, table->axis[MAP_ROW].key[row],
	    table->axis[MAP_COL].key[col], &map->failed);
}
