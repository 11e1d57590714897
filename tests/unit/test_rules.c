/* SPDX-License-Identifier: MIT */
/* Rules: what a stanza may say, where a rule applies, and every mistake with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "check.h"

static struct rules *
compile(struct stanzas *stanzas, const char *text, struct form_error *error)
{
	*stanzas = (struct stanzas)STANZAS_INIT;
	assert_true(stanzas_read(stanzas, SLICE("my.form"), slice_of(text), error));
	return rules_compile(stanzas, error);
}

/* The stanza of a good rule, in pieces that the tests change. */
#define HEAD "rule x\n"
#define SEVERITY " severity error\n"
#define SCOPE " scope row t\n"
#define HOLDS " holds one = two\n"
#define SAYS " zh a\n en b\n"

struct wrong {
	const char *text;
	size_t line;
	const char *what, *datum;
};

static const struct wrong wrongs[] = {
	{ HEAD SCOPE HOLDS SAYS, 1, "the rule lacks a key", "severity" },
	{ HEAD SEVERITY HOLDS SAYS, 1, "the rule lacks a key", "scope" },
	{ HEAD SEVERITY SCOPE SAYS, 1, "the rule lacks a key", "holds" },
	{ HEAD SEVERITY SCOPE HOLDS " en b\n", 1, "the rule lacks a key", "zh" },
	{ HEAD SEVERITY SCOPE HOLDS " zh a\n", 1, "the rule lacks a key", "en" },
	{ HEAD SEVERITY SCOPE HOLDS SAYS " colour red\n", 7, "unknown key in a rule",
	  "colour" },
	{ HEAD SEVERITY SCOPE HOLDS SAYS HOLDS, 7, "this key may stand only once", "holds" },
	{ HEAD " severity bad\n" SCOPE HOLDS SAYS, 2, "no such severity", "bad" },
	{ HEAD SEVERITY " scope line t\n" HOLDS SAYS, 3, "unknown scope", "line" },
	{ HEAD SEVERITY " scope row\n" HOLDS SAYS, 3, "the scope names no table", "row" },
	{ HEAD SEVERITY " scope row t a b\n" HOLDS SAYS, 3, "too many words in the scope",
	  "b" },
	{ HEAD SEVERITY " scope report t\n" HOLDS SAYS, 3, "too many words in the scope", "t" },
	{ HEAD SEVERITY SCOPE HOLDS SAYS " except a b\n", 7, "this scope has no such exception",
	  "a b" },
	{ HEAD SEVERITY " scope report\n except a\n holds 1 = 1\n" SAYS, 4,
	  "this scope has no such exception", "a" },
	{ HEAD SEVERITY SCOPE " holds one\n" SAYS, 4, "this must be a condition", "one" },
	{ HEAD SEVERITY SCOPE " holds one =\n" SAYS, 4, "an operand is missing here", "one =" },
	{ HEAD SEVERITY SCOPE " when one +\n" HOLDS SAYS, 4, "an operand is missing here",
	  "one +" },
	{ HEAD SEVERITY SCOPE " when one\n" HOLDS SAYS, 4, "this must be a condition", "one" },
	{ HEAD SEVERITY SCOPE HOLDS " at o*\n" SAYS, 5, "this must name one cell", "o*" },
	{ HEAD SEVERITY SCOPE HOLDS " at one = 1\n" SAYS, 5, "this must be a number",
	  "one = 1" },
	{ HEAD SEVERITY SCOPE HOLDS " expected one = 1\n" SAYS, 5, "this must be a number",
	  "one = 1" },
	{ HEAD SEVERITY " scope report\n" HOLDS SAYS, 4,
	  "a bare name means nothing in this scope", "one = two" },
	{ HEAD SEVERITY SCOPE HOLDS " zh {actaul}\n en b\n", 5,
	  "unknown placeholder in the message", "actaul" },
	{ HEAD SEVERITY SCOPE HOLDS " zh a\n en {row\n", 6,
	  "a '}' is missing in the message", "row" },
	{ HEAD SEVERITY SCOPE HOLDS " zh a\n en {= one +}\n", 6, "an operand is missing here",
	  "one +" },
	{ HEAD SEVERITY SCOPE HOLDS " zh a\n en {=one = 1}\n", 6,
	  "a message shows numbers, not truths", "=one = 1" },
	/* Nothing is at fault but the row: there is no cell to show. */
	{ HEAD SEVERITY SCOPE " holds one < two\n zh {actual}\n en b\n", 5,
	  "this rule has nothing for the placeholder", "actual" },
	{ HEAD SEVERITY SCOPE " holds has(one)\n zh {left}\n en b\n", 5,
	  "this rule has nothing for the placeholder", "left" },
	{ HEAD SEVERITY " scope column t\n holds one < two\n zh {row}\n en b\n", 5,
	  "this rule has nothing for the placeholder", "row" },
	{ "message whatever\n zh a\n en b\n", 1, "unknown message", "whatever" },
	{ "message cause\n zh a\n", 1, "the message lacks a key", "en" },
	{ "message cause\n zh a\n de b\n", 3, "unknown key in a message", "de" },
	{ "message cause\n zh a\n en {changes}\n", 3,
	  "this rule has nothing for the placeholder", "changes" },
};

