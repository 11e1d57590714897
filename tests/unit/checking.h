/* SPDX-License-Identifier: MIT */
/*
 * For the tests of gip-check: the built-in rules, and cells from plain files.
 */
#ifndef CHECKING_H
#define CHECKING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "check.h"
#include "example.h"
#include "tables.h"

/* The rules and the tables of the built-in form files, and nothing else of them. */
static inline void
checking_load(struct forms *forms)
{
	struct form_error error;

	*forms = (struct forms)FORMS_INIT;
	for (size_t i = 0; i < forms_builtin_count; i++)
		assert_true(stanzas_read(&forms->stanzas, forms_builtin[i].name,
		    forms_builtin[i].text, &error));
	forms->rules = rules_compile(&forms->stanzas, &error);
	if (!forms->rules)
		fail_msg("%.*s:%zu: %s: '%.*s'", SLICE_ARGS(error.file), error.line, error.what,
		    SLICE_ARGS(error.datum));
	forms->tables = tables_compile(&forms->stanzas, &error);
	assert_non_null(forms->tables);
}

static inline void
checking_unload(struct forms *forms)
{
	rules_free(forms->rules);
	tables_free(forms->tables);
	stanzas_release(&forms->stanzas);
}

/* The findings from a severity on. */
static inline size_t
checking_count(const struct findings *findings, enum severity least)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += findings->finding[i].severity >= least;
	return count;
}

static inline void
checking_print(const char *what, const struct findings *findings)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *f = &findings->finding[i];
		print_message("# %s: %s %.*s %.*s/%.*s/%.*s %.*s -> %.*s: %.*s\n", what,
		    severity_names[f->severity], SLICE_ARGS(f->rule), SLICE_ARGS(f->table),
		    SLICE_ARGS(f->row), SLICE_ARGS(f->col), SLICE_ARGS(f->actual),
		    SLICE_ARGS(f->expected), SLICE_ARGS(f->message));
	}
}

/* The rules of one test program; load and unload are for the group of tests. */
static struct forms forms;

static inline int
load(void **state)
{
	(void)state;
	checking_load(&forms);
	return 0;
}

static inline int
unload(void **state)
{
	(void)state;
	checking_unload(&forms);
	return 0;
}

/* A report to change, in which nothing is wrong, and what was found in it. */
struct given {
	struct cells cells;
	struct findings findings;
};

static inline int
given_new(void **state)
{
	static struct given given;
	struct example report = EXAMPLE_INIT;

	assert_true(example_report(&forms, SLICE("2021"), &report));
	given = (struct given){ report.cells, FINDINGS_INIT };
	*state = &given;
	return 0;
}

static inline int
given_free(void **state)
{
	struct given *given = *state;

	findings_release(&given->findings);
	cells_release(&given->cells);
	return 0;
}

static inline struct cell *
find(struct given *g, const char *table, const char *row, const char *col)
{
	for (size_t i = 0; i < g->cells.count; i++) {
		struct cell *c = &g->cells.cell[i];
		if (slice_is(c->table, table) && slice_is(c->row, row) && slice_is(c->col, col))
			return c;
	}
	fail_msg("no cell %s/%s/%s", table, row, col);
	return NULL;
}

static inline void
set(struct given *g, const char *table, const char *row, const char *col, const char *value)
{
	struct cell *cell = find(g, table, row, col);

	cell->value = cell->raw = slice_of(value);
	assert_true(decimal_parse(cell->value, &cell->number));
}

static inline void
set_state(struct given *g, const char *table, const char *row, const char *col,
    enum cell_state state)
{
	struct cell *cell = find(g, table, row, col);

	*cell = (struct cell){ .table = cell->table, .row = cell->row, .col = cell->col,
		.state = state, .line = cell->line };
}

static inline void
check(struct given *g, enum check_language language)
{
	const struct check_options options = { .language = language };

	g->cells.index = NULL;
	assert_true(check_cells(&forms, &options, &g->cells, &g->findings));
}

static inline void
assert_slice(struct slice got, const char *want)
{
	if (!slice_is(got, want))
		fail_msg("'%.*s' is not '%s'", SLICE_ARGS(got), want);
}

static inline void
assert_finding(const struct given *g, size_t i, const char *rule, const char *place,
    const char *actual, const char *expected)
{
	char keys[128];

	assert_true(i < g->findings.count);
	const struct finding *f = &g->findings.finding[i];
	snprintf(keys, sizeof keys, "%.*s/%.*s/%.*s", SLICE_ARGS(f->table), SLICE_ARGS(f->row),
	    SLICE_ARGS(f->col));
	assert_slice(f->rule, rule);
	assert_string_equal(keys, place);
	assert_slice(f->actual, actual);
	assert_slice(f->expected, expected);
}

static inline void
say(struct given *g, const char *row, const char *col, int64_t number, const char *digits,
    const char *raw)
{
	struct cell said = { .table = SLICE("stated"), .row = slice_of(row),
		.col = slice_of(col), .value = slice_of(digits), .raw = slice_of(raw),
		.number = decimal_int(number), .line = 12 };

	assert_true(cells_add(&g->cells, said));
}

/* A test that is given such a report. */
#define GIVEN_TEST(name) cmocka_unit_test_setup_teardown(name, given_new, given_free)

#endif
