/* SPDX-License-Identifier: MIT */
/*
 * Headings, titles, dates and noise on data: each folder of tests/cases/documents is a
 * document, report.txt, and what is read off it:
 *
 *	lines.tsv  the section, part and kind of every line that is not blank
 *	facts.tsv  what is said of the report and stated in it, lengths and organs apart;
 *	           or the words "no report"
 *	plain.txt  the same report without noise: every cell of both is the same
 */
#include "tabulating.h"

#include <dirent.h>

#include "document_reading.h"

/* False: the case has no such file. */
static bool
read_file(const char *name, const char *file, struct buf *out)
{
	char path[512];

	snprintf(path, sizeof path, "tests/cases/documents/%s/%s", name, file);
	return helper_read(path, out);
}

static bool
read_document(const char *name, const char *file, struct reading *r)
{
	*r = (struct reading){ BUF_INIT, DOCUMENT_INIT, CELLS_INIT };
	if (!read_file(name, file, &r->text))
		return false;
	assert_true(split_document(forms.headings, SLICE("doc"), buf_slice(&r->text), &r->doc));
	assert_true(table_document(tabulator, NULL, &r->doc, &r->cells));
	return true;
}

static void
add_field(struct buf *out, struct slice field, char end)
{
	buf_add(out, field);
	buf_char(out, end);
}

static void
tell_lines(const struct document *doc, struct buf *out)
{
	buf_add(out, SLICE("line\tsection\tpart\tkind\n"));
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		buf_number(out, line->no);
		buf_char(out, '\t');
		add_field(out, slice_of(section_names[line->section]), '\t');
		add_field(out, slice_of(part_names[line->part]), '\t');
		add_field(out, slice_of(line_kind_names[line->kind]), '\n');
	}
}

/* Lengths and what rules want to know change with every word. */
static bool
is_firm(const struct cell *cell)
{
	static const char *const facts[] = {
		"title", "agency", "year", "form", "signed", "period_from", "period_to", "fee",
	};
	size_t i = 0;

	while (i < sizeof facts / sizeof *facts && !slice_is(cell->row, facts[i]))
		i++;
	return !slice_is(cell->table, "report") || i < sizeof facts / sizeof *facts;
}

static bool
is_fact(const struct cell *cell)
{
	return cell->state != CELL_ABSENT && is_firm(cell)
	    && (slice_is(cell->table, "report") || slice_is(cell->table, "stated"));
}

static void
tell_facts(const struct cells *cells, struct buf *out)
{
	if (!cells->is_report) {
		buf_add(out, SLICE("no report\n"));
		return;
	}
	buf_add(out, SLICE("table\trow\tcol\tvalue\n"));
	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *cell = &cells->cell[i];
		if (!is_fact(cell))
			continue;
		add_field(out, cell->table, '\t');
		add_field(out, cell->row, '\t');
		add_field(out, cell->col, '\t');
		add_field(out, cell->value, '\n');
	}
}

/* True: there was something to compare. */
static bool
compare(const char *name, const char *file, const struct buf *got)
{
	struct buf expected = BUF_INIT;
	bool there = read_file(name, file, &expected);

	if (there && !slice_eq(buf_slice(&expected), buf_slice(got)))
		fail_msg("%s: %s should be:\n%.*s\nbut it is:\n%.*s", name, file,
		    SLICE_ARGS(buf_slice(&expected)), SLICE_ARGS(buf_slice(got)));
	buf_release(&expected);
	return there;
}

static const struct cell *
same_cell(struct cells *cells, const struct cell *cell)
{
	bool failed = false;
	const struct cell *found = cells_find(cells, cell->table, cell->row, cell->col, &failed);

	assert_false(failed);
	return found;
}

/* Every cell of `a` stands in `b`; that noise has a length and is told of does not count. */
static void
expect_cells_in(const char *name, const struct cells *a, struct cells *b)
{
	for (size_t i = 0; i < a->count; i++) {
		const struct cell *cell = &a->cell[i];
		if (!is_firm(cell))
			continue;
		const struct cell *other = same_cell(b, cell);
		if (!other || other->state != cell->state || !slice_eq(other->value, cell->value))
			fail_msg("%s: %.*s %.*s %.*s is '%.*s' in one, '%.*s' in the other", name,
			    SLICE_ARGS(cell->table), SLICE_ARGS(cell->row), SLICE_ARGS(cell->col),
			    SLICE_ARGS(cell->value), SLICE_ARGS(other ? other->value : SLICE_NONE));
	}
}

static bool
compare_plain(const char *name, struct reading *r)
{
	struct reading plain;
	bool there = read_document(name, "plain.txt", &plain);

	if (there) {
		expect_cells_in(name, &r->cells, &plain.cells);
		expect_cells_in(name, &plain.cells, &r->cells);
	}
	release(&plain);
	return there;
}

static void
check_case(const char *name)
{
	struct reading r;
	struct buf lines = BUF_INIT, facts = BUF_INIT;

	if (!read_document(name, "report.txt", &r))
		fail_msg("%s has no report.txt", name);
	tell_lines(&r.doc, &lines);
	tell_facts(&r.cells, &facts);
	bool any = compare(name, "lines.tsv", &lines);
	any |= compare(name, "facts.tsv", &facts);
	any |= compare_plain(name, &r);
	if (!any)
		fail_msg("%s expects nothing", name);
	buf_release(&lines);
	buf_release(&facts);
	release(&r);
}

static void
every_case_is_read_as_it_says(void **state)
{
	DIR *dir = opendir("tests/cases/documents");
	struct dirent *entry;
	size_t count = 0;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		check_case(entry->d_name);
		count++;
	}
	closedir(dir);
	assert_true(count > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_case_is_read_as_it_says),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
