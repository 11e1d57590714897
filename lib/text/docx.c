/* SPDX-License-Identifier: MIT */
/*
 * DOCX, as Word shows it: changes that were tracked are accepted, hidden text is
 * hidden, and the numbers of headings and lists are written out.
 *
 * Headers, footers and notes are in other parts, which are not read.
 */
#include "docx_names.h"
#include "docx_paragraph.h"
#include "docx_symbol.h"
#include "docx_table.h"
#include "package.h"
#include "paragraph.h"
#include "utf8.h"

enum id {
	OTHER, SILENT,
	PARAGRAPH, PARAGRAPH_PROPERTIES, STYLE, LIST, LEVEL,
	RUN, RUN_STYLE, HIDDEN,
	TEXT, TAB, LINE, HYPHEN, SYMBOL, DRAWING,
	TEXT_BOX, ALTERNATIVES, ALTERNATIVE, DELETED, FOREIGN,
	TABLE, ROW, ROW_PROPERTIES, BEFORE, CELL, SPAN, DOWN, ACROSS, CELL_DELETED,
	CONTENT,
};

static const struct xml_name names[] = {
	{ "w:t", TEXT }, { "w:r", RUN }, { "m:r", RUN }, { "w:p", PARAGRAPH },
	{ "w:pPr", PARAGRAPH_PROPERTIES }, { "w:pStyle", STYLE }, { "w:numId", LIST },
	{ "w:ilvl", LEVEL }, { "w:rStyle", RUN_STYLE }, { "w:vanish", HIDDEN },
	{ "w:tab", TAB }, { "w:ptab", TAB }, { "w:br", LINE }, { "w:cr", LINE },
	{ "w:noBreakHyphen", HYPHEN }, { "w:sym", SYMBOL }, { "m:t", TEXT },
	{ "w:drawing", DRAWING }, { "w:pict", DRAWING }, { "w:object", DRAWING },
	{ "w:txbxContent", TEXT_BOX },
	{ "mc:AlternateContent", ALTERNATIVES }, { "mc:Choice", ALTERNATIVE },
	{ "mc:Fallback", ALTERNATIVE }, { "w:del", DELETED }, { "w:moveFrom", DELETED },
	{ "w:tbl", TABLE }, { "w:tr", ROW }, { "w:trPr", ROW_PROPERTIES },
	{ "w:gridBefore", BEFORE }, { "w:tc", CELL }, { "w:gridSpan", SPAN },
	{ "w:vMerge", DOWN }, { "w:hMerge", ACROSS }, { "w:cellDel", CELL_DELETED },
	{ "w:sdt", CONTENT }, { "w:customXml", CONTENT },
	{ "w:altChunk", FOREIGN },
	/* What was before a change; properties; code of fields; ruby above the text. */
	{ "w:pPrChange", SILENT }, { "w:rPrChange", SILENT }, { "w:tcPrChange", SILENT },
	{ "w:trPrChange", SILENT }, { "w:tblPrChange", SILENT }, { "w:tblGridChange", SILENT },
	{ "w:tblPrExChange", SILENT }, { "w:numberingChange", SILENT }, { "w:tblPr", SILENT },
	{ "w:sectPr", SILENT }, { "w:sdtPr", SILENT }, { "w:instrText", SILENT },
	{ "w:ffData", SILENT }, { "w:rt", SILENT },
	{ NULL, 0 },
};

enum { DOCUMENT, STYLES, NUMBERING, PARTS };

struct docx {
	struct job *job;
	struct flow *flow;
	struct docx_styles styles;
	struct docx_numbering numbering;
	struct paragraphs paragraphs;
	struct docx_paragraph paragraph[PARAGRAPH_DEPTH]; /* those that are open */
	bool in_paragraph_properties, in_row_properties, in_text;
	bool is_hidden;    /* the piece of text */
	bool branch_taken; /* one of the alternatives was read */
	struct docx_table table;
};

/* The innermost one that is open. */
static struct docx_paragraph *
paragraph(struct docx *d)
{
	size_t depth = d->paragraphs.depth;

	depth = depth < PARAGRAPH_DEPTH ? depth : PARAGRAPH_DEPTH;
	return &d->paragraph[depth ? depth - 1 : 0];
}

static void
begin_paragraph(struct docx *d)
{
	paragraph_begin(&d->paragraphs);
	docx_paragraph(paragraph(d), &d->styles);
}

