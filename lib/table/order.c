/* SPDX-License-Identifier: MIT */
#include "order.h"

/* Names of columns in the text: each the whole of a field, and one as often as the other. */
struct name {
	size_t count;
	bool alone;     /* the first: the only text of its line */
	size_t at, end; /* the first: its tokens */
	size_t line;
};

static struct name
find_name(const struct profile_text *text, const struct tokens *t, size_t to)
{
	struct name name = { .count = 0 };

	for (size_t i = 0; i < to; i++) {
		size_t end = i + text->len;
		if (!profile_text_at(text, t, i) || t->token[i].before == SEPARATED_NOT
		    || (end < t->count && t->token[end].before == SEPARATED_NOT))
			continue;
		bool begins = i == 0 || t->token[i].before >= SEPARATED_BY_LINE;
		bool ends = end == t->count || t->token[end].before >= SEPARATED_BY_LINE;
		if (name.count++ == 0)
			name = (struct name){ 1, begins && ends, i, end, t->token[i].line };
	}
	return name;
}

static bool
find_names(const struct profile_text *text, size_t names, const struct tokens *t, size_t to,
    struct name *name)
{
	for (size_t c = 0; c < names; c++) {
		name[c] = find_name(&text[c], t, to);
		if (name[c].count == 0 || name[c].count != name[0].count)
			return false;
	}
	return true;
}

/* On one line that is plain, and when each has a line of its own. */
static bool
are_exchanged(const struct name *earlier, const struct name *later)
{
	return later->at < earlier->at
	    && (earlier->line == later->line || (earlier->alone && later->alone));
}

/*
 * Does a name stand before one that the form has before it? The total tells nothing: it
 * spans two lines of the header and is printed before, between or behind the others.
 */
static bool
any_exchanged(const struct name *name, size_t names, size_t total, size_t *line)
{
	for (size_t b = 1; b < names; b++)
		for (size_t a = 0; b + 1 != total && a < b; a++)
			if (a + 1 != total && are_exchanged(&name[a], &name[b])) {
				*line = name[b].line;
				return true;
			}
	return false;
}

static bool
is_content(const struct token *token)
{
	return token->is_value && token->state != CELL_BLANK;
}

/* How many values that are not empty stand in tokens [from, to)? */
static size_t
values_between(const struct tokens *t, size_t from, size_t to)
{
	size_t count = 0;

	for (size_t i = from; i < to; i++)
		count += is_content(&t->token[i]);
	return count;
}

/* Is each of the names followed by several values, and by as many as the others? */
static bool
are_rows(const struct tokens *t, const struct name *name, size_t names)
{
	size_t values = values_between(t, name[0].end, name[1].at);

	for (size_t c = 1; c < names; c++)
		if (name[c].at < name[c - 1].end
		    || values_between(t, name[c - 1].end, name[c].at) != values)
			return false;
	return values > 1;
}

/* Where do the values of the first row with these columns begin, in the tokens? */
static size_t
first_value(const struct profile *p, const struct tokens *t, const struct binding *binding,
    const struct table_column *columns)
{
	for (size_t i = 0; i < binding->runs; i++)
		if (p->table->row[binding->run[i].row].column == columns)
			return binding->run[i].first;
	return t->count;
}

static bool
names_deny(const struct profile *p, size_t row, const struct tokens *t,
    const struct binding *binding, size_t *line)
{
	const struct profile_text *text = p->row[row].column;
	size_t names = p->row[row].slots;
	size_t first = first_value(p, t, binding, p->table->row[row].column);
	struct name name[TABLE_COLUMNS_MAX];

	if (names < 2)
		return false;
	if (find_names(text, names, t, first, name))
		return any_exchanged(name, names, p->table->total, line);
	if (!find_names(text, names, t, t->count, name) || name[0].count > 1)
		return false;
	*line = name[0].line;
	return are_rows(t, name, names);
}

