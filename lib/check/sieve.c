/* SPDX-License-Identifier: MIT */
#include "sieve.h"

#include <stdlib.h>

#include "sieve_place.h"

enum {
	CELLS_MAX = 4096, /* a document with more is no ordinary one */
	SEATS_MAX = 8192, /* more are not remembered */
};

/* A line that the document at hand has. */
struct met {
	struct seat_line *line;
	size_t cell; /* the first in it */
};

struct sieve {
	struct seats seats;
	const struct cell *self;              /* of the place at hand */
	const struct cell *const *self_seat;
	struct expr_bound self_bound;
	struct sieve_maker maker;
	const struct sieve_place *report;
	struct seat *seat[CELLS_MAX];          /* of each cell; NULL: nothing speaks of its table */
	struct met met[CELLS_MAX * REF_PARTS]; /* each once */
};

/* A document on its way through. */
struct pass {
	struct sieve *sieve;
	const struct cells *cells;
	struct seat **seat;
	struct met *met;
	size_t lines, read;     /* so many; so many cells */
	struct arena *arena;
	struct suspects *suspects;
	bool odd;
	struct cellmap none;
};

struct sieve *
sieve_new(const struct rules *rules)
{
	struct sieve *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	s->self_seat = &s->self;
	s->self_bound = (struct expr_bound){ .seat = &s->self_seat, .count = 1, .one = true };
	s->maker = (struct sieve_maker){ rules, &s->seats, &s->self_bound };
	return s;
}

void
sieve_free(struct sieve *s)
{
	if (!s)
		return;
	seats_release(&s->seats);
	free(s);
}

static inline void
meet_line(struct pass *p, struct seat_line *line, size_t cell, enum cell_state state)
{
	line->states |= 1U << state;
	if (line->here)
		return;
	line->here = true;
	p->met[p->lines++] = (struct met){ line, cell };
}

/* The table that a cell is in. NULL: memory. */
static struct seat_line *
meet_table(struct pass *p, size_t cell)
{
	const struct slice key = p->cells->cell[cell].table;
	struct seats *seats = &p->sieve->seats;
	struct seat_line *table = seats_line(seats, REF_TABLE, key, key);

	if (!table)
		return NULL;
	if (!table->use) {
		const struct rules *rules = p->sieve->maker.rules;
		table->wanted = table->wanted || sieve_is_about(rules, table->key);
		table->use = rules; /* so that it is asked once */
	}
	meet_line(p, table, cell, p->cells->cell[cell].state);
	seats_pass(seats, table);
	return table;
}

/* Is it in the table in which the cell before it is? Mostly both have the same text for it. */
static bool
is_in(const struct cell *cell, const struct seat_line *table)
{
	return table && ((cell->table.ptr == cell[-1].table.ptr
	    && cell->table.len == cell[-1].table.len) || slice_eq(cell->table, table->key));
}

/* Puts the cells into their seats. False: memory. */
static bool
read_cells(struct pass *p)
{
	struct seats *seats = &p->sieve->seats;
	struct seat_line *table = NULL;
	struct seat *last = NULL;

	for (size_t i = 0; i < p->cells->count; i++) {
		const struct cell *cell = &p->cells->cell[i];
		if (!is_in(cell, table))
			table = meet_table(p, i);
		if (!table)
			return false;
		p->seat[p->read++] = NULL;
		if (table->passed)
			continue;
		struct seat *seat = seats_of(seats, table, cell, last);
		if (!seat)
			return false;
		if (!seat->cell)
			seat->cell = cell;
		p->odd = p->odd || seat->odd;
		meet_line(p, seat->line[REF_ROW], i, cell->state);
		meet_line(p, seat->line[REF_COL], i, cell->state);
		p->seat[i] = last = seat;
	}
	return true;
}

static bool
keep(struct pass *p, const struct sieve_check *check, size_t cell)
{
	struct suspects *to = p->suspects;
	struct suspect *array =
	    arena_grow(p->arena, to->item, to->count, &to->room, sizeof *array);

	if (!array)
		return false;
	to->item = array;
	to->item[to->count++] =
	    (struct suspect){ check->rule, cell, check->table, check->order };
	return true;
}

/* Asks what is asked at the place that this cell is in. */
static bool
run(struct pass *p, const struct sieve_check *check, size_t cell)
{
	for (; check; check = check->next)
		if (!sieve_check_lacks(check) && sieve_check_fails(check, &p->none)
		    && !keep(p, check, cell))
			return false;
	return true;
}

static bool
ask_of_report(struct pass *p)
{
	struct sieve *s = p->sieve;

	if (!s->report && !(s->report = sieve_place_of_report(&s->maker)))
		return false;
	return run(p, s->report->checks, 0);
}