static void
end_paragraph(struct docx *d)
{
	if (paragraph(d)->mark_deleted)
		paragraph_join(&d->paragraphs);
	else
		paragraph_end(&d->paragraphs);
}

static bool
paragraph_property(struct docx *d, const struct xml_element *element)
{
	struct docx_paragraph *p = paragraph(d);

	switch ((enum id)element->id) {
	case STYLE:
		p->style = docx_style_of(&d->styles, xml_attribute(element, "val"));
		break;
	case LIST:
		docx_paragraph_list(p, xml_attribute(element, "val"));
		break;
	case LEVEL:
		p->level = (int)(xml_count(element, "val", 0) & 0xf);
		break;
	case HIDDEN:
		p->mark_hidden = docx_is_on(element);
		break;
	case DELETED:
		p->mark_deleted = true;
		break;
	default:
		break;
	}
	return element->id != SILENT;
}

static bool
is_passed_over(struct docx *d)
{
	return paragraph(d)->style.contents && !d->job->all;
}

static void
end_paragraph_properties(struct docx *d)
{
	struct buf number = BUF_INIT;

	d->in_paragraph_properties = false;
	if (!is_passed_over(d))
		docx_paragraph_number(paragraph(d), &d->styles, &d->numbering, &number);
	paragraph_number(&d->paragraphs, buf_slice(&number));
	buf_release(&number);
}

static bool
run_content(struct docx *d, const struct xml_element *element)
{
	struct buf symbol = BUF_INIT;

	if (d->is_hidden)
		return false;
	switch ((enum id)element->id) {
	case TEXT:
		d->in_text = true;
		break;
	case TAB:
		paragraph_text(&d->paragraphs, SLICE("\t"));
		break;
	case LINE:
		paragraph_line(&d->paragraphs);
		break;
	case HYPHEN:
		paragraph_text(&d->paragraphs, SLICE("-"));
		break;
	case SYMBOL:
		utf8_add(&symbol, docx_symbol(element));
		paragraph_text(&d->paragraphs, buf_slice(&symbol));
		buf_release(&symbol);
		break;
	default:
		break;
	}
	return true;
}

/* Its properties stand before its text: its style, then what it says itself. */
static void
run_property(struct docx *d, const struct xml_element *element)
{
	int hidden = element->id == HIDDEN
	    ? docx_is_on(element)
	    : docx_style_of(&d->styles, xml_attribute(element, "val")).hidden;

	if (hidden != DOCX_UNSET)
		d->is_hidden = hidden;
}

/* What the tags of properties say about a row and a cell. */
static bool
table_property(struct docx *d, const struct xml_element *element)
{
	struct docx_table *t = &d->table;
	bool goes_on = !slice_is(xml_attribute(element, "val"), "restart");

	switch ((enum id)element->id) {
	case BEFORE:
		docx_row_before(t, xml_count(element, "val", 0));
		break;
	case SPAN:
		t->cell.span = xml_count(element, "val", 1);
		break;
	case CELL_DELETED:
		t->cell.deleted = true;
		break;
	case DOWN:
		t->cell.is_merged = true;
		t->cell.goes_down = goes_on;
		break;
	case ACROSS:
		t->cell.goes_across = goes_on;
		break;
	default:
		break;
	}
	return true;
}

/* What stands round text. */
static bool
begin_part(struct docx *d, const struct xml_element *element)
{
	bool is_first = !d->branch_taken;

	switch ((enum id)element->id) {
	case PARAGRAPH:
	case TABLE:
	case CONTENT:
		if (!docx_cell_open(&d->table))
			return false;
		if (element->id == PARAGRAPH) {
			begin_paragraph(d);
		} else if (element->id == TABLE) {
			paragraph_flush(&d->paragraphs);
			nest_table(&d->table.nest);
		}
		return true;
	case RUN:
		d->is_hidden = paragraph(d)->style.hidden == 1;
		return !is_passed_over(d);
	case RUN_STYLE:
	case HIDDEN:
		run_property(d, element);
		return true;
	case ALTERNATIVES:
		d->branch_taken = false;
		return !d->is_hidden;
	case ALTERNATIVE:
		d->branch_taken = true;
		return is_first;
	case ROW:
		docx_row(&d->table, element);
		return true;
	case CELL:
		return docx_cell(&d->table);
	case FOREIGN:
		job_warning(d->job, "a document embedded in it was not read", SLICE_NONE);
		return false;
	default:
		return true;
	}
}

