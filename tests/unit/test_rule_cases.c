/* SPDX-License-Identifier: MIT */
/*
 * The rules on data: tests/cases/rules/ID.fail.tsv gives a finding of rule ID
 * and of no other rule, ID.pass.tsv none of it. A case holds what differs from
 * the report that its field doc names, in which nothing is wrong.
 */
#include "checking.h"

#include <dirent.h>

static struct slice
case_file(struct arena *arena, struct slice name)
{
	struct slice path = arena_format(arena, "tests/cases/rules/%.*s.tsv", SLICE_ARGS(name));
	struct slice text = checking_file(arena, path.ptr);

	if (!text.ptr)
		fail_msg("there is no %s", path.ptr);
	return text;
}

/* Reads a case over its report and checks it. */
static void
check_case(struct slice name, struct findings *findings, struct cells *cells)
{
	const struct check_options options = { .language = CHECK_EN };
	struct slice text = case_file(&cells->arena, name), rest = text;
	struct slice header = slice_cut(&rest, '\n');
	struct checking_record first = checking_record(header, &rest);

	checking_cells(cells, case_file(&cells->arena, first.doc));
	checking_cells(cells, text);
	assert_true(check_cells(&forms, &options, cells, findings));
}

static size_t
findings_of(const struct findings *findings, struct slice rule)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += slice_eq(findings->finding[i].rule, rule);
	return count;
}

static void
nothing_is_wrong_in_the_bases(void **state)
{
	static const char *const base[] = { "base.2019", "base.2021" };
	const struct check_options options = { .language = CHECK_EN };

	(void)state;
	for (size_t i = 0; i < sizeof base / sizeof *base; i++) {
		struct cells cells = CELLS_INIT;
		struct findings findings = FINDINGS_INIT;
		checking_cells(&cells, case_file(&cells.arena, slice_of(base[i])));
		assert_true(check_cells(&forms, &options, &cells, &findings));
		checking_print(base[i], &findings);
		assert_int_equal(findings.count, 0);
		findings_release(&findings);
		cells_release(&cells);
	}
}

static void
every_rule_fails_its_case_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < forms.rules->count; i++) {
		struct slice id = forms.rules->rule[i].id;
		struct cells cells = CELLS_INIT;
		struct findings findings = FINDINGS_INIT;
		struct slice name = arena_format(&cells.arena, "%.*s.fail", SLICE_ARGS(id));
		check_case(name, &findings, &cells);
		size_t own = findings_of(&findings, id);
		if (own == 0 || own != findings.count) {
			checking_print(name.ptr, &findings);
			fail_msg("%s", name.ptr);
		}
		findings_release(&findings);
		cells_release(&cells);
	}
}

static void
every_rule_passes_its_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < forms.rules->count; i++) {
		struct slice id = forms.rules->rule[i].id;
		struct cells cells = CELLS_INIT;
		struct findings findings = FINDINGS_INIT;
		struct slice name = arena_format(&cells.arena, "%.*s.pass", SLICE_ARGS(id));
		check_case(name, &findings, &cells);
		if (findings_of(&findings, id)) {
			checking_print(name.ptr, &findings);
			fail_msg("%s", name.ptr);
		}
		findings_release(&findings);
		cells_release(&cells);
	}
}

/* A rule that lost its stanza must not leave its cases behind. */
static void
every_case_has_its_rule(void **state)
{
	DIR *dir = opendir("tests/cases/rules");
	struct dirent *entry;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		struct slice name = slice_of(entry->d_name);
		size_t i = 0;
		if (!slice_ends(name, SLICE(".fail.tsv")) && !slice_ends(name, SLICE(".pass.tsv")))
			continue;
		name.len -= sizeof ".fail.tsv" - 1;
		while (i < forms.rules->count && !slice_eq(forms.rules->rule[i].id, name))
			i++;
		if (i == forms.rules->count)
			fail_msg("no rule for %s", entry->d_name);
	}
	closedir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_wrong_in_the_bases),
		cmocka_unit_test(every_rule_fails_its_case_alone),
		cmocka_unit_test(every_rule_passes_its_case),
		cmocka_unit_test(every_case_has_its_rule),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
