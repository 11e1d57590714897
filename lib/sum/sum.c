/* SPDX-License-Identifier: MIT */
#include "sum.h"

#include <limits.h>
#include <stdlib.h>

#include "rows.h"

struct sum {
	const struct forms *forms;
	const struct notices *notices;
	struct arena arena;
	struct sum_plan plan;
	bool begun, failed; /* failed: memory ran out, the sums are not whole */
	enum sum_input input;
	uint64_t documents; /* so far; the number of the last */
	struct groups groups;
	struct stats *stats; /* of each group */
	struct rate *rates;  /* the same, where metrics are asked for */
	size_t room;         /* of whichever is used */
	struct tally tally;
	struct arena scratch; /* of one document */
	struct rows rows;
	struct record_shape shape;
	uint32_t *cell;             /* the groups of a row */
	struct slice *value;        /* its fields */
	char (*text)[DECIMAL_TEXT]; /* the digits of the numbers among them */
};

static bool
complain(const struct sum *sum, const char *what, struct slice datum)
{
	notice_say(sum->notices, NOTICE_ERROR, SLICE_NONE, 0, what, datum);
	return false;
}

static bool
out_of_memory(struct sum *sum)
{
	sum->failed = true;
	return complain(sum, "out of memory", SLICE_NONE);
}

struct sum *
sum_new(const struct forms *forms, const struct sum_options *options,
    const struct notices *notices, struct sum_error *error)
{
	struct sum *sum = calloc(1, sizeof *sum);

	if (!sum) {
		*error = (struct sum_error){ "out of memory", SLICE_NONE };
		return NULL;
	}
	sum->forms = forms;
	sum->notices = notices;
	sum->tally.arena = &sum->arena;
	if (!sum_plan_init(&sum->plan, options, forms, &sum->arena, error)) {
		sum_free(sum);
		return NULL;
	}
	return sum;
}

void
sum_free(struct sum *sum)
{
	if (!sum)
		return;
	arena_release(&sum->arena);
	arena_release(&sum->scratch);
	free(sum);
}

bool
sum_begin(struct sum *sum, enum sum_input input)
{
	struct sum_error error;

	if (sum->begun && input != sum->input)
		return complain(sum, "cells and findings cannot be counted together", SLICE_NONE);
	if (sum->begun)
		return true;
	if (!sum_plan_for(&sum->plan, input, sum->forms, &error))
		return complain(sum, error.what, error.datum);
	sum->begun = true;
	sum->input = input;
	groups_init(&sum->groups, &sum->plan.keys, &sum->arena);
	return true;
}

/* ---- adding ---- */

static bool
find_document(struct sum *sum, struct slice doc, struct cells *cells, uint32_t *document)
{
	struct slice value[KEYS_MAX];

	sum->documents++;
	return keys_of_document(&sum->plan.keys, doc, cells, value)
	    && groups_document(&sum->groups, value, document);
}

static bool
find_group(struct sum *sum, uint32_t document, const struct slice *field, uint32_t *id)
{
	struct slice value[KEYS_MAX];

	keys_of_record(&sum->plan.keys, field, value);
	return groups_find(&sum->groups, document, value, id);
}

/* What is kept for the group of a record. NULL: memory is out. */
static struct stats *
find_stats(struct sum *sum, uint32_t document, const struct slice *field, uint32_t *id)
{
	if (!find_group(sum, document, field, id))
		return NULL;
	struct stats *array =
	    arena_grow(&sum->arena, sum->stats, *id, &sum->room, sizeof *array);
	if (!array)
		return NULL;
	sum->stats = array;
	return &array[*id];
}

static struct rate *
find_rate(struct sum *sum, uint32_t document, const struct slice *field)
{
	uint32_t id;

	if (!find_group(sum, document, field, &id))
		return NULL;
	struct rate *array = arena_grow(&sum->arena, sum->rates, id, &sum->room, sizeof *array);
	if (!array)
		return NULL;
	sum->rates = array;
	return &array[id];
}

static bool
add_cell(struct sum *sum, uint32_t document, const struct cell *cell)
{
	struct slice field[KEY_KINDS] = {
		[KEY_TABLE] = cell->table, [KEY_ROW] = cell->row, [KEY_COL] = cell->col,
	};
	uint32_t id;
	struct stats *stats = find_stats(sum, document, field, &id);

	if (!stats)
		return false;
	if (cell->state != CELL_NUMBER) {
		stats_record(stats, sum->documents);
		return true;
	}
	stats_number(stats, sum->documents, cell->number);
	return !sum->plan.quantiles || tally_add(&sum->tally, id, cell->number);
}

