/* SPDX-License-Identifier: MIT */
/* The stanzas `form` and `table`, compiled in the order of their lines. */
#include "tables.h"

#include <stdlib.h>

#include "decimal.h"
#include "glob.h"

/* What the lines of a table stanza have set so far. */
struct draft {
	struct tables *all;
	struct table *table;
	const struct stanza *stanza;
	struct form_error *error;
	struct table_column *column;
	size_t columns;
	struct slice group, choice;
};

static bool
no_memory(struct draft *d, size_t line)
{
	return stanza_error(d->stanza, line, "out of memory", SLICE_NONE, d->error);
}

/* The next of several values with `|` between them; false at the end. */
static bool
next_value(struct slice *rest, struct slice *value)
{
	if (rest->len == 0)
		return false;
	*value = slice_trim(slice_cut(rest, '|'));
	return true;
}

static bool
add_head(struct draft *d, size_t line, struct slice head)
{
	struct table *t = d->table;
	struct slice *array =
	    arena_grow(&d->all->arena, t->head, t->heads, &t->head_room, sizeof *array);

	if (!array)
		return no_memory(d, line);
	t->head = array;
	t->head[t->heads++] = head;
	return true;
}

static bool
take_heads(struct draft *d, const struct stanza_line *item)
{
	struct slice rest = item->value, head;

	while (next_value(&rest, &head))
		if (!add_head(d, item->line, head))
			return false;
	return true;
}

static bool
take_columns(struct draft *d, const struct stanza_line *item)
{
	struct slice rest = item->value, value;

	d->columns = 0;
	d->column = arena_array(&d->all->arena, TABLE_COLUMNS_MAX, sizeof *d->column);
	if (!d->column)
		return no_memory(d, item->line);
	while (next_value(&rest, &value)) {
		struct slice key = slice_word(&value), name = slice_trim(value);
		if (name.len == 0)
			return stanza_error(d->stanza, item->line,
			    "a column needs a key and a name", key, d->error);
		if (d->columns == TABLE_COLUMNS_MAX)
			return stanza_error(d->stanza, item->line, "too many columns", key, d->error);
		d->column[d->columns++] = (struct table_column){ .key = key, .name = name };
		if (!add_head(d, item->line, name))
			return false;
	}
	return true;
}

/* Marks the columns `key` of all rows; false: there is none. */
static bool
mark_column(struct table *t, struct slice key, bool money)
{
	bool found = false;

	for (size_t r = 0; r < t->rows; r++)
		for (size_t c = 0; c < t->row[r].columns; c++) {
			struct table_column *col = &t->row[r].column[c];
			if (!slice_eq(col->key, key))
				continue;
			*(money ? &col->money : &col->negative) = true;
			found = true;
		}
	return found;
}

/* `money` and `negative`, before or after the rows that they speak of. */
static bool
mark_columns(struct table *t, const struct stanza *stanza, struct form_error *error)
{
	for (size_t i = 0; i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		bool money = slice_is(item->key, "money");
		if (!money && !slice_is(item->key, "negative"))
			continue;
		struct slice rest = item->value;
		for (struct slice key; (key = slice_word(&rest)).len;)
			if (!mark_column(t, key, money))
				return stanza_error(stanza, item->line, "no such column", key, error);
	}
	return true;
}

