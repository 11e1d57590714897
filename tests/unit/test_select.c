/* SPDX-License-Identifier: MIT */
/* Selection: which rules are told, and how severely. */
#include "checking.h"

#include "select.h"

struct wish {
	enum select_kind kind;
	const char *value;
};

/* Applies wishes to the built-in rules; NULL: it went well, else what is wrong. */
static const char *
apply(const struct wish *wish, size_t count, struct slice *datum)
{
	struct selection selection = SELECTION_INIT;
	struct selection_error error = { .what = NULL };

	for (size_t i = 0; i < forms.rules->count; i++)
		forms.rules->rule[i].told = forms.rules->rule[i].severity;
	for (size_t i = 0; i < count; i++)
		assert_true(selection_add(&selection, wish[i].kind, slice_of(wish[i].value)));
	bool good = selection_apply(&selection, forms.rules, &error);
	selection_release(&selection);
	if (datum)
		*datum = error.datum;
	assert_int_equal(good, error.what == NULL);
	return error.what;
}

#define APPLY(...) apply((const struct wish[]){ __VA_ARGS__ }, \
    sizeof(const struct wish[]){ __VA_ARGS__ } / sizeof(struct wish), NULL)

static const struct rule *
rule(const char *id)
{
	for (size_t i = 0; i < forms.rules->count; i++)
		if (slice_is(forms.rules->rule[i].id, id))
			return &forms.rules->rule[i];
	fail_msg("no rule %s", id);
	return NULL;
}

static size_t
told(void)
{
	size_t count = 0;

	for (size_t i = 0; i < forms.rules->count; i++)
		count += !forms.rules->rule[i].silent;
	return count;
}

static void
without_a_wish_all_are_told(void **state)
{
	(void)state;
	assert_null(apply(NULL, 0, NULL));
	assert_int_equal(told(), forms.rules->count);
}

static void
only_those_that_are_named(void **state)
{
	(void)state;
	assert_null(APPLY({ SELECT_ONLY, "review.sum,date.*" }, { SELECT_ONLY, "form.old" }));
	assert_int_equal(told(), 7);
	assert_false(rule("review.sum")->silent);
	assert_false(rule("date.late.department")->silent);
	assert_false(rule("form.old")->silent);
	assert_true(rule("form.early")->silent);
}

/* Whatever the order of the options: to leave out is meant. */
static void
all_but_those_that_are_named(void **state)
{
	(void)state;
	assert_null(APPLY({ SELECT_WITHOUT, "cell.blank" }));
	assert_int_equal(told(), forms.rules->count - 1);
	assert_null(APPLY({ SELECT_WITHOUT, "date.late*" }, { SELECT_ONLY, "date.*" }));
	assert_int_equal(told(), 3);
	assert_true(rule("date.late")->silent);
	assert_false(rule("date.early")->silent);
}

static void
severities_of_which_the_last_counts(void **state)
{
	(void)state;
	assert_null(APPLY({ SELECT_SEVERITY, "date.*,fee.silent=note" },
	    { SELECT_SEVERITY, "date.early=warning" }));
	assert_int_equal(rule("date.late")->told, SEVERITY_NOTE);
	assert_int_equal(rule("fee.silent")->told, SEVERITY_NOTE);
	assert_int_equal(rule("date.early")->told, SEVERITY_WARNING);
	assert_int_equal(rule("form.old")->told, SEVERITY_ERROR);
	/* What the search for causes goes by is not for the user to change. */
	assert_int_equal(rule("date.early")->severity, SEVERITY_ERROR);
	assert_int_equal(told(), forms.rules->count);
}

static void
mistakes_are_told(void **state)
{
	static const struct {
		struct wish wish;
		const char *what, *datum;
	} wrong[] = {
		{ { SELECT_ONLY, "review.sun" }, "no such rule", "review.sun" },
		{ { SELECT_ONLY, "review.sum,dates.*" }, "no such rule", "dates.*" },
		{ { SELECT_ONLY, "" }, "no such rule", "" },
		{ { SELECT_ONLY, "review.sum," }, "no such rule", "" },
		{ { SELECT_ONLY, "review" }, "no such rule", "review" },
		{ { SELECT_WITHOUT, "x" }, "no such rule", "x" },
		{ { SELECT_WITHOUT, "*" }, "no rule is left to be told", "" },
		{ { SELECT_SEVERITY, "date.*" }, "a severity is set by RULE=SEVERITY", "date.*" },
		{ { SELECT_SEVERITY, "date.*=bad" }, "no severity (error, warning, note)", "bad" },
		{ { SELECT_SEVERITY, "date.*=holds" }, "no severity (error, warning, note)",
		  "holds" },
		{ { SELECT_SEVERITY, "x=error" }, "no such rule", "x" },
		{ { SELECT_SEVERITY, "=error" }, "no such rule", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct slice datum;
		const char *what = apply(&wrong[i].wish, 1, &datum);
		assert_non_null(what);
		assert_string_equal(what, wrong[i].what);
		assert_slice(datum, wrong[i].datum);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_wish_all_are_told),
		cmocka_unit_test(only_those_that_are_named),
		cmocka_unit_test(all_but_those_that_are_named),
		cmocka_unit_test(severities_of_which_the_last_counts),
		cmocka_unit_test(mistakes_are_told),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
