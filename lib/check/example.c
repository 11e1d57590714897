/* SPDX-License-Identifier: MIT */
#include "example.h"

#include "tables.h"

static const char *const key_names[EXAMPLE_KINDS] = { "passes", "fails" };

/* An example while it is read; without `out` its lines are only looked at. */
struct work {
	const struct tables *tables;
	const struct stanza *stanza;
	size_t line;
	struct slice form;
	struct example *out;
	struct form_error *error;
};

static bool
fail(const struct work *w, const char *what, struct slice datum)
{
	return stanza_error(w->stanza, w->line, what, datum, w->error);
}

static struct cell *
cell_at(struct cells *cells, const struct cell *like)
{
	for (size_t i = 0; i < cells->count; i++) {
		struct cell *c = &cells->cell[i];
		if (slice_eq(c->col, like->col) && slice_eq(c->row, like->row)
		    && slice_eq(c->table, like->table))
			return c;
	}
	return NULL;
}

static void
drop(struct example *e, struct cell *cell)
{
	const size_t at = (size_t)(cell - e->cells.cell);
	const size_t behind = --e->cells.count - at;

	memmove(cell, cell + 1, behind * sizeof *cell);
	memmove(e->changed + at, e->changed + at + 1, behind * sizeof *e->changed);
}

/*
 * Puts a cell in the place of the one with its keys, or behind all: what the prose states
 * in two places is there twice.
 */
static bool
put(const struct work *w, struct cell cell, bool none)
{
	struct example *e = w->out;

	if (!e)
		return true;
	struct cell *old =
	    slice_is(cell.table, "stated") ? NULL : cell_at(&e->cells, &cell);
	bool is_change = slice_is(w->stanza->kind, "rule");
	if (none) {
		if (old)
			drop(e, old);
		return true;
	}
	if (old) {
		cell.line = old->line;
		*old = cell;
		e->changed[old - e->cells.cell] = is_change;
		return true;
	}
	bool *array = arena_grow(
	    &e->cells.arena, e->changed, e->cells.count, &e->room, sizeof *array);
	if (!array)
		return fail(w, "out of memory", SLICE_NONE);
	e->changed = array;
	e->changed[e->cells.count] = is_change;
	cell.line = e->cells.count + 1;
	return cells_add(&e->cells, cell) || fail(w, "out of memory", SLICE_NONE);
}

static bool
put_value(const struct work *w, struct cell cell, struct slice word, struct slice clause)
{
	bool none = slice_is(word, "none");

	if (decimal_parse(word, &cell.number)) {
		cell.state = CELL_NUMBER;
		cell.value = word;
	} else if (!none && (!cell_state_named(word, &cell.state) || cell.state == CELL_NUMBER)) {
		return fail(w, "neither a number nor the state of a cell", word);
	}
	cell.raw = clause.len ? clause : cell.value;
	return put(w, cell, none);
}

static bool
put_fact(const struct work *w, struct cell cell, struct slice fact)
{
	struct slice rest = fact, word = slice_word(&rest);

	if (slice_is(word, "absent") || slice_is(word, "none") || decimal_parse(word, &cell.number))
		return put_value(w, cell, word, slice_trim(rest));
	cell.state = CELL_TEXT;
	cell.value = cell.raw = fact;
	return put(w, cell, false);
}

static const struct table_row *
row_of_form(const struct work *w, const struct cell *cell)
{
	const struct table *table = tables_find(w->tables, w->form, cell->table);

	for (size_t i = 0; table && i < table->rows; i++)
		if (slice_eq(table->row[i].key, cell->row))
			return &table->row[i];
	return NULL;
}

static bool
has_column(const struct table_row *row, struct slice col)
{
	for (size_t i = 0; i < row->columns; i++)
		if (slice_eq(row->column[i].key, col))
			return true;
	return false;
}

/* One cell, or all of the row. */
static bool
put_row(const struct work *w, struct cell cell, struct slice place, struct slice values)
{
	const struct table_row *row = row_of_form(w, &cell);

	if (!row || (cell.col.len && !has_column(row, cell.col)))
		return fail(w, "the form has no such cells", place);
	if (cell.col.len) {
		struct slice word = slice_word(&values);
		return put_value(w, cell, word, slice_trim(values));
	}
	for (size_t i = 0; i < row->columns; i++) {
		cell.col = row->column[i].key;
		struct slice word = slice_word(&values);
		if (word.len == 0)
			return fail(w, "fewer values than the row has columns", place);
		if (!put_value(w, cell, word, SLICE_NONE))
			return false;
	}
	values = slice_trim(values);
	return values.len == 0 || fail(w, "more values than the row has columns", values);
}

