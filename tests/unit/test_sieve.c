/* SPDX-License-Identifier: MIT */
/*
 * The sieve: no rule that fails goes through, in whatever order documents come, and where
 * nothing is odd it is these rules alone.
 */
#include "checking.h"

#include "sieve.h"

static const char rules_text[] =
    "rule sum\n severity error\n scope row t\n holds one + two = sum\n zh a\n en a\n"
    "rule least\n severity error\n scope cell t\n holds cell >= 0\n zh a\n en a\n"
    "rule most\n severity error\n scope cell t * sum\n holds cell < 100\n zh a\n en a\n"
    "rule whole\n severity error\n scope cell t\n except * two\n holds whole(cell)\n"
    " zh a\n en a\n"
    "rule blank\n severity note\n scope row t\n holds count(blank, *) = 0\n zh a\n en a\n"
    "rule column\n severity error\n scope column t one\n holds part.* <= total\n"
    " zh a\n en a\n"
    "rule table\n severity note\n scope table t,u\n when has(report/year)\n holds has(./*/*)\n"
    " zh a\n en a\n"
    "rule twice\n severity note\n scope cell s\n holds cell = first\n zh a\n en a\n"
    "rule number\n severity note\n scope cell p * percent.*\n when has(././part.@)\n"
    " holds cell > ././part.@\n zh a\n en a\n"
    "rule more\n severity note\n scope cell p * part.*\n holds cell > 0\n zh a\n en a\n"
    "rule parts\n severity note\n scope row w\n holds max(part.*) <= whole\n zh a\n en a\n"
    "rule group\n severity note\n scope stated\n holds stated = cell\n zh a\n en a\n"
    "rule none\n severity note\n scope report\n when not has(n/a/one)\n"
    " holds n/b/one = 1\n zh a\n en a\n"
    "rule either\n severity note\n scope report\n when has(n/a/two) or has(n/b/two)\n"
    " holds n/b/three = 1\n zh a\n en a\n"
    "rule shown\n severity note\n scope report\n when n/b/four > 0\n"
    " holds shown(n/a/four) = n/b/four\n zh a\n en a\n"
    "rule words\n severity note\n scope report\n when not matches(n/a/five, \"x\")\n"
    " when has(n/b/five)\n holds matches(n/b/five, \"y\")\n zh a\n en a\n"
    "rule ends\n severity note\n scope cell k * c*3\n holds cell = 1\n zh a\n en a\n"
    "rule late\n severity note\n scope report\n holds max(t/*/*) <= 50 or late/a/one = 1\n"
    " zh a\n en a\n";

/* A cell is TABLE ROW COL VALUE; - is a blank one, ? an absent one. */
static void
read_cells(const char *text, struct cells *cells)
{
	struct slice rest = slice_of(text);

	cells_reset(cells);
	while (rest.len) {
		struct slice line = slice_cut(&rest, ';');
		struct cell cell = { .table = slice_word(&line), .row = slice_word(&line),
			.col = slice_word(&line), .value = slice_word(&line) };
		cell.raw = cell.value;
		if (slice_is(cell.value, "-"))
			cell = (struct cell){ cell.table, cell.row, cell.col, .state = CELL_BLANK };
		else if (slice_is(cell.value, "?"))
			cell = (struct cell){ cell.table, cell.row, cell.col, .state = CELL_ABSENT };
		else if (!decimal_parse(cell.value, &cell.number))
			cell.state = CELL_TEXT;
		if (slice_is(cell.col, "."))
			cell.col = SLICE_NONE;
		assert_true(cells_add(cells, cell));
	}
}

static void
names_of_suspects(struct rules *rules, const struct cells *cells, char *out, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct suspects suspects;
	size_t len = 0;

	assert_true(sieve_cells(rules->sieve, cells, &arena, &suspects));
	assert_true(!suspects.all || suspects.count == 0);
	out[0] = '\0';
	for (size_t i = 0; i < rules->count; i++)
		for (size_t k = 0; k < suspects.count; k++)
			if (suspects.item[k].rule == i)
				len += (size_t)snprintf(out + len, size - len, "%s%.*s",
				    len ? " " : "", SLICE_ARGS(rules->rule[i].id));
	if (suspects.all)
		snprintf(out, size, "all");
	arena_release(&arena);
}

/* The same findings as where every rule is looked at. */
static void
same_with_all_rules(const struct forms *own, struct cells *cells, const char *text)
{
	struct check_count count[32];
	struct check_options quick = { .language = CHECK_EN }, all = quick;
	struct findings found = FINDINGS_INIT, wanted = FINDINGS_INIT;

	all.count = count;
	assert_true(check_cells(own, &quick, cells, &found));
	assert_true(check_cells(own, &all, cells, &wanted));
	if (found.count != wanted.count)
		fail_msg("%s: %zu findings, not %zu", text, found.count, wanted.count);
	for (size_t i = 0; i < found.count; i++) {
		assert_string_equal(found.finding[i].id, wanted.finding[i].id);
		assert_true(slice_eq(found.finding[i].rule, wanted.finding[i].rule));
	}
	findings_release(&found);
	findings_release(&wanted);
}

