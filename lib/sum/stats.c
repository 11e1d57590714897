/* SPDX-License-Identifier: MIT */
#include "stats.h"

static const struct {
	const char *name;
	enum stat_kind kind;
	unsigned percent;
} named[] = {
	{ "sum", STAT_SUM, 0 },
	{ "count", STAT_COUNT, 0 },
	{ "min", STAT_MIN, 0 },
	{ "max", STAT_MAX, 0 },
	{ "mean", STAT_MEAN, 0 },
	{ "median", STAT_QUANTILE, 50 },
	{ "n", STAT_N, 0 },
	{ "of", STAT_OF, 0 },
};

/* "p25": no sign, no leading zero, at most 100. */
static bool
quantile_named(struct slice name, unsigned *percent)
{
	struct slice digits = slice_from(name, 1);
	unsigned value = 0;

	if (name.len < 2 || name.len > 4 || name.ptr[0] != 'p')
		return false;
	if (digits.ptr[0] == '0' && digits.len > 1)
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
			return false;
		value = value * 10 + (unsigned)(digits.ptr[i] - '0');
	}
	*percent = value;
	return value <= 100;
}

bool
stat_named(struct slice name, struct stat *stat)
{
	unsigned percent;

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (slice_is(name, named[i].name)) {
			*stat = (struct stat){ name, named[i].kind, named[i].percent };
			return true;
		}
	if (!quantile_named(name, &percent))
		return false;
	*stat = (struct stat){ name, STAT_QUANTILE, percent };
	return true;
}

void
stats_record(struct stats *s, uint64_t document)
{
	s->of += s->last_of != document;
	s->last_of = document;
}

void
stats_number(struct stats *s, uint64_t document, struct decimal number)
{
	stats_record(s, document);
	s->n += s->last_n != document;
	s->last_n = document;
	total_add(&s->sum, number);
	if (s->count == 0 || decimal_cmp(number, s->min) < 0)
		s->min = number;
	if (s->count == 0 || decimal_cmp(number, s->max) > 0)
		s->max = number;
	s->count++;
}

bool
stats_merge(struct stats *s, const struct stats *other)
{
	if (other->count && (s->count == 0 || decimal_cmp(other->min, s->min) < 0))
		s->min = other->min;
	if (other->count && (s->count == 0 || decimal_cmp(other->max, s->max) > 0))
		s->max = other->max;
	total_merge(&s->sum, &other->sum);
	return !__builtin_add_overflow(s->count, other->count, &s->count)
	    && !__builtin_add_overflow(s->n, other->n, &s->n)
	    && !__builtin_add_overflow(s->of, other->of, &s->of);
}

static bool
mean(const struct stats *s, struct decimal *value)
{
	return total_value(&s->sum, value)
	    && decimal_divide(*value, decimal_int((int64_t)s->count), STAT_PLACES, value);
}

enum stat_result
stat_value(const struct stat *stat, const struct stats *s, const struct tally *tally,
    uint32_t group, struct decimal *value)
{
	bool fits = true;

	switch (stat->kind) {
	case STAT_COUNT:
		*value = decimal_int((int64_t)s->count);
		return STAT_KNOWN;
	case STAT_N:
		*value = decimal_int((int64_t)s->n);
		return STAT_KNOWN;
	case STAT_OF:
		*value = decimal_int((int64_t)s->of);
		return STAT_KNOWN;
	default:
		break;
	}
	if (s->count == 0)
		return STAT_NOTHING;
	if (stat->kind == STAT_SUM)
		fits = total_value(&s->sum, value);
	else if (stat->kind == STAT_MEAN)
		fits = mean(s, value);
	else if (stat->kind == STAT_QUANTILE)
		fits = tally_quantile(tally, group, s->count, stat->percent, STAT_PLACES, value);
	else
		*value = stat->kind == STAT_MIN ? s->min : s->max;
	return fits ? STAT_KNOWN : STAT_OVERFLOW;
}
