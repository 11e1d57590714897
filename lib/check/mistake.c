/* SPDX-License-Identifier: MIT */
#include "mistake.h"

/* The most equations that one cell is part of: its row, its column's sum and balance. */
enum { CELL_EQUATIONS = 3 };

/* The group being explained. Whatever explains it changes a cell of its first equation. */
struct search {
	struct equations *e;
	struct mistake_group group;
	const struct equation *first;
	struct mistakes *out;
	struct change *change; /* being tried */
	size_t changes, room;
	bool moved_only;       /* of two cells, only a number typed into the other's place */
	bool failed;
};

static struct search
search_of(struct equations *e, struct mistake_group group, struct mistakes *out)
{
	return (struct search){
		.e = e, .group = group, .first = &e->equation[group.equation[0]], .out = out,
	};
}

static void
add_change(struct search *s, const struct cell *cell, struct decimal value)
{
	struct change *array =
	    arena_grow(s->e->arena, s->change, s->changes, &s->room, sizeof *array);

	if (!array) {
		s->failed = true;
		return;
	}
	s->change = array;
	size_t at = s->changes++;
	for (; at && s->change[at - 1].cell > cell; at--)
		s->change[at] = s->change[at - 1];
	s->change[at] = (struct change){ cell, value };
}

/* All of the group hold, and all else that the changes touch. */
static bool
mends(const struct search *s)
{
	for (size_t i = 0; i < s->group.count; i++)
		if (s->e->equation[s->group.equation[i]].gap.units != 0)
			return false;
	for (size_t i = 0; i < s->changes; i++)
		for (const struct equation_use *use = equations_of(s->e, s->change[i].cell); use;
		    use = use->next)
			if (s->e->equation[use->equation].gap.units != 0)
				return false;
	return true;
}

static bool
same_changes(const struct search *s, const struct mistake *other)
{
	if (other->changes != s->changes)
		return false;
	for (size_t i = 0; i < s->changes; i++)
		if (other->change[i].cell != s->change[i].cell
		    || decimal_cmp(other->change[i].value, s->change[i].value) != 0)
			return false;
	return true;
}

static void
keep(struct search *s, enum mistake_kind kind)
{
	struct mistakes *out = s->out;

	for (size_t i = 0; i < out->count; i++)
		if (same_changes(s, &out->item[i]))
			return;
	struct mistake *array =
	    arena_grow(s->e->arena, out->item, out->count, &out->room, sizeof *array);
	if (!array) {
		s->failed = true;
		return;
	}
	out->item = array;
	size_t at = out->count++;
	for (; at && out->item[at - 1].kind > kind; at--)
		out->item[at] = out->item[at - 1];
	out->item[at] = (struct mistake){ kind, s->change, s->changes };
	s->change = NULL; /* it is the mistake's now */
	s->room = 0;
}

/* Keeps the changes at hand if they explain the group; forgets them in any case. */
static void
try_changes(struct search *s, enum mistake_kind kind)
{
	bool allowed = s->changes > 0 && !s->failed;

	if (allowed && equations_try(s->e, s->change, s->changes)) {
		allowed = mends(s);
		equations_undo(s->e, s->change, s->changes);
		for (size_t i = 0; i < s->changes && allowed; i++)
			allowed = equations_allow(s->e, &s->change[i]);
		if (allowed)
			keep(s, kind);
	}
	s->changes = 0;
}

bool
mistakes_in_cell(struct equations *e, struct mistake_group group, struct mistakes *out)
{
	struct search s = search_of(e, group, out);

	for (size_t i = 0; i < s.first->sum.count && !s.failed; i++) {
		const struct expr_term *term = &s.first->sum.term[i];
		struct decimal value;
		if (!equation_wants(s.first, term, &value))
			continue;
		add_change(&s, term->cell, value);
		try_changes(&s, MISTAKE_CELL);
	}
	return !s.failed;
}

static const struct map_place *
place_of(const struct search *s, const struct cell *cell)
{
	return &s->e->map->place[cell - s->e->map->cells->cell];
}

static const struct map_table *
table_of(const struct search *s)
{
	return s->first->scope.in;
}

/* The number there, with which another could have been exchanged. */
static const struct cell *
number_at(const struct search *s, unsigned row, unsigned col)
{
	const struct cell *cell = cellmap_at(s->e->map, table_of(s), row, col);

	return cell && cell->state == CELL_NUMBER ? cell : NULL;
}

static void
add_swap(struct search *s, const struct cell *a, const struct cell *b)
{
	if (!a || !b || a == b || decimal_cmp(a->number, b->number) == 0)
		return;
	add_change(s, a, b->number);
	add_change(s, b, a->number);
}

static void
try_swaps(struct search *s)
{
	const struct map_table *table = table_of(s);

	for (size_t i = 0; i < s->first->sum.count; i++) {
		const struct cell *cell = s->first->sum.term[i].cell;
		const struct map_place at = *place_of(s, cell);
		for (unsigned col = 0; col < table->axis[MAP_COL].count; col++) {
			add_swap(s, cell, number_at(s, at.row, col));
			try_changes(s, MISTAKE_SWAP);
		}
		for (unsigned row = 0; row < table->axis[MAP_ROW].count; row++) {
			add_swap(s, cell, number_at(s, row, at.col));
			try_changes(s, MISTAKE_SWAP);
		}
	}
}

/*
 * The numbers of the row moved by one column, `step` terms on: the one that fell out at the
 * end is what the sum of the row asks for.
 */