static bool
take_row(struct draft *d, const struct stanza_line *item)
{
	struct table *t = d->table;
	struct slice rest = item->value, key = slice_word(&rest), label;
	bool labelled = !slice_is(item->key, "values");

	if (rest.len == 0 || d->columns == 0 || t->rows == TABLE_ROWS_MAX)
		return stanza_error(d->stanza, item->line,
		    rest.len == 0 ? "a row needs a key and a label"
		    : d->columns  ? "too many rows"
		                  : "a row before its columns",
		    key, d->error);
	struct table_row *array =
	    arena_grow(&d->all->arena, t->row, t->rows, &t->row_room, sizeof *array);
	if (!array)
		return no_memory(d, item->line);
	t->row = array;
	struct table_row *row = &t->row[t->rows++];
	*row = (struct table_row){ .key = key, .group = d->group, .column = d->column,
		.columns = d->columns, .choice = d->choice, .foreign = slice_is(item->key, "foreign") };
	row->label = arena_array(&d->all->arena, 16, sizeof *row->label);
	if (!row->label)
		return no_memory(d, item->line);
	while (next_value(&rest, &label)) {
		if (row->labels == 16 || label.len == 0)
			return stanza_error(d->stanza, item->line,
			    label.len ? "too many labels" : "an empty label", key, d->error);
		row->label[row->labels++] = label;
	}
	row->name = d->group.len && labelled && !slice_eq(d->group, row->label[0])
	    ? arena_format(&d->all->arena, "%.*s %.*s", SLICE_ARGS(d->group),
	          SLICE_ARGS(row->label[0]))
	    : row->label[0];
	if (!row->name.ptr)
		return no_memory(d, item->line);
	if (!labelled)
		row->labels = 0;
	return true;
}

/* How often `key` stands among the words of `text`. */
static size_t
count_word(struct slice text, struct slice key)
{
	size_t count = 0;

	for (struct slice word; (word = slice_word(&text)).len;)
		count += slice_eq(word, key);
	return count;
}

static size_t
count_words(struct slice text)
{
	size_t count = 0;

	while (slice_word(&text).len)
		count++;
	return count;
}

/* `total = part part ...`: the total is a column, the parts all others. */
static bool
take_across(struct draft *d, const struct stanza_line *item)
{
	struct slice parts = item->value, total = slice_word(&parts);
	bool whole = true;

	if (!slice_is(slice_word(&parts), "="))
		return stanza_error(d->stanza, item->line, "across needs `total = parts`",
		    item->value, d->error);
	for (size_t c = 0; c < d->columns; c++) {
		bool is_total = slice_eq(d->column[c].key, total);
		whole = whole && count_word(parts, d->column[c].key) == !is_total;
		if (is_total)
			d->table->total = c + 1;
	}
	if (d->table->total == 0 || !whole || count_words(parts) + 1 != d->columns)
		return stanza_error(d->stanza, item->line,
		    "across must name every column set before it", item->value, d->error);
	return true;
}

static bool
take_down(struct draft *d, const struct stanza_line *item)
{
	struct table *t = d->table;
	struct slice rest = item->value;
	signed char sign = 1;

	if (t->downs == TABLE_DOWN_MAX)
		return stanza_error(d->stanza, item->line, "too many sums", item->value, d->error);
	struct table_down *down = &t->down[t->downs++];
	for (struct slice word; (word = slice_word(&rest)).len;) {
		if (slice_is(word, "=")) {
			sign = -1;
			continue;
		}
		bool found = false;
		for (size_t r = 0; r < t->rows; r++)
			if (glob_match(word, t->row[r].key)) {
				down->sign[r] = sign;
				found = true;
			}
		if (!found)
			return stanza_error(d->stanza, item->line, "no such row", word, d->error);
	}
	return true;
}

static bool
take_line(struct draft *d, const struct stanza_line *item)
{
	struct slice key = item->key;

	if (slice_is(key, "name")) {
		d->table->name = item->value;
		return true;
	}
	if (slice_is(key, "own")) {
		d->table->own = item->value;
		return true;
	}
	if (slice_is(key, "group")) {
		d->group = item->value;
		return add_head(d, item->line, item->value);
	}
	if (slice_is(key, "choice")) {
		bool end = slice_is(item->value, "-");
		d->choice = end ? SLICE_NONE : item->value;
		d->group = end ? SLICE_NONE : d->group;
		return true;
	}
	if (slice_is(key, "head"))
		return take_heads(d, item);
	if (slice_is(key, "columns"))
		return take_columns(d, item);
	if (slice_is(key, "row") || slice_is(key, "foreign") || slice_is(key, "values"))
		return take_row(d, item);
	if (slice_is(key, "across"))
		return take_across(d, item);
	if (slice_is(key, "down") || slice_is(key, "like") || slice_is(key, "money")
	    || slice_is(key, "negative"))
		return true; /* taken when the rows are known */
	return stanza_error(d->stanza, item->line, "unknown key in a table", key, d->error);
}

