/* SPDX-License-Identifier: MIT */
/*
 * PDF: what stands between ruling lines is a table, all else are lines as they
 * stand on the page.
 *
 * A table that goes on over a page break loses the header that is repeated there;
 * page numbers are dropped.
 */
#include "pdf_grid.h"
#include "pdf_lines.h"
#include "pdf_open.h"
#include "reader.h"
#include "utf8.h"

enum {
	/* A longer file is no annual report. */
	PAGES = 2000,
	/* Rows like that in a page make it worth looking for a table. */
	TABLE_ROWS = 2,
	/* A page number stands in so much of the page, at the top or bottom: one in ... */
	MARGIN = 8,
};

/* A page, and the cell of a table that each of its characters stands in. */
struct sheet {
	struct pdf_page page;
	struct pdf_tables tables;
	const struct pdf_cell **cell; /* NULL: in no table */
	struct pdf_lines lines;       /* of what stands in no table */
};

/* A table, and the text of each of its cells. */
struct filled {
	const struct pdf_table *table; /* NULL: there is none */
	struct slice *text;
};

struct pdf_job {
	struct job *job;
	struct pdf *pdf;
	struct arena arena[2]; /* of this page and of the one before, in turn */
	size_t number;
	struct filled last;    /* nothing stands behind this table but the page break */
	bool shown;            /* the PDF has some text */
	struct buf line;
};

static struct arena *
arena_of(struct pdf_job *p)
{
	return &p->arena[p->number % 2];
}

/* Has the page rows of several columns? */
static bool
may_have_table(const struct pdf_lines *lines)
{
	size_t rows = 0;

	for (size_t i = 0; i < lines->count; i++)
		rows += pdf_line_columns(&lines->line[i]) > 1;
	return rows >= TABLE_ROWS;
}

/* The lines of the characters in a cell, or of those in no table. False: memory is out. */
static bool
lines_in(const struct sheet *s, const struct pdf_cell *cell, struct arena *arena,
    struct pdf_lines *lines)
{
	const struct pdf_char **found;
	size_t count = 0;

	for (size_t i = 0; i < s->page.characters; i++)
		count += s->cell[i] == cell;
	found = arena_array(arena, count, sizeof(const struct pdf_char *));
	if (count && !found)
		return false;
	count = 0;
	for (size_t i = 0; i < s->page.characters; i++)
		if (s->cell[i] == cell)
			found[count++] = &s->page.character[i];
	return pdf_lines_of(found, count, arena, lines);
}

static bool
find_tables(struct pdf_job *p, struct sheet *s)
{
	struct arena *arena = arena_of(p);

	if (!pdf_read_rulings(p->pdf, p->number, arena, &s->page)
	    || !pdf_tables_of(&s->page, arena, &s->tables))
		return false;
	for (size_t i = 0; i < s->page.characters; i++)
		for (size_t t = 0; t < s->tables.count && !s->cell[i]; t++)
			s->cell[i] = pdf_cell_at(&s->tables.table[t], &s->page.character[i]);
	return lines_in(s, NULL, arena, &s->lines);
}

/* False: memory is out. */
static bool
read_sheet(struct pdf_job *p, struct sheet *s)
{
	struct arena *arena = arena_of(p);

	*s = (struct sheet){ .cell = NULL };
	if (!pdf_read_characters(p->pdf, p->number, arena, &s->page))
		return false;
	s->cell = arena_array(arena, s->page.characters + 1, sizeof(const struct pdf_cell *));
	if (!s->cell || !lines_in(s, NULL, arena, &s->lines))
		return false;
	p->shown = p->shown || s->page.characters > 0;
	return !may_have_table(&s->lines) || find_tables(p, s);
}

/* - 4 - at the edge of the page, and the like. */
static bool
is_page_number(const struct sheet *s, const struct pdf_line *line)
{
	size_t digits = 0;

	if (line->box.bottom > s->page.height / MARGIN
	    && line->box.top < s->page.height - s->page.height / MARGIN)
		return false;
	for (size_t i = 0; i < line->count; i++) {
		uint32_t c = line->character[i]->c;
		if (utf8_is_digit(c))
			digits++;
		else if (c != '-' && c != 0x2013 && c != 0x2014 && c != 0x2015 && c != '/'
		    && c != 0x7b2c && c != 0x9875 && c != 0x5171) /* 第 页 共 */
			return false;
	}
	return digits > 0 && digits < 5;
}

/* The text of each cell. False: memory is out. */
static bool
fill(struct pdf_job *p, const struct sheet *s, const struct pdf_table *table,
    struct filled *filled)
{
	struct arena *arena = arena_of(p);
	struct pdf_lines lines;