static void
mistakes_are_found_with_their_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
		const struct wrong *w = &wrongs[i];
		struct stanzas stanzas;
		struct form_error error = { .line = 0 };
		if (compile(&stanzas, w->text, &error))
			fail_msg("%s: no error", w->text);
		if (strcmp(error.what, w->what) != 0 || !slice_is(error.datum, w->datum)
		    || error.line != w->line || !slice_is(error.file, "my.form"))
			fail_msg("%s: %.*s:%zu: %s: '%.*s'", w->text, SLICE_ARGS(error.file),
			    error.line, error.what, SLICE_ARGS(error.datum));
		stanzas_release(&stanzas);
	}
}

/*
 * A sheet of rows a, b.x, b.y and columns one, two; column two of b.y is
 * blank. And numbers that are stated on a, on a row that is not, and freely.
 */
static void
fill(struct cells *cells)
{
	static const char *const row[] = { "a", "b.x", "b.y" };
	static const char *const col[] = { "one", "two" };
	static const char *const digit[] = { "1", "2", "3", "4", "5", "6" };

	for (size_t i = 0; i < 6; i++) {
		struct cell cell = { .table = SLICE("t"), .row = slice_of(row[i / 2]),
			.col = slice_of(col[i % 2]), .value = slice_of(digit[i]), .line = i + 1,
			.number = decimal_int((int64_t)i + 1) };
		if (i == 5)
			cell = (struct cell){ .table = cell.table, .row = cell.row, .col = cell.col,
				.state = CELL_BLANK, .line = cell.line };
		assert_true(cells_add(cells, cell));
	}
	for (size_t i = 0; i < 3; i++) {
		static const char *const stated[] = { "t.a", "t.c", "website.items" };
		struct cell cell = { .table = SLICE("stated"), .row = slice_of(stated[i]),
			.col = SLICE("one"), .value = SLICE("9"), .number = decimal_int(9) };
		assert_true(cells_add(cells, cell));
	}
}

/* Places and messages of what the rules find in the sheet, joined; `!` is an error. */
static void
assert_finds(const char *form, const char *want)
{
	const struct check_options options = { .language = CHECK_EN };
	struct forms forms = FORMS_INIT;
	struct form_error error;
	struct cells cells = CELLS_INIT;
	struct findings findings = FINDINGS_INIT;
	char got[512] = "";

	forms.rules = compile(&forms.stanzas, form, &error);
	if (!forms.rules)
		fail_msg("%zu: %s: '%.*s'", error.line, error.what, SLICE_ARGS(error.datum));
	fill(&cells);
	assert_true(check_cells(&forms, &options, &cells, &findings));
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *f = &findings.finding[i];
		size_t len = strlen(got);
		snprintf(got + len, sizeof got - len, "[%.*s/%.*s/%.*s %zu %.*s%s]",
		    SLICE_ARGS(f->table), SLICE_ARGS(f->row), SLICE_ARGS(f->col), f->line,
		    SLICE_ARGS(f->message), f->severity == SEVERITY_ERROR ? "!" : "");
	}
	assert_string_equal(got, want);
	findings_release(&findings);
	cells_release(&cells);
	rules_free(forms.rules);
	stanzas_release(&forms.stanzas);
}

#define NOTE HEAD " severity note\n"

static void
scopes(void **state)
{
	(void)state;
	assert_finds(NOTE " scope report\n holds 1 = 2\n zh -\n en no\n", "[// 0 no]");
	assert_finds(NOTE " scope table t,u\n holds 1 = 2\n zh -\n en {table}\n",
	    "[t// 1 t][u// 0 u]");
	assert_finds(NOTE " scope row t\n holds 1 = 2\n zh -\n en {row}\n",
	    "[t/a/ 1 a][t/b.x/ 3 b.x][t/b.y/ 5 b.y]");
	assert_finds(NOTE " scope row t b.*\n holds 1 = 2\n zh -\n en {row}\n",
	    "[t/b.x/ 3 b.x][t/b.y/ 5 b.y]");
	assert_finds(NOTE " scope row t a,*.y\n holds 1 = 2\n zh -\n en {row}\n",
	    "[t/a/ 1 a][t/b.y/ 5 b.y]");
	assert_finds(NOTE " scope row t\n except b.*\n holds 1 = 2\n zh -\n en {row}\n",
	    "[t/a/ 1 a]");
	assert_finds(NOTE " scope column t\n holds 1 = 2\n zh -\n en {col}\n",
	    "[t//one 1 one][t//two 2 two]");
	assert_finds(NOTE " scope column t t*\n holds 1 = 2\n zh -\n en {col}\n",
	    "[t//two 2 two]");
	assert_finds(NOTE " scope cell t b.* two\n holds 1 = 2\n zh -\n en {actual}\n",
	    "[t/b.x/two 4 4][t/b.y/two 6 ?]");
	assert_finds(NOTE " scope cell t\n except b.*\n except * one\n"
	    " holds 1 = 2\n zh -\n en {row}\n",
	    "[t/a/two 2 a]");
	assert_finds(NOTE " scope stated\n holds 1 = 2\n zh -\n en {row} {actual}\n",
	    "[stated/t.a/one 0 a 9]");
	assert_finds(NOTE " scope stated t.b*\n holds 1 = 2\n zh -\n en {row} {actual}\n", "");
	assert_finds(NOTE " scope row u\n holds 1 = 2\n zh -\n en {row}\n", "");
}

