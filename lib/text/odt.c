/* SPDX-License-Identifier: MIT */
/*
 * ODT, as LibreOffice shows it: what was deleted stands apart from the text and is
 * not read, nor are notes; the numbers of headings and lists are written out.
 */
#include "nest.h"
#include "odt_styles.h"
#include "package.h"
#include "paragraph.h"

enum id {
	OTHER, SILENT, CONTENTS, SECTION, PARAGRAPH, HEADING, SPAN, BLANKS, TAB, LINE, LIST,
	ITEM, LIST_HEADER, TABLE, ROW, CELL,
};

static const struct xml_name names[] = {
	{ "text:p", PARAGRAPH }, { "text:h", HEADING }, { "text:span", SPAN },
	{ "text:s", BLANKS }, { "text:tab", TAB }, { "text:line-break", LINE },
	{ "text:section", SECTION },
	{ "text:list", LIST }, { "text:list-item", ITEM }, { "text:list-header", LIST_HEADER },
	{ "table:table", TABLE }, { "table:table-row", ROW }, { "table:table-cell", CELL },
	{ "text:table-of-content", CONTENTS }, { "text:illustration-index", CONTENTS },
	{ "text:table-index", CONTENTS }, { "text:object-index", CONTENTS },
	{ "table:covered-table-cell", SILENT }, { "table:title", SILENT },
	{ "table:desc", SILENT },
	{ "text:tracked-changes", SILENT }, { "office:annotation", SILENT },
	{ "text:note", SILENT }, { "text:ruby-text", SILENT }, { "text:number", SILENT },
	{ "text:script", SILENT }, { "office:forms", SILENT }, { "office:event-listeners", SILENT },
	{ "office:automatic-styles", SILENT }, { "office:font-face-decls", SILENT },
	{ "draw:object", SILENT }, { "draw:object-ole", SILENT },
	{ "svg:title", SILENT }, { "svg:desc", SILENT },
	{ NULL, 0 },
};

static const struct xml_name layout_names[] = {
	{ "table:table", LAYOUT_TABLE }, { "table:table-row", LAYOUT_ROW },
	{ "table:table-cell", LAYOUT_CELL }, { "text:p", LAYOUT_PARAGRAPH },
	{ "text:h", LAYOUT_PARAGRAPH }, { NULL, 0 },
};

enum { CONTENT, STYLES, PARTS };

/* A list in a list is the next level of it, perhaps of another style. */
struct level {
	struct odt_list *list;
	bool waits; /* the item has no paragraph yet, which would be numbered */
};

struct odt {
	struct job *job;
	struct flow *flow;
	struct odt_styles styles;
	struct paragraphs paragraphs;
	struct nest nest;
	struct level level[NUMBERING_LEVELS];
	size_t lists;                    /* open */
	size_t colspan, rowspan, repeat; /* of the cell */
};

static void
begin_list(struct odt *o, const struct xml_element *element)
{
	struct slice name = xml_attribute(element, "style-name");
	size_t depth = o->lists++;
	struct odt_list *list = name.len ? odt_list_of(&o->styles, name) : NULL;

	if (depth >= NUMBERING_LEVELS)
		return;
	if (!list && depth > 0)
		list = o->level[depth - 1].list;
	o->level[depth] = (struct level){ .list = list };
	bool goes_on = slice_is(xml_attribute(element, "continue-numbering"), "true")
	    || xml_attribute(element, "continue-list").len;
	if (depth == 0 && list && !goes_on)
		list->count = (struct numbering_count){ .begun = { false } };
}

/* Of the list that is open; NULL: none, or too deep. */
static struct level *
innermost(struct odt *o)
{
	return o->lists && o->lists <= NUMBERING_LEVELS ? &o->level[o->lists - 1] : NULL;
}

/* The next number of the level is that which the element tells, if it tells one. */
static void
set_number(struct odt_list *list, size_t level, const struct xml_element *element)
{
	if (!xml_attribute(element, "start-value").len)
		return;
	list->count.value[level] = xml_count(element, "start-value", 1) - 1;
	list->count.begun[level] = true;
}

static void
begin_item(struct odt *o, const struct xml_element *element)
{
	struct level *level = innermost(o);

	if (!level)
		return;
	level->waits = element->id == ITEM;
	if (level->list)
		set_number(level->list, o->lists - 1, element);
}

static void
number_in_list(struct odt *o, struct buf *number)
{
	struct level *level = innermost(o);

	if (level && level->waits && level->list)
		numbering_next(level->list->level, &level->list->count, o->lists - 1, number);
	if (level)
		level->waits = false;
}

static void
number_heading(struct odt *o, const struct xml_element *element, struct buf *number)
{
	struct odt_list *outline = odt_list_of(&o->styles, SLICE_NONE);
	size_t level = xml_count(element, "outline-level", 1) - 1;

	if (!outline || level >= NUMBERING_LEVELS
	    || slice_is(xml_attribute(element, "is-list-header"), "true"))
		return;
	set_number(outline, level, element);
	numbering_next(outline->level, &outline->count, level, number);
}

static bool
begin_paragraph(struct odt *o, const struct xml_element *element)
{
	struct buf number = BUF_INIT;

	if (odt_is_hidden(&o->styles, "paragraph", xml_attribute(element, "style-name")))
		return false;
	paragraph_begin(&o->paragraphs);
	if (o->lists)
		number_in_list(o, &number);
	else if (element->id == HEADING)
		number_heading(o, element, &number);
	paragraph_number(&o->paragraphs, buf_slice(&number));
	buf_release(&number);
	return true;
}