	*filled = (struct filled){ table, arena_array(arena, table->cells, sizeof *filled->text) };
	if (!filled->text)
		return false;
	for (size_t i = 0; i < table->cells; i++) {
		if (!lines_in(s, &table->cell[i], arena, &lines))
			return false;
		p->line.len = 0;
		for (size_t k = 0; k < lines.count; k++) {
			if (k)
				pdf_lines_bind(&lines.line[k - 1], &lines.line[k], &p->line);
			pdf_line_add(&lines.line[k], &p->line);
		}
		if (p->line.failed || !arena_copy(arena, buf_slice(&p->line), &filled->text[i]))
			return false;
	}
	return true;
}

/* How many cells at the start of a table repeat those of the table that it continues. */
static size_t
repeated_cells(const struct filled *now, const struct filled *before)
{
	size_t same = 0, whole = 0;

	if (!before->table || before->table->columns != now->table->columns)
		return 0;
	while (same < now->table->cells && same < before->table->cells
	    && now->table->cell[same].row == before->table->cell[same].row
	    && now->table->cell[same].column == before->table->cell[same].column
	    && slice_eq(now->text[same], before->text[same])) {
		same++;
		/* Only whole rows are a header. */
		if (same == now->table->cells
		    || now->table->cell[same].row != now->table->cell[same - 1].row)
			whole = same;
	}
	return whole;
}

static void
write_table(struct pdf_job *p, const struct filled *filled)
{
	const struct pdf_table *table = filled->table;
	struct flow *flow = p->job->flow;
	size_t row = SIZE_MAX;

	flow_table(flow);
	for (size_t i = repeated_cells(filled, &p->last); i < table->cells; i++) {
		const struct pdf_cell *cell = &table->cell[i];
		if (cell->row != row)
			flow_row(flow);
		row = cell->row;
		flow_cell(flow, cell->columns, cell->rows);
		flow_text(flow, filled->text[i]);
		flow_cell_end(flow);
	}
	flow_table_end(flow);
}

static void
write_line(struct pdf_job *p, const struct pdf_line *line, int left, int character)
{
	p->line.len = 0;
	pdf_line_lay_out(line, left, character, &p->line);
	flow_verbatim(p->job->flow, buf_slice(&p->line));
}

static int
left_of(const struct pdf_lines *lines)
{
	int left = INT32_MAX;

	for (size_t i = 0; i < lines->count; i++)
		if (lines->line[i].box.left < left)
			left = lines->line[i].box.left;
	return left;
}

/* Lines and tables, from top to bottom. False: memory is out. */
static bool
write_sheet(struct pdf_job *p, const struct sheet *s)
{
	const int left = left_of(&s->lines);
	const int character =
	    pdf_usual_height(s->page.character, s->page.characters, arena_of(p));
	size_t line = 0;

	for (size_t t = 0; t <= s->tables.count; t++) {
		const struct pdf_table *table = t < s->tables.count ? &s->tables.table[t] : NULL;
		for (; line < s->lines.count
		    && (!table || s->lines.line[line].box.top < table->box.top); line++) {
			if (is_page_number(s, &s->lines.line[line]))
				continue;
			p->last.table = NULL;
			write_line(p, &s->lines.line[line], left, character);
		}
		struct filled filled;
		if (table) {
			if (!fill(p, s, table, &filled))
				return false;
			write_table(p, &filled);
			p->last = filled;
		}
	}
	return true;
}

static bool
read_pages(struct pdf_job *p)
{
	for (p->number = 0; p->number < p->job->pages; p->number++) {
		struct sheet sheet;
		arena_reset(arena_of(p));
		if (!read_sheet(p, &sheet) || !write_sheet(p, &sheet) || p->line.failed)
			return job_error(p->job, "out of memory", SLICE_NONE);
	}
	return p->shown
	    || job_error(p->job, "no text in it: its pages are pictures, which must be read by "
	                         "a program for that (OCR)", SLICE_NONE);
}

bool
pdf_read(struct job *job)
{
	struct pdf_job p = { .job = job, .line = BUF_INIT };
	const char *why;

	p.pdf = pdf_open(job->bytes, &why);
	if (!p.pdf)
		return job_error(job, why, SLICE_NONE);
	job->pages = pdf_pages(p.pdf);
	bool ok = job->pages <= PAGES ? read_pages(&p)
	    : job_error(job, "too many pages", SLICE_NONE);
	pdf_close(p.pdf);
	arena_release(&p.arena[0]);
	arena_release(&p.arena[1]);
	buf_release(&p.line);
	return ok;
}
