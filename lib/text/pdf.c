/* SPDX-License-Identifier: MIT */
/*
 * PDF: what stands between ruling lines is a table, all else are lines as they
 * stand on the page.
 *
 * A table that goes on over a page break loses the header that is repeated there;
 * page numbers are dropped.
 */
#include "pdf_sheet.h"
#include "reader.h"
#include "utf8.h"

enum {
	/* A longer file is no annual report. */
	PAGES = 2000,
	/* A page number stands in so much of the page, at the top or bottom: one in ... */
	MARGIN = 8,
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

/* - 4 - at the edge of the page, and the like. */
static bool
is_page_number(const struct pdf_sheet *s, const struct pdf_line *line)
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
fill(struct pdf_job *p, const struct pdf_sheet *s, const struct pdf_table *table,
    struct filled *filled)
{
	struct arena *arena = arena_of(p);
	struct pdf_lines lines;

	filled->table = table;
	filled->text = arena_array(arena, table->cells, sizeof *filled->text);
	if (!filled->text)
		return false;
	for (size_t i = 0; i < table->cells; i++) {
		if (!pdf_sheet_lines(s, &table->cell[i], arena, &lines))
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
write_sheet(struct pdf_job *p, const struct pdf_sheet *s)
{
	const int character =
	    pdf_usual_height(s->page.character, s->page.characters, arena_of(p));
	struct pdf_lines lines;
	size_t line = 0;

	if (!pdf_sheet_lines(s, NULL, arena_of(p), &lines))
		return false;
	const int left = left_of(&lines);
	for (size_t t = 0; t <= s->tables.count; t++) {
		const struct pdf_table *table = t < s->tables.count ? &s->tables.table[t] : NULL;
		for (; line < lines.count
		    && (!table || lines.line[line].box.top < table->y[0]); line++) {
			if (is_page_number(s, &lines.line[line]))
				continue;
			p->last.table = NULL;
			write_line(p, &lines.line[line], left, character);
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
		struct pdf_sheet sheet;
		arena_reset(arena_of(p));
		if (!pdf_sheet_read(p->pdf, p->number, arena_of(p), &sheet)
		    || !write_sheet(p, &sheet) || p->line.failed)
			return job_error(p->job, "out of memory", SLICE_NONE);
		p->shown = p->shown || sheet.page.characters > 0;
	}
	if (p->job->pages == 0)
		return job_error(p->job, "no page in it", SLICE_NONE);
	if (pdf_is_damaged(p->pdf))
		job_warning(p->job, "the file is damaged, some of its text may be missing",
		    SLICE_NONE);
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
