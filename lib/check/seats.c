/* SPDX-License-Identifier: MIT */
#include "seats.h"

#include "eight.h"
#include "glob.h"
#include "hash.h"

/* The seats that match. */
struct seat_set {
	struct slice part[REF_PARTS];
	struct expr_bound bound;
	struct seat_set *next;
};

void
seats_reset(struct seats *s)
{
	struct arena arena = s->arena;

	arena_reset(&arena);
	*s = (struct seats){ .arena = arena };
}

void
seats_release(struct seats *s)
{
	arena_release(&s->arena);
	*s = (struct seats)SEATS_INIT;
}

static void *
fail(struct seats *s)
{
	s->failed = true;
	return NULL;
}

struct seat_line *
seats_line(struct seats *s, int part, struct slice table, struct slice key)
{
	const uint64_t hash = hash_add(hash_add(HASH_START + (unsigned)part, table), key);
	struct seat_line **chain = &s->line[hash % SEAT_CHAINS];

	for (struct seat_line *l = *chain; l; l = l->chain)
		if (l->part == part && slice_eq(l->key, key) && slice_eq(l->table, table))
			return l;
	struct seat_line *line = arena_alloc(&s->arena, sizeof *line);
	if (!line || !arena_copy(&s->arena, table, &line->table)
	    || !arena_copy(&s->arena, key, &line->key))
		return fail(s);
	line->part = part;
	line->chain = *chain;
	return *chain = line;
}

static bool
fits(const struct seat_set *set, const struct seat *seat)
{
	for (int part = 0; part < REF_PARTS; part++)
		if (!glob_match(set->part[part], seat->key[part]))
			return false;
	return true;
}

static void
join(struct seats *s, struct seat_set *set, const struct seat *seat)
{
	struct expr_bound *b = &set->bound;
	const struct cell *const **array =
	    arena_grow(&s->arena, b->seat, b->count, &b->room, sizeof *array);

	if (!array) {
		fail(s);
		return;
	}
	b->seat = array;
	b->seat[b->count++] = &seat->cell;
}

static void
join_those_of(struct seats *s, struct seat_set *sets, const struct seat *seat)
{
	for (struct seat_set *set = sets; set; set = set->next)
		if (fits(set, seat))
			join(s, set, seat);
}

/* Other cells' keys can name such a one, with another meaning. */
static bool
is_odd(struct slice key)
{
	return key.len > SEAT_KEY_MAX || slice_has(key, '*') || slice_ends(key, SLICE("."));
}

static struct seat *
add(struct seats *s, const struct slice *key, struct seat **chain)
{
	struct seat *seat = arena_alloc(&s->arena, sizeof *seat);

	if (!seat)
		return fail(s);
	for (int part = 0; part < REF_PARTS; part++) {
		struct seat_line *line = seats_line(s, part, key[REF_TABLE], key[part]);
		if (!line)
			return NULL;
		seat->line[part] = line;
		seat->key[part] = line->key;
		seat->odd = seat->odd || is_odd(line->key);
		seat->in_line[part] = line->first;
		line->first = seat;
	}
	/* Sets ask for all of the keys. */
	for (int part = 0; part < REF_PARTS; part++)
		join_those_of(s, seat->line[part]->sets, seat);
	join_those_of(s, s->sets, seat);
	seat->next = s->all;
	s->all = seat;
	seat->chain = *chain;
	s->count++;
	return *chain = seat;
}

static struct seat *
find(struct seats *s, const struct slice *key)
{
	uint64_t hash = HASH_START;

	for (int part = 0; part < REF_PARTS; part++)
		hash = hash_add(hash, key[part]);
	struct seat **chain = &s->chain[hash % SEAT_CHAINS];
	for (struct seat *seat = *chain; seat; seat = seat->chain)
		if (slice_eq(seat->key[REF_COL], key[REF_COL])
		    && slice_eq(seat->key[REF_ROW], key[REF_ROW])
		    && slice_eq(seat->key[REF_TABLE], key[REF_TABLE]))
			return seat;
	return add(s, key, chain);
}

/* Mostly equal, and of 4 to 16 bytes: no call for those. */
static inline bool
same_key(struct slice a, struct slice b)
{
	uint32_t head[2], tail[2];

	if (a.len != b.len)
		return false;
	if (a.len >= EIGHT && a.len <= 2 * EIGHT)
		return eight_at(a.ptr) == eight_at(b.ptr)
		    && eight_at(a.ptr + a.len - EIGHT) == eight_at(b.ptr + b.len - EIGHT);
	if (a.len < sizeof *head || a.len > EIGHT)
		return slice_eq(a, b);
	memcpy(&head[0], a.ptr, sizeof *head);
	memcpy(&head[1], b.ptr, sizeof *head);
	memcpy(&tail[0], a.ptr + a.len - sizeof *tail, sizeof *tail);
	memcpy(&tail[1], b.ptr + b.len - sizeof *tail, sizeof *tail);
	return head[0] == head[1] && tail[0] == tail[1];
}