static bool
read_line(const struct work *w, struct slice place, struct slice value)
{
	struct slice rest = place;
	struct cell cell = { .table = slice_cut(&rest, '/'), .row = slice_cut(&rest, '/'),
		.col = rest };

	value = slice_trim(value);
	if (value.len == 0 || cell.row.len == 0)
		return fail(w, "an example is a cell and its value", place);
	if (slice_is(cell.table, "report"))
		return put_fact(w, cell, value);
	if (slice_is(cell.table, "stated")) {
		struct slice word = slice_word(&value);
		return put_value(w, cell, word, slice_trim(value));
	}
	return put_row(w, cell, place, value);
}

static const struct form *
form_named(const struct tables *tables, struct slice key)
{
	for (size_t i = 0; i < tables->forms; i++)
		if (slice_eq(tables->form[i].key, key))
			return &tables->form[i];
	return NULL;
}

/* The form that the example of a rule is in. */
static struct slice
form_of(const struct tables *tables, const struct stanza *stanza, const char *key)
{
	struct slice form = tables->forms ? tables->form[tables->forms - 1].key : SLICE_NONE;

	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, key) && form_named(tables, stanza->item[i].value))
			form = stanza->item[i].value;
	return form;
}

static bool
read_rule(struct work *w, const char *key)
{
	w->form = form_of(w->tables, w->stanza, key);
	for (size_t i = 0; i < w->stanza->count; i++) {
		const struct stanza_line *item = &w->stanza->item[i];
		struct slice rest = item->value;
		w->line = item->line;
		if (!slice_is(item->key, key) || form_named(w->tables, rest))
			continue;
		struct slice place = slice_word(&rest);
		if (!read_line(w, place, rest))
			return false;
	}
	return true;
}

static bool
read_report(struct work *w)
{
	w->form = w->stanza->name;
	w->line = 0;
	if (!form_named(w->tables, w->form))
		return fail(w, "no such form", w->form);
	for (size_t i = 0; i < w->stanza->count; i++) {
		w->line = w->stanza->item[i].line;
		if (!read_line(w, w->stanza->item[i].key, w->stanza->item[i].value))
			return false;
	}
	return true;
}

bool
examples_check(const struct forms *forms, struct form_error *error)
{
	struct work w = { .tables = forms->tables, .error = error };

	for (size_t i = 0; i < forms->stanzas.count; i++) {
		w.stanza = &forms->stanzas.stanza[i];
		if (slice_is(w.stanza->kind, "example") && !read_report(&w))
			return false;
		for (int kind = 0; slice_is(w.stanza->kind, "rule") && kind < EXAMPLE_KINDS; kind++)
			if (!read_rule(&w, key_names[kind]))
				return false;
	}
	return true;
}

bool
example_given(const struct rule *rule, enum example_kind kind)
{
	return stanza_value(rule->stanza, key_names[kind]).len > 0;
}

bool
example_report(const struct forms *forms, struct slice form, struct example *out)
{
	struct form_error error;
	struct work w = { .tables = forms->tables, .out = out, .error = &error };

	cells_reset(&out->cells);
	*out = (struct example){ .cells = out->cells };
	out->cells.is_report = true;
	for (size_t i = 0; i < forms->stanzas.count; i++) {
		w.stanza = &forms->stanzas.stanza[i];
		if (slice_is(w.stanza->kind, "example") && slice_eq(w.stanza->name, form))
			return read_report(&w);
	}
	return true;
}

bool
example_of(const struct forms *forms, const struct rule *rule, enum example_kind kind,
    struct example *out)
{
	const char *key = key_names[kind];
	struct form_error error;
	struct work w = { .tables = forms->tables, .stanza = rule->stanza, .out = out,
		.error = &error };

	return example_report(forms, form_of(forms->tables, rule->stanza, key), out)
	    && read_rule(&w, key);
}

void
example_release(struct example *e)
{
	cells_release(&e->cells);
	*e = (struct example)EXAMPLE_INIT;
}
