/* SPDX-License-Identifier: MIT */
/* The three verdicts: every check is told once and counted once, and by whom. */
#include "checking.h"

#include "judged.h"

static void
check_all(struct given *g, const struct judged *judged, struct check_count *count)
{
	const struct check_options options = {
		.language = CHECK_EN, .all = true, .judged = judged, .count = count,
	};

	g->cells.index = NULL;
	assert_true(check_cells(&forms, &options, &g->cells, &g->findings));
}

/* The record of a rule at a place; there is exactly one. */
static const struct finding *
record(const struct given *g, const char *rule, const char *place)
{
	const struct finding *found = NULL;

	for (size_t i = 0; i < g->findings.count; i++) {
		const struct finding *f = &g->findings.finding[i];
		struct buf at = BUF_INIT;
		cell_place(&at, f->table, f->row, f->col);
		if (slice_is(f->rule, rule) && slice_is(buf_slice(&at), place)) {
			assert_null(found);
			found = f;
		}
		buf_release(&at);
	}
	if (!found)
		fail_msg("no record of %s at %s", rule, place);
	return found;
}

static const struct check_count *
count_of(const struct check_count *count, const char *rule)
{
	for (size_t i = 0; i < forms.rules->count; i++)
		if (slice_is(forms.rules->rule[i].id, rule))
			return &count[i];
	fail_msg("no rule %s", rule);
	return NULL;
}

#define assert_counts(count, rule, holds, fails, undecided)                           \
	do {                                                                              \
		assert_int_equal(count_of(count, rule)->at[RULE_HOLDS], holds);               \
		assert_int_equal(count_of(count, rule)->at[RULE_FAILS], fails);               \
		assert_int_equal(count_of(count, rule)->at[RULE_UNDECIDED], undecided);       \
	} while (0)

static void
what_holds_shows_its_numbers(void **state)
{
	struct given *g = *state;

	check_all(g, NULL, NULL);
	const struct finding *f = record(g, "review.sum", "review/reconsideration/total");
	assert_int_equal(f->severity, SEVERITY_HOLDS);
	assert_slice(f->actual, "4");
	assert_slice(f->expected, "4");
	assert_slice(f->message, "4 = 4");
	assert_string_equal(f->id, "");
	assert_int_equal(f->line, 213);
	assert_slice(record(g, "active.stock", "active/normative/in_force")->message, "15 >= 1");
	assert_slice(record(g, "section.active", "report/section.active")->message, "");
	/* A 2021 report has no cells that this could be asked of. */
	for (size_t i = 0; i < g->findings.count; i++)
		assert_false(slice_is(g->findings.finding[i].rule, "active.published"));
}

static void
what_is_undecided_names_the_cells(void **state)
{
	struct given *g = *state;

	set_state(g, "review", "suit_after", "pending", CELL_MARK);
	set_state(g, "review", "suit_after", "total", CELL_BLANK);
	check_all(g, NULL, NULL);
	const struct finding *f = record(g, "review.sum", "review/suit_after/total");
	assert_int_equal(f->severity, SEVERITY_UNDECIDED);
	assert_slice(f->message, "cannot be decided: review/suit_after/pending mark, "
	    "review/suit_after/total blank");
	assert_slice(f->actual, "");
	assert_slice(f->expected, "");
	assert_string_equal(f->id, "");
}

/* Whether a rule applies is a question too. */
static void
a_condition_can_be_undecided(void **state)
{
	struct given *g = *state;

	set_state(g, "report", "year", "", CELL_ABSENT);
	check_all(g, NULL, NULL);
	const struct finding *f = record(g, "fee.silent", "report/fee");
	assert_int_equal(f->severity, SEVERITY_UNDECIDED);
	assert_slice(f->message, "cannot be decided: report/year absent");
}

static void
one_wrong_cell_is_a_finding_and_what_it_explains(void **state)
{
	struct given *g = *state;
	struct check_count count[128];

	assert_true(forms.rules->count <= 128);
	set(g, "requests", "granted", "natural", "21");
	check_all(g, NULL, count);
	const struct finding *f = record(g, "requests.row", "requests/granted/natural");
	assert_int_equal(f->severity, SEVERITY_ERROR);
	assert_int_equal(strlen(f->id), FINDING_ID);
	f = record(g, "requests.sum", "requests/total/natural");
	assert_int_equal(f->severity, SEVERITY_EXPLAINED);
	assert_slice(f->message, "自然人: the results add up to 39, the total is 30");
	assert_string_equal(f->id, "");
	assert_counts(count, "requests.row", 24, 1, 0);
	assert_counts(count, "requests.sum", 6, 1, 0);
	assert_counts(count, "active.published", 0, 0, 0);
}

