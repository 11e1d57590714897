/* SPDX-License-Identifier: MIT */
/* Partial sums out of records, added to a sum. */
#include "partial.h"
#include "sum_state.h"

/* A record, and what is wrong with it. */
struct item_reader {
	struct sum *sum;
	const struct slice *field;
	const char *wrong; /* NULL: nothing so far */
	struct slice datum;
};

static void
fail(struct item_reader *r, const char *what, struct slice datum)
{
	if (!r->wrong) {
		r->wrong = what;
		r->datum = datum;
	}
}

static struct decimal
read_number(struct item_reader *r, size_t field)
{
	struct decimal number = DECIMAL_ZERO;

	if (!decimal_parse(r->field[field], &number))
		fail(r, "not a number", r->field[field]);
	return number;
}

static uint64_t
read_count(struct item_reader *r, size_t field)
{
	struct decimal number = read_number(r, field);

	if (number.places || number.units < 0)
		fail(r, "not a count", r->field[field]);
	return (uint64_t)number.units;
}

static struct total
read_total(struct item_reader *r)
{
	struct total total = { .units = 0 };

	if (!total_parse(r->field[PARTIAL_VALUE], &total))
		fail(r, "not a number", r->field[PARTIAL_VALUE]);
	return total;
}

/* The group that the record is of. False: its key is no key. */
static bool
read_group(struct item_reader *r, uint32_t *id)
{
	struct sum *sum = r->sum;
	const struct keys *keys = &sum->plan.keys;
	struct slice key[KEYS_MAX], of_document[KEYS_MAX], of_record[KEYS_MAX];
	uint32_t document;

	if (!record_part(r->field[PARTIAL_KEY], &sum->merging.scratch, key, keys->count)) {
		fail(r, "not a key of these sums", r->field[PARTIAL_KEY]);
		return false;
	}
	for (size_t i = 0; i < keys->count; i++)
		(key_of_document(&keys->key[i]) ? of_document : of_record)[keys->key[i].place] = key[i];
	if (groups_document(&sum->groups, of_document, &document)
	    && groups_find(&sum->groups, document, of_record, id))
		return true;
	fail(r, "out of memory", SLICE_NONE);
	return false;
}

/* What is kept for that group; NULL: it failed, or the sums have nothing of that kind. */
static struct stats *
read_stats(struct item_reader *r, uint32_t *id)
{
	if (r->sum->plan.metrics)
		fail(r, "no item of these sums", r->field[PARTIAL_ITEM]);
	else if (read_group(r, id)) {
		struct stats *stats = sum_stats(r->sum, *id);
		if (stats)
			return stats;
		fail(r, "out of memory", SLICE_NONE);
	}
	return NULL;
}

static struct rate *
read_rate(struct item_reader *r)
{
	uint32_t id;

	if (!r->sum->plan.metrics)
		fail(r, "no item of these sums", r->field[PARTIAL_ITEM]);
	else if (read_group(r, &id)) {
		struct rate *rate = sum_rate(r->sum, id);
		if (rate)
			return rate;
		fail(r, "out of memory", SLICE_NONE);
	}
	return NULL;
}

static void
take_group(struct item_reader *r)
{
	uint32_t id;
	struct stats *stats = read_stats(r, &id);
	struct stats more = { .sum = read_total(r), .count = read_count(r, PARTIAL_COUNT),
		.n = read_count(r, PARTIAL_N), .of = read_count(r, PARTIAL_OF) };

	if (more.count) {
		more.min = read_number(r, PARTIAL_MIN);
		more.max = read_number(r, PARTIAL_MAX);
	}
	if (!r->wrong && !stats_merge(stats, &more))
		fail(r, "too many to be counted", SLICE_NONE);
}

static void
take_value(struct item_reader *r)
{
	uint32_t id;
	struct stats *stats = read_stats(r, &id);
	struct decimal value = read_number(r, PARTIAL_VALUE);
	uint64_t count = read_count(r, PARTIAL_COUNT);

	if (stats && !r->wrong && r->sum->plan.quantiles
	    && !tally_add(&r->sum->tally, id, value, count))
		fail(r, "out of memory", SLICE_NONE);
}

static void
take_rate(struct item_reader *r, bool numerator)
{
	struct rate *rate = read_rate(r);
	struct rate more = { .n = 0 };

	if (numerator)
		more = (struct rate){ .numerator = read_total(r), .n = read_count(r, PARTIAL_N),
			.of = read_count(r, PARTIAL_OF) };
	else
		more.denominator = read_total(r);
	if (!r->wrong && !rate_merge(rate, &more))
		fail(r, "too many to be counted", SLICE_NONE);
}

