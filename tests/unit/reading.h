/* SPDX-License-Identifier: MIT */
/* Reads one statutory table out of text, and compares the cells with a sheet. */
#ifndef GIP_TEST_READING_H
#define GIP_TEST_READING_H

#include "helper.h"

#include "extract.h"
#include "sheets.h"

struct reading {
	struct document doc;
	struct cells cells;
	struct buf pieced;
	struct extracted how;
	struct helper_forms forms;
	struct profiles *profiles;
};

static inline void
reading_init(struct reading *r)
{
	*r = (struct reading){ .doc = DOCUMENT_INIT, .cells = CELLS_INIT };
	helper_forms_load(&r->forms);
	r->profiles = profiles_make(r->forms.tables);
	assert_non_null(r->profiles);
}

static inline void
reading_release(struct reading *r)
{
	buf_release(&r->pieced);
	document_release(&r->doc);
	cells_release(&r->cells);
	profiles_free(r->profiles);
	helper_forms_release(&r->forms);
}

/* For a group of tests whose state is a reading. */
static inline int
reading_setup(void **state)
{
	*state = malloc(sizeof(struct reading));
	if (!*state)
		return -1;
	reading_init(*state);
	return 0;
}

static inline int
reading_teardown(void **state)
{
	reading_release(*state);
	free(*state);
	return 0;
}

/* Takes `text` for the section of the sheet's table; forgets what was read before. */
static inline void
reading_of(struct reading *r, const struct sheet *sheet, struct slice text)
{
	const struct profile *profile =
	    profiles_find(r->profiles, slice_of(sheet->form), slice_of(sheet->table));
	struct tokens tokens;

	assert_non_null(profile);
	document_reset(&r->doc);
	cells_reset(&r->cells);
	r->pieced.len = 0;
	helper_add_cells(&r->doc, sheet->section, text);
	assert_true(tokens_of_section(&r->doc, sheet->section, NULL, &r->cells.arena, &tokens));
	assert_true(extract_table(profile, &tokens, NULL, &r->cells, &r->pieced, &r->how));
}

static inline const struct cell *
reading_cell(struct reading *r, const struct sheet *sheet, struct slice row,
    struct slice col)
{
	bool failed = false;
	const struct cell *cell =
	    cells_find(&r->cells, slice_of(sheet->table), row, col, &failed);

	assert_false(failed);
	return cell;
}

/* `value`, or the name of the state of a cell that is no number. */
static inline bool
reading_is(const struct cell *cell, const char *value)
{
	return cell->state == CELL_NUMBER ? slice_is(cell->value, value)
	                                  : strcmp(cell_state_names[cell->state], value) == 0;
}

/*
 * The place of the n-th value of a row of a sheet: values of a row without
 * labels go on into the rows of the form that follow.
 */
static inline void
sheet_place(const struct reading *r, const struct sheet *sheet, const struct sheet_row *row,
    size_t n, struct slice *key, struct slice *col)
{
	const struct table *table =
	    tables_find(r->forms.tables, slice_of(sheet->form), slice_of(sheet->table));
	size_t i = 0;

	assert_non_null(table);
	while (i < table->rows && !slice_is(table->row[i].key, row->key))
		i++;
	while (i < table->rows && n >= table->row[i].columns)
		n -= table->row[i++].columns;
	assert_true(i < table->rows);
	*key = table->row[i].key;
	*col = table->row[i].column[n].key;
}

/* What a sheet says about the cells of a document. */
struct sheet_score {
	size_t read, absent;
};

/*
 * Each cell of the sheet is read as it stands there, with its text and line,
 * or is absent; nothing else is read.
 */
static inline struct sheet_score
reading_score(struct reading *r, const struct sheet *sheet, const char *what)
{
	struct sheet_score score = { 0, 0 };

	for (size_t i = 0; i < sheet->rows; i++) {
		const struct sheet_row *row = &sheet->row[i];
		for (size_t n = 0; row->key && row->cell[n]; n++) {
			struct slice key, col;
			sheet_place(r, sheet, row, n, &key, &col);
			const struct cell *cell = reading_cell(r, sheet, key, col);
			if (cell && cell->state == CELL_ABSENT) {
				score.absent++;
				continue;
			}
			if (!cell || !reading_is(cell, row->cell[n]))
				fail_msg("%s: %s/%s %.*s %.*s is '%.*s', not %s", what, sheet->form,
				    sheet->table, SLICE_ARGS(key), SLICE_ARGS(col),
				    SLICE_ARGS(cell ? cell->raw : SLICE_NONE), row->cell[n]);
			assert_true(slice_is(cell->raw, row->cell[n]));
			assert_true(cell->line > 0);
			score.read++;
		}
	}
	if (r->cells.count != score.read + score.absent)
		fail_msg("%s: %s/%s has %zu cells", what, sheet->form, sheet->table,
		    r->cells.count);
	return score;
}

/* The same, and none is absent. */
static inline void
reading_expect(struct reading *r, const struct sheet *sheet, const char *what)
{
	struct sheet_score score = reading_score(r, sheet, what);

	for (size_t i = 0; score.absent && i < r->cells.count; i++)
		if (r->cells.cell[i].state == CELL_ABSENT)
			fail_msg("%s: %s/%s: %zu cells are absent, first %.*s %.*s", what, sheet->form,
			    sheet->table, score.absent, SLICE_ARGS(r->cells.cell[i].row),
			    SLICE_ARGS(r->cells.cell[i].col));
}

static inline void
reading_of_buf(struct reading *r, const struct sheet *sheet, struct buf *text)
{
	assert_false(text->failed);
	reading_of(r, sheet, buf_slice(text));
}

static inline void
expect_cell(struct reading *r, const struct sheet *sheet, const char *row, const char *col,
    const char *value)
{
	const struct cell *cell = reading_cell(r, sheet, slice_of(row), slice_of(col));

	if (!cell || !reading_is(cell, value))
		fail_msg("%s %s is %s '%.*s', not %s", row, col,
		    cell ? cell_state_names[cell->state] : "not there",
		    SLICE_ARGS(cell ? cell->raw : SLICE_NONE), value);
}

/* Everything that can be told is absent. */
static inline void
expect_nothing(struct reading *r, const struct sheet *sheet, const char *text)
{
	reading_of(r, sheet, slice_of(text));
	assert_true(r->cells.count > 0);
	for (size_t i = 0; i < r->cells.count; i++) {
		const struct cell *cell = &r->cells.cell[i];
		if (cell->state != CELL_ABSENT)
			fail_msg("%.*s %.*s is '%.*s'", SLICE_ARGS(cell->row), SLICE_ARGS(cell->col),
			    SLICE_ARGS(cell->raw));
		assert_int_equal(cell->line, 0);
		assert_int_equal(cell->raw.len, 0);
	}
}

#endif
