/* SPDX-License-Identifier: MIT */
/* What the stages hand on: documents, cells, findings. */
#include "helper.h"

#include "cells.h"
#include "findings.h"

static void
states_have_names(void **state)
{
	static const char *const name[] = { "number", "blank", "mark", "text", "absent" };
	enum cell_state found = CELL_ABSENT;

	(void)state;
	assert_int_equal(COUNT(name), CELL_STATES);
	for (unsigned i = 0; i < CELL_STATES; i++) {
		assert_string_equal(cell_state_names[i], name[i]);
		assert_true(cell_state_named(slice_of(name[i]), &found));
		assert_int_equal(found, i);
	}
	assert_false(cell_state_named(SLICE("Number"), &found));
	assert_false(cell_state_named(SLICE_NONE, &found));
	assert_int_equal(found, CELL_ABSENT);
}

static void
add(struct cells *cells, const char *table, const char *row, const char *col, size_t line)
{
	assert_true(cells_add(cells, (struct cell){ .table = slice_of(table),
	    .row = slice_of(row), .col = slice_of(col), .state = CELL_TEXT, .line = line }));
}

/* The line of the cell; 0: there is none. */
static size_t
find(struct cells *cells, const char *table, const char *row, const char *col)
{
	bool failed = false;
	const struct cell *cell =
	    cells_find(cells, slice_of(table), slice_of(row), slice_of(col), &failed);

	assert_false(failed);
	return cell ? cell->line : 0;
}

static void
cells_are_found_by_their_keys(void **state)
{
	struct cells cells = CELLS_INIT;

	(void)state;
	assert_int_equal(find(&cells, "requests", "new", "total"), 0);
	add(&cells, "requests", "new", "total", 1);
	add(&cells, "requests", "new", "natural", 2);
	add(&cells, "requests", "ne", "wtotal", 3);
	add(&cells, "report", "year", "", 4);
	assert_int_equal(find(&cells, "requests", "new", "total"), 1);
	assert_int_equal(find(&cells, "requests", "new", "natural"), 2);
	assert_int_equal(find(&cells, "requests", "ne", "wtotal"), 3);
	assert_int_equal(find(&cells, "requestsnew", "", "total"), 0);
	assert_int_equal(find(&cells, "requests", "new", ""), 0);
	assert_int_equal(cells_fact(&cells, SLICE("year"))->line, 4);
	assert_null(cells_fact(&cells, SLICE("agency")));
	/* what is added later is found too; of equal keys the first */
	add(&cells, "requests", "new", "total", 5);
	add(&cells, "report", "agency", "", 6);
	assert_int_equal(find(&cells, "requests", "new", "total"), 1);
	assert_int_equal(cells_fact(&cells, SLICE("agency"))->line, 6);
	cells_release(&cells);
}

static void
many_cells_keep_their_order(void **state)
{
	enum { MANY = 5000 };
	struct cells cells = CELLS_INIT;

	(void)state;
	for (size_t i = 0; i < MANY; i++) {
		struct slice row = arena_format(&cells.arena, "%zu", i / 7);
		struct slice col = arena_format(&cells.arena, "%zu", i % 7);
		assert_true(cells_add(&cells, (struct cell){ .table = SLICE("list.1"), .row = row,
		    .col = col, .line = i + 1 }));
	}
	for (size_t i = 0; i < MANY; i++) {
		const struct cell *cell = &cells.cell[i];
		assert_int_equal(cell->line, i + 1);
		assert_ptr_equal(cells_find(&cells, cell->table, cell->row, cell->col, NULL), cell);
	}
	cells_release(&cells);
}

static void
cells_are_reset(void **state)
{
	struct cells cells = CELLS_INIT;

	(void)state;
	add(&cells, "active", "fees", "amount", 7);
	assert_int_equal(find(&cells, "active", "fees", "amount"), 7);
	cells.doc = SLICE("a.txt");
	cells.is_report = true;
	cells_reset(&cells);
	assert_int_equal(cells.count, 0);
	assert_int_equal(cells.doc.len, 0);
	assert_false(cells.is_report);
	assert_int_equal(find(&cells, "active", "fees", "amount"), 0);
	add(&cells, "active", "penalty", "decisions", 8);
	assert_int_equal(find(&cells, "active", "penalty", "decisions"), 8);
	assert_int_equal(find(&cells, "active", "fees", "amount"), 0);
	cells_release(&cells);
	assert_null(cells.cell);
}

