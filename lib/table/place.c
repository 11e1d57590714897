/* SPDX-License-Identifier: MIT */
#include "place.h"

#include "frames.h"
#include "prove.h"

/* The strongest separator on the way from one value to a later one. */
static enum separator
separator_between(const struct token *from, const struct token *to)
{
	enum separator strongest = SEPARATED_NOT;

	for (const struct token *t = from + 1; t <= to; t++) {
		if (!t->is_value)
			return SEPARATED_NOT; /* a label that is set round its values */
		if (t->before > strongest)
			strongest = t->before;
	}
	return strongest;
}

/* Two values in one field, though others have fields of their own. */
static bool
shares_field(const struct task *task, const struct token *const *value, size_t i)
{
	const struct token *first = value[0], *last = value[task->slots - 1];

	return value[i]->fields > 1 && value[i]->line == value[i - 1]->line
	    && value[i]->field == value[i - 1]->field
	    && (first->line != last->line || first->field != last->field);
}

/* What may stand between two values of the task: fields, if all its values have one each. */
static enum separator
allowed_between(const struct placing *p, const struct task *task,
    const struct token *const *value)
{
	for (size_t i = 1; i < task->slots; i++)
		if (!task->slot[i].first
		    && separator_between(value[i - 1], value[i]) != SEPARATED_BY_FIELD)
			return p->tokens->within;
	return p->tokens->within < SEPARATED_BY_FIELD ? SEPARATED_BY_FIELD : p->tokens->within;
}

static bool
is_labelled(const struct placing *p, const struct task *task)
{
	return p->grid->table->row[task->run->row].labels > 0;
}

/* The first glued to the label, the others on lines of their own: not all are the row's. */
static bool
is_torn_off(const struct task *task, const struct token *const *value)
{
	return task->slots > 1 && value[0]->before == SEPARATED_NOT
	    && value[1]->before >= SEPARATED_BY_LINE;
}

/* Does anything stand between the values of a row that does not belong there? */
static bool
is_broken(const struct placing *p, const struct task *task, const struct token *const *value)
{
	enum separator allowed = allowed_between(p, task, value);

	for (size_t i = 1; i < task->slots; i++)
		if ((!task->slot[i].first && separator_between(value[i - 1], value[i]) > allowed)
		    || shares_field(task, value, i))
			return true;
	if (is_torn_off(task, value))
		return true;
	/* Empty fields behind the label, the value elsewhere: it is no cell of theirs. */
	return is_labelled(p, task) && task->values && task->value[0] < value[0]
	    && separator_between(task->value[0], value[0]) > p->tokens->within;
}

/* Longer than this is no count: the digits are those of several cells. */
enum { COUNT_DIGITS = 10 };

/* `规章000`: digits glued to the label, exactly as many as there are cells. */
static bool
fill_glued(struct placing *p, const struct task *task)
{
	const struct token *t = task->contents == 1 ? task->content[0] : NULL;

	if (!t || task->slots < 2 || t->raw.len != task->slots
	    || (t->before != SEPARATED_NOT && task->slots <= COUNT_DIGITS))
		return false;
	if (!slice_is_digits(t->raw))
		return false;
	for (size_t i = 0; i < task->slots; i++)
		task_fill(p, task->slot[i], (struct slice){ t->raw.ptr + i, 1 }, t->line);
	return true;
}

/*
 * Rows with empty fields: the field of each value tells its cell, when a plain
 * row laid out alike shows where the cells are.
 */
static bool
fill_by_fields(struct placing *p, const struct task *task, const struct frames *frames)
{
	const struct token *some = task->values ? task->value[0] : NULL;
	const struct token *label = some ? task_label(p, some) : NULL;
	bool own_line = !label || label->line != some->line;
	const struct frame *frame =
	    some && !own_line ? frames_find(frames, label->field, some->fields) : NULL;
	unsigned first = frame ? frame->first_field : 0;

	if (!frame || some->fields == 1 || task->values < task->slots)
		return false;
	if (task->contents && !frames_agree(frames, label->field))
		return false;
	for (size_t i = 0; i < task->values; i++) {
		const struct token *t = task->value[i];
		bool inside = t->line == some->line && t->field >= first
		    && t->field < first + task->slots;
		if (!inside && t->state != CELL_BLANK)
			return false;
		if (i > 0 && t->line == t[-1].line && t->field == t[-1].field && t[-1].is_value)
			return false; /* two numbers in one field: 1 204 */
	}
	for (size_t i = 0; i < task->values; i++) {
		const struct token *t = task->value[i];
		if (t->line == some->line && t->field >= first && t->field < first + task->slots)
			task_fill(p, task->slot[t->field - first], t->raw, t->line);
	}
	return true;
}

