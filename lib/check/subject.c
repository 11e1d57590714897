/* SPDX-License-Identifier: MIT */
#include "subject.h"

struct subject
subject_of_cell(const struct cell *cell, const struct expr_scope *scope)
{
	return (struct subject){ cell->table, cell->row, cell->col, cell, scope };
}

struct subject
subject_of_scope(const struct expr_scope *scope)
{
	struct subject s = { .table = scope->table, .scope = scope };

	if (scope->self)
		return subject_of_cell(scope->self, scope);
	if (scope->kind == EXPR_ROW)
		s.row = scope->in->axis[MAP_ROW].key[scope->row];
	else if (scope->kind == EXPR_COLUMN)
		s.col = scope->in->axis[MAP_COL].key[scope->col];
	return s;
}

struct subject
subject_of_rule(const struct rule *rule, struct cellmap *map, const struct expr_scope *scope)
{
	struct subject s = subject_of_scope(scope);

	if (rule->at)
		s.cell = expr_place(rule->at, map, scope, &s.table, &s.row, &s.col);
	return s;
}

struct slice
subject_actual(const struct subject *s)
{
	const struct cell *cell = s->cell;
	bool shown = cell && (cell->state == CELL_NUMBER || cell->state == CELL_TEXT);

	if (!shown)
		return SLICE_NONE;
	return cell->value.len ? cell->value : cell->raw;
}

size_t
subject_line(const struct subject *s, struct cellmap *map)
{
	const struct expr_scope *at = s->scope;
	const struct map_table *table = at->in;

	if (s->cell || !table)
		return s->cell ? s->cell->line : 0;
	for (unsigned r = 0; r < table->axis[MAP_ROW].count; r++) {
		if (at->kind == EXPR_ROW && r != at->row)
			continue;
		for (unsigned c = 0; c < table->axis[MAP_COL].count; c++) {
			if (at->kind == EXPR_COLUMN && c != at->col)
				continue;
			const struct cell *cell = cellmap_at(map, table, r, c);
			if (cell && cell->line)
				return cell->line;
		}
	}
	return 0;
}