static void
take_met(struct item_reader *r, enum partial_item item)
{
	struct sum_plan *plan = &r->sum->plan;
	size_t key = keys_find(&plan->keys, r->field[PARTIAL_VALUE]);

	if (item == ITEM_TABLE)
		(void)sum_plan_wants(plan, r->field[PARTIAL_VALUE]);
	else if (key < plan->keys.count)
		plan->keys.key[key].met = true;
}

/* The first partial sums say what the input was; the options say the rest. */
static void
take_plan(struct item_reader *r)
{
	struct sum *sum = r->sum;
	struct slice plan = r->field[PARTIAL_VALUE];
	enum sum_input input =
	    slice_starts(plan, SLICE("findings")) ? SUM_FINDINGS : SUM_CELLS;

	/* They may be there and not be needed. */
	if (!sum->plan.quantiles && slice_ends(plan, PARTIAL_WITH_VALUES))
		plan.len -= PARTIAL_WITH_VALUES.len;
	if (sum->begun || sum_begin(sum, input)) {
		sum->merging.scratch.len = 0;
		partial_add_plan(&sum->merging.scratch, sum);
	}
	if (!sum->begun || !slice_eq(plan, buf_slice(&sum->merging.scratch)))
		fail(r, "partial sums made with other options", r->field[PARTIAL_VALUE]);
	sum->merging.begun = MERGE_PLAN;
	sum->merging.records = 0;
}

static void
take_end(struct item_reader *r)
{
	if (read_count(r, PARTIAL_COUNT) + 1 != r->sum->merging.records)
		fail(r, "records of these partial sums are missing", SLICE_NONE);
	r->sum->documents += read_count(r, PARTIAL_OF);
	r->sum->merging.begun = MERGE_NOTHING;
}

static void
take(struct item_reader *r, enum partial_item item)
{
	switch (item) {
	case ITEM_PLAN:
		take_plan(r);
		break;
	case ITEM_FACT:
	case ITEM_TABLE:
		take_met(r, item);
		break;
	case ITEM_GROUP:
		take_group(r);
		break;
	case ITEM_VALUE:
		take_value(r);
		break;
	case ITEM_NUMERATOR:
	case ITEM_DENOMINATOR:
		take_rate(r, item == ITEM_NUMERATOR);
		break;
	case ITEM_END:
		take_end(r);
		break;
	default:
		fail(r, "no item of partial sums", r->field[PARTIAL_ITEM]);
	}
}

static bool
is_cut_short(struct sum *sum)
{
	if (sum->merging.begun == MERGE_NOTHING)
		return false;
	notice_say(sum->notices, NOTICE_ERROR, sum->merging.file, 0,
	    "cut short: these partial sums have no end", SLICE_NONE);
	sum->failed = true;
	return true;
}

bool
sum_begin_partial(struct sum *sum)
{
	if (sum->failed || is_cut_short(sum))
		return false;
	sum->merging.begun = MERGE_INPUT;
	sum->merging.file = SLICE_NONE;
	return true;
}

bool
sum_merge(struct sum *sum, const struct record *record)
{
	struct item_reader r = { .sum = sum, .field = record->field };
	enum partial_item item = (enum partial_item)slice_among(
	    record->field[PARTIAL_ITEM], partial_item_names, ITEMS);

	if (item == ITEM_PLAN && sum->merging.begun == MERGE_PLAN && is_cut_short(sum))
		return false;
	if (item != ITEM_PLAN && sum->merging.begun != MERGE_PLAN)
		fail(&r, "no plan before this record", record->field[PARTIAL_ITEM]);
	else {
		sum->merging.any = true;
		sum->merging.file = record->file;
		sum->merging.records++;
		take(&r, item);
	}
	if (!r.wrong)
		return true;
	notice_say(sum->notices, NOTICE_ERROR, record->file, record->line, r.wrong, r.datum);
	sum->failed = true;
	return false;
}

/* As many values of each group as it has numbers: quantiles are counted out of them. */
static bool
values_are_whole(const struct sum *sum)
{
	const struct tally_entry *entry;

	for (uint32_t id = 0; sum->plan.quantiles && id < sum->groups.count; id++) {
		uint64_t count = 0;
		for (size_t n = tally_entries(&sum->tally, id, &entry); n; n--, entry++)
			if (__builtin_add_overflow(count, entry->count, &count))
				return false;
		if (count != sum->stats[id].count)
			return false;
	}
	return true;
}

bool
sum_merged_whole(struct sum *sum)
{
	if (is_cut_short(sum))
		return false;
	return !sum->merging.any || values_are_whole(sum)
	    || sum_complain(sum, "the values of partial sums are not all there", SLICE_NONE);
}
