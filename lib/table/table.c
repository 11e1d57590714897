/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdlib.h>

#include "facts.h"
#include "lists.h"
#include "section_reader.h"
#include "stated.h"

/* The statutory tables and the sections that they stand in. */
static const struct {
	const char *key;
	enum section section;
} statutory[] = {
	{ "active", SECTION_ACTIVE },
	{ "requests", SECTION_REQUESTS },
	{ "review", SECTION_REVIEW },
};

enum { TABLES = sizeof statutory / sizeof *statutory };

struct tabulator {
	const struct forms *forms;
	struct fields *fields;
	struct section_reader reader[TABLES];
};

struct reading {
	const struct forms *forms;
	const struct notices *notices;
	struct section_reader *reader; /* TABLES of them */
	struct cells *out;
	struct slice form; /* empty: none rules */
	bool form_shown;   /* the tables show it; else only the year tells */
};

/* The report year, as far as the facts know it; -1: they do not. */
static long
report_year(struct cells *cells)
{
	const struct cell *year = cells_fact(cells, SLICE("year"));

	return year && year->state == CELL_NUMBER ? (long)year->number.units : -1;
}

/* The form that the tables show, section two before section three; else the year's. */
static bool
choose_form(struct reading *r)
{
	const struct tables *tables = r->forms->tables;

	for (size_t t = 0; t < TABLES && !r->form_shown; t++) {
		size_t most = 0;
		for (size_t f = 0; f < tables->forms; f++) {
			const struct profile *p = profiles_find(
			    r->forms->profiles, tables->form[f].key, slice_of(statutory[t].key));
			size_t count = 0;
			if (p && !section_reader_evidence(
			             &r->reader[t], p, f, &r->out->arena, &count))
				return false;
			if (count && count == most)
				r->form_shown = false; /* two forms are as likely */
			if (count <= most)
				continue;
			most = count;
			r->form = tables->form[f].key;
			r->form_shown = true;
		}
	}
	if (r->form_shown)
		return true;
	const struct form *form = tables_form_of(tables, report_year(r->out));
	r->form = form ? form->key : SLICE_NONE;
	return true;
}

static bool
add_form(struct reading *r)
{
	struct cell cell = { .table = SLICE("report"), .row = SLICE("form"), .state = CELL_ABSENT };

	if (r->form_shown) {
		cell.state = decimal_parse(r->form, &cell.number) ? CELL_NUMBER : CELL_TEXT;
		cell.value = r->form;
		cell.raw = r->form;
	}
	return cells_add(r->out, cell);
}

static bool
is_said(struct cells *cells, const char *fact)
{
	const struct cell *cell = cells_fact(cells, slice_of(fact));

	return cell && cell->state != CELL_ABSENT;
}

/* Is there a title or a section that only such a report has, or does it say so itself? */
static bool
shows_report(const struct document *doc, struct cells *facts)
{
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		if (line->kind == LINE_TITLE)
			return true;
		if (line->kind == LINE_HEADING && line->part == PART_NONE
		    && line->section >= SECTION_ACTIVE && line->section <= SECTION_REVIEW)
			return true;
	}
	return is_said(facts, "section.overview")
	    && (is_said(facts, "agency") || is_said(facts, "period_from"));
}

/* How many rows of a table are pieced together, and which: a reason to look at the page. */
static bool
add_pieced(struct reading *r, size_t at, const char *table, struct slice rows)
{
	struct arena *arena = &r->out->arena;
	struct cell fact = { .table = SLICE("report"), .state = CELL_NUMBER };

	fact.row = arena_format(arena, "reading.%s", table);
	fact.number = decimal_int((int64_t)slice_count(rows, ' '));
	fact.value = arena_format(arena, "%zu", slice_count(rows, ' '));
	return fact.row.ptr && fact.value.ptr
	    && arena_copy(arena, slice_from(rows, 1), &fact.raw)
	    && cells_insert(r->out, at, fact);
}

static void
say_order(const struct reading *r, const struct extracted *how, struct slice table)
{
	static const char *const why[] = {
		[ORDER_OTHER_COLUMNS] =
		    "not read, for its columns stand in another order than in the form",
		[ORDER_VALUES_FIRST] = "not read, for its values stand before their labels",
		[ORDER_TWICE] = "not read, for it is there again with other values",
	};

	if (how->order != ORDER_OF_FORM)
		notice_say(r->notices, NOTICE_ERROR, r->out->doc, how->line, why[how->order], table);
}

static bool
add_tables(struct reading *r)
{
	struct buf pieced = BUF_INIT;
	struct extracted how = { .weighed = false };
	size_t at = r->out->count;
	bool ok = true;

	for (size_t t = 0; t < TABLES && ok; t++) {
		const struct profile *p =
		    profiles_find(r->forms->profiles, r->form, slice_of(statutory[t].key));
		pieced.len = 0;
		ok = (!p || section_reader_table(&r->reader[t], p, r->out, &pieced, &how))
		    && !pieced.failed;
		if (ok && p)
			say_order(r, &how, p->table->name);
		if (ok && pieced.len)
			ok = add_pieced(r, at++, statutory[t].key, buf_slice(&pieced));
	}
	buf_release(&pieced);
	return ok;
}

struct tabulator *
tabulator_new(const struct forms *forms)
{
	struct tabulator *tabulator = calloc(1, sizeof *tabulator);

	if (!tabulator)
		return NULL;
	tabulator->forms = forms;
	tabulator->fields = fields_new();
	bool ok = tabulator->fields;
	for (size_t t = 0; t < TABLES; t++)
		ok = section_reader_init(&tabulator->reader[t], statutory[t].section) && ok;
	if (ok)
		return tabulator;
	tabulator_free(tabulator);
	return NULL;
}

void
tabulator_free(struct tabulator *tabulator)
{
	if (!tabulator)
		return;
	for (size_t t = 0; t < TABLES; t++)
		section_reader_release(&tabulator->reader[t]);
	fields_free(tabulator->fields);
	free(tabulator);
}

bool
table_document(struct tabulator *tabulator, const struct notices *notices,
    const struct document *doc, struct cells *out)
{
	const struct forms *forms = tabulator->forms;
	struct reading r = { forms, notices, tabulator->reader, out, SLICE_NONE, false };
	struct prose prose;

	cells_reset(out);
	out->doc = doc->name;
	if (!prose_read(doc, headings_lexicon(forms->headings), &out->arena, &prose)
	    || !facts_collect(forms->headings, doc, &prose, out))
		return false;
	out->is_report = shows_report(doc, out);
	if (!out->is_report) {
		cells_reset(out);
		out->doc = doc->name;
		notice_say(notices, NOTICE_WARNING, doc->name, 0,
		    "no report: neither its title nor its sections are there", SLICE_NONE);
		return true;
	}
	for (size_t t = 0; t < TABLES; t++)
		if (!section_reader_begin(&r.reader[t], tabulator->fields, doc))
			return false;
	return choose_form(&r) && add_form(&r) && add_tables(&r) && lists_collect(doc, out)
	    && stated_collect(forms->stated, &prose, out);
}