static bool
header_denies(const struct profile *p, const struct tokens *t, const struct binding *binding,
    size_t *line)
{
	const struct table_row *row = p->table->row;

	for (size_t r = 0; r < p->table->rows; r++)
		if ((r == 0 || row[r].column != row[r - 1].column)
		    && names_deny(p, r, t, binding, line))
			return true;
	return false;
}

static bool
has_label_at(const struct profile_row *row, const struct tokens *t, size_t at)
{
	for (size_t i = 0; i < row->labels; i++)
		if (profile_text_at(&row->label[i], t, at))
			return true;
	return false;
}

/*
 * Are the first values as many as the first row has, and its label is behind them, and
 * behind the last values of all there is another row's?
 */
static bool
values_come_first(const struct profile *p, const struct tokens *t, size_t *line)
{
	size_t first = 0, end, last = t->count;

	while (first < t->count && !is_content(&t->token[first]))
		first++;
	for (end = first; end < t->count && t->token[end].is_value; end++)
		continue;
	if (values_between(t, first, end) != p->row[0].slots || !has_label_at(&p->row[0], t, end))
		return false;
	while (!is_content(&t->token[last - 1]))
		last--;
	while (last < t->count && t->token[last].is_value)
		last++;
	*line = t->token[first].line;
	for (size_t r = 1; r < p->table->rows; r++)
		if (has_label_at(&p->row[r], t, last))
			return true;
	return false;
}

enum order
order_shown(const struct profile *p, const struct tokens *t, const struct binding *binding,
    size_t *line)
{
	if (header_denies(p, t, binding, line))
		return ORDER_OTHER_COLUMNS;
	return values_come_first(p, t, line) ? ORDER_VALUES_FIRST : ORDER_OF_FORM;
}

/*
 * Is the cell at `total` the sum of the `count` that stand `step` apart from `cell` on,
 * itself left out? Nothing adds up where nothing is, or where not all are numbers.
 */
static bool
adds_up(const struct cell *cell, size_t count, size_t step, size_t total)
{
	struct decimal sum = DECIMAL_ZERO;

	for (size_t i = 0; i < count; i++)
		if (cell[i * step].state != CELL_NUMBER
		    || (i != total && !decimal_add(sum, cell[i * step].number, &sum)))
			return false;
	return decimal_cmp(sum, DECIMAL_ZERO) != 0
	    && decimal_cmp(sum, cell[total * step].number) == 0;
}

static bool
is_empty(const struct cell *cell, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cell[i].state == CELL_NUMBER && cell[i].number.units != 0)
			return false;
	return true;
}

/* In how many rows is column `total` the sum of the others? None, if not in all with numbers. */
static size_t
rows_that_add_up(const struct cell *cell, size_t rows, size_t columns, size_t total)
{
	size_t count = 0;

	for (size_t r = 0; r < rows; r++) {
		if (adds_up(&cell[r * columns], columns, 1, total))
			count++;
		else if (!is_empty(&cell[r * columns], columns))
			return 0;
	}
	return count;
}

/* The same where what was read as the table's rows are its columns. */
static size_t
columns_that_add_up(const struct cell *cell, size_t rows, size_t columns, size_t total)
{
	size_t count = 0;

	for (size_t r = 0; r < rows; r++)
		count += adds_up(&cell[r], columns, rows, total);
	return count;
}

bool
order_is_denied(const struct table *table, const struct cell *cell, size_t count)
{
	size_t columns = table->rows ? table->row[0].columns : 0, total = table->total - 1;

	for (size_t r = 0; r < table->rows; r++)
		if (table->row[r].columns != columns)
			return false;
	if (table->total == 0 || count < columns)
		return false;
	size_t rows = count / columns, filled = 0;
	for (size_t r = 0; r < rows; r++) {
		const struct cell *row = &cell[r * columns];
		if (is_empty(row, columns))
			continue;
		if (adds_up(row, columns, 1, total))
			return false;
		filled++;
	}
	for (size_t other = 0; filled > 1 && other < columns; other++)
		if (other != total && rows_that_add_up(cell, rows, columns, other) > 1)
			return true;
	return filled > 1 && table->row[0].labels == 0
	    && columns_that_add_up(cell, rows, columns, total) > 1;
}