static void
places_of_a_document_have_names(void **state)
{
	enum section section = SECTION_END;
	enum part part = PART_NONE;
	enum line_kind kind = LINE_DATE;

	(void)state;
	assert_true(section_named(SLICE("front"), &section) && section == SECTION_FRONT);
	assert_true(section_named(SLICE("requests"), &section) && section == SECTION_REQUESTS);
	assert_true(section_named(SLICE("end"), &section) && section == SECTION_END);
	assert_false(section_named(SLICE("request"), &section));
	assert_false(section_named(SLICE_NONE, &section));
	assert_true(part_named(SLICE_NONE, &part) && part == PART_NONE);
	assert_true(part_named(SLICE("supervision"), &part) && part == PART_SUPERVISION);
	assert_false(part_named(SLICE("none"), &part));
	assert_true(line_kind_named(SLICE("cells"), &kind) && kind == LINE_CELLS);
	assert_true(line_kind_named(SLICE("title"), &kind) && kind == LINE_TITLE);
	assert_false(line_kind_named(SLICE("table"), &kind));
	for (unsigned i = 0; i < SECTIONS; i++)
		assert_true(section_named(slice_of(section_names[i]), &section) && section == i);
	for (unsigned i = 0; i < PARTS; i++)
		assert_true(part_named(slice_of(part_names[i]), &part) && part == i);
	for (unsigned i = 0; i < LINE_KINDS; i++)
		assert_true(line_kind_named(slice_of(line_kind_names[i]), &kind) && kind == i);
}

static void
documents_hold_their_lines(void **state)
{
	struct document doc = DOCUMENT_INIT;

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < 1000; i++)
			assert_true(document_add(&doc, (struct line){ .no = 2 * i + 1,
			    .section = SECTION_ACTIVE, .kind = LINE_CELLS, .text = SLICE("规章") }));
		assert_int_equal(doc.count, 1000);
		assert_int_equal(doc.line[999].no, 1999);
		assert_int_equal(doc.line[0].section, SECTION_ACTIVE);
		assert_true(slice_is(doc.line[500].text, "规章"));
		doc.name = SLICE("a.txt");
		document_reset(&doc);
		assert_int_equal(doc.count, 0);
		assert_int_equal(doc.name.len, 0);
	}
	document_release(&doc);
	assert_null(doc.line);
}

static void
findings_hold_what_was_found(void **state)
{
	struct findings findings = FINDINGS_INIT;
	enum severity severity = SEVERITY_NOTE;

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < 100; i++)
			assert_true(findings_add(&findings, (struct finding){
			    .severity = SEVERITY_ERROR, .rule = SLICE("requests.row"), .line = i + 1, .id = "0123456789abcdef" }));
		assert_int_equal(findings.count, 100);
		assert_int_equal(findings.finding[99].line, 100);
		assert_string_equal(findings.finding[0].id, "0123456789abcdef");
		findings_reset(&findings);
		assert_int_equal(findings.count, 0);
	}
	findings_release(&findings);
	assert_true(severity_named(SLICE("warning"), &severity));
	assert_int_equal(severity, SEVERITY_WARNING);
	assert_true(severity_named(SLICE("error"), &severity) && severity == SEVERITY_ERROR);
	assert_true(severity_named(SLICE("note"), &severity) && severity == SEVERITY_NOTE);
	assert_false(severity_named(SLICE("err"), &severity));
	assert_true(SEVERITY_NOTE < SEVERITY_WARNING && SEVERITY_WARNING < SEVERITY_ERROR);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_have_names),
		cmocka_unit_test(cells_are_found_by_their_keys),
		cmocka_unit_test(many_cells_keep_their_order),
		cmocka_unit_test(cells_are_reset),
		cmocka_unit_test(places_of_a_document_have_names),
		cmocka_unit_test(documents_hold_their_lines),
		cmocka_unit_test(findings_hold_what_was_found),
	};

	return cmocka_run_group_tests_name("cells", tests, NULL, NULL);
}
