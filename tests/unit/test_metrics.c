/* SPDX-License-Identifier: MIT */
/* Metrics: mistakes in their stanzas, and the built-in ones on one report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "forms.h"
#include "metrics.h"

static void
mistakes_are_told_with_their_place(void **state)
{
	static const struct {
		const char *text, *what;
		size_t line;
		const char *datum;
	} wrong[] = {
		{ "metric a\n zh x\n denominator t/r/c\n",
		    "a metric needs a numerator and a denominator", 1, "a" },
		{ "metric a\n numerator t/r/c\n", "a metric needs a numerator and a denominator", 1,
		    "a" },
		{ "# c\n\nmetric a\n numerator 1\n divisor 1\n", "no key of a metric", 5,
		    "divisor" },
		{ "metric a\n numerator 1\n denominator 2\n numerator 3\n", "a key named twice", 4,
		    "numerator" },
		{ "metric a\n numerator 1\n denominator t/r/c > 2\n", "not a number", 3,
		    "t/r/c > 2" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct stanzas stanzas = STANZAS_INIT;
		struct form_error error;
		assert_true(
		    stanzas_read(&stanzas, SLICE("my.form"), slice_of(wrong[i].text), &error));
		assert_null(metrics_compile(&stanzas, &error));
		assert_string_equal(error.what, wrong[i].what);
		assert_int_equal(error.line, wrong[i].line);
		assert_true(slice_is(error.file, "my.form"));
		assert_true(slice_is(error.datum, wrong[i].datum));
		stanzas_release(&stanzas);
	}
}

static void
a_bad_expression_is_told(void **state)
{
	struct stanzas stanzas = STANZAS_INIT;
	struct form_error error = { .line = 0 };

	(void)state;
	assert_true(stanzas_read(&stanzas, SLICE("my.form"),
	    SLICE("metric a\n numerator 1\n denominator 2 +\n"), &error));
	assert_null(metrics_compile(&stanzas, &error));
	assert_int_equal(error.line, 3);
	stanzas_release(&stanzas);
}

static void
later_stanzas_take_the_place_of_earlier_ones(void **state)
{
	struct stanzas stanzas = STANZAS_INIT;
	struct form_error error;

	(void)state;
	assert_true(stanzas_read(&stanzas, SLICE("a"),
	    SLICE("metric a\n numerator 1\n denominator 2\n en old\n"
	          "metric b\n numerator 1\n denominator 2\n"
	          "metric a\n numerator 3\n denominator 4\n zh 新\n source s\n"),
	    &error));
	struct metrics *metrics = metrics_compile(&stanzas, &error);
	assert_non_null(metrics);
	assert_int_equal(metrics->count, 2);
	const struct metric *a = metrics_find(metrics, SLICE("a"));
	assert_ptr_equal(a, &metrics->metric[0]);
	assert_true(slice_is(a->above, "3"));
	assert_true(slice_is(a->zh, "新"));
	assert_true(slice_is(a->source, "s"));
	assert_int_equal(a->en.len, 0);
	assert_null(metrics_find(metrics, SLICE("c")));
	metrics_free(metrics);
	stanzas_release(&stanzas);
}

/* ---- the built-in metrics ---- */

/* 60 received and 4 carried in: 61 concluded, 3 carried out. */
static const struct {
	const char *table, *row, *col, *value;
} report[] = {
	{ "requests", "new", "natural", "45" },
	{ "requests", "new", "total", "60" },
	{ "requests", "carried_in", "total", "4" },
	{ "requests", "granted", "total", "30" },
	{ "requests", "partial", "total", "6" },
	{ "requests", "refused.secret", "total", "1" },
	{ "requests", "refused.inquiry", "total", "4" },
	{ "requests", "unable.not_held", "total", "7" },
	{ "requests", "unable.create", "total", "2" },
	{ "requests", "declined.petition", "total", "3" },
	{ "requests", "declined.repeat", "total", "5" },
	{ "requests", "other.unpaid", "total", "1" },
	{ "requests", "other.other", "total", "2" },
	{ "requests", "total", "total", "61" },
	{ "requests", "carried_out", "total", "3" },
	{ "review", "reconsideration", "corrected", "2" },
	{ "review", "reconsideration", "pending", "1" },
	{ "review", "reconsideration", "total", "9" },
	{ "review", "suit_direct", "corrected", "1" },
	{ "review", "suit_direct", "pending", "0" },
	{ "review", "suit_direct", "total", "3" },
	{ "review", "suit_after", "corrected", "0" },
	{ "review", "suit_after", "pending", "1" },
	{ "review", "suit_after", "total", "2" },
};

