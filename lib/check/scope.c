/* SPDX-License-Identifier: MIT */
#include "scope.h"

#include "glob.h"

struct scope_form {
	const char *name;
	bool tables; /* a list of tables comes first */
	bool rows, cols;
};

static const struct scope_form forms[EXPR_KINDS] = {
	[EXPR_REPORT] = { "report", false, false, false },
	[EXPR_TABLE] = { "table", true, false, false },
	[EXPR_ROW] = { "row", true, true, false },
	[EXPR_COLUMN] = { "column", true, false, true },
	[EXPR_CELL] = { "cell", true, true, true },
	[EXPR_STATED] = { "stated", false, true, true },
};

static void
part_read(const struct scope_form *form, struct slice *words, struct scope_part *part)
{
	*part = (struct scope_part){ SLICE_NONE, SLICE_NONE };
	if (form->rows)
		part->rows = slice_word(words);
	if (form->cols)
		part->cols = slice_word(words);
}

static bool
read_scope(struct scope *scope, const struct stanza *stanza,
    const struct stanza_line *item, struct form_error *error)
{
	struct slice words = item->value;
	struct slice name = slice_word(&words);
	int kind = 0;

	while (kind < EXPR_KINDS && !slice_is(name, forms[kind].name))
		kind++;
	if (kind == EXPR_KINDS)
		return stanza_error(stanza, item->line, "unknown scope", name, error);
	scope->kind = (enum expr_kind)kind;
	scope->tables = kind == EXPR_STATED ? SLICE("stated") : SLICE_NONE;
	if (forms[kind].tables) {
		scope->tables = slice_word(&words);
		if (scope->tables.len == 0)
			return stanza_error(stanza, item->line, "the scope names no table",
			    item->value, error);
	}
	part_read(&forms[kind], &words, &scope->part);
	words = slice_trim(words);
	return words.len == 0
	    || stanza_error(stanza, item->line, "too many words in the scope", words, error);
}

static bool
read_except(struct scope *scope, const struct stanza *stanza,
    const struct stanza_line *item, struct arena *arena, struct form_error *error)
{
	struct slice words = item->value;
	struct scope_part *array = arena_grow(
	    arena, scope->except, scope->excepts, &scope->room, sizeof *array);

	if (!array)
		return stanza_error(stanza, item->line, "out of memory", SLICE_NONE, error);
	scope->except = array;
	part_read(&forms[scope->kind], &words, &scope->except[scope->excepts++]);
	words = slice_trim(words);
	return (item->value.len && words.len == 0) || stanza_error(stanza, item->line,
	    "this scope has no such exception", item->value, error);
}

bool
scope_compile(struct scope *scope, const struct stanza *stanza, struct arena *arena,
    struct form_error *error)
{
	const struct stanza_line *at = NULL;

	*scope = (struct scope){ .kind = EXPR_REPORT };
	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, "scope"))
			at = &stanza->item[i];
	if (!at)
		return stanza_error(stanza, 0, "the rule has no scope", stanza->name, error);
	if (!read_scope(scope, stanza, at, error))
		return false;
	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, "except")
		    && !read_except(scope, stanza, &stanza->item[i], arena, error))
			return false;
	return true;
}

/* Does one of the globs match? */
static bool
list_has(struct slice list, struct slice name)
{
	bool has = list.len == 0;

	while (list.len && !has)
		has = glob_match(slice_cut(&list, ','), name);
	return has;
}

static bool
part_has(const struct scope_part *part, struct slice row, struct slice col)
{
	return list_has(part->rows, row) && list_has(part->cols, col);
}

/* `row` is empty in a column scope, `col` in a row scope: all globs there are. */
static bool
has(const struct scope *scope, struct slice row, struct slice col)
{
	bool inside = part_has(&scope->part, row, col);

	for (size_t i = 0; inside && i < scope->excepts; i++)
		inside = !part_has(&scope->except[i], row, col);
	return inside;
}

bool
scope_has_table(const struct scope *scope, struct slice table)
{
	return list_has(scope->tables, table);
}