static const struct {
	const char *cells, *suspects;
} documents[] = {
	{ "t a one 1;t a two 2;t a sum 3", "" },
	{ "t a one 1;t a two 2;t a sum 4", "sum" },
	{ "t a one 1;t a two 2;t a sum 3;t a one 9", "" }, /* of two the first counts */
	{ "t a one 1;t a two 2.5;t a sum 3.5", "whole" },
	{ "t a one 1;t a two 2.5;t a sum 3", "sum" },
	{ "t a one -1;t a two 4;t a sum 3", "least" },
	{ "t a one 0;t a two -0.5;t a sum 0", "sum least" },
	{ "t a one 99;t a two 1;t a sum 100;late a one 1", "most" },
	{ "t a one 40;t a two 40;t a sum 80", "" }, /* late/a/one: unknown */
	{ "late a one 2;t a one 40;t a two 40;t a sum 80", "late" },
	{ "t a one x;t a two 2;t a sum 4", "" },
	{ "t a one 1;t a two -;t a sum 4", "blank" },
	{ "t a two 2;t a sum 4", "" },
	{ "t b one 1;t a one 1;t b two 2;t a two 2;t b sum 3;t a sum 4", "sum" },
	{ "t b one -1;t a one -1;t b two 2;t a two 9;t b sum 3;t a sum 4",
	    "sum sum least least" },
	{ "t a one 9223372036854775807;t a two 1;t a sum 4", "" }, /* the sum does not fit */
	{ "t part.1 one 2;t part.2 one 3;t total one 5", "" },
	{ "t part.1 one 2;t part.2 one 3;t part.3 one 1;t total one 5", "column" },
	{ "t part.1 one 2;t total one 5", "" },
	{ "report year . 2023;t a one 1;u a one 1", "" },
	{ "report year . 2023;u a one 1", "table" },
	{ "report year . 2023;s a one 1", "table table" },
	/* A table of which nothing speaks. */
	{ "free a one -1;t a one 1;t a two 2;t a sum 4", "sum" },
	{ "free a one -1;t a one 1;t a two 2;t a sum 3", "" },
	{ "s a one 1;s b one 2", "" },
	{ "s a one 1;s a one 1", "" },
	{ "s a one 1;s a one 2", "twice" },
	{ "p a part.1 3;p a percent.1 4;p a part.2 5;p a percent.2 6", "" },
	{ "p a part.1 3;p a percent.1 4;p a part.2 5;p a percent.2 5", "number" },
	{ "p a percent.2 5;p a part.1 9", "" },
	{ "p a part.1 0", "more" },
	/* Cells that a rule needs to fail, and those that it fails without. */
	{ "n b one 2", "none" },
	{ "n a one ?;n b one 2", "none" },
	{ "n a one 1;n b one 2", "" },
	{ "n b one ?", "" },
	{ "n a two 1;n b three 2", "either" },
	{ "n a two ?;n b two 1;n b three 2", "either" },
	{ "n a two ?;n b three 2", "" },
	{ "n b four 2", "shown" },
	{ "n a four ?;n b four 2", "shown" },
	{ "n a four 2;n b four 2", "" },
	{ "n b five x", "words" },
	{ "n a five ?;n b five x", "words" },
	{ "n a five x;n b five x", "" },
	{ "n a five z;n b five ?", "" },
	/* Keys that differ at an end from what stood there before. */
	{ "k a one 1;k a column.12 5", "" },
	{ "k a one 1;k a column.13 5", "ends" },
	{ "k a one 1;k a xolumn.13 5", "" },
	{ "k a one 1;k a column.13 5", "ends" },
	{ "k a one 1;k a col12 5", "" },
	{ "k a one 1;k a col13 5", "ends" },
	{ "k a one 1;k a xol13 5", "" },
	{ "k a one 1;k a col13 5", "ends" },
	/* A row with more columns than it had in the documents before. */
	{ "w a whole 5;w a part.1 1", "" },
	{ "w a whole 5;w a part.1 1;w a part.2 9", "parts" },
	/* The row itself in one document, the rows of that name in another. */
	{ "t a one 5;stated t.a one 5", "" },
	{ "t a.x one 2;t a.y one 3;stated t.a one 5", "" },
	{ "t a.x one 2;t a.y one 4;stated t.a one 5", "group" },
	{ "t a one 5;t a.x one 1;stated t.a one 5", "" },
	{ "t a one 5;stated t.a two 7", "" },
	{ "stated t.a one 5", "" },
	{ "stated t.a one 5;t a one 6", "group" },
	/* Nothing spoke of the table when it came by. */
	{ "q a one 1;stated q.a one 2", "all" },
	{ "q a one 1;stated q.a one 2", "group" },
	{ "q a one 1;stated q.a one 1", "" },
	/* Keys that mean others. */
	{ "t a one 1;stated t.* one 2", "all" },
	{ "t a. one 1;stated t.a one 1", "all" },
	{ "t a one 1;t a two 2;t a sum 4", "sum" },
};

