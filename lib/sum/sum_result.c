/* SPDX-License-Identifier: MIT */
/* The result of a sum: its groups as rows of fields. */
#include <limits.h>

#include "sum_state.h"

static bool
is_wide(const struct sum *sum)
{
	return sum->plan.options.wide.ptr != NULL;
}

/* How many statistics each column of the rows gives. */
static size_t
statistics(const struct sum *sum)
{
	if (is_wide(sum))
		return 1;
	return sum->plan.metrics ? (size_t)RATE_COLUMNS : sum->plan.stats;
}

static struct slice
heading(const struct sum *sum, size_t column, size_t statistic)
{
	const struct rows *rows = &sum->rows;

	if (is_wide(sum)) {
		struct slice value =
		    groups_value(&sum->groups, rows->column[column], rows->wide);
		return value.len ? value : SLICE("-");
	}
	return sum->plan.metrics ? slice_of(rate_column_names[statistic])
	                         : sum->plan.stat[statistic].name;
}

/* All arrays of a row: `fields` of them. */
static bool
make_room(struct sum *sum, size_t fields, const char ***name)
{
	sum->cell = arena_array(&sum->arena, sum->rows.columns, sizeof *sum->cell);
	sum->value = arena_array(&sum->arena, fields, sizeof *sum->value);
	sum->text = arena_array(&sum->arena, fields, sizeof *sum->text);
	*name = arena_array(&sum->arena, fields, sizeof **name);
	return sum->cell && sum->value && sum->text && *name;
}

bool
sum_make_shape(struct sum *sum)
{
	const struct rows *rows = &sum->rows;
	size_t fields = rows->keys + rows->columns * statistics(sum);
	const char **name;

	if (!make_room(sum, fields, &name))
		return sum_out_of_memory(sum);
	for (size_t i = 0; i < fields; i++) {
		size_t at = i - rows->keys; /* of a statistic */
		struct slice text = i < rows->keys
		    ? sum->plan.keys.key[rows->key[i]].name
		    : heading(sum, at / statistics(sum), at % statistics(sum));
		name[i] = arena_format(&sum->arena, "%.*s", (int)text.len, text.ptr).ptr;
		if (!name[i])
			return sum_out_of_memory(sum);
	}
	/* The last bit speaks of all fields behind it. */
	const size_t bits = sizeof sum->shape.number * CHAR_BIT;
	sum->shape = (struct record_shape){ .field = name, .count = fields };
	for (size_t i = rows->keys; i < bits; i++)
		sum->shape.number |= 1UL << i;
	return true;
}

const struct record_shape *
sum_shape(const struct sum *sum)
{
	return &sum->shape;
}

static void
say_overflow(struct sum *sum, uint32_t id, struct slice name)
{
	struct buf datum = BUF_INIT;

	buf_add(&datum, name);
	for (size_t i = 0; i < sum->plan.keys.count; i++) {
		buf_char(&datum, i ? '/' : ' ');
		buf_add(&datum, groups_value(&sum->groups, id, i));
	}
	sum_complain(sum, "does not fit in a number", buf_slice(&datum));
	buf_release(&datum);
}

static struct slice
value_of(struct sum *sum, uint32_t id, size_t statistic, char text[DECIMAL_TEXT])
{
	const struct stat *stat = &sum->plan.stat[statistic];
	enum stat_result result;
	struct decimal value;

	if (id == ROWS_NONE)
		return SLICE_NONE;
	if (sum->plan.metrics)
		result = rate_value(&sum->rates[id], (enum rate_column)statistic, &value);
	else
		result = stat_value(stat, &sum->stats[id], &sum->tally, id, &value);
	if (result == STAT_OVERFLOW)
		say_overflow(sum, id,
		    sum->plan.metrics ? slice_of(rate_column_names[statistic]) : stat->name);
	if (result != STAT_KNOWN)
		return SLICE_NONE;
	return (struct slice){ text, decimal_print(value, text) };
}

const struct slice *
sum_row(struct sum *sum)
{
	const struct rows *rows = &sum->rows;
	uint32_t any;
	size_t at = 0;

	if (!rows_next(&sum->rows, sum->cell, &any))
		return NULL;
	for (; at < rows->keys; at++)
		sum->value[at] = groups_value(&sum->groups, any, rows->key[at]);
	for (size_t i = 0; i < rows->columns; i++)
		for (size_t j = 0; j < statistics(sum); j++, at++)
			sum->value[at] = value_of(sum, sum->cell[i], j, sum->text[at]);
	return sum->value;
}
