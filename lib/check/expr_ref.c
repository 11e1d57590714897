/* SPDX-License-Identifier: MIT */
/* References: what a name means in its scope, and the cells that it matches. */
#include "expr_bind.h"

/* What the kinds fix: table, row, column. */
static const bool fixed[EXPR_KINDS][REF_PARTS] = {
	[EXPR_TABLE] = { true, false, false },
	[EXPR_ROW] = { true, true, false },
	[EXPR_COLUMN] = { true, false, true },
	[EXPR_CELL] = { true, true, true },
	[EXPR_STATED] = { true, true, true },
};

static const char *
bare_name(struct slice name, enum expr_kind kind, struct expr_ref *ref)
{
	bool single = kind == EXPR_CELL || kind == EXPR_STATED;
	bool cell = slice_is(name, "cell"), stated = slice_is(name, "stated");

	if (kind == EXPR_REPORT || kind == EXPR_TABLE)
		return "a bare name means nothing in this scope";
	if (slice_has(name, '@'))
		return "'@' means nothing here";
	ref->first = single && slice_is(name, "first");
	ref->target = kind == EXPR_STATED && !stated && !ref->first;
	if (kind == EXPR_CELL && !cell && !ref->first)
		return "this bare name means nothing in this scope";
	for (int i = 0; i < REF_PARTS; i++) {
		ref->here[i] = fixed[kind][i];
		ref->part[i] = ref->here[i] ? SLICE_NONE : name;
	}
	if (ref->target && !cell)
		ref->part[REF_COL] = name;
	return NULL;
}

/* TABLE/ROW/COL or report/NAME. */
static const char *
full_name(struct slice name, enum expr_kind kind, struct expr_ref *ref)
{
	struct slice rest = name;
	int parts = 0;

	for (bool more = true; more; parts++) {
		if (parts == REF_PARTS)
			return "a reference has three parts at most";
		more = rest.len && memchr(rest.ptr, '/', rest.len);
		struct slice part = slice_cut(&rest, '/');
		bool here = slice_is(part, ".");
		if (part.len == 0)
			return "a reference has an empty part";
		if (here && !fixed[kind][parts])
			return "'.' means nothing in this scope";
		if (here && parts > 0 && !ref->here[REF_TABLE])
			return "'.' stands only behind the scope's own table";
		ref->part[parts] = part;
		ref->here[parts] = here;
	}
	if (parts < REF_PARTS && !slice_is(ref->part[REF_TABLE], "report"))
		return "a reference is TABLE/ROW/COL or report/NAME";
	ref->numbered = slice_has(ref->part[REF_COL], '@');
	if (slice_has(name, '@') && !(ref->numbered && ref->here[REF_TABLE] && kind == EXPR_CELL))
		return "'@' means nothing here";
	return NULL;
}

const char *
expr_ref_parse(struct slice name, enum expr_kind kind, struct expr_ref *ref)
{
	if (name.len == 0)
		return "an operand is missing here";
	return memchr(name.ptr, '/', name.len) ? full_name(name, kind, ref)
	                                       : bare_name(name, kind, ref);
}

struct visit {
	struct cellmap *map;
	const struct expr_scope *scope;
	void (*each)(void *context, const struct cell *);
	void *context;
};

struct slice
expr_ending(struct slice key)
{
	size_t at = key.len;

	while (at > 0 && key.ptr[at - 1] != '.')
		at--;
	return slice_from(key, at);
}

/* The column `name`, with what the scope's own column ends in for `@`. */
static struct map_set
numbered_column(const struct visit *v, const struct map_table *table, struct slice name)
{
	const struct map_keys *cols = &table->axis[MAP_COL];
	struct slice rest = name, head = slice_cut(&rest, '@');
	struct slice number = expr_ending(v->scope->self->col);

	for (size_t i = 0; i < cols->count; i++) {
		struct slice behind = slice_from(cols->key[i], head.len);
		if (slice_starts(cols->key[i], head) && slice_starts(behind, number)
		    && slice_eq(slice_from(behind, number.len), rest))
			return cellmap_match(v->map, table, MAP_COL, cols->key[i]);
	}
	return (struct map_set){ NULL, 0 };
}

static void
visit_table(const struct visit *v, const struct expr_ref *ref,
    const struct map_table *table)
{
	struct map_set row = { &v->scope->row, 1 }, col = { &v->scope->col, 1 };

	if (!ref->here[REF_ROW])
		row = cellmap_match(v->map, table, MAP_ROW, ref->part[REF_ROW]);
	if (!ref->here[REF_COL])
		col = ref->numbered ? numbered_column(v, table, ref->part[REF_COL])
		    : cellmap_match(v->map, table, MAP_COL, ref->part[REF_COL]);
	for (size_t r = 0; r < row.count; r++)
		for (size_t c = 0; c < col.count; c++) {
			const struct cell *cell =
			    cellmap_at(v->map, table, row.number[r], col.number[c]);
			if (cell)
				v->each(v->context, cell);
		}
}

