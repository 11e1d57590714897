/* SPDX-License-Identifier: MIT */
/*
 * The layouts of reports on data: tests/cases/layouts/NAME holds a report and the cells
 * that must come out of it. What they are written like is said in the README there.
 */
#include "tabulating.h"

#include <dirent.h>


static const char folder[] = "tests/cases/layouts";

enum { CASES_MAX = 256, NAME_MAX_BYTES = 80 };

static char name[CASES_MAX][NAME_MAX_BYTES];

static struct slice
case_file(struct arena *arena, const char *which, const char *file)
{
	struct buf bytes = BUF_INIT;
	struct slice path = arena_format(arena, "%s/%s/%s", folder, which, file), text;

	if (!helper_read(path.ptr, &bytes))
		fail_msg("there is no %s", path.ptr);
	assert_true(arena_copy(arena, buf_slice(&bytes), &text));
	buf_release(&bytes);
	return text;
}

/* Is a cell what the case wants: a number, words in quotes, or the name of its state? */
static bool
is_wanted(const struct cell *cell, struct slice want)
{
	if (cell->state == CELL_NUMBER)
		return slice_eq(cell->value, want);
	if (want.len >= 2 && want.ptr[0] == '"')
		return cell->state == CELL_TEXT && cell->value.len == 0
		    && slice_eq(cell->raw, (struct slice){ want.ptr + 1, want.len - 2 });
	return cell->state != CELL_TEXT && slice_is(want, cell_state_names[cell->state]);
}

/* Checks one row of the wanted cells; how many cells were there. */
static size_t
check_row(const char *which, const struct cells *cells, struct slice line)
{
	struct slice table = slice_cut(&line, '\t'), row = slice_cut(&line, '\t');
	size_t count = 0;

	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *cell = &cells->cell[i];
		if (!slice_eq(cell->table, table) || !slice_eq(cell->row, row))
			continue;
		struct slice want = slice_cut(&line, '\t');
		if (!is_wanted(cell, want))
			fail_msg("%s: %.*s %.*s is %s '%.*s', not %.*s", which, SLICE_ARGS(row),
			    SLICE_ARGS(cell->col), cell_state_names[cell->state],
			    SLICE_ARGS(cell->raw), SLICE_ARGS(want));
		count += cell->state != CELL_ABSENT;
	}
	if (line.len)
		fail_msg("%s: %.*s has more cells: %.*s", which, SLICE_ARGS(row), SLICE_ARGS(line));
	return count;
}

static size_t
cells_of_forms(const struct cells *cells)
{
	size_t count = 0;

	for (size_t i = 0; i < cells->count; i++) {
		struct slice table = cells->cell[i].table;
		bool form = slice_is(table, "active") || slice_is(table, "requests")
		    || slice_is(table, "review");
		count += form && cells->cell[i].state != CELL_ABSENT;
	}
	return count;
}

static void
check_reading(const char *which)
{
	struct document doc = DOCUMENT_INIT;
	struct cells cells = CELLS_INIT;
	struct arena arena = ARENA_INIT;
	struct slice want = case_file(&arena, which, "cells.tsv");
	size_t read = 0;

	assert_true(split_document(forms.headings, slice_of(which),
	    case_file(&arena, which, "report.txt"), &doc));
	assert_true(table_document(tabulator, NULL, &doc, &cells));
	while (want.len) {
		struct slice line = slice_cut(&want, '\n');
		if (line.len && line.ptr[0] != '#')
			read += check_row(which, &cells, line);
	}
	if (read != cells_of_forms(&cells))
		fail_msg("%s: %zu cells are read, %zu of them wanted", which,
		    cells_of_forms(&cells), read);
	cells_release(&cells);
	document_release(&doc);
	arena_release(&arena);
}

/* The third report of a shape is read from memory (readings.h), which changes nothing. */
static void
check_case(void **state)
{
	for (int i = 0; i < 3; i++)
		check_reading(*state);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

static size_t
find_cases(void)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	while (dir && count < CASES_MAX && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.' || strcmp(entry->d_name, "README") == 0
		    || strlen(entry->d_name) >= NAME_MAX_BYTES)
			continue;
		strcpy(name[count++], entry->d_name);
	}
	if (dir)
		closedir(dir);
	qsort(name, count, sizeof *name, by_name);
	return count;
}

/* Of a wrong case nothing else would tell: a test that finds no cases passes. */
static void
there_are_cases(void **state)
{
	(void)state;
	assert_true(name[0][0] != '\0');
}

int
main(void)
{
	struct CMUnitTest tests[CASES_MAX + 1] = { cmocka_unit_test(there_are_cases) };
	size_t count = find_cases();

	for (size_t i = 0; i < count; i++)
		tests[i + 1] = (struct CMUnitTest){ name[i], check_case, NULL, NULL, name[i] };
	return _cmocka_run_group_tests("layout cases", tests, count + 1, load, unload);
}
