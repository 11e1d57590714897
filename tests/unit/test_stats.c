/* SPDX-License-Identifier: MIT */
/* Statistics of one group: names, exact sums, quantiles, what counts where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stats.h"

static struct decimal
number(const char *text)
{
	struct decimal d;

	assert_true(decimal_parse(slice_of(text), &d));
	return d;
}

static void
assert_decimal(struct decimal d, const char *expected)
{
	char text[DECIMAL_TEXT];

	decimal_print(d, text);
	assert_string_equal(text, expected);
}

/* ---- names ---- */

static void
statistics_have_names(void **state)
{
	static const struct {
		const char *name;
		enum stat_kind kind;
		unsigned percent;
	} right[] = {
		{ "sum", STAT_SUM, 0 }, { "count", STAT_COUNT, 0 }, { "min", STAT_MIN, 0 },
		{ "max", STAT_MAX, 0 }, { "mean", STAT_MEAN, 0 }, { "n", STAT_N, 0 },
		{ "of", STAT_OF, 0 }, { "median", STAT_QUANTILE, 50 }, { "p0", STAT_QUANTILE, 0 },
		{ "p7", STAT_QUANTILE, 7 }, { "p25", STAT_QUANTILE, 25 },
		{ "p100", STAT_QUANTILE, 100 },
	};
	static const char *const wrong[] = { "", "p", "p101", "p999", "p05", "p00", "p-1",
		"p2x", "p1000", "q5", "SUM", "summ" };
	struct stat stat;

	(void)state;
	for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
		assert_true(stat_named(slice_of(right[i].name), &stat));
		assert_int_equal(stat.kind, right[i].kind);
		assert_int_equal(stat.percent, right[i].percent);
		assert_true(slice_is(stat.name, right[i].name));
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(stat_named(slice_of(wrong[i]), &stat));
}

/* ---- sums ---- */

static bool
total_of(const char *const *text, struct decimal *value)
{
	struct total total = { .units = 0 };

	for (; *text; text++)
		total_add(&total, number(*text));
	return total_value(&total, value);
}

static void
sums_are_exact_in_any_order(void **state)
{
	struct decimal d;

	(void)state;
	assert_true(total_of((const char *const[]){ "0.1", "0.2", "-0.3", "7", NULL }, &d));
	assert_decimal(d, "7");
	assert_true(total_of((const char *const[]){ "-1", "0.000000001", NULL }, &d));
	assert_decimal(d, "-0.999999999");
	/* Too large on the way, and with a half on the way, but not at the end. */
	assert_true(total_of((const char *const[]){ "9000000000000000000",
	    "9000000000000000000", "0.5", "-9000000000000000000", "0.5", NULL }, &d));
	assert_decimal(d, "9000000000000000001");
	assert_true(total_of((const char *const[]){ "9223372036854775807", NULL }, &d));
	assert_decimal(d, "9223372036854775807");
	assert_false(total_of((const char *const[]){ "9223372036854775807", "1", NULL }, &d));
	assert_false(total_of((const char *const[]){ "-9223372036854775807", "-1", NULL }, &d));
	assert_false(total_of((const char *const[]){ "9000000000000000000", "0.5", NULL }, &d));
}

static void
expect_text(const struct total *total, const char *wanted)
{
	char text[TOTAL_TEXT];
	struct slice printed = { text, total_print(total, text) };
	struct total back;

	if (!slice_is(printed, wanted))
		fail_msg("%.*s instead of %s", SLICE_ARGS(printed), wanted);
	assert_true(total_parse(printed, &back));
	assert_true(total->lost || back.units == total->units);
	assert_int_equal(back.lost, total->lost);
}