static const struct {
	const char *metric, *value[3]; /* numerator, denominator, rate */
} expected[] = {
	{ "clearance_rate", { "61", "64", "0.953125" } },
	{ "carry_over_rate", { "3", "64", "0.046875" } },
	{ "disclosure_rate", { "36", "61", "0.590164" } },
	{ "full_disclosure_rate", { "30", "61", "0.491803" } },
	{ "refusal_rate", { "5", "61", "0.081967" } },
	{ "unable_rate", { "9", "61", "0.147541" } },
	{ "declined_rate", { "8", "61", "0.131148" } },
	{ "other_rate", { "3", "61", "0.04918" } },
	{ "not_held_share", { "7", "61", "0.114754" } },
	{ "natural_share", { "45", "60", "0.75" } },
	{ "reconsideration_rate", { "9", "60", "0.15" } },
	{ "suit_rate", { "5", "60", "0.083333" } },
	{ "correction_rate", { "2", "8", "0.25" } },
	{ "suit_correction_rate", { "1", "4", "0.25" } },
};

static struct stanzas builtin;
static struct metrics *metrics;

static int
load(void **state)
{
	struct form_error error;

	(void)state;
	for (size_t i = 0; i < forms_builtin_count; i++)
		if (!stanzas_read(&builtin, forms_builtin[i].name, forms_builtin[i].text, &error))
			return -1;
	metrics = metrics_compile(&builtin, &error);
	return metrics ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	metrics_free(metrics);
	stanzas_release(&builtin);
	return 0;
}

/* The report, without the cell number `left_out`. */
static void
make_report(struct cells *cells, size_t left_out)
{
	for (size_t i = 0; i < sizeof report / sizeof *report; i++) {
		struct cell cell = { slice_of(report[i].table), slice_of(report[i].row),
			slice_of(report[i].col), CELL_NUMBER, slice_of(report[i].value), SLICE_NONE, 1,
			DECIMAL_ZERO };
		assert_true(decimal_parse(cell.value, &cell.number));
		if (i == left_out) {
			cell.state = CELL_BLANK;
			cell.value = SLICE_NONE;
		}
		assert_true(cells_add(cells, cell));
	}
}

static void
check_column(const struct rate *rate, enum rate_column column, const char *value)
{
	char text[DECIMAL_TEXT];
	struct decimal d;

	assert_int_equal(rate_value(rate, column, &d), STAT_KNOWN);
	decimal_print(d, text);
	assert_string_equal(text, value);
}

static void
builtin_metrics_are_as_worked_out(void **state)
{
	struct cells cells = CELLS_INIT;
	struct arena arena = ARENA_INIT;
	struct cellmap map;

	(void)state;
	make_report(&cells, SIZE_MAX);
	assert_true(cellmap_init(&map, &cells, &arena));
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		const struct metric *metric = metrics_find(metrics, slice_of(expected[i].metric));
		struct rate rate = { .n = 0 };
		assert_non_null(metric);
		assert_true(metric->zh.len && metric->en.len && metric->source.len);
		rate_add(&rate, metric, &map);
		rate_add(&rate, metric, &map);
		rate_add(&rate, metric, &map);
		assert_int_equal(rate.n, 3);
		check_column(&rate, RATE_VALUE, expected[i].value[2]);
		rate = (struct rate){ .n = 0 };
		rate_add(&rate, metric, &map);
		check_column(&rate, RATE_NUMERATOR, expected[i].value[0]);
		check_column(&rate, RATE_DENOMINATOR, expected[i].value[1]);
	}
	assert_int_equal(metrics->count, sizeof expected / sizeof *expected);
	arena_release(&arena);
	cells_release(&cells);
}

/* One blank refusal: the refusal rate is not known, the others are. */
static void
a_blank_is_never_taken_for_zero(void **state)
{
	struct cells cells = CELLS_INIT;
	struct arena arena = ARENA_INIT;
	struct rate refused = { .n = 0 }, unable = { .n = 0 };
	struct cellmap map;
	struct decimal d;

	(void)state;
	make_report(&cells, 5);
	assert_true(cellmap_init(&map, &cells, &arena));
	rate_add(&refused, metrics_find(metrics, SLICE("refusal_rate")), &map);
	rate_add(&unable, metrics_find(metrics, SLICE("unable_rate")), &map);
	assert_int_equal(refused.n, 0);
	assert_int_equal(refused.of, 1);
	assert_int_equal(rate_value(&refused, RATE_NUMERATOR, &d), STAT_NOTHING);
	assert_int_equal(rate_value(&refused, RATE_VALUE, &d), STAT_NOTHING);
	check_column(&refused, RATE_N, "0");
	check_column(&refused, RATE_OF, "1");
	check_column(&unable, RATE_N, "1");
	arena_release(&arena);
	cells_release(&cells);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_are_told_with_their_place),
		cmocka_unit_test(a_bad_expression_is_told),
		cmocka_unit_test(later_stanzas_take_the_place_of_earlier_ones),
		cmocka_unit_test(builtin_metrics_are_as_worked_out),
		cmocka_unit_test(a_blank_is_never_taken_for_zero),
	};

	return cmocka_run_group_tests_name("metrics", tests, load, unload);
}
