/* SPDX-License-Identifier: MIT */
/*
 * Text into cells: every key is one of a form, every number stands in the line that it
 * names and is canonical, nothing that has no number has a value; and by way of records,
 * in any format, the cells are the same.
 */
#include "fuzz.h"
#include "number.h"
#include "split.h"
#include "table.h"
#include "tables.h"

struct reading {
	const struct document *doc;
	struct cells *cells;
};

static bool
is_row_of(const struct table *table, const struct cell *cell)
{
	for (size_t r = 0; r < table->rows; r++)
		for (size_t c = 0; c < table->row[r].columns; c++)
			if (slice_eq(table->row[r].key, cell->row)
			    && slice_eq(table->row[r].column[c].key, cell->col))
				return true;
	return false;
}

/* Some form has this cell. */
static bool
is_of_form(const struct cell *cell)
{
	const struct tables *tables = fuzz_forms()->tables;

	for (size_t t = 0; t < tables->count; t++)
		if (slice_eq(tables->table[t].key, cell->table) && is_row_of(&tables->table[t], cell))
			return true;
	return false;
}

static bool
is_statutory(const struct cell *cell)
{
	return slice_is(cell->table, "active") || slice_is(cell->table, "requests")
	    || slice_is(cell->table, "review");
}

/* The lines that are numbered so, in which `raw` stands. */
static bool
stands_there(const struct document *doc, size_t no, struct slice raw)
{
	for (size_t i = 0; i < doc->count; i++) {
		struct slice text = doc->line[i].text;
		if (doc->line[i].no == no && (raw.len == 0 || slice_find(text, raw, 0) < text.len))
			return true;
	}
	return false;
}

static void
check_statutory(const struct document *doc, const struct cell *c)
{
	struct arena arena = ARENA_INIT;
	struct number n;

	REQUIRE(is_of_form(c));
	REQUIRE((c->state == CELL_ABSENT) == (c->line == 0));
	if (c->state != CELL_NUMBER)
		REQUIRE(c->value.len == 0);
	if (c->state == CELL_ABSENT)
		REQUIRE(c->raw.len == 0);
	else
		REQUIRE(stands_there(doc, c->line, c->raw));
	/* The number is the one that its text is read as, in one measure or the other. */
	if (c->state == CELL_NUMBER) {
		bool same = false;
		for (int m = NUMBER_COUNT; m <= NUMBER_AMOUNT; m++) {
			REQUIRE(number_read(c->raw, (enum number_measure)m, &arena, &n));
			same |= n.state == CELL_NUMBER && decimal_cmp(n.value, c->number) == 0;
		}
		REQUIRE(same);
	}
	arena_release(&arena);
}

static void
check_cells_of(const struct reading *r)
{
	size_t last = r->doc->count ? r->doc->line[r->doc->count - 1].no : 0;

	for (size_t i = 0; i < r->cells->count; i++) {
		const struct cell *c = &r->cells->cell[i];
		REQUIRE(c->table.len && c->row.len);
		REQUIRE(c->state < CELL_STATES && c->line <= last);
		if (c->state == CELL_NUMBER)
			REQUIRE(fuzz_is_canonical(c->value, c->number));
		if (is_statutory(c))
			check_statutory(r->doc, c);
	}
}

/* Cells or lines once more, as records. */
static void
reread(struct cells *cells, void *context)
{
	if (cells->count)
		fuzz_print_cells(context, RECORD_TSV, cells);
}

/* Lines as records give the same cells, and cells as records the same. */
static void
check_pipe(const struct reading *r, enum record_format format)
{
	struct buf want = BUF_INIT, lines = BUF_INIT, cells = BUF_INIT, got = BUF_INIT;

	fuzz_print_cells(&want, RECORD_TSV, r->cells);
	fuzz_print_lines(&lines, format, r->doc);
	fuzz_each_cells(buf_slice(&lines), reread, &got);
	REQUIRE(fuzz_same(&want, &got));
	got.len = 0;
	fuzz_print_cells(&cells, format, r->cells);
	fuzz_each_cells(buf_slice(&cells), reread, &got);
	REQUIRE(fuzz_same(&want, &got));
	buf_release(&want);
	buf_release(&lines);
	buf_release(&cells);
	buf_release(&got);
}

/* What was read before changes no reading: the cells are those of a fresh reader. */
static void
check_experience(const struct document *doc, const struct cells *cells)
{
	static struct tabulator *experienced;
	struct cells again = CELLS_INIT;

	if (!experienced)
		experienced = tabulator_new(fuzz_forms());
	REQUIRE(experienced);
	/* The third document of a shape is read from memory. */
	for (int i = 0; i < 3; i++)
		REQUIRE(table_document(experienced, &fuzz_notices, doc, &again));
	REQUIRE(again.count == cells->count);
	for (size_t i = 0; i < again.count; i++) {
		const struct cell *a = &again.cell[i], *b = &cells->cell[i];
		REQUIRE(slice_eq(a->table, b->table) && slice_eq(a->row, b->row)
		    && slice_eq(a->col, b->col) && a->state == b->state && a->line == b->line
		    && slice_eq(a->value, b->value) && slice_eq(a->raw, b->raw));
	}
	cells_release(&again);
}

void
fuzz(struct slice input)
{
	struct buf text = BUF_INIT;
	struct document doc = DOCUMENT_INIT;
	struct cells cells = CELLS_INIT;
	struct reading reading = { &doc, &cells };
	struct tabulator *fresh = tabulator_new(fuzz_forms());

	fuzz_mend(input, &text);
	REQUIRE(split_document(fuzz_forms()->headings, SLICE("report"), buf_slice(&text), &doc));
	REQUIRE(fresh && table_document(fresh, &fuzz_notices, &doc, &cells));
	check_experience(&doc, &cells);
	REQUIRE(cells.is_report || cells.count == 0);
	check_cells_of(&reading);
	if (cells.count)
		check_pipe(&reading, (enum record_format)(input.len % RECORD_FORMATS));
	cells_release(&cells);
	document_release(&doc);
	tabulator_free(fresh);
	buf_release(&text);
}