static bool
begin(void *context, const struct xml_element *element)
{
	struct docx *d = context;

	if (d->flow->over || d->flow->failed)
		return false;
	if (d->in_paragraph_properties)
		return paragraph_property(d, element);
	switch ((enum id)element->id) {
	case SILENT:
		return false;
	case DELETED:
		d->table.row_deleted = d->table.row_deleted || d->in_row_properties;
		return false;
	case PARAGRAPH_PROPERTIES:
		d->in_paragraph_properties = true;
		return true;
	case ROW_PROPERTIES:
		d->in_row_properties = true;
		return true;
	case TEXT:
	case TAB:
	case LINE:
	case HYPHEN:
	case SYMBOL:
	case DRAWING:
		return run_content(d, element);
	case BEFORE:
	case SPAN:
	case DOWN:
	case ACROSS:
	case CELL_DELETED:
		return table_property(d, element);
	default:
		return begin_part(d, element);
	}
}

static void
end(void *context, int id)
{
	struct docx *d = context;

	switch ((enum id)id) {
	case PARAGRAPH_PROPERTIES:
		end_paragraph_properties(d);
		break;
	case ROW_PROPERTIES:
		d->in_row_properties = false;
		break;
	case PARAGRAPH:
		end_paragraph(d);
		break;
	case RUN:
		d->is_hidden = false;
		break;
	case TEXT:
		d->in_text = false;
		break;
	case TEXT_BOX:
		paragraph_flush(&d->paragraphs);
		break;
	case ALTERNATIVES:
		d->branch_taken = true; /* these stood in a branch, perhaps */
		break;
	case TABLE:
		nest_table_end(&d->table.nest);
		break;
	case ROW:
		docx_row_end(&d->table);
		break;
	case CELL:
		(void)docx_cell_open(&d->table);
		paragraph_flush(&d->paragraphs);
		docx_cell_end(&d->table);
		break;
	default:
		break;
	}
}

static void
text(void *context, struct slice bytes)
{
	struct docx *d = context;

	if (d->in_text)
		paragraph_text(&d->paragraphs, bytes);
}

/* Without them the text is there, but numbers of headings may be lost. */
static void
read_definitions(struct docx *d, struct slice styles, struct slice numbering)
{
	struct buf why = BUF_INIT;

	if (styles.len && !docx_styles_read(&d->styles, styles, &why))
		job_warning(d->job, "its styles are damaged", buf_slice(&why));
	why.len = 0;
	if (numbering.len && !docx_numbering_read(&d->numbering, numbering, &why))
		job_warning(d->job, "its lists are damaged", buf_slice(&why));
	buf_release(&why);
}

static bool
read_document(struct docx *d, struct slice xml)
{
	struct xml_reader way = { docx_spaces, names, begin, end, text, d };
	struct buf why = BUF_INIT;
	bool ok = layout_read(&d->table.nest.layout, xml, docx_spaces, docx_layout, &why)
	    && xml_read(xml, &way, &why);

	paragraph_flush(&d->paragraphs);
	if (!ok)
		(void)job_error(d->job, "its XML is damaged", buf_slice(&why));
	buf_release(&why);
	if (ok && (d->styles.failed || d->numbering.failed))
		ok = job_error(d->job, "out of memory", SLICE_NONE);
	return ok;
}

bool
docx_read(struct job *job)
{
	struct package_part part[PARTS] = {
		[DOCUMENT] = { "word/document.xml", true, BUF_INIT },
		[STYLES] = { "word/styles.xml", false, BUF_INIT },
		[NUMBERING] = { "word/numbering.xml", false, BUF_INIT },
	};
	struct docx d = { .job = job, .flow = job->flow, .styles = DOCX_STYLES_INIT,
		.numbering = DOCX_NUMBERING_INIT, .paragraphs = { .flow = job->flow },
		.table = { .flow = job->flow, .nest = { .flow = job->flow } } };
	bool ok = package_read(job, part, PARTS);

	if (ok) {
		read_definitions(&d, buf_slice(&part[STYLES].bytes),
		    buf_slice(&part[NUMBERING].bytes));
		ok = read_document(&d, buf_slice(&part[DOCUMENT].bytes));
	}
	package_release(part, PARTS);
	docx_styles_release(&d.styles);
	docx_numbering_release(&d.numbering);
	paragraph_release(&d.paragraphs);
	layout_release(&d.table.nest.layout);
	return ok;
}