static void
try_shift(struct search *s, const struct equation *row, int step)
{
	const struct expr_linear *sum = &row->sum;
	const size_t last = sum->count - 1, open = step > 0 ? last : 0;
	struct decimal gap = sum->gap, by, moved, value;

	for (size_t i = 0; i <= last; i++) {
		if (i == open)
			continue;
		const struct cell *cell = sum->term[i].cell;
		const struct cell *from = sum->term[step > 0 ? i + 1 : i - 1].cell;
		if (!decimal_sub(from->number, cell->number, &by)
		    || !decimal_mul(by, decimal_int(sum->term[i].factor), &moved)
		    || !decimal_add(gap, moved, &gap))
			break;
		if (by.units != 0)
			add_change(s, cell, from->number);
	}
	const struct equation with = { .gap = gap };
	if (equation_wants(&with, &sum->term[open], &value)) {
		if (decimal_cmp(value, sum->term[open].cell->number) != 0)
			add_change(s, sum->term[open].cell, value);
		try_changes(s, MISTAKE_SHIFT);
	}
	s->changes = 0;
}

static void
try_shifts(struct search *s)
{
	unsigned last_row = UINT32_MAX;

	for (size_t i = 0; i < s->first->sum.count; i++) {
		const struct cell *cell = s->first->sum.term[i].cell;
		if (place_of(s, cell)->row == last_row)
			continue;
		last_row = place_of(s, cell)->row;
		for (const struct equation_use *use = equations_of(s->e, cell); use;
		    use = use->next) {
			const struct equation *row = &s->e->equation[use->equation];
			if (row->scope.kind != EXPR_ROW)
				continue;
			try_shift(s, row, 1);
			try_shift(s, row, -1);
		}
	}
}

static void
try_rows(struct search *s)
{
	const struct map_table *table = table_of(s);

	for (unsigned row = 0; row + 1 < table->axis[MAP_ROW].count; row++) {
		for (unsigned col = 0; col < table->axis[MAP_COL].count; col++)
			add_swap(s, number_at(s, row, col), number_at(s, row + 1, col));
		try_changes(s, MISTAKE_ROWS);
	}
}

/* Was the number meant for one of these cells typed into the other, next to it? */
static enum mistake_kind
kind_of_two(const struct search *s, const struct change *a, const struct change *b)
{
	const struct map_place *x = place_of(s, a->cell), *y = place_of(s, b->cell);
	bool typed = (a->value.units && decimal_cmp(a->value, b->cell->number) == 0)
	    || (b->value.units && decimal_cmp(b->value, a->cell->number) == 0);
	bool near = x->row == y->row ? x->col + 1 == y->col || y->col + 1 == x->col
	    : x->col == y->col && (x->row + 1 == y->row || y->row + 1 == x->row);

	return typed && near ? MISTAKE_MOVED : MISTAKE_CELLS;
}

/* The first of the group that the change on trial leaves open; NULL: none. */
static const struct equation *
first_open(const struct search *s)
{
	for (size_t i = 0; i < s->group.count; i++) {
		const struct equation *e = &s->e->equation[s->group.equation[i]];
		if (e->gap.units != 0)
			return e;
	}
	return NULL;
}

/* A second cell that mends what the first one, on trial, leaves open. */
static void
try_second(struct search *s, const struct change *first)
{
	const struct equation *open = first_open(s);
	const struct equation with = open ? *open : (struct equation){ .gap = DECIMAL_ZERO };

	equations_undo(s->e, first, 1);
	for (size_t i = 0; i < with.sum.count; i++) {
		struct change second = { .cell = with.sum.term[i].cell };
		if (second.cell == first->cell
		    || !equation_wants(&with, &with.sum.term[i], &second.value))
			continue;
		add_change(s, first->cell, first->value);
		add_change(s, second.cell, second.value);
		enum mistake_kind kind = kind_of_two(s, first, &second);
		if (s->moved_only && kind != MISTAKE_MOVED)
			s->changes = 0;
		else
			try_changes(s, kind);
	}
}

static void
try_cells(struct search *s)
{
	if (s->group.count > 2 * CELL_EQUATIONS)
		return;
	for (size_t i = 0; i < s->first->sum.count && !s->failed; i++) {
		const struct cell *cell = s->first->sum.term[i].cell;
		for (const struct equation_use *use = equations_of(s->e, cell); use;
		    use = use->next) {
			const struct equation *with = &s->e->equation[use->equation];
			const struct expr_term term = { cell, use->factor.units };
			struct change first = { .cell = cell };
			if (with->gap.units && equation_wants(with, &term, &first.value)
			    && equations_try(s->e, &first, 1))
				try_second(s, &first);
		}
	}
}

bool
mistakes_of_place(struct equations *e, struct mistake_group group, struct mistakes *out)
{
	struct search s = search_of(e, group, out);
	static void (*const attempt[])(struct search *) = {
		try_swaps, try_shifts, try_rows, try_cells,
	};

	s.moved_only = true;
	for (size_t i = 0; i < sizeof attempt / sizeof *attempt; i++)
		if (out->count == 0 && !s.failed)
			attempt[i](&s);
	return !s.failed;
}

bool
mistakes_in_cells(struct equations *e, struct mistake_group group, struct mistakes *out)
{
	struct search s = search_of(e, group, out);

	try_cells(&s);
	return !s.failed;
}