static bool
add_rates(struct sum *sum, uint32_t document, struct cells *cells)
{
	struct cellmap map;

	arena_reset(&sum->scratch);
	if (!cellmap_init(&map, cells, &sum->scratch))
		return false;
	for (size_t i = 0; i < sum->plan.metrics; i++) {
		const struct metric *metric = sum->plan.metric[i];
		struct slice field[KEY_KINDS] = { [KEY_METRIC] = metric->name };
		struct rate *rate = find_rate(sum, document, field);

		if (!rate)
			return false;
		rate_add(rate, metric, &map);
	}
	return !map.failed;
}

bool
sum_add_cells(struct sum *sum, struct cells *cells)
{
	uint32_t document;

	if (cells->count == 0)
		return true;
	if (!find_document(sum, cells->doc, cells, &document))
		return out_of_memory(sum);
	if (sum->plan.metrics)
		return add_rates(sum, document, cells) || out_of_memory(sum);
	for (size_t i = 0; i < cells->count; i++)
		if (sum_plan_wants(&sum->plan, cells->cell[i].table)
		    && !add_cell(sum, document, &cells->cell[i]))
			return out_of_memory(sum);
	return true;
}

/* A finding counts as a number, so that count and n are those of findings. */
static bool
add_finding(struct sum *sum, uint32_t document, const struct finding *finding)
{
	struct slice field[KEY_KINDS] = {
		[KEY_TABLE] = finding->table, [KEY_ROW] = finding->row, [KEY_COL] = finding->col,
		[KEY_RULE] = finding->rule,
		[KEY_SEVERITY] = slice_of(severity_names[finding->severity]),
	};
	uint32_t id;
	struct stats *stats = find_stats(sum, document, field, &id);

	if (stats)
		stats_number(stats, sum->documents, DECIMAL_ZERO);
	return stats != NULL;
}

bool
sum_add_findings(struct sum *sum, const struct findings *findings)
{
	uint32_t document;

	if (!find_document(sum, findings->doc, NULL, &document))
		return out_of_memory(sum);
	for (size_t i = 0; i < findings->count; i++)
		if (sum_plan_wants(&sum->plan, findings->finding[i].table)
		    && !add_finding(sum, document, &findings->finding[i]))
			return out_of_memory(sum);
	return true;
}

/* ---- the result ---- */

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

static bool
make_shape(struct sum *sum)
{
	const struct rows *rows = &sum->rows;
	size_t fields = rows->keys + rows->columns * statistics(sum);
	const char **name;

	if (!make_room(sum, fields, &name))
		return out_of_memory(sum);
	for (size_t i = 0; i < fields; i++) {
		size_t at = i - rows->keys; /* of a statistic */
		struct slice text = i < rows->keys
		    ? sum->plan.keys.key[rows->key[i]].name
		    : heading(sum, at / statistics(sum), at % statistics(sum));
		name[i] = arena_format(&sum->arena, "%.*s", (int)text.len, text.ptr).ptr;
		if (!name[i])
			return out_of_memory(sum);
	}
	/* The last bit speaks of all fields behind it. */
	const size_t bits = sizeof sum->shape.number * CHAR_BIT;
	sum->shape = (struct record_shape){ .field = name, .count = fields };
	for (size_t i = rows->keys; i < bits; i++)
		sum->shape.number |= 1UL << i;
	return true;
}

static void
warn(const struct sum *sum, const char *what, struct slice name)
{
	notice_say(sum->notices, NOTICE_WARNING, SLICE_NONE, 0, what, name);
}

/* A name that no document knows is more often a slip than a question. */
static void
tell_unknown_names(const struct sum *sum)
{
	const struct sum_plan *plan = &sum->plan;
	const struct keys *keys = &plan->keys;

	for (size_t i = 0; i < keys->count && sum->documents; i++)
		if (keys->key[i].kind == KEY_FACT && !keys->key[i].met)
			warn(sum, "no document has the fact", keys->key[i].name);
	/* That nothing was found in a table is no slip. */
	for (size_t i = 0; i < plan->tables && sum->documents && sum->input == SUM_CELLS; i++)
		if (plan->options.tables.ptr && !plan->met[i])
			warn(sum, "no document has the table", plan->table[i]);
}

bool
sum_finish(struct sum *sum)
{
	struct key_order order;

	if (!sum->begun || sum->failed)
		return false;
	tell_unknown_names(sum);
	tally_sort(&sum->tally);
	size_t wide = is_wide(sum) ? keys_find(&sum->plan.keys, sum->plan.options.wide)
	                           : sum->plan.keys.count;
	if (!key_order_build(&order, sum->forms->tables, &sum->arena)
	    || !groups_rank(&sum->groups, &order, wide)
	    || !rows_init(&sum->rows, &sum->groups, wide))
		return out_of_memory(sum);
	return make_shape(sum);
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
	complain(sum, "does not fit in a number", buf_slice(&datum));
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
