/* SPDX-License-Identifier: MIT */
#include "sum_plan.h"

#include "tables.h"

static bool
fail(struct sum_error *error, const char *what, struct slice datum)
{
	*error = (struct sum_error){ what, datum };
	return false;
}

static bool
set_statistics(struct sum_plan *plan, struct slice list, struct sum_error *error)
{
	struct slice name;
	struct stat stat;

	plan->stats = 0;
	plan->quantiles = false;
	while (list_next(&list, &name)) {
		for (size_t i = 0; i < plan->stats; i++)
			if (slice_eq(plan->stat[i].name, name))
				return fail(error, "a statistic named twice", name);
		if (!stat_named(name, &stat))
			return fail(error, "no such statistic", name);
		if (plan->stats == SUM_PLAN_STATS)
			return fail(error, "too many statistics", name);
		plan->stat[plan->stats++] = stat;
		plan->quantiles = plan->quantiles || stat.kind == STAT_QUANTILE;
	}
	return true;
}

static bool
add_table(struct sum_plan *plan, struct slice name, struct sum_error *error)
{
	for (size_t i = 0; i < plan->tables; i++)
		if (slice_eq(plan->table[i], name))
			return true;
	if (name.len == 0)
		return fail(error, "an empty table", name);
	if (plan->tables == SUM_PLAN_TABLES)
		return fail(error, "too many tables", name);
	plan->table[plan->tables++] = name;
	return true;
}

static bool
set_tables(struct sum_plan *plan, struct slice list, struct sum_error *error)
{
	struct slice name;

	plan->tables = 0;
	while (list_next(&list, &name))
		if (!add_table(plan, name, error))
			return false;
	return true;
}

static bool
set_metrics(struct sum_plan *plan, const struct metrics *all, struct slice list,
    struct sum_error *error)
{
	struct slice name;

	if (slice_is(list, "all")) {
		for (size_t i = 0; i < all->count; i++)
			plan->metric[plan->metrics++] = &all->metric[i];
		return all->count > 0 || fail(error, "the forms have no metric", list);
	}
	while (list_next(&list, &name)) {
		const struct metric *metric = metrics_find(all, name);
		if (!metric)
			return fail(error, "no such metric", name);
		for (size_t i = 0; i < plan->metrics; i++)
			if (plan->metric[i] == metric)
				return fail(error, "a metric named twice", name);
		plan->metric[plan->metrics++] = metric;
	}
	return true;
}

/* Options that shut each other out. */
static bool
fit_together(const struct sum_plan *plan, struct sum_error *error)
{
	const struct sum_options *o = &plan->options;

	if (o->metrics.ptr && o->statistics.ptr)
		return fail(error, "metrics have no statistics", o->statistics);
	if (o->metrics.ptr && o->tables.ptr)
		return fail(error, "metrics choose their tables themselves", o->tables);
	if (o->wide.ptr && o->statistics.ptr && plan->stats != 1)
		return fail(error, "a wide key needs one statistic", o->statistics);
	return true;
}

bool
sum_plan_init(struct sum_plan *plan, const struct sum_options *options,
    const struct forms *forms, struct arena *arena, struct sum_error *error)
{
	*plan = (struct sum_plan){ .options = *options };
	plan->metric = arena_array(arena, forms->metrics->count, sizeof *plan->metric);
	if (!plan->metric)
		return fail(error, "out of memory", SLICE_NONE);
	if (!set_statistics(plan, options->statistics, error)
	    || !set_tables(plan, options->tables, error)
	    || !set_metrics(plan, forms->metrics, options->metrics, error)
	    || !fit_together(plan, error))
		return false;
	/* What fits neither input is wrong already. */
	struct sum_error other;
	return sum_plan_for(plan, SUM_CELLS, forms, error)
	    || sum_plan_for(plan, SUM_FINDINGS, forms, &other);
}

static bool
for_findings(struct sum_plan *plan, struct sum_error *error)
{
	const struct sum_options *o = &plan->options;

	if (plan->metrics)
		return fail(error, "metrics need cells, not findings", o->metrics);
	if (!set_tables(plan, o->tables, error)
	    || !set_statistics(plan, o->statistics.ptr ? o->statistics : SLICE("count"), error))
		return false;
	for (size_t i = 0; i < plan->stats; i++)
		if (plan->stat[i].kind != STAT_COUNT && plan->stat[i].kind != STAT_N)
			return fail(error, "no statistic of findings", plan->stat[i].name);
	return keys_for_findings(&plan->keys, o->keys, o->wide, error);
}

static bool
for_cells(struct sum_plan *plan, const struct forms *forms, struct sum_error *error)
{
	const struct sum_options *o = &plan->options;
	const char *usual = o->wide.ptr ? "sum" : "sum,n,of";

	if (plan->metrics)
		return keys_for_metrics(&plan->keys, o->keys, o->wide, error);
	if (!set_tables(plan, o->tables, error))
		return false;
	for (size_t i = 0; i < forms->tables->count && !o->tables.ptr; i++)
		if (!add_table(plan, forms->tables->table[i].key, error))
			return false;
	return set_statistics(plan, o->statistics.ptr ? o->statistics : slice_of(usual), error)
	    && keys_for_cells(&plan->keys, o->keys, o->wide, error);
}

bool
sum_plan_for(struct sum_plan *plan, enum sum_input input, const struct forms *forms,
    struct sum_error *error)
{
	struct slice wide = plan->options.wide;

	if (input == SUM_FINDINGS ? !for_findings(plan, error) : !for_cells(plan, forms, error))
		return false;
	return !wide.ptr || plan->keys.count > 1
	    || fail(error, "a wide key needs another key beside it", wide);
}

bool
sum_plan_wants(struct sum_plan *plan, struct slice table)
{
	for (size_t i = 0; i < plan->tables; i++)
		if (slice_eq(plan->table[i], table))
			return plan->met[i] = true;
	return plan->tables == 0;
}