static void
sums_of_any_size_become_text_and_back(void **state)
{
	static const char *const no_sum[] = { "-", ".", ".5", "1.", "1.2.3", "+1", "1 ", "0x1", "1e3",
		"0.1234567891", "340282366920938463463374607431", "-340282366920938463463374607431" };
	static const char *const texts[] = { "0", "7", "-7", "10", "0.5", "-0.05", "100.000000001",
		"9223372036854775807", "-9223372036854775807.999999999" };
	const total_units most = ((total_units)INT64_MAX << 64) + UINT64_MAX;
	struct total total, large = { .units = most };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(total_parse(slice_of(texts[i]), &total));
		expect_text(&total, texts[i]);
	}
	for (size_t i = 0; i < sizeof no_sum / sizeof *no_sum; i++)
		if (total_parse(slice_of(no_sum[i]), &total))
			fail_msg("%s", no_sum[i]);
	expect_text(&large, "170141183460469231731687303715.884105727");
	large.units = -most - 1;
	expect_text(&large, "-170141183460469231731687303715.884105728");
	expect_text(&(struct total){ .lost = true }, "");
}

static void
sums_of_parts_are_added(void **state)
{
	struct total a = { .units = 0 }, b = { .units = 0 };

	(void)state;
	total_add(&a, number("0.25"));
	total_add(&b, number("-1.5"));
	total_merge(&a, &b);
	expect_text(&a, "-1.25");
	b.lost = true;
	total_merge(&a, &b);
	expect_text(&a, "");
}

/* ---- quantiles ---- */

static struct arena arena;

static struct tally
tally_of(const char *const *text)
{
	struct tally tally = { .arena = &arena };

	for (; *text; text++) {
		assert_true(tally_add(&tally, 1, number(*text), 1));
		/* Neighbours that must not be seen. */
		assert_true(tally_add(&tally, 0, number("99"), 1));
		assert_true(tally_add(&tally, 2, number("-99"), 1));
	}
	tally_sort(&tally);
	return tally;
}

static void
check_quantile(const char *const *text, unsigned percent, const char *expected)
{
	struct tally tally = tally_of(text);
	struct decimal d;
	uint64_t count = 0;

	while (text[count])
		count++;
	assert_true(tally_quantile(&tally, 1, count, percent, STAT_PLACES, &d));
	assert_decimal(d, expected);
}

static void
quantiles_are_interpolated(void **state)
{
	static const char *const one[] = { "7.25", NULL };
	static const char *const four[] = { "10", "1", "3", "2", NULL };
	static const char *const equal[] = { "5", "2", "5", "5", "5", NULL };
	static const char *const small[] = { "0.0000001", "-0.0000004", NULL };

	(void)state;
	check_quantile(one, 0, "7.25");
	check_quantile(one, 33, "7.25");
	check_quantile(one, 100, "7.25");
	/* 1 2 3 10: number 0.75, 1.5, 2.25, 2.7 of them. */
	check_quantile(four, 0, "1");
	check_quantile(four, 25, "1.75");
	check_quantile(four, 50, "2.5");
	check_quantile(four, 75, "4.75");
	check_quantile(four, 90, "7.9");
	check_quantile(four, 100, "10");
	/* 2 5 5 5 5: number 0.4, then within the fives. */
	check_quantile(equal, 10, "3.2");
	check_quantile(equal, 25, "5");
	check_quantile(equal, 60, "5");
	/* A value itself keeps its places; between values there are six. */
	check_quantile(small, 0, "-0.0000004");
	check_quantile(small, 50, "0");
	arena_release(&arena);
}

static void
many_values_are_kept(void **state)
{
	enum { VALUES = 10001 };
	struct tally tally = { .arena = &arena };
	struct decimal d;

	(void)state;
	for (int i = 0; i < VALUES; i++) /* 7 and 10001 have no common divisor */
		assert_true(tally_add(&tally, 3, decimal_int((int64_t)i * 7 % VALUES), 1));
	for (int i = 0; i < VALUES; i++)
		assert_true(tally_add(&tally, 3, decimal_int(i), 1));
	assert_int_equal(tally.count, VALUES);
	tally_sort(&tally);
	/* 0 0 1 1 2 2 ...: number 20001 * percent / 100. */
	assert_true(tally_quantile(&tally, 3, 2 * VALUES, 50, STAT_PLACES, &d));
	assert_decimal(d, "5000");
	assert_true(tally_quantile(&tally, 3, 2 * VALUES, 1, STAT_PLACES, &d));
	assert_decimal(d, "100");
	assert_true(tally_quantile(&tally, 3, 2 * VALUES, 99, STAT_PLACES, &d));
	assert_decimal(d, "9900");
	arena_release(&arena);
}