static bool
ask_of_lines(struct pass *p)
{
	for (size_t i = 0; i < p->lines; i++) {
		struct seat_line *line = p->met[i].line;
		if (line->part == REF_TABLE)
			continue;
		if (!line->use && !(line->use = sieve_place_of_line(&p->sieve->maker, line)))
			return false;
		if (!run(p, ((const struct sieve_place *)line->use)->checks, p->met[i].cell))
			return false;
	}
	return true;
}

/* Is the cell in the ranges of the place, as far as can be told at once? */
static bool
in_ranges(const struct sieve_place *place, const struct cell *cell)
{
	if (cell->state != CELL_NUMBER)
		return cell->state != CELL_TEXT; /* a fact may count as a number; else nothing fails */
	return cell->number.places == 0 && cell->number.units >= place->least
	    && cell->number.units <= place->most;
}

static bool
ask_of_cells(struct pass *p)
{
	for (size_t i = 0; i < p->cells->count; i++) {
		const struct cell *cell = &p->cells->cell[i];
		struct seat *seat = p->seat[i];
		if (!seat)
			continue;
		if (!seat->use && !(seat->use = sieve_place_of_cell(&p->sieve->maker, seat)))
			return false;
		const struct sieve_place *place = seat->use;
		p->sieve->self = cell;
		/* Most cells are asked for nothing but their range. */
		if ((place->checks && !run(p, place->checks, i))
		    || (!in_ranges(place, cell) && !run(p, place->ranges, i)))
			return false;
	}
	return true;
}

/* The rows and columns get numbers in their tables, and their keys from the cells. */
static bool
number_line(struct pass *p, const struct met *met)
{
	const struct cell *cell = &p->cells->cell[met->cell];
	struct map_table *table =
	    &p->suspects->layout.table[p->seat[met->cell]->line[REF_TABLE]->number];
	const bool is_row = met->line->part == REF_ROW;
	struct map_keys *keys = &table->axis[is_row ? MAP_ROW : MAP_COL];
	struct slice *array =
	    arena_grow(p->arena, keys->key, keys->count, &keys->room, sizeof *array);

	if (!array)
		return false;
	keys->key = array;
	met->line->number = (unsigned)keys->count;
	keys->key[keys->count++] = is_row ? cell->row : cell->col;
	return true;
}

/* Where each cell stands; all of them have seats. */
static bool
lay_out(struct pass *p)
{
	struct map_layout *to = &p->suspects->layout;
	size_t tables = 0;

	for (size_t i = 0; i < p->lines; i++)
		tables += p->met[i].line->part == REF_TABLE;
	to->place = arena_array(p->arena, p->cells->count, sizeof *to->place);
	to->table = arena_array(p->arena, tables, sizeof *to->table);
	if (!to->place || !to->table)
		return false;
	for (size_t i = 0; i < p->lines; i++) {
		struct seat_line *line = p->met[i].line;
		if (line->part != REF_TABLE)
			continue;
		line->number = (unsigned)to->tables++;
		to->table[line->number] = (struct map_table){
			.key = p->cells->cell[p->met[i].cell].table, .number = line->number };
	}
	for (size_t i = 0; i < p->lines; i++)
		if (p->met[i].line->part != REF_TABLE && !number_line(p, &p->met[i]))
			return false;
	for (size_t i = 0; i < p->cells->count; i++) {
		struct seat_line *const *line = p->seat[i]->line;
		to->place[i] = (struct map_place){ line[REF_TABLE]->number,
			line[REF_ROW]->number, line[REF_COL]->number };
	}
	return true;
}

/* The seats are empty again. */
static void
leave(struct pass *p)
{
	struct seats *seats = &p->sieve->seats;

	for (size_t i = 0; i < p->read; i++)
		if (p->seat[i])
			p->seat[i]->cell = NULL;
	for (size_t i = 0; i < p->lines; i++) {
		struct seat_line *line = p->met[i].line;
		line->here = line->passed = false;
		line->states = 0;
	}
	seats->passed = seats->missed = false;
	if (seats->count <= SEATS_MAX && !seats->failed)
		return;
	seats_reset(seats);
	p->sieve->report = NULL;
}

static bool
pass(struct pass *p)
{
	struct seats *seats = &p->sieve->seats;

	bool good = read_cells(p) && ask_of_report(p) && ask_of_lines(p) && ask_of_cells(p)
	    && !p->none.failed && !seats->failed;
	/* Of what was passed over a message may speak. */
	if (good && p->suspects->count && !seats->passed)
		good = lay_out(p);
	p->odd = p->odd || seats->missed;
	seats->failed = seats->failed || !good;
	leave(p);
	return good;
}

bool
sieve_cells(struct sieve *s, const struct cells *cells, struct arena *arena,
    struct suspects *out)
{
	struct pass p = { .sieve = s, .cells = cells, .seat = s->seat, .met = s->met,
		.arena = arena, .suspects = out };
	const bool ordinary = cells->count <= CELLS_MAX;

	*out = (struct suspects){ .all = !ordinary };
	if (ordinary && !pass(&p))
		return false;
	if (p.odd)
		*out = (struct suspects){ .all = true };
	return true;
}