/* Cells of one row mostly have one and the same text for it. */
static inline bool
is_row_of(const struct seat *seat, const struct cell *cell, const struct seat *last)
{
	if (last->cell == cell - 1 && cell[-1].row.ptr == cell->row.ptr
	    && cell[-1].row.len == cell->row.len)
		return seat->line[REF_ROW] == last->line[REF_ROW];
	return same_key(seat->key[REF_ROW], cell->row);
}

struct seat *
seats_of(struct seats *s, struct seat_line *table, const struct cell *cell, struct seat *last)
{
	struct seat *seat = last ? last->behind : NULL;

	if (seat && seat->line[REF_TABLE] == table && same_key(seat->key[REF_COL], cell->col)
	    && is_row_of(seat, cell, last))
		return seat;
	const struct slice key[REF_PARTS] = { table->key, cell->row, cell->col };
	seat = find(s, key);
	if (last)
		last->behind = seat;
	return seat;
}

bool
seats_pass(struct seats *s, struct seat_line *table)
{
	table->passed = !table->wanted && !s->wants_all;
	s->passed = s->passed || table->passed;
	return table->passed;
}

/* Something speaks of that table from now on. */
static bool
want(struct seats *s, struct slice table)
{
	if (slice_has(table, '*')) {
		s->missed = s->missed || (!s->wants_all && s->passed);
		s->wants_all = true;
		return true;
	}
	struct seat_line *line = seats_line(s, REF_TABLE, table, table);
	if (!line)
		return false;
	line->wanted = true;
	s->missed = s->missed || line->passed;
	return true;
}

static bool
is_name(struct slice part)
{
	return !slice_has(part, '*');
}

/* Where a set is kept: with its only seat, or the narrowest line that has all of them. */
struct home {
	struct seat_set **sets;
	struct seat *first;           /* of those that may be in it, */
	int part;                     /* which are in this line of the first; */
	const struct seat_line *line; /* NULL: in any */
};

static bool
find_home(struct seats *s, const struct slice *part, struct home *home)
{
	*home = (struct home){ &s->sets, s->all, REF_PARTS, NULL };
	if (!is_name(part[REF_TABLE]))
		return true;
	home->part = is_name(part[REF_ROW]) ? REF_ROW
	    : is_name(part[REF_COL]) ? REF_COL : REF_TABLE;
	if (home->part == REF_ROW && is_name(part[REF_COL])) {
		home->first = find(s, part);
		home->sets = home->first ? &home->first->sets : NULL;
		return home->first != NULL;
	}
	struct seat_line *line =
	    seats_line(s, home->part, part[REF_TABLE], part[home->part]);
	if (!line)
		return false;
	home->sets = &line->sets;
	home->first = line->first;
	home->line = line;
	return true;
}

static struct seat_set *
known_set(struct seat_set *sets, const struct slice *part)
{
	for (struct seat_set *set = sets; set; set = set->next)
		if (slice_eq(set->part[REF_COL], part[REF_COL])
		    && slice_eq(set->part[REF_ROW], part[REF_ROW])
		    && slice_eq(set->part[REF_TABLE], part[REF_TABLE]))
			return set;
	return NULL;
}

const struct expr_bound *
seats_bound(struct seats *s, const struct slice part[REF_PARTS])
{
	struct home home;

	if (!want(s, part[REF_TABLE]) || !find_home(s, part, &home))
		return NULL;
	struct seat_set *set = known_set(*home.sets, part);
	if (set)
		return &set->bound;
	set = arena_alloc(&s->arena, sizeof *set);
	if (!set)
		return fail(s);
	for (int i = 0; i < REF_PARTS; i++)
		if (!arena_copy(&s->arena, part[i], &set->part[i]))
			return fail(s);
	for (struct seat *seat = home.first; seat && !s->failed;
	    seat = home.part == REF_PARTS ? seat->next : seat->in_line[home.part])
		if (fits(set, seat))
			join(s, set, seat);
	set->bound.one = set->bound.count == 1 && home.part == REF_ROW && !home.line;
	set->bound.states =
	    home.line && home.part != REF_TABLE ? &home.line->states : NULL;
	set->next = *home.sets;
	*home.sets = set;
	return s->failed ? NULL : &set->bound;
}