/* A line without a label that has exactly the cells, each in a field of its own. */
static bool
fill_line(struct placing *p, const struct task *task)
{
	if (task->values < task->slots || task->values == 0)
		return false;
	const struct token *last = task->value[task->values - 1];
	const struct token *const *value = &task->value[task->values - task->slots];
	const struct token *label = task_label(p, last);
	if ((label && label->line == last->line)
	    || (task->contents && task->content[0] < value[0])
	    || (task->values > task->slots && value[-1]->line == last->line))
		return false;
	for (size_t i = 0; i < task->slots; i++)
		if (value[i]->line != last->line
		    || (i && (value[i] != value[i - 1] + 1
		              || value[i]->field != value[i - 1]->field + 1)))
			return false;
	for (size_t i = 0; i < task->slots; i++)
		task_fill(p, task->slot[i], value[i]->raw, value[i]->line);
	return true;
}

/*
 * Right behind the label and on its line, as many fields as cells with a value in
 * the first and the last: what is empty between is blank, what is behind fills
 * the line.
 */
static bool
fill_between(struct placing *p, const struct task *task)
{
	const struct token *first = task->contents > 1 ? task->content[0] : NULL;
	const struct token *last = first ? task->content[task->contents - 1] : NULL;
	const struct token *label = first ? task_label(p, first) : NULL;

	if (!label || label->line != first->line || last->line != first->line
	    || first != label + 1 || first->field != label->field + 1
	    || last->field != label->field + task->slots
	    || (size_t)(last - first) + 1 != task->slots)
		return false;
	for (size_t i = 0; i < task->slots; i++)
		task_fill(p, task->slot[i], first[i].raw, first[i].line);
	return true;
}

/* One cell a line, empty ones too: as many lines as cells, and nothing breaks the row. */
static bool
fill_by_lines(struct placing *p, const struct task *task)
{
	bool ended = task->values > task->slots
	    && task->value[task->slots]->before > p->tokens->within; /* fillers of the next row */

	if ((task->values != task->slots && !ended) || p->tokens->within < SEPARATED_BY_LINE
	    || is_broken(p, task, task->value))
		return false;
	if (task->contents && task->value[task->slots - 1]->state == CELL_BLANK
	    && (ended || is_labelled(p, task)))
		return false; /* a value may be lost and this a filler */
	for (size_t i = 0; i < task->slots; i++)
		task_fill(p, task->slot[i], task->value[i]->raw, task->value[i]->line);
	bool fails = false;
	for (size_t i = 0; i < task->slots; i++)
		fails |= grid_across(p->grid, task->slot[i].row) == GRID_FAILS;
	for (size_t i = 0; fails && i < task->slots; i++)
		task_clear(p, task->slot[i]);
	return !fails;
}

/* Digits of several cells, of which a separator is lost. */
static bool
has_glued(const struct task *task)
{
	for (size_t i = 0; i < task->contents; i++)
		if (task->content[i]->state == CELL_TEXT && slice_is_digits(task->content[i]->raw))
			return true;
	return false;
}

/* Bare values behind the row, on a line of their own: how many. */
static size_t
bare_behind(const struct placing *p, const struct token *last)
{
	const struct token *next = last + 1, *end = p->tokens->token + p->tokens->count;
	size_t count = 0;

	for (; next < end && next->is_value && next->line != last->line
	    && next->line == last[1].line; next++)
		count += next->state != CELL_BLANK;
	return count;
}

/*
 * Where rows have lines: a row that takes values of two lines, or behind which a line of
 * bare values follows (digits that did not fit in; a single one is a page number), and
 * whose sum then fails, was not one row. An agency's error in a row that stands whole
 * on its line survives.
 */
static bool
is_doubtful(const struct placing *p, const struct task *task)
{
	const struct token *first = task->content[0], *last = task->content[task->slots - 1];

	if (p->tokens->within >= SEPARATED_BY_LINE || task->slots < 2
	    || (last->line == first->line && bare_behind(p, last) <= 1))
		return false;
	return grid_across(p->grid, task->slot[0].row) == GRID_FAILS;
}