static bool
compile_table(struct tables *all, struct table *t, const struct stanza *stanza,
    struct form_error *error)
{
	struct draft d = { .all = all, .table = t, .stanza = stanza, .error = error };

	for (size_t i = 0; i < stanza->count; i++)
		if (!take_line(&d, &stanza->item[i]))
			return false;
	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, "down") && !take_down(&d, &stanza->item[i]))
			return false;
	if (!mark_columns(t, stanza, error))
		return false;
	if (t->rows == 0 && stanza_value(stanza, "like").len == 0)
		return stanza_error(stanza, 0, "a table without rows", t->key, error);
	return true;
}

/* A table `like` another keeps its own form, key and choice. */
static bool
resolve_like(struct tables *all, struct table *t, const struct stanza *stanza,
    struct form_error *error)
{
	struct slice key = stanza_value(stanza, "like"), form = slice_cut(&key, '/');

	if (form.len == 0)
		return true;
	const struct table *model = tables_find(all, form, key);
	if (!model || model->rows == 0)
		return stanza_error(stanza, 0, "like names no table",
		    stanza_value(stanza, "like"), error);
	struct table own = *t;
	*t = *model;
	t->form = own.form;
	t->key = own.key;
	t->name = own.name.len ? own.name : model->name;
	t->own = own.own.len ? own.own : model->own;
	return true;
}

static bool
read_year(struct slice word, long *year)
{
	struct decimal d;

	if (!decimal_parse(word, &d) || d.places || d.units < 0 || d.units > 9999)
		return false;
	*year = (long)d.units;
	return true;
}

static bool
compile_form(struct tables *all, const struct stanza *stanza, struct form_error *error)
{
	struct form form = { .key = stanza->name, .name = stanza_value(stanza, "name") };
	struct slice years = stanza_value(stanza, "years");
	struct form *array =
	    arena_grow(&all->arena, all->form, all->forms, &all->form_room, sizeof *array);

	if (!array)
		return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
	struct slice from = slice_word(&years), to = slice_word(&years);
	if (!read_year(from, &form.from) || !read_year(to, &form.to))
		return stanza_error(stanza, 0, "a form needs years: FROM TO", form.key, error);
	all->form = array;
	all->form[all->forms++] = form;
	return true;
}

static bool
open_table(struct tables *all, const struct stanza *stanza, struct form_error *error)
{
	struct slice key = stanza->name, form = slice_cut(&key, '/');
	struct table *array =
	    arena_grow(&all->arena, all->table, all->count, &all->room, sizeof *array);

	if (!array)
		return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
	all->table = array;
	struct table *t = &all->table[all->count++];
	*t = (struct table){ .form = form, .key = key };
	if (key.len == 0)
		return stanza_error(stanza, 0, "a table is named FORM/KEY", stanza->name, error);
	return compile_table(all, t, stanza, error);
}

static bool
compile_all(struct tables *all, const struct stanzas *stanzas, struct form_error *error)
{
	for (size_t i = 0; i < stanzas->count; i++) {
		const struct stanza *s = &stanzas->stanza[i];
		if (slice_is(s->kind, "form") && !compile_form(all, s, error))
			return false;
		if (slice_is(s->kind, "table") && !open_table(all, s, error))
			return false;
	}
	for (size_t i = 0, t = 0; i < stanzas->count; i++)
		if (slice_is(stanzas->stanza[i].kind, "table")
		    && !resolve_like(all, &all->table[t++], &stanzas->stanza[i], error))
			return false;
	return true;
}

struct tables *
tables_compile(const struct stanzas *stanzas, struct form_error *error)
{
	struct tables *all = calloc(1, sizeof *all);

	if (!all) {
		*error = (struct form_error){ SLICE_NONE, 0, "out of memory", SLICE_NONE };
		return NULL;
	}
	if (!compile_all(all, stanzas, error)) {
		tables_free(all);
		return NULL;
	}
	return all;
}

void
tables_free(struct tables *all)
{
	if (!all)
		return;
	arena_release(&all->arena);
	free(all);
}
