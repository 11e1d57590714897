/* SPDX-License-Identifier: MIT */
#include "metrics.h"

#include <stdlib.h>

const char *const rate_column_names[RATE_COLUMNS] = {
	"value", "numerator", "denominator", "n", "of",
};

static bool
set_expression(struct metrics *all, const struct stanza *stanza,
    const struct stanza_line *item, struct slice *text, struct expr **expr,
    struct form_error *error)
{
	if (*expr)
		return stanza_error(stanza, item->line, "a key named twice", item->key, error);
	*text = item->value;
	*expr = expr_parse(&all->arena, stanza, item->line, item->value, EXPR_REPORT, error);
	if (*expr && expr_is_truth(*expr))
		return stanza_error(stanza, item->line, "not a number", item->value, error);
	return *expr != NULL;
}

static bool
set(struct metrics *all, const struct stanza *stanza, const struct stanza_line *item,
    struct metric *m, struct form_error *error)
{
	if (slice_is(item->key, "numerator"))
		return set_expression(all, stanza, item, &m->above, &m->numerator, error);
	if (slice_is(item->key, "denominator"))
		return set_expression(all, stanza, item, &m->below, &m->denominator, error);
	if (slice_is(item->key, "zh"))
		m->zh = item->value;
	else if (slice_is(item->key, "en"))
		m->en = item->value;
	else if (slice_is(item->key, "source"))
		m->source = item->value;
	else
		return stanza_error(stanza, item->line, "no key of a metric", item->key, error);
	return true;
}

static bool
add(struct metrics *all, const struct stanza *stanza, struct form_error *error)
{
	struct metric m = { .name = stanza->name };

	for (size_t i = 0; i < stanza->count; i++)
		if (!set(all, stanza, &stanza->item[i], &m, error))
			return false;
	if (!m.numerator || !m.denominator)
		return stanza_error(
		    stanza, 0, "a metric needs a numerator and a denominator", m.name, error);
	struct metric *array =
	    arena_grow(&all->arena, all->metric, all->count, &all->room, sizeof *array);
	if (!array)
		return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
	all->metric = array;
	all->metric[all->count++] = m;
	return true;
}

struct metrics *
metrics_compile(const struct stanzas *stanzas, struct form_error *error)
{
	struct metrics *all = calloc(1, sizeof *all);

	if (!all) {
		*error = (struct form_error){ .what = "out of memory" };
		return NULL;
	}
	for (size_t i = 0; i < stanzas->count; i++) {
		const struct stanza *stanza = &stanzas->stanza[i];
		if (slice_is(stanza->kind, "metric") && !add(all, stanza, error)) {
			metrics_free(all);
			return NULL;
		}
	}
	return all;
}

void
metrics_free(struct metrics *all)
{
	if (!all)
		return;
	arena_release(&all->arena);
	free(all);
}

const struct metric *
metrics_find(const struct metrics *all, struct slice name)
{
	for (size_t i = 0; i < all->count; i++)
		if (slice_eq(all->metric[i].name, name))
			return &all->metric[i];
	return NULL;
}

static bool
number_of(const struct expr *expr, struct cellmap *map, struct decimal *number)
{
	struct expr_value value = expr_eval(expr, map, NULL);

	*number = value.number;
	return value.known != EXPR_UNKNOWN;
}

void
rate_add(struct rate *rate, const struct metric *metric, struct cellmap *map)
{
	struct decimal numerator, denominator;

	rate->of++;
	if (!number_of(metric->numerator, map, &numerator)
	    || !number_of(metric->denominator, map, &denominator))
		return;
	rate->n++;
	total_add(&rate->numerator, numerator);
	total_add(&rate->denominator, denominator);
}

bool
rate_merge(struct rate *rate, const struct rate *other)
{
	total_merge(&rate->numerator, &other->numerator);
	total_merge(&rate->denominator, &other->denominator);
	return !__builtin_add_overflow(rate->n, other->n, &rate->n)
	    && !__builtin_add_overflow(rate->of, other->of, &rate->of);
}

enum stat_result
rate_value(const struct rate *rate, enum rate_column column, struct decimal *value)
{
	struct decimal denominator;

	if (column == RATE_N || column == RATE_OF) {
		*value = decimal_int((int64_t)(column == RATE_N ? rate->n : rate->of));
		return STAT_KNOWN;
	}
	if (rate->n == 0)
		return STAT_NOTHING;
	if (!total_value(&rate->denominator, &denominator)
	    || !total_value(&rate->numerator, value))
		return STAT_OVERFLOW;
	if (column == RATE_NUMERATOR)
		return STAT_KNOWN;
	if (column == RATE_DENOMINATOR) {
		*value = denominator;
		return STAT_KNOWN;
	}
	if (denominator.units == 0)
		return STAT_NOTHING;
	return decimal_divide(*value, denominator, STAT_PLACES, value) ? STAT_KNOWN
	                                                               : STAT_OVERFLOW;
}