/* ---- what counts where ---- */

static enum stat_result
value_of(const struct stats *stats, const char *name, struct decimal *d)
{
	struct tally none = { .arena = &arena };
	struct stat stat;

	assert_true(stat_named(slice_of(name), &stat));
	return stat_value(&stat, stats, &none, 0, d);
}

static void
check_stats(const struct stats *stats, const char *name, const char *expected)
{
	struct decimal d;

	assert_int_equal(value_of(stats, name, &d), STAT_KNOWN);
	assert_decimal(d, expected);
}

static void
documents_count_once(void **state)
{
	struct stats stats = { .count = 0 };

	(void)state;
	stats_number(&stats, 1, number("4"));
	stats_record(&stats, 1);
	stats_number(&stats, 1, number("-6"));
	stats_record(&stats, 2);
	stats_record(&stats, 2);
	stats_number(&stats, 3, number("7"));
	check_stats(&stats, "sum", "5");
	check_stats(&stats, "count", "3");
	check_stats(&stats, "min", "-6");
	check_stats(&stats, "max", "7");
	check_stats(&stats, "mean", "1.666667");
	check_stats(&stats, "n", "2");
	check_stats(&stats, "of", "3");
}

static void
of_nothing_there_is_nothing(void **state)
{
	static const char *const names[] = { "sum", "min", "max", "mean", "median", "p0" };
	struct stats stats = { .count = 0 };
	struct decimal d;

	(void)state;
	stats_record(&stats, 1);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_int_equal(value_of(&stats, names[i], &d), STAT_NOTHING);
	check_stats(&stats, "count", "0");
	check_stats(&stats, "n", "0");
	check_stats(&stats, "of", "1");
}

static void
what_does_not_fit_is_no_value(void **state)
{
	struct stats stats = { .count = 0 };
	struct decimal d;

	(void)state;
	stats_number(&stats, 1, number("9223372036854775807"));
	check_stats(&stats, "sum", "9223372036854775807");
	check_stats(&stats, "mean", "9223372036854775807");
	stats_number(&stats, 2, number("1"));
	assert_int_equal(value_of(&stats, "sum", &d), STAT_OVERFLOW);
	assert_int_equal(value_of(&stats, "mean", &d), STAT_OVERFLOW);
	check_stats(&stats, "max", "9223372036854775807");
	check_stats(&stats, "min", "1");
}

static void
statistics_of_parts_are_added(void **state)
{
	struct stats a = { .count = 0 }, b = { .count = 0 }, none = { .of = 1 };

	(void)state;
	stats_number(&a, 1, number("4"));
	stats_number(&a, 1, number("5"));
	stats_number(&b, 1, number("-6"));
	stats_record(&b, 2);
	assert_true(stats_merge(&a, &none));
	assert_true(stats_merge(&a, &b));
	check_stats(&a, "sum", "3");
	check_stats(&a, "count", "3");
	check_stats(&a, "min", "-6");
	check_stats(&a, "max", "5");
	check_stats(&a, "n", "2");
	check_stats(&a, "of", "4");
	/* What had no number takes over those of the other. */
	assert_true(stats_merge(&none, &b));
	check_stats(&none, "min", "-6");
	check_stats(&none, "max", "-6");
	b.of = UINT64_MAX;
	assert_false(stats_merge(&a, &b));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statistics_have_names),
		cmocka_unit_test(sums_are_exact_in_any_order),
		cmocka_unit_test(quantiles_are_interpolated),
		cmocka_unit_test(many_values_are_kept),
		cmocka_unit_test(documents_count_once),
		cmocka_unit_test(of_nothing_there_is_nothing),
		cmocka_unit_test(what_does_not_fit_is_no_value),
		cmocka_unit_test(sums_of_any_size_become_text_and_back),
		cmocka_unit_test(sums_of_parts_are_added),
		cmocka_unit_test(statistics_of_parts_are_added),
	};

	return cmocka_run_group_tests_name("stats", tests, NULL, NULL);
}