static void
a_rule_applies_where_all_conditions_are_true(void **state)
{
	(void)state;
	assert_finds(NOTE " scope row t\n when one > 1\n when two < 9\n"
	    " holds 1 = 2\n zh -\n en x\n",
	    "[t/b.x/ 3 x]");
}

static void
what_cannot_be_decided_is_not_told(void **state)
{
	(void)state;
	assert_finds(NOTE " scope row t\n holds two = 9\n zh -\n en {actual} not {expected}\n",
	    "[t/a/two 2 2 not 9][t/b.x/two 4 4 not 9]");
}

static void
an_equation_names_its_single_cell(void **state)
{
	(void)state;
	assert_finds(NOTE " scope row t a\n holds one + 5 = two\n zh -\n"
	    " en {left} {right} {actual} {expected}\n", "[t/a/two 2 6 2 2 6]");
	assert_finds(NOTE " scope row t a\n"
	    " holds one = two + 5\n zh -\n en {actual} {expected}\n",
	    "[t/a/one 1 1 7]");
	assert_finds(NOTE " scope row t a\n"
	    " holds one + 5 = two\n at one\n expected 8 * 8\n zh -\n"
	    " en {col} {actual} {expected}\n", "[t/a/one 1 one 1 64]");
	assert_finds(NOTE " scope column t one\n"
	    " holds a + b.x = b.*\n zh -\n en {left} {right}\n",
	    "[t//one 1 4 8]");
}

static void
messages_show_values(void **state)
{
	(void)state;
	assert_finds(NOTE " scope row t a\n holds one > two\n zh -\n"
	    " en {=one + two * 2}, {=./b.y/two}, {year}.\n", "[t/a/ 1 5, ?, ?.]");
}

/* What several failures have in common is said even without words for it. */
static void
a_cause_needs_no_message_of_its_own(void **state)
{
	(void)state;
	assert_finds(NOTE " scope row t a\n holds one = two\n zh -\n en {left} {right}\n",
	    "[t/a/two 2 1 2]");
}

/* Errors on single cells say what no cell can be; warnings do not. */
static void
an_impossible_value_explains_nothing(void **state)
{
#define SUM "rule sum\n severity error\n scope row t a\n holds one = two\n zh -\n en x\n"
	(void)state;
	assert_finds(SUM HEAD SEVERITY " scope cell t a two\n holds cell >= 2\n zh -\n en y\n",
	    "[t/a/one 1 x!]");
	assert_finds(SUM HEAD " severity warning\n scope cell t a two\n holds cell >= 2\n"
	    " zh -\n en y\n", "[t/a/two 2 x!]");
	assert_finds(SUM HEAD SEVERITY " scope cell u a two\n holds cell >= 2\n zh -\n en y\n",
	    "[t/a/two 2 x!]");
}

/* Row and column ask for 3 in the same cell: told once, as bad as the worse of them. */
static void
the_worst_of_a_group_is_its_severity(void **state)
{
	(void)state;
	assert_finds(NOTE " scope row t a\n holds one = two + 1\n zh -\n en x\n"
	    "rule y\n severity error\n scope column t one\n holds a = b.x\n zh -\n en y\n",
	    "[t/a/one 1 x; y!]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_are_found_with_their_line),
		cmocka_unit_test(scopes),
		cmocka_unit_test(a_rule_applies_where_all_conditions_are_true),
		cmocka_unit_test(what_cannot_be_decided_is_not_told),
		cmocka_unit_test(an_equation_names_its_single_cell),
		cmocka_unit_test(messages_show_values),
		cmocka_unit_test(an_impossible_value_explains_nothing),
		cmocka_unit_test(the_worst_of_a_group_is_its_severity),
		cmocka_unit_test(a_cause_needs_no_message_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
