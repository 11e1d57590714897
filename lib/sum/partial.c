/* SPDX-License-Identifier: MIT */
#include "partial.h"

#include "digits.h"
#include "sum_state.h"

const char *const partial_item_names[ITEMS] = {
	"plan", "fact", "table", "group", "value", "numerator", "denominator", "end",
};

static void
add_item(struct buf *text, const char *option, bool first, struct slice name)
{
	buf_add(text, first ? slice_of(option) : SLICE(","));
	buf_add(text, name);
}

void
partial_add_plan(struct buf *text, const struct sum *sum)
{
	const struct sum_plan *plan = &sum->plan;

	buf_add(text, sum->input == SUM_FINDINGS ? SLICE("findings") : SLICE("cells"));
	for (size_t i = 0; i < plan->keys.count; i++)
		add_item(text, " -k ", i == 0, plan->keys.key[i].name);
	for (size_t i = 0; i < plan->metrics; i++) {
		add_item(text, " -m ", i == 0, plan->metric[i]->name);
		add_item(text, " = (", true, plan->metric[i]->above);
		add_item(text, ") / (", true, plan->metric[i]->below);
		buf_char(text, ')');
	}
	for (size_t i = 0; i < plan->tables && !plan->metrics; i++)
		add_item(text, " -t ", i == 0, plan->table[i]);
	if (plan->quantiles)
		buf_add(text, PARTIAL_WITH_VALUES);
}

struct writer {
	const struct sum *sum;
	const struct partial_sink *to;
	uint64_t records;
	struct buf text; /* the plan, then the key of a group */
};

static void
put(struct writer *w, enum partial_item item, struct slice *field)
{
	field[PARTIAL_ITEM] = slice_of(partial_item_names[item]);
	w->to->put(w->to->context, field);
	w->records++;
}

static void
put_name(struct writer *w, enum partial_item item, struct slice name)
{
	put(w, item, (struct slice[PARTIAL_FIELDS]){ [PARTIAL_VALUE] = name });
}

static struct slice
print_count(uint64_t count, char text[DIGITS_MOST])
{
	char *end = text + DIGITS_MOST, *at = digits_before(end, count);

	return (struct slice){ at, (size_t)(end - at) };
}

static struct slice
print_number(struct decimal number, char text[DECIMAL_TEXT])
{
	return (struct slice){ text, decimal_print(number, text) };
}

static struct slice
print_total(const struct total *total, char text[TOTAL_TEXT])
{
	return (struct slice){ text, total_print(total, text) };
}

static void
put_values(struct writer *w, uint32_t id)
{
	const struct tally_entry *entry;
	size_t values = tally_entries(&w->sum->tally, id, &entry);

	for (; values; values--, entry++) {
		char value[DECIMAL_TEXT], count[DIGITS_MOST];
		put(w, ITEM_VALUE, (struct slice[PARTIAL_FIELDS]){ [PARTIAL_KEY] = buf_slice(&w->text),
		    [PARTIAL_VALUE] = print_number(entry->value, value),
		    [PARTIAL_COUNT] = print_count(entry->count, count) });
	}
}

static void
put_stats(struct writer *w, uint32_t id)
{
	const struct stats *s = &w->sum->stats[id];
	char sum[TOTAL_TEXT], min[DECIMAL_TEXT], max[DECIMAL_TEXT];
	char count[DIGITS_MOST], n[DIGITS_MOST], of[DIGITS_MOST];

	put(w, ITEM_GROUP, (struct slice[PARTIAL_FIELDS]){ [PARTIAL_KEY] = buf_slice(&w->text),
	    [PARTIAL_VALUE] = print_total(&s->sum, sum),
	    [PARTIAL_COUNT] = print_count(s->count, count),
	    [PARTIAL_MIN] = s->count ? print_number(s->min, min) : SLICE_NONE,
	    [PARTIAL_MAX] = s->count ? print_number(s->max, max) : SLICE_NONE,
	    [PARTIAL_N] = print_count(s->n, n),
	    [PARTIAL_OF] = print_count(s->of, of) });
	put_values(w, id);
}

static void
put_rate(struct writer *w, uint32_t id)
{
	const struct rate *rate = &w->sum->rates[id];
	char value[TOTAL_TEXT], n[DIGITS_MOST], of[DIGITS_MOST];

	put(w, ITEM_NUMERATOR, (struct slice[PARTIAL_FIELDS]){ [PARTIAL_KEY] = buf_slice(&w->text),
	    [PARTIAL_VALUE] = print_total(&rate->numerator, value),
	    [PARTIAL_N] = print_count(rate->n, n),
	    [PARTIAL_OF] = print_count(rate->of, of) });
	put(w, ITEM_DENOMINATOR, (struct slice[PARTIAL_FIELDS]){ [PARTIAL_KEY] = buf_slice(&w->text),
	    [PARTIAL_VALUE] = print_total(&rate->denominator, value) });
}

static void
put_group(struct writer *w, uint32_t id)
{
	struct slice key[KEYS_MAX];

	for (size_t i = 0; i < w->sum->plan.keys.count; i++)
		key[i] = groups_value(&w->sum->groups, id, i);
	w->text.len = 0;
	record_join(&w->text, key, w->sum->plan.keys.count);
	if (w->sum->plan.metrics)
		put_rate(w, id);
	else
		put_stats(w, id);
}

/* What the merged sum must know not to warn of it. */
static void
put_met(struct writer *w)
{
	const struct sum_plan *plan = &w->sum->plan;

	for (size_t i = 0; i < plan->keys.count; i++)
		if (plan->keys.key[i].met)
			put_name(w, ITEM_FACT, plan->keys.key[i].name);
	for (size_t i = 0; i < plan->tables; i++)
		if (plan->met[i])
			put_name(w, ITEM_TABLE, plan->table[i]);
}

bool
sum_put_partial(struct sum *sum, const struct partial_sink *to)
{
	struct writer w = { .sum = sum, .to = to };
	char count[DIGITS_MOST], of[DIGITS_MOST];

	partial_add_plan(&w.text, sum);
	put_name(&w, ITEM_PLAN, buf_slice(&w.text));
	w.records = 0;
	put_met(&w);
	for (size_t i = 0; i < sum->groups.count; i++)
		put_group(&w, sum->rows.group[i]);
	put(&w, ITEM_END, (struct slice[PARTIAL_FIELDS]){ [PARTIAL_COUNT] = print_count(w.records, count),
	    [PARTIAL_OF] = print_count(sum->documents, of) });
	bool whole = !w.text.failed;
	buf_release(&w.text);
	return whole || sum_out_of_memory(sum);
}