static void
load_own(struct forms *own)
{
	struct form_error error;

	*own = (struct forms)FORMS_INIT;
	assert_true(stanzas_read(&own->stanzas, SLICE("own.form"), slice_of(rules_text), &error));
	own->rules = rules_compile(&own->stanzas, &error);
	if (!own->rules)
		fail_msg("%zu: %s", error.line, error.what);
	own->rules->sieve = sieve_new(own->rules);
	assert_non_null(own->rules->sieve);
}

static void
unload_own(struct forms *own)
{
	rules_free(own->rules);
	stanzas_release(&own->stanzas);
}

static void
the_rules_that_fail_are_suspect(void **state)
{
	struct cells cells = CELLS_INIT;
	struct forms own;
	char got[256];

	(void)state;
	load_own(&own);
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
		read_cells(documents[i].cells, &cells);
		names_of_suspects(own.rules, &cells, got, sizeof got);
		if (strcmp(got, documents[i].suspects) != 0)
			fail_msg("%s: suspect: %s; not: %s", documents[i].cells, got,
			    documents[i].suspects);
	}
	unload_own(&own);
	cells_release(&cells);
}

static void
findings_are_the_same_in_any_order(void **state)
{
	static const size_t step[] = { 1, 3, 7 };
	const size_t count = sizeof documents / sizeof *documents;
	struct cells cells = CELLS_INIT;
	struct forms own;

	(void)state;
	for (size_t s = 0; s < sizeof step / sizeof *step; s++) {
		load_own(&own);
		for (size_t i = 0; i < count; i++) {
			const char *text = documents[(i * step[s] + 5) % count].cells;
			read_cells(text, &cells);
			same_with_all_rules(&own, &cells, text);
		}
		unload_own(&own);
	}
	cells_release(&cells);
}

static void
of_a_huge_key_too(void **state)
{
	struct cells cells = CELLS_INIT;
	struct forms own;
	char text[6000], got[256];

	(void)state;
	load_own(&own);
	memset(text, 'k', sizeof text);
	memcpy(text, "t a one 1;s ", 12);
	memcpy(text + 5900, " one 1", 7);
	read_cells(text, &cells);
	names_of_suspects(own.rules, &cells, got, sizeof got);
	assert_string_equal(got, "all");
	unload_own(&own);
	cells_release(&cells);
}

/* Many cells in one row, which fails or not. */
static void
fill(struct cells *cells, size_t count, size_t from, const char *sum)
{
	read_cells("t a one 1;t a two 2", cells);
	for (size_t i = 0; i < count; i++) {
		struct cell cell = { .table = SLICE("t"), .row = SLICE("z"), .value = SLICE("1"),
			.raw = SLICE("1"), .number = { 1, 0 } };
		cell.col = arena_format(&cells->arena, "c%zu", from + i);
		assert_true(cells_add(cells, cell));
	}
	struct cell last = { .table = SLICE("t"), .row = SLICE("a"), .col = SLICE("sum"),
		.value = slice_of(sum), .raw = slice_of(sum) };
	assert_true(decimal_parse(last.value, &last.number));
	assert_true(cells_add(cells, last));
}

/* What is remembered is bounded, and what is forgotten is learnt again. */
static void
keys_without_end(void **state)
{
	struct cells cells = CELLS_INIT;
	struct forms own;
	char got[256];

	(void)state;
	load_own(&own);
	for (size_t i = 0; i < 12; i++) {
		fill(&cells, 3000, 3000 * i, i % 2 ? "3" : "4");
		names_of_suspects(own.rules, &cells, got, sizeof got);
		assert_string_equal(got, i % 2 ? "" : "sum");
		if (i == 4)
			same_with_all_rules(&own, &cells, "many columns");
	}
	unload_own(&own);
	cells_release(&cells);
}

static void
of_a_huge_document_all_are_suspect(void **state)
{
	struct cells cells = CELLS_INIT;
	struct forms own;
	char got[256];

	(void)state;
	load_own(&own);
	fill(&cells, 5000, 0, "3");
	names_of_suspects(own.rules, &cells, got, sizeof got);
	assert_string_equal(got, "all");
	unload_own(&own);
	cells_release(&cells);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rules_that_fail_are_suspect),
		cmocka_unit_test(findings_are_the_same_in_any_order),
		cmocka_unit_test(keys_without_end),
		cmocka_unit_test(of_a_huge_document_all_are_suspect),
		cmocka_unit_test(of_a_huge_key_too),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
