/* SPDX-License-Identifier: MIT */
/*
 * The rules on the cells of real reports, which are not part of the project:
 * $GIP_SHARED/golden. Without them these tests are skipped.
 */
#include "checking.h"

/* Facts that are not in those files; the six sections are always there. */
struct report {
	const char *file, *year, *form, *signed_on;
	size_t errors, blank_rows;
};

/* A file whole, in `arena`; ptr NULL: there is none. */
static struct slice
read_file(struct arena *arena, const char *path)
{
	enum { LARGEST = 1 << 20 };
	FILE *file = fopen(path, "rb");

	if (!file)
		return SLICE_NONE;
	char *bytes = arena_alloc(arena, LARGEST);
	assert_non_null(bytes);
	size_t len = fread(bytes, 1, LARGEST, file);
	assert_true(len < LARGEST);
	fclose(file);
	return (struct slice){ bytes, len };
}

/* A record: its fields by name, an empty one for a name that the header lacks. */
struct record {
	struct slice doc, table, row, col, value, state, raw, line;
};

static struct slice *
field_of(struct record *r, struct slice name)
{
	static const char *const names[] = {
		"doc", "table", "row", "col", "value", "state", "raw", "line",
	};
	struct slice *const field[] = {
		&r->doc, &r->table, &r->row, &r->col, &r->value, &r->state, &r->raw, &r->line,
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(name, names[i]))
			return field[i];
	fail_msg("unknown field '%.*s'", SLICE_ARGS(name));
	return NULL;
}

/* Takes a line off `*rest`; nothing in these files is escaped. */
static struct record
read_record(struct slice header, struct slice *rest)
{
	struct record record = { .line = SLICE_NONE };
	struct slice line = slice_cut(rest, '\n');

	while (header.len) {
		struct slice *value = field_of(&record, slice_cut(&header, '\t'));
		*value = slice_cut(&line, '\t');
	}
	assert_int_equal(line.len, 0);
	return record;
}

static struct cell
cell_of(const struct record *r)
{
	struct cell cell = {
		.table = r->table, .row = r->row, .col = r->col, .value = r->value, .raw = r->raw,
	};
	struct decimal line = DECIMAL_ZERO;

	if (!cell_state_named(r->state, &cell.state))
		fail_msg("unknown state '%.*s'", SLICE_ARGS(r->state));
	if (cell.state == CELL_NUMBER)
		assert_true(decimal_parse(cell.value, &cell.number));
	if (r->line.len)
		assert_true(decimal_parse(r->line, &line));
	cell.line = (size_t)line.units;
	return cell;
}

static void
read_cells(struct cells *cells, struct slice text)
{
	struct slice header = slice_cut(&text, '\n');

	while (text.len) {
		struct record r = read_record(header, &text);
		assert_true(cells_add(cells, cell_of(&r)));
	}
	cells->is_report = true;
}

static const struct report reports[] = {
	{ "000_bac1822890f7a1a1", "2022", "2019", "2022-01-18", 2, 0 }, /* form and date */
	{ "001_4f16284f05a03d5f", "2023", "2021", NULL, 0, 0 },
	{ "002_a9a3d7926273398a", "2019", "2019", NULL, 0, 1 },
	{ "003_c739096dc37e7836", "2021", "2021", "2022-01-24", 0, 2 },
	{ "004_dc3e789ec4419b81", "2024", "2021", NULL, 0, 0 },
	{ "hongze_2023", "2023", "2021", NULL, 2, 0 },
	{ "jinhu_2023", "2023", "2021", NULL, 1, 0 },
	{ "kewei_2024", "2024", "2021", NULL, 0, 0 },
	/* Blanks in all 23 rows of the requests and all 3 of the reviews. */
	{ "shanghai_office_2019", "2019", "2019", "2020-01-31", 0, 26 },
	{ "suqian_2023", "2023", "2021", NULL, 0, 0 },
};

static void
add_fact(struct cells *cells, const char *row, const char *value)
{
	struct cell fact = {
		.table = SLICE("report"), .row = slice_of(row), .state = CELL_TEXT,
		.value = slice_of(value), .line = 1,
	};

	if (decimal_parse(fact.value, &fact.number))
		fact.state = CELL_NUMBER;
	assert_true(cells_add(cells, fact));
}

static void
add_facts(struct cells *cells, const struct report *r)
{
	static const char *const sections[] = { "section.overview", "section.active",
		"section.requests", "section.review", "section.problems", "section.other" };

	add_fact(cells, "year", r->year);
	add_fact(cells, "form", r->form);
	if (r->signed_on)
		add_fact(cells, "signed", r->signed_on);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		add_fact(cells, sections[i], "500");
}

/* False: the file is not there. */
static bool
check_report(const struct report *r, struct cells *cells, struct findings *findings)
{
	const struct check_options options = { .language = CHECK_EN };
	const char *shared = getenv("GIP_SHARED");
	struct slice path = arena_format(&cells->arena, "%s/golden/%s.cells.tsv",
	    shared ? shared : "../shared", r->file);
	struct slice text = read_file(&cells->arena, path.ptr);

	if (!text.ptr) {
		cells_release(cells);
		return false;
	}
	add_facts(cells, r);
	read_cells(cells, text);
	assert_true(check_cells(&forms, &options, cells, findings));
	return true;
}

static size_t
count_of(const struct findings *findings, const char *rule)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += slice_is(findings->finding[i].rule, rule);
	return count;
}

static void
errors_and_blank_rows_are_as_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
		const struct report *r = &reports[i];
		struct cells cells = CELLS_INIT;
		struct findings findings = FINDINGS_INIT;
		if (!check_report(r, &cells, &findings))
			skip();
		size_t errors = checking_count(&findings, SEVERITY_ERROR);
		size_t blanks = count_of(&findings, "cell.blank");
		if (errors != r->errors || blanks != r->blank_rows) {
			checking_print(r->file, &findings);
			fail_msg("%s: %zu errors, %zu blank rows", r->file, errors, blanks);
		}
		findings_release(&findings);
		cells_release(&cells);
	}
}

static void
assert_cell(const struct finding *f, const char *row, const char *col, const char *expected)
{
	assert_true(slice_is(f->row, row) && slice_is(f->col, col));
	assert_true(slice_is(f->expected, expected));
}

static void
two_totals_of_hongze_are_named(void **state)
{
	const struct report hongze = { "hongze_2023", "2023", "2021", NULL, 0, 0 };
	struct cells cells = CELLS_INIT;
	struct findings findings = FINDINGS_INIT;
	static const char other[] = "5 to 0";

	(void)state;
	if (!check_report(&hongze, &cells, &findings))
		skip();
	const struct finding *f = findings.finding;
	assert_cell(&f[0], "reconsideration", "total", "11");
	assert_cell(&f[1], "suit_after", "total", "5");
	/* upheld might be the wrong one as well: said, not chosen */
	assert_true(slice_find(f[1].message, slice_of(other), 0) < f[1].message.len);
	findings_release(&findings);
	cells_release(&cells);
}

static void
an_old_row_in_the_new_form_is_a_warning(void **state)
{
	struct cells cells = CELLS_INIT;
	struct findings findings = FINDINGS_INIT;

	(void)state;
	if (!check_report(&reports[3], &cells, &findings))
		skip();
	assert_int_equal(count_of(&findings, "form.rows"), 1);
	findings_release(&findings);
	cells_release(&cells);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(errors_and_blank_rows_are_as_known),
		cmocka_unit_test(two_totals_of_hongze_are_named),
		cmocka_unit_test(an_old_row_in_the_new_form_is_a_warning),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
