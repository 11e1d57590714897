/* SPDX-License-Identifier: MIT */
#include "task.h"

void
task_make(const struct placing *p, const struct run *run, struct task *task)
{
	const struct table *table = p->grid->table;

	*task = (struct task){ .run = run, .fits = true };
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
