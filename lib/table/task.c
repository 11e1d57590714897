/* SPDX-License-Identifier: MIT */
#include "task.h"

/*
 * Where rows are lines: the values of the lines that have as many as a row has
 * cells, if these fill the task. A page number or a note on another line is no value.
 */
static void
keep_whole_lines(struct task *task, size_t columns)
{
	const struct token *kept[TASK_SLOTS_MAX];
	size_t count = 0;

	for (size_t i = 0, end; i < task->contents; i = end) {
		for (end = i; end < task->contents
		     && task->content[end]->line == task->content[i]->line;)
			end++;
		for (size_t k = i; end - i == columns && k < end; k++)
			kept[count++] = task->content[k];
	}
	if (count != task->slots)
		return;
	memcpy(task->content, kept, count * sizeof *kept);
	task->contents = count;
}

void
task_make(const struct placing *p, const struct run *run, struct task *task)
{
	const struct table *table = p->grid->table;

	task->run = run;
	task->slots = task->values = task->contents = task->filled = 0;
	task->fits = true;
	task->blanks = task->done = task->assumed = false;
	for (size_t r = run->row; r < run->row + run->rows; r++) {
		if (!p->grid->shown[r])
			continue;
		for (size_t c = 0; c < table->row[r].columns; c++) {
			if (task->slots == TASK_SLOTS_MAX) {
				task->fits = false;
				return;
			}
			task->slot[task->slots++] = (struct slot){ r, c, c == 0 };
		}
	}
	for (size_t i = run->first; i < run->last; i++) {
		const struct token *t = &p->tokens->token[i];
		if (!t->is_value)
			continue;
		if (task->values == TASK_SLOTS_MAX) {
			task->fits = false;
			return;
		}
		task->value[task->values++] = t;
		if (t->state != CELL_BLANK)
			task->content[task->contents++] = t;
	}
	if (task->contents > task->slots && p->tokens->within < SEPARATED_BY_LINE)
		keep_whole_lines(task, table->row[run->row].columns);
}

void
task_fill(struct placing *p, struct slot slot, struct slice raw, size_t line)
{
	const struct table_column *col = &p->grid->table->row[slot.row].column[slot.col];
	struct number number;

	if (!number_read(raw, col->money ? NUMBER_AMOUNT : NUMBER_COUNT, p->arena, &number)) {
		p->failed = true;
		return;
	}
	p->grid->cell[slot.row][slot.col] =
	    (struct grid_cell){ number.state, number.text, raw, number.value, line };
}

void
task_clear(struct placing *p, struct slot slot)
{
	p->grid->cell[slot.row][slot.col] = (struct grid_cell){ .state = CELL_ABSENT };
}

const struct token *
task_label(const struct placing *p, const struct token *t)
{
	while (t > p->tokens->token && t->is_value)
		t--;
	return t->is_value ? NULL : t;
}