/* Is `key` a row of the group `name`: NAME.something? */
static bool
in_group(struct slice key, struct slice name)
{
	return key.len > name.len + 1 && slice_starts(key, name) && key.ptr[name.len] == '.';
}

/*
 * The stated row TABLE.R speaks of row R; where the form has no such row, of
 * the group of rows R.* together. The columns are those that `cols` names.
 */
static void
visit_target(const struct visit *v, struct slice cols)
{
	struct slice name = v->scope->self->row;
	struct slice key = slice_cut(&name, '.');
	struct map_set named = cellmap_tables(v->map, key);

	if (!named.count || !name.len)
		return;
	const struct map_table *table = &v->map->table[named.number[0]];
	struct map_set col = cellmap_match(v->map, table, MAP_COL, cols);
	struct map_set row = cellmap_match(v->map, table, MAP_ROW, name);
	bool group = row.count == 0;
	unsigned rows = (unsigned)table->axis[MAP_ROW].count;
	for (unsigned r = 0; r < rows; r++) {
		if (group ? !in_group(table->axis[MAP_ROW].key[r], name) : r != row.number[0])
			continue;
		for (size_t c = 0; c < col.count; c++) {
			const struct cell *cell = cellmap_at(v->map, table, r, col.number[c]);
			if (cell)
				v->each(v->context, cell);
		}
	}
}

void
expr_each_cell(const struct expr_ref *ref, struct cellmap *map,
    const struct expr_scope *scope, void (*each)(void *context, const struct cell *),
    void *context)
{
	struct visit v = { map, scope, each, context };

	if (ref->bound) {
		expr_bound_each(ref->bound, each, context);
	} else if (ref->target) {
		visit_target(&v, ref->part[REF_COL].len ? ref->part[REF_COL] : scope->self->col);
	} else if (ref->first) {
		each(context, cellmap_at(map, scope->in, scope->row, scope->col));
	} else if (ref->here[REF_TABLE] && ref->here[REF_ROW] && ref->here[REF_COL]) {
		/* Not by its keys: of several cells with the same ones, this one. */
		each(context, scope->self);
	} else if (ref->here[REF_TABLE]) {
		if (scope->in)
			visit_table(&v, ref, scope->in);
	} else {
		struct map_set set = cellmap_tables(map, ref->part[REF_TABLE]);
		for (size_t i = 0; i < set.count; i++)
			visit_table(&v, ref, &map->table[set.number[i]]);
	}
}

/* YYYY-MM-DD as YYYYMMDD. */
static bool
date_number(struct slice text, struct decimal *number)
{
	char digits[8];
	size_t count = 0;

	if (text.len != 10)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (i == 4 || i == 7) {
			if (text.ptr[i] != '-')
				return false;
		} else {
			digits[count++] = text.ptr[i];
		}
	return decimal_parse((struct slice){ digits, count }, number);
}

bool
expr_cell_number(const struct cell *cell, struct decimal *number)
{
	*number = cell->number;
	if (cell->state == CELL_NUMBER)
		return true;
	return cell->state == CELL_TEXT && slice_is(cell->table, "report")
	    && (decimal_parse(cell->value, number) || date_number(cell->value, number));
}

static bool
is_literal(const struct expr_ref *ref, int part)
{
	struct slice name = ref->part[part];

	return ref->here[part] || name.len == 0 || !memchr(name.ptr, '*', name.len);
}

bool
expr_is_place(const struct expr *e)
{
	return e->op == EXPR_REF && !e->ref.target && is_literal(&e->ref, REF_TABLE)
	    && is_literal(&e->ref, REF_ROW) && is_literal(&e->ref, REF_COL);
}

static void
keep(void *context, const struct cell *cell)
{
	const struct cell **kept = context;

	*kept = cell;
}

void
expr_keys(const struct expr_ref *ref, const struct expr_scope *scope, struct slice *table,
    struct slice *row, struct slice *col)
{
	*table = ref->here[REF_TABLE] ? scope->table : ref->part[REF_TABLE];
	*row = ref->here[REF_ROW] && scope->in ? scope->in->axis[MAP_ROW].key[scope->row]
	                                       : ref->part[REF_ROW];
	*col = ref->here[REF_COL] && scope->in ? scope->in->axis[MAP_COL].key[scope->col]
	                                       : ref->part[REF_COL];
}

const struct cell *
expr_place(const struct expr *e, struct cellmap *map, const struct expr_scope *scope,
    struct slice *table, struct slice *row, struct slice *col)
{
	const struct expr_ref *ref = &e->ref;
	const struct cell *cell = NULL;

	expr_each_cell(ref, map, scope, keep, &cell);
	expr_keys(ref, scope, table, row, col);
	return cell;
}

void
expr_each_target(struct cellmap *map, const struct expr_scope *scope,
    void (*each)(void *context, const struct cell *), void *context)
{
	struct visit v = { map, scope, each, context };

	visit_target(&v, scope->self->col);
}
