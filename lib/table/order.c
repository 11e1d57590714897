/* SPDX-License-Identifier: MIT */
#include "order.h"

#include "label.h"

/* A name of a column or a row in the text, where it is the whole of a field. */
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

/* Are all there, and one as often as the other? */
static bool
find_names(const struct profile_text *text, size_t names, const struct tokens *t, size_t to,
    struct name *name)
{
	bool all = true;

	for (size_t c = 0; c < names; c++) {
		name[c] = find_name(&text[c], t, to);
		all = all && name[c].count > 0 && name[c].count == name[0].count;
	}
	return all;
}

/* On one line that is plain, and when each has a line of its own. */
static bool
are_exchanged(const struct name *earlier, const struct name *later)
{
	return later->count > 0 && later->count == earlier->count && later->at < earlier->at
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

/* The next value that is not empty, from `at` on. */
static size_t
next_content(const struct tokens *t, size_t at)
{
	while (at < t->count && !is_content(&t->token[at]))
		at++;
	return at;
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
columns_deny(const struct profile *p, size_t row, const struct tokens *t,
    const struct binding *binding, size_t *line)
{
	const struct profile_text *text = p->row[row].column;
	size_t names = p->row[row].slots;
	size_t first = first_value(p, t, binding, p->table->row[row].column);
	struct name name[TABLE_COLUMNS_MAX] = { { .count = 0 } };

	if (names < 2)
		return false;
	bool all = find_names(text, names, t, first, name);
	if (any_exchanged(name, names, p->table->total, line))
		return true;
	if (all || !find_names(text, names, t, t->count, name) || name[0].count > 1)
		return false;
	*line = name[0].line;
	return are_rows(t, name, names);
}

/* Are the values right behind its name those that the row was given? */
static bool
is_bound(const struct tokens *t, const struct binding *binding, size_t row,
    const struct name *name)
{
	for (size_t i = 0; i < binding->runs; i++) {
		const struct run *run = &binding->run[i];
		if (run->row == row && run->rows == 1)
			return run->first >= name->end && values_between(t, name->end, run->first) == 0;
	}
	return false;
}

/*
 * The same of the rows of a table without row labels, whose names are in the header or
 * before their values. A header may be printed in any order, but for what is on one line.
 */
static bool
rows_deny(const struct profile *p, const struct tokens *t, const struct binding *binding,
    size_t *line)
{
	struct name before = { .count = 0 };

	for (size_t r = 0; r < p->table->rows && p->row[r].labels == 0; r++) {
		struct name name = find_name(&p->row[r].name, t, t->count);
		*line = name.line;
		if (name.count != 1)
			return false;
		if (r > 0 && name.at < before.at && !is_bound(t, binding, r, &name)
		    && (name.line == before.line || values_between(t, name.end, before.at) > 0))
			return true;
		before = name;
	}
	return false;
}

static bool
header_denies(const struct profile *p, const struct tokens *t, const struct binding *binding,
    size_t *line)
{
	const struct table_row *row = p->table->row;

	for (size_t r = 0; r < p->table->rows; r++)
		if ((r == 0 || row[r].column != row[r - 1].column)
		    && columns_deny(p, r, t, binding, line))
			return true;
	return rows_deny(p, t, binding, line);
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
 * Are the first values as many as a row has, its label is behind them and no label before
 * them, and behind the last values of all there is another row's?
 */
static bool
values_come_first(const struct profile *p, const struct tokens *t, size_t *line)
{
	size_t first = next_content(t, 0), end, last = t->count, row = 0;

	for (end = first; end < t->count && t->token[end].is_value; end++)
		continue;
	while (row < p->table->rows && !has_label_at(&p->row[row], t, end))
		row++;
	if (row == p->table->rows || values_between(t, first, end) != p->row[row].slots
	    || (row > 0 && label_before(p, t, first, NULL) < p->table->rows))
		return false;
	while (!is_content(&t->token[last - 1]))
		last--;
	while (last < t->count && t->token[last].is_value)
		last++;
	*line = t->token[first].line;
	for (size_t r = 0; r < p->table->rows; r++)
		if (has_label_at(&p->row[r], t, last))
			return true;
	return false;
}

/*
 * Does a table without row labels stand there twice, with other values? It may be that of
 * last year, or a part: nothing tells.
 */
static bool
values_differ(const struct profile *p, const struct tokens *t, struct binding *binding,
    size_t *line)
{
	size_t slots = 0, skip = values_between(t, 0, t->count), a = 0, b = 0;

	for (size_t r = 0; r < p->table->rows; r++)
		slots += p->row[r].labels ? t->count : p->row[r].slots;
	if (skip < 2 * slots)
		return false;
	binding->weighed = true;
	for (skip -= slots; skip > 0; skip--)
		b = next_content(t, b) + 1;
	for (; slots > 0; slots--, a++, b++) {
		a = next_content(t, a);
		b = next_content(t, b);
		*line = t->token[b].line;
		if (!slice_eq(t->token[a].raw, t->token[b].raw))
			return true;
	}
	return false;
}

enum order
order_shown(const struct profile *p, const struct tokens *t, struct binding *binding,
    size_t *line)
{
	if (header_denies(p, t, binding, line))
		return ORDER_OTHER_COLUMNS;
	if (values_come_first(p, t, line))
		return ORDER_VALUES_FIRST;
	return values_differ(p, t, binding, line) ? ORDER_TWICE : ORDER_OF_FORM;
}

/*
 * Counts for each of the `count` cells that stand `step` apart from `cell` on whether it is
 * the sum of the others. Nothing adds up where nothing is, or where not all are numbers.
 */
static void
count_sums(const struct cell *cell, size_t count, size_t step, size_t *sums)
{
	struct decimal sum = DECIMAL_ZERO, twice;

	for (size_t i = 0; i < count; i++)
		if (cell[i * step].state != CELL_NUMBER
		    || !decimal_add(sum, cell[i * step].number, &sum))
			return;
	for (size_t i = 0; sum.units != 0 && i < count; i++)
		sums[i] += decimal_add(cell[i * step].number, cell[i * step].number, &twice)
		    && decimal_cmp(twice, sum) == 0;
}

bool
order_is_denied(const struct table *table, const struct cell *cell, size_t count)
{
	enum { CLEARLY = 2 }; /* rows more: of one the agency may be wrong */
	size_t columns = table->rows ? table->row[0].columns : 0, total = table->total - 1;
	size_t across[TABLE_COLUMNS_MAX] = { 0 }, down[TABLE_COLUMNS_MAX] = { 0 };

	for (size_t r = 0; r < table->rows; r++)
		if (table->row[r].columns != columns)
			return false;
	if (table->total == 0 || columns == 0 || count < columns)
		return false;
	size_t rows = count / columns;
	for (size_t r = 0; r < rows; r++)
		count_sums(&cell[r * columns], columns, 1, across);
	for (size_t c = 0; c < columns; c++)
		if (across[c] >= across[total] + CLEARLY)
			return true;
	for (size_t r = 0; r < rows && table->row[0].labels == 0; r++)
		count_sums(&cell[r], columns, rows, down);
	return down[total] >= across[total] + CLEARLY;
}
