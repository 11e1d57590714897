/* SPDX-License-Identifier: MIT */
#include "frames.h"

#include <limits.h>

bool
frames_agree(const struct frames *frames, unsigned label_field)
{
	size_t count = 0;

	for (size_t i = 0; i < frames->count; i++)
		count += frames->frame[i].label_field == label_field;
	return count == 1;
}

const struct frame *
frames_find(const struct frames *frames, unsigned label_field, unsigned fields)
{
	for (size_t i = 0; i < frames->count; i++)
		if (frames->frame[i].label_field == label_field && frames->frame[i].fields == fields)
			return &frames->frame[i];
	return NULL;
}

void
frames_learn(const struct placing *p, const struct task *task, struct frames *frames)
{
	if (task->contents == 0)
		return;
	const struct token *first = task->content[0];
	const struct token *last = task->content[task->contents - 1];
	const struct token *label = task_label(p, first);

	if (!label || label->line != first->line || last->line != first->line
	    || last->field - first->field + 1 != task->slots || first->fields == 1
	    || frames->count == sizeof frames->frame / sizeof *frames->frame
	    || frames_find(frames, label->field, first->fields))
		return;
	frames->frame[frames->count++] = (struct frame){ label->field, first->fields, first->field };
}

/* All that the row holds stands on the line of its label, in these fields. */
static bool
field_extent(const struct placing *p, const struct task *task, unsigned *first, unsigned *last)
{
	const struct token *from = task->contents ? task->content[0] : NULL;
	const struct token *to = from ? task->content[task->contents - 1] : NULL;
	const struct token *label = from ? task_label(p, from) : NULL;

	if (!label || label->line != from->line || to->line != from->line || !task->fits
	    || !task->run->certain || task->run->lost)
		return false;
	*first = from->field;
	*last = to->field;
	return true;
}

/* Do the values of all rows that are laid out like `like` stand in just its cells' fields? */
static bool
share_extent(const struct placing *p, const struct task *task, size_t count,
    const struct task *like, unsigned *first)
{
	enum { ENOUGH = 2 };
	unsigned lowest = UINT_MAX, highest = 0, fields = like->content[0]->fields, from, to;
	size_t whole = 0;

	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < count; i++) {
			if (!field_extent(p, &task[i], &from, &to) || task[i].slots != like->slots
			    || task[i].content[0]->fields != fields)
				continue;
			lowest = from < lowest ? from : lowest;
			highest = to > highest ? to : highest;
			whole += round > 0 && from == lowest && to == highest;
		}
	*first = lowest;
	return whole >= ENOUGH && highest - lowest + 1 == like->slots;
}

void
frames_infer(const struct placing *p, const struct task *task, size_t count,
    struct frames *frames)
{
	unsigned from, to, first;

	for (size_t i = 0; i < count; i++) {
		if (task[i].done || !field_extent(p, &task[i], &from, &to)
		    || frames->count == sizeof frames->frame / sizeof *frames->frame)
			continue;
		unsigned label = task_label(p, task[i].content[0])->field;
		unsigned fields = task[i].content[0]->fields;
		if (fields > 1 && !frames_find(frames, label, fields)
		    && share_extent(p, task, count, &task[i], &first) && label < first)
			frames->frame[frames->count++] = (struct frame){ label, fields, first };
	}
}
