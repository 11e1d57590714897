/* SPDX-License-Identifier: MIT */
/* Names in rules and metrics: what can be a cell is taken, a slip of the pen is told. */
#include "loading.h"

/* Loads the built-in forms and a rule: its scope (line 3), what it demands (line 4). */
static bool
load(const char *scope, const char *holds, const char *rest, struct form_error *error)
{
	static char text[1024];

	snprintf(text, sizeof text,
	    "rule own.x\n severity note\n scope %s\n holds %s\n zh a\n en b\n%s", scope, holds, rest);
	return load_with(text, error);
}

static void
what_can_be_is_taken(void **state)
{
	static const char *const good[][2] = {
		{ "report", "requests/new/total = 1" },
		{ "report", "requests/other.*/* = requests/other/total" }, /* of two forms */
		{ "report", "active/normative/public_total + active/normative/in_force > 1" },
		{ "report", "report/year + report/section.overview + report/part.platform > 1" },
		{ "report", "has(report/part.*) and has(report/organ.department)" },
		{ "report", "stated/website.items/* = stated/requests.handled/total" },
		{ "report", "stated/parts.2/part.7 < stated/parts.*/whole" },
		{ "report", "list.1/1/姓名 = max(list.*/*/*)" },
		{ "report", "*/new/total = 1" },
		{ "row active normative,fees", "amount = 1" },
		{ "row requests refused.*", "natural = 1" },
		{ "column active,requests issued,total", "normative = new" },
		{ "column requests", "refused.* = total" },
		{ "cell requests,review * total", "cell = 1" },
		{ "cell stated requests.new,website.*", "cell = 1" },
		{ "row stated parts.*", "part.* = whole" },
		{ "stated requests.*", "stated = cell" },
		{ "table active", "./normative/issued = 1" },
	};
	struct form_error error;

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!load(good[i][0], good[i][1], "", &error))
			fail_msg("%s, %s: %s: %.*s", good[i][0], good[i][1], error.what,
			    SLICE_ARGS(error.datum));
}

struct wrong {
	const char *scope, *holds, *rest;
	size_t line;
	const char *datum;
};

static void
what_cannot_be_is_told_with_its_line(void **state)
{
	static const struct wrong wrong[] = {
		{ "report", "requests/nwe/total = 1", "", 4, "requests/nwe/total" },
		{ "report", "requests/new/totl = 1", "", 4, "requests/new/totl" },
		{ "report", "request/new/total = 1", "", 4, "request/new/total" },
		/* Each key is one, but not in this table, row or form. */
		{ "report", "requests/upheld/total = 1", "", 4, "requests/upheld/total" },
		{ "report", "active/fees/issued = 1", "", 4, "active/fees/issued" },
		{ "report", "1 = 1 or not has(requests/refusd.*/total)", "", 4,
		  "requests/refusd.*/total" },
		{ "report", "count(blank, review/*/totl) + 1 > 0", "", 4, "review/*/totl" },
		{ "report", "date(report/yaer, 1, 1) = 1", "", 4, "report/yaer" },
		{ "report", "report/section.overveiw = 1", "", 4, "report/section.overveiw" },
		{ "report", "stated/requests.nwe/total = 1", "", 4, "stated/requests.nwe/total" },
		{ "report", "stated/parts.1/wohle = 1", "", 4, "stated/parts.1/wohle" },
		{ "row requests new", "natral = 1", "", 4, "natral" },
		{ "row active fees", "issued = 1", "", 4, "issued" },
		{ "row requestz", "natural = 1", "", 3, "requestz" },
		{ "row active,requestz", "total = 1", "", 3, "requestz" },
		{ "row requests new,carried", "total = 1", "", 3, "carried" },
		{ "column requests totl", "new = 1", "", 3, "totl" },
		{ "cell requests new issued", "cell = 1", "", 3, "issued" },
		{ "stated requests.nwe", "stated = cell", "", 3, "requests.nwe" },
		{ "row requests", "total = 1", " except carried\n", 7, "carried" },
		{ "row requests", "total = 1", " when new = 1\n", 7, "new" },
		{ "row requests", "total = 1", " at totl\n", 7, "totl" },
		{ "row requests", "total = 1", " at total\n expected natural + x\n", 8, "x" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const struct wrong *w = &wrong[i];
		struct form_error error = { .line = 0 };
		if (load(w->scope, w->holds, w->rest, &error))
			fail_msg("%s, %s: no error", w->scope, w->holds);
		if (strcmp(error.what, "there can be no such cell") != 0 || error.line != w->line
		    || !slice_is(error.datum, w->datum) || !slice_is(error.file, "my.form"))
			fail_msg("%s, %s: %zu: %s: %.*s", w->scope, w->holds, error.line, error.what,
			    SLICE_ARGS(error.datum));
	}
}

static void
messages_and_metrics_are_looked_at(void **state)
{
	struct form_error error;

	(void)state;
	assert_false(load_with("rule x\n severity note\n scope report\n holds has(report/year)\n"
	    " zh a\n en {=requests/nwe/total}\n", &error));
	assert_int_equal(error.line, 6);
	assert_true(slice_is(error.datum, "requests/nwe/total"));
	assert_false(load_with("\nmetric x\n zh a\n en b\n numerator requests/new/total\n"
	    " denominator requests/nwe/total\n", &error));
	assert_int_equal(error.line, 2);
	assert_true(slice_is(error.datum, "requests/nwe/total"));
}

/* What a user's own stanzas add can be spoken of. */
static void
own_facts_and_numbers_are_known(void **state)
{
	struct form_error error;

	(void)state;
	assert_true(load_with("fact people\n pattern (?!)\n"
	    "stated own.training\n key own.training\n pattern 培训(?<number>(?&digits))期\n"
	    "rule x\n severity note\n scope report\n"
	    " holds report/people > stated/own.training/*\n zh a\n en b\n", &error));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_can_be_is_taken),
		cmocka_unit_test(what_cannot_be_is_told_with_its_line),
		cmocka_unit_test(messages_and_metrics_are_looked_at),
		cmocka_unit_test(own_facts_and_numbers_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