bool
scope_has(const struct scope *scope, struct slice table, struct slice row, struct slice col)
{
	return list_has(scope->tables, table) && has(scope, row, col);
}

bool
scope_has_cell(const struct scope *scope, const struct cell *cell)
{
	return scope->kind == EXPR_CELL && scope_has(scope, cell->table, cell->row, cell->col);
}

struct walk {
	const struct scope *scope;
	struct cellmap *map;
	bool (*each)(void *context, const struct expr_scope *);
	void *context;
};

struct expr_scope
scope_at_table(struct cellmap *map, struct slice key)
{
	struct map_set found = cellmap_tables(map, key);

	return (struct expr_scope){ .kind = EXPR_TABLE, .table = key,
		.in = found.count ? &map->table[found.number[0]] : NULL };
}

static bool
each_listed_table(const struct walk *w)
{
	for (struct slice list = w->scope->tables; list.len;) {
		struct expr_scope at = scope_at_table(w->map, slice_cut(&list, ','));
		if (!w->each(w->context, &at))
			return false;
	}
	return true;
}

struct expr_scope
scope_at_cell(enum expr_kind kind, const struct cellmap *map, size_t cell)
{
	const struct map_place *place = &map->place[cell];
	const struct map_table *table = &map->table[place->table];
	struct expr_scope at = { .kind = kind, .table = table->key, .in = table };

	at.row = kind == EXPR_COLUMN ? place->col : place->row;
	at.col = kind == EXPR_ROW ? place->row : place->col;
	if (kind != EXPR_ROW && kind != EXPR_COLUMN)
		at.self = &map->cells->cell[cell];
	return at;
}

/* The rows or the columns of a table. */
static bool
each_line(const struct walk *w, const struct map_table *table)
{
	enum map_axis axis = w->scope->kind == EXPR_ROW ? MAP_ROW : MAP_COL;
	struct expr_scope at = { .kind = w->scope->kind, .table = table->key, .in = table };

	for (unsigned i = 0; i < table->axis[axis].count; i++) {
		struct slice key = table->axis[axis].key[i];
		at.row = at.col = i;
		if (axis == MAP_ROW ? !has(w->scope, key, SLICE_NONE)
		    : !has(w->scope, SLICE_NONE, key))
			continue;
		if (!w->each(w->context, &at))
			return false;
	}
	return true;
}

static void
count_one(void *context, const struct cell *cell)
{
	size_t *count = context;

	(void)cell;
	++*count;
}

/* Does the stated number speak of a form cell that the document has? */
static bool
has_target(const struct walk *w, const struct expr_scope *at)
{
	size_t count = 0;

	expr_each_target(w->map, at, count_one, &count);
	return count > 0;
}

static bool
each_cell(const struct walk *w, const struct map_table *table)
{
	struct expr_scope at = { .kind = w->scope->kind, .table = table->key, .in = table };

	for (size_t i = 0; i < w->map->cells->count; i++) {
		const struct map_place *place = &w->map->place[i];
		at.self = &w->map->cells->cell[i];
		if (place->table != table->number || !has(w->scope, at.self->row, at.self->col))
			continue;
		at.row = place->row;
		at.col = place->col;
		if (at.kind == EXPR_STATED && !has_target(w, &at))
			continue;
		if (!w->each(w->context, &at))
			return false;
	}
	return true;
}

bool
scope_each(const struct scope *scope, struct cellmap *map,
    bool (*each)(void *context, const struct expr_scope *), void *context)
{
	struct walk w = { scope, map, each, context };
	struct expr_scope report = { .kind = EXPR_REPORT };

	if (scope->kind == EXPR_REPORT)
		return each(context, &report);
	if (scope->kind == EXPR_TABLE)
		return each_listed_table(&w);
	for (size_t i = 0; i < map->tables; i++) {
		const struct map_table *table = &map->table[i];
		if (!list_has(scope->tables, table->key))
			continue;
		bool go_on = scope->kind == EXPR_ROW || scope->kind == EXPR_COLUMN
		    ? each_line(&w, table) : each_cell(&w, table);
		if (!go_on)
			return false;
	}
	return true;
}
