/* SPDX-License-Identifier: MIT */
/* The options of gip-sum: what is asked for, and what cannot be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "sum_plan.h"
#include "tables.h"

static struct forms forms;
static struct arena arena;

static int
load_forms(void **state)
{
	struct form_error error;

	(void)state;
	forms = (struct forms)FORMS_INIT;
	if (!stanzas_read(&forms.stanzas, SLICE("form"),
	        SLICE("table 1/active\n name a\n columns made m\n row rules r\n"
	              "table 2/active\n name a\n columns made m\n row rules r\n"
	              "table 2/requests\n name b\n columns total t\n row new n\n"
	              "metric rate\n numerator 1\n denominator 2\n"),
	        &error))
		return -1;
	forms.tables = tables_compile(&forms.stanzas, &error);
	forms.metrics = metrics_compile(&forms.stanzas, &error);
	return forms.tables && forms.metrics ? 0 : -1;
}

static int
unload_forms(void **state)
{
	(void)state;
	arena_release(&arena);
	metrics_free(forms.metrics);
	tables_free(forms.tables);
	stanzas_release(&forms.stanzas);
	return 0;
}

static void
wrong_options_are_told(void **state)
{
	const struct {
		struct sum_options options;
		const char *what, *datum;
	} wrong[] = {
		{ { .keys = SLICE("year,year") }, "a key named twice", "year" },
		{ { .keys = SLICE("year,") }, "an empty key", "" },
		{ { .keys = SLICE(",year") }, "an empty key", "" },
		{ { .keys = SLICE("") }, "an empty key", "" },
		{ { .keys = SLICE("year,rule") }, "no such key here", "rule" },
		{ { .keys = SLICE("metric") }, "no such key here", "metric" },
		{ { .statistics = SLICE("sum,avg") }, "no such statistic", "avg" },
		{ { .statistics = SLICE("sum,sum") }, "a statistic named twice", "sum" },
		{ { .statistics = SLICE("") }, "no such statistic", "" },
		{ { .tables = SLICE("active,") }, "an empty table", "" },
		{ { .metrics = SLICE("rates") }, "no such metric", "rates" },
		{ { .metrics = SLICE("rate,rate") }, "a metric named twice", "rate" },
		{ { .metrics = SLICE("all"), .statistics = SLICE("sum") },
		    "metrics have no statistics", "sum" },
		{ { .metrics = SLICE("all"), .tables = SLICE("active") },
		    "metrics choose their tables themselves", "active" },
		{ { .metrics = SLICE("all"), .keys = SLICE("row") }, "no such key here", "row" },
		{ { .metrics = SLICE("all"), .wide = SLICE("row") }, "no such key here", "row" },
		{ { .wide = SLICE("col"), .statistics = SLICE("sum,n") },
		    "a wide key needs one statistic", "sum,n" },
		{ { .wide = SLICE("col"), .keys = SLICE("col") },
		    "a wide key needs another key beside it", "col" },
		{ { .wide = SLICE("") }, "an empty key", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct sum_plan plan;
		struct sum_error error = { "", SLICE_NONE };
		assert_false(sum_plan_init(&plan, &wrong[i].options, &forms, &arena, &error));
		assert_string_equal(error.what, wrong[i].what);
		assert_true(slice_is(error.datum, wrong[i].datum));
	}
}

static void
too_many_keys_are_told(void **state)
{
	struct sum_options options = {
		.keys = SLICE("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y"),
	};
	struct sum_plan plan;
	struct sum_error error;

	(void)state;
	assert_false(sum_plan_init(&plan, &options, &forms, &arena, &error));
	assert_string_equal(error.what, "too many keys");
	assert_true(slice_is(error.datum, "y"));
}

/* `expected`: the names of the keys, each followed by a blank. */
static void
check_keys(struct sum_options options, enum sum_input input, const char *expected)
{
	struct sum_plan plan;
	struct sum_error error;
	struct slice rest = slice_of(expected);

	assert_true(sum_plan_init(&plan, &options, &forms, &arena, &error));
	assert_true(sum_plan_for(&plan, input, &forms, &error));
	for (size_t i = 0; i < plan.keys.count; i++)
		assert_true(slice_eq(plan.keys.key[i].name, slice_word(&rest)));
	assert_int_equal(slice_trim(rest).len, 0);
	assert_int_equal(plan.keys.documents + plan.keys.records, plan.keys.count);
}