/* What the text shows plainly. */
static bool
place_plainly(struct placing *p, const struct task *task, struct frames *frames)
{
	if (!task->fits || (!task->run->certain && !task->run->counted))
		return false;
	if (fill_glued(p, task))
		return true;
	if (task->run->lost && !task->run->counted)
		return false;
	if (task->contents != task->slots || is_broken(p, task, task->content))
		return false;
	for (size_t i = 0; i < task->slots; i++)
		task_fill(p, task->slot[i], task->content[i]->raw, task->content[i]->line);
	if (is_doubtful(p, task)) {
		for (size_t i = 0; i < task->slots; i++)
			task_clear(p, task->slot[i]);
		return false;
	}
	frames_learn(p, task, frames);
	return true;
}

/* No value at all, but at least as many empty fields behind the label as cells. */
static bool
fill_empty(struct placing *p, const struct task *task)
{
	size_t line = task->values ? task->value[0]->line : 0, count = 0;

	for (size_t i = 0; i < task->values; i++)
		count += task->value[i]->line == line && task->value[i]->fields > 1;
	if (task->contents || count < task->slots)
		return false;
	for (size_t i = 0; i < task->slots; i++)
		task_fill(p, task->slot[i], SLICE_NONE, line);
	return true;
}

static bool
place_blanks(struct placing *p, const struct task *task, const struct frames *frames)
{
	return task->fits && task->run->certain && task->run->lost == 0
	    && task->contents < task->slots && !has_glued(task)
	    && (fill_line(p, task) || fill_between(p, task)
	        || fill_by_fields(p, task, frames) || fill_by_lines(p, task)
	        || fill_empty(p, task));
}

/* Are there parts, but no total of them? */
static bool
lacks_total(const struct placing *p, const struct task *task)
{
	size_t total = p->grid->table->total, row = task->slot[0].row;
	const struct grid_cell *cell = p->grid->cell[row];
	bool counted = false;

	for (size_t c = 0; c < p->grid->table->row[row].columns; c++)
		counted |= cell[c].state == CELL_NUMBER
		    && decimal_cmp(cell[c].number, DECIMAL_ZERO) != 0;
	return total && counted && cell[total - 1].state != CELL_NUMBER;
}

/*
 * Without a total a row may have lost a field, and every value behind it stands in
 * another's: then a column that does not add up says so.
 */
static bool
is_shifted(const struct placing *p, const struct task *task)
{
	bool fails = false;

	for (size_t i = 0; i < task->slots; i++)
		fails |= grid_down(p->grid, task->slot[i].row, task->slot[i].col) == GRID_FAILS;
	return fails && lacks_total(p, task);
}

/* Rows that the text does not show plainly, as far as they get values at all. */
static void
mark_pieced(const struct placing *p, const struct task *task, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool plain = task[i].done && task[i].run->certain && task[i].run->lost == 0;
		for (size_t k = 0; k < task[i].slots; k++)
			p->grid->pieced[task[i].slot[k].row] = !plain;
	}
}

bool
place_values(struct grid *grid, const struct tokens *t, const struct binding *binding,
    struct arena *arena)
{
	struct placing p = { .grid = grid, .tokens = t, .arena = arena };
	struct frames frames = { .count = 0 };
	struct task *task = arena_raw(arena, (binding->runs + 1) * sizeof *task);
	bool progress = true;

	if (!task)
		return false;
	for (size_t i = 0; i < binding->runs; i++) {
		task_make(&p, &binding->run[i], &task[i]);
		task[i].done = place_plainly(&p, &task[i], &frames);
	}
	frames_infer(&p, task, binding->runs, &frames);
	for (size_t i = 0; i < binding->runs; i++)
		task[i].blanks = !task[i].done && place_blanks(&p, &task[i], &frames);
	for (size_t i = 0; i < binding->runs; i++) {
		bool shifted = task[i].blanks && is_shifted(&p, &task[i]);
		for (size_t k = 0; shifted && k < task[i].slots; k++)
			task_clear(&p, task[i].slot[k]);
		task[i].done = task[i].done || (task[i].blanks && !shifted);
	}
	mark_pieced(&p, task, binding->runs);
	while (progress && !p.failed) {
		progress = false;
		for (size_t i = 0; i < binding->runs; i++) {
			size_t filled = task[i].done ? 0 : prove_values(&p, &task[i]);
			progress = progress || filled > task[i].filled;
			task[i].filled = task[i].done ? task[i].filled : filled;
			task[i].done = task[i].done || filled == task[i].slots;
		}
	}
	prove_together(&p, task, binding->runs);
	return !p.failed;
}
