/* SPDX-License-Identifier: MIT */
/*
 * The examples of the built-in rules: the one that fails gives a finding of the rule and of
 * no other, the one that passes none of it. A rule without both does not exist. Only of a
 * blank that the example needs another rule may say that it is one.
 */
#include "checking.h"

#include "example.h"

static const struct check_options options = { .language = CHECK_EN };

static size_t
findings_of(const struct findings *findings, struct slice rule)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += slice_eq(findings->finding[i].rule, rule);
	return count;
}

static void
nothing_is_wrong_in_the_reports(void **state)
{
	struct example e = EXAMPLE_INIT;
	struct findings findings = FINDINGS_INIT;

	(void)state;
	assert_true(forms.tables->forms >= 2);
	for (size_t i = 0; i < forms.tables->forms; i++) {
		assert_true(example_report(&forms, forms.tables->form[i].key, &e));
		assert_true(e.cells.count > 100);
		assert_true(check_cells(&forms, &options, &e.cells, &findings));
		checking_print("report", &findings);
		assert_int_equal(findings.count, 0);
	}
	findings_release(&findings);
	example_release(&e);
}

static void
every_rule_has_its_examples(void **state)
{
	struct example e = EXAMPLE_INIT;
	struct findings findings = FINDINGS_INIT;

	(void)state;
	for (size_t i = 0; i < forms.rules->count; i++)
		for (int kind = 0; kind < EXAMPLE_KINDS; kind++) {
			const struct rule *rule = &forms.rules->rule[i];
			if (!example_given(rule, (enum example_kind)kind))
				fail_msg("rule %.*s lacks an example", SLICE_ARGS(rule->id));
			assert_true(example_of(&forms, rule, (enum example_kind)kind, &e));
			assert_true(check_cells(&forms, &options, &e.cells, &findings));
			size_t own = findings_of(&findings, rule->id);
			size_t blank = findings_of(&findings, SLICE("cell.blank"));
			bool alone = own == findings.count || own + blank == findings.count;
			if (kind == EXAMPLE_FAILS ? own == 0 || !alone : own > 0) {
				checking_print("example", &findings);
				fail_msg("%.*s, example %d", SLICE_ARGS(rule->id), kind);
			}
		}
	findings_release(&findings);
	example_release(&e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_wrong_in_the_reports),
		cmocka_unit_test(every_rule_has_its_examples),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
