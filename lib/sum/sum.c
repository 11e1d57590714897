/* SPDX-License-Identifier: MIT */
#include "sum.h"

#include <stdlib.h>

#include "sum_state.h"

bool
sum_complain(const struct sum *sum, const char *what, struct slice datum)
{
	notice_say(sum->notices, NOTICE_ERROR, SLICE_NONE, 0, what, datum);
	return false;
}

bool
sum_out_of_memory(struct sum *sum)
{
	sum->failed = true;
	return sum_complain(sum, "out of memory", SLICE_NONE);
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
	buf_release(&sum->merging.scratch);
	free(sum);
}

bool
sum_begin(struct sum *sum, enum sum_input input)
{
	struct sum_error error;

	if (sum->begun && input != sum->input)
		return sum_complain(sum, "cells and findings cannot be counted together", SLICE_NONE);
	if (sum->begun)
		return true;
	if (!sum_plan_for(&sum->plan, input, sum->forms, &error))
		return sum_complain(sum, error.what, error.datum);
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

struct stats *
sum_stats(struct sum *sum, uint32_t id)
{
	struct stats *array =
	    arena_grow(&sum->arena, sum->stats, id, &sum->room, sizeof *array);

	if (!array)
		return NULL;
	sum->stats = array;
	return &array[id];
}

struct rate *
sum_rate(struct sum *sum, uint32_t id)
{
	struct rate *array = arena_grow(&sum->arena, sum->rates, id, &sum->room, sizeof *array);

	if (!array)
		return NULL;
	sum->rates = array;
	return &array[id];
}

/* What is kept for the group of a record. NULL: memory is out. */
static struct stats *
find_stats(struct sum *sum, uint32_t document, const struct slice *field, uint32_t *id)
{
	return find_group(sum, document, field, id) ? sum_stats(sum, *id) : NULL;
}

static struct rate *
find_rate(struct sum *sum, uint32_t document, const struct slice *field)
{
	uint32_t id;

	return find_group(sum, document, field, &id) ? sum_rate(sum, id) : NULL;
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
	return !sum->plan.quantiles || tally_add(&sum->tally, id, cell->number, 1);
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
		return sum_out_of_memory(sum);
	if (sum->plan.metrics)
		return add_rates(sum, document, cells) || sum_out_of_memory(sum);
	for (size_t i = 0; i < cells->count; i++)
		if (sum_plan_wants(&sum->plan, cells->cell[i].table)
		    && !add_cell(sum, document, &cells->cell[i]))
			return sum_out_of_memory(sum);
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
		return sum_out_of_memory(sum);
	for (size_t i = 0; i < findings->count; i++)
		if (sum_plan_wants(&sum->plan, findings->finding[i].table)
		    && !add_finding(sum, document, &findings->finding[i]))
			return sum_out_of_memory(sum);
	return true;
}

/* ---- the end ---- */

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

	tally_sort(&sum->tally);
	if (sum->failed || !sum_merged_whole(sum) || !sum->begun)
		return false;
	if (!sum->plan.options.partial)
		tell_unknown_names(sum);
	struct slice spread = sum->plan.options.wide;
	size_t wide = spread.ptr ? keys_find(&sum->plan.keys, spread) : sum->plan.keys.count;
	if (!key_order_build(&order, sum->forms->tables, &sum->arena)
	    || !groups_rank(&sum->groups, &order, wide)
	    || !rows_init(&sum->rows, &sum->groups, wide))
		return sum_out_of_memory(sum);
	return sum->plan.options.partial || sum_make_shape(sum);
}