/* Without the other records it is what it is without -a. */
static void
the_findings_are_the_same(void **state)
{
	struct given *g = *state;
	struct findings all = FINDINGS_INIT, swap;
	size_t at = 0;

	set(g, "requests", "granted", "natural", "21");
	set(g, "review", "suit_direct", "total", "0");
	set_state(g, "active", "fees", "amount", CELL_BLANK);
	check_all(g, NULL, NULL);
	swap = g->findings;
	g->findings = all;
	all = swap;
	check(g, CHECK_EN);
	for (size_t i = 0; i < all.count; i++) {
		if (all.finding[i].severity < SEVERITY_NOTE)
			continue;
		assert_true(at < g->findings.count);
		assert_string_equal(all.finding[i].id, g->findings.finding[at++].id);
	}
	assert_int_equal(at, 3);
	assert_int_equal(g->findings.count, 3);
	findings_release(&all);
}

static void
the_order_is_that_of_the_rules(void **state)
{
	struct given *g = *state;
	size_t last = 0;

	set(g, "requests", "granted", "natural", "21");
	set_state(g, "active", "fees", "amount", CELL_BLANK);
	check_all(g, NULL, NULL);
	for (size_t i = 0; i < g->findings.count; i++) {
		size_t rule = 0;
		while (!slice_eq(forms.rules->rule[rule].id, g->findings.finding[i].rule))
			rule++;
		assert_true(rule >= last);
		last = rule;
	}
}

static void
what_was_judged_is_in_no_record_and_no_count(void **state)
{
	struct given *g = *state;
	struct judged judged = JUDGED_INIT;
	struct judged_error error;
	struct check_count count[128];

	set(g, "requests", "granted", "natural", "21");
	set(g, "review", "suit_direct", "total", "0");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 2);
	assert_true(judged_read(&judged, slice_of(g->findings.finding[0].id), &error));
	check_all(g, &judged, count);
	for (size_t i = 0; i < g->findings.count; i++)
		assert_true(g->findings.finding[i].severity <= SEVERITY_UNDECIDED
		    || slice_is(g->findings.finding[i].rule, "review.sum"));
	assert_counts(count, "requests.row", 24, 0, 0);
	assert_counts(count, "requests.sum", 6, 0, 0);
	assert_counts(count, "review.sum", 2, 1, 0);
	judged_release(&judged);
}

/* What is selected changes nothing of what is found: cause and id stay. */
static void
a_silent_rule_still_helps_to_find_the_cause(void **state)
{
	struct given *g = *state;
	struct rule *row = &forms.rules->rule[0], *sum = &forms.rules->rule[1];
	char id[FINDING_ID + 1];

	assert_slice(row->id, "requests.row");
	assert_slice(sum->id, "requests.sum");
	set(g, "requests", "granted", "natural", "21");
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	strcpy(id, g->findings.finding[0].id);
	row->silent = true;
	sum->told = SEVERITY_NOTE;
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 1);
	assert_finding(g, 0, "requests.sum", "requests/granted/natural", "21", "12");
	assert_int_equal(g->findings.finding[0].severity, SEVERITY_NOTE);
	assert_string_equal(g->findings.finding[0].id, id);
	sum->silent = true;
	check(g, CHECK_EN);
	assert_int_equal(g->findings.count, 0);
	row->silent = sum->silent = false;
	sum->told = sum->severity;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		GIVEN_TEST(what_holds_shows_its_numbers),
		GIVEN_TEST(what_is_undecided_names_the_cells),
		GIVEN_TEST(a_condition_can_be_undecided),
		GIVEN_TEST(one_wrong_cell_is_a_finding_and_what_it_explains),
		GIVEN_TEST(the_findings_are_the_same),
		GIVEN_TEST(the_order_is_that_of_the_rules),
		GIVEN_TEST(what_was_judged_is_in_no_record_and_no_count),
		GIVEN_TEST(a_silent_rule_still_helps_to_find_the_cause),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