static void
begin_cell(struct odt *o, const struct xml_element *element)
{
	size_t colspan = xml_count(element, "number-columns-spanned", 1);
	size_t rowspan = xml_count(element, "number-rows-spanned", 1);
	size_t repeat = xml_count(element, "number-columns-repeated", 1);

	if (!nest_in_row(&o->nest))
		return;
	flow_cell(o->flow, colspan, rowspan);
	if (o->flow->tables != 1)
		return;
	o->colspan = colspan;
	o->rowspan = rowspan;
	/* What fills a sheet to its end is no content. */
	o->repeat = repeat < SPREAD_COLUMNS ? repeat : 1;
}

static void
end_cell(struct odt *o)
{
	struct buf copy = BUF_INIT;
	bool is_outermost = o->flow->tables == 1;

	if (!nest_in_row(&o->nest))
		return;
	if (is_outermost && o->repeat > 1)
		buf_add(&copy, buf_slice(&o->flow->line));
	flow_cell_end(o->flow);
	for (; is_outermost && o->repeat > 1; o->repeat--) {
		flow_cell(o->flow, o->colspan, o->rowspan);
		flow_text(o->flow, buf_slice(&copy));
		flow_cell_end(o->flow);
	}
	o->flow->failed = o->flow->failed || copy.failed;
	buf_release(&copy);
}

static bool
begin(void *context, const struct xml_element *element)
{
	enum { BLANKS_MAX = 100 };
	struct odt *o = context;
	size_t blanks;

	if (o->flow->over || o->flow->failed)
		return false;
	switch ((enum id)element->id) {
	case SILENT:
		return false;
	case CONTENTS:
		return o->job->all;
	case SECTION:
		return !slice_is(xml_attribute(element, "display"), "none");
	case PARAGRAPH:
	case HEADING:
		return begin_paragraph(o, element);
	case SPAN:
		return !odt_is_hidden(&o->styles, "text", xml_attribute(element, "style-name"));
	case BLANKS:
		blanks = xml_count(element, "c", 1);
		paragraph_blanks(&o->paragraphs, blanks < BLANKS_MAX ? blanks : BLANKS_MAX);
		return true;
	case TAB:
		paragraph_text(&o->paragraphs, SLICE("\t"));
		return true;
	case LINE:
		paragraph_line(&o->paragraphs);
		return true;
	case LIST:
		begin_list(o, element);
		return true;
	case ITEM:
	case LIST_HEADER:
		begin_item(o, element);
		return true;
	case TABLE:
		nest_table(&o->nest);
		return true;
	case ROW:
		(void)nest_row(&o->nest, element);
		return true;
	case CELL:
		begin_cell(o, element);
		return true;
	default:
		return true;
	}
}

static void
end(void *context, int id)
{
	struct odt *o = context;

	switch ((enum id)id) {
	case PARAGRAPH:
	case HEADING:
		paragraph_end(&o->paragraphs);
		break;
	case LIST:
		o->lists -= o->lists > 0;
		break;
	case TABLE:
		nest_table_end(&o->nest);
		break;
	case CELL:
		end_cell(o);
		break;
	default:
		break;
	}
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A run of white space is one blank, and none at the start of a line. */
static void
text(void *context, struct slice bytes)
{
	struct odt *o = context;

	for (size_t at = 0; at < bytes.len;) {
		size_t start = at;
		while (at < bytes.len && !is_space(bytes.ptr[at]))
			at++;
		paragraph_text(&o->paragraphs, (struct slice){ bytes.ptr + start, at - start });
		struct slice line = paragraph_so_far(&o->paragraphs);
		if (at < bytes.len && line.len && !is_space(line.ptr[line.len - 1]))
			paragraph_text(&o->paragraphs, SLICE(" "));
		while (at < bytes.len && is_space(bytes.ptr[at]))
			at++;
	}
}

static bool
read_content(struct odt *o, struct slice content)
{
	struct xml_reader way = { odt_spaces, names, begin, end, text, o };
	struct buf why = BUF_INIT;
	bool ok = odt_styles_read(&o->styles, content, &why)
	    && layout_read(&o->nest.layout, content, odt_spaces, layout_names, &why)
	    && xml_read(content, &way, &why);

	if (!ok)
		(void)job_error(o->job, "its XML is damaged", buf_slice(&why));
	buf_release(&why);
	if (ok && o->styles.failed)
		ok = job_error(o->job, "out of memory", SLICE_NONE);
	return ok;
}

bool
odt_read(struct job *job)
{
	struct package_part part[PARTS] = {
		[CONTENT] = { "content.xml", true, BUF_INIT },
		[STYLES] = { "styles.xml", false, BUF_INIT },
	};
	struct odt o = { .job = job, .flow = job->flow, .paragraphs = { .flow = job->flow },
		.nest = { .flow = job->flow } };
	struct buf why = BUF_INIT;
	bool ok = package_read(job, part, PARTS);

	if (ok && part[STYLES].bytes.len
	    && !odt_styles_read(&o.styles, buf_slice(&part[STYLES].bytes), &why))
		job_warning(job, "its styles are damaged", buf_slice(&why));
	if (ok)
		ok = read_content(&o, buf_slice(&part[CONTENT].bytes));
	buf_release(&why);
	package_release(part, PARTS);
	odt_styles_release(&o.styles);
	paragraph_release(&o.paragraphs);
	layout_release(&o.nest.layout);
	return ok;
}