static void
keys_have_defaults(void **state)
{
	struct sum_options none = { 0 };
	struct sum_options year = { .keys = SLICE(" year , agency") };
	struct sum_options cell = { .keys = SLICE("year,col,doc") };
	struct sum_options rate = { .metrics = SLICE("rate") };

	(void)state;
	check_keys(none, SUM_CELLS, "table row col");
	check_keys(none, SUM_FINDINGS, "rule severity");
	check_keys(year, SUM_CELLS, "year agency table row col");
	check_keys(cell, SUM_CELLS, "year col doc");
	check_keys(rate, SUM_CELLS, "metric");
	none.wide = year.wide = SLICE("doc");
	cell.wide = SLICE("col");
	rate.wide = SLICE("metric");
	rate.keys = SLICE("year");
	check_keys(none, SUM_CELLS, "table row col doc");
	check_keys(none, SUM_FINDINGS, "rule severity doc");
	check_keys(year, SUM_CELLS, "year agency table row col doc");
	check_keys(cell, SUM_CELLS, "year col doc");
	check_keys(rate, SUM_CELLS, "year metric");
}

static void
tables_are_those_of_the_forms(void **state)
{
	struct sum_options options = { 0 };
	struct sum_plan plan;
	struct sum_error error;

	(void)state;
	assert_true(sum_plan_init(&plan, &options, &forms, &arena, &error));
	assert_true(sum_plan_for(&plan, SUM_CELLS, &forms, &error));
	assert_true(sum_plan_wants(&plan, SLICE("active")));
	assert_true(sum_plan_wants(&plan, SLICE("requests")));
	assert_false(sum_plan_wants(&plan, SLICE("report")));
	assert_true(sum_plan_for(&plan, SUM_FINDINGS, &forms, &error));
	assert_true(sum_plan_wants(&plan, SLICE("")));
	assert_true(sum_plan_wants(&plan, SLICE("list.1")));
	options.tables = SLICE("list.1, report");
	assert_true(sum_plan_init(&plan, &options, &forms, &arena, &error));
	for (int input = SUM_CELLS; input <= SUM_FINDINGS; input++) {
		assert_true(sum_plan_for(&plan, (enum sum_input)input, &forms, &error));
		assert_true(sum_plan_wants(&plan, SLICE("report")));
		assert_true(sum_plan_wants(&plan, SLICE("list.1")));
		assert_false(sum_plan_wants(&plan, SLICE("active")));
	}
}

static void
statistics_have_defaults(void **state)
{
	struct sum_options options = { 0 };
	struct sum_plan plan;
	struct sum_error error;

	(void)state;
	assert_true(sum_plan_init(&plan, &options, &forms, &arena, &error));
	assert_int_equal(plan.stats, 3);
	assert_true(slice_is(plan.stat[0].name, "sum"));
	assert_true(slice_is(plan.stat[1].name, "n"));
	assert_true(slice_is(plan.stat[2].name, "of"));
	assert_false(plan.quantiles);
	assert_true(sum_plan_for(&plan, SUM_FINDINGS, &forms, &error));
	assert_int_equal(plan.stats, 1);
	assert_true(slice_is(plan.stat[0].name, "count"));
	options.wide = SLICE("col");
	assert_true(sum_plan_init(&plan, &options, &forms, &arena, &error));
	assert_int_equal(plan.stats, 1);
	assert_true(slice_is(plan.stat[0].name, "sum"));
	options.statistics = SLICE("p90");
	assert_true(sum_plan_init(&plan, &options, &forms, &arena, &error));
	assert_true(plan.quantiles);
	assert_false(sum_plan_for(&plan, SUM_FINDINGS, &forms, &error));
	assert_string_equal(error.what, "no statistic of findings");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_options_are_told),
		cmocka_unit_test(too_many_keys_are_told),
		cmocka_unit_test(keys_have_defaults),
		cmocka_unit_test(tables_are_those_of_the_forms),
		cmocka_unit_test(statistics_have_defaults),
	};

	return cmocka_run_group_tests_name("sum_plan", tests, load_forms, unload_forms);
}
