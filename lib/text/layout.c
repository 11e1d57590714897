/* SPDX-License-Identifier: MIT */
#include "layout.h"

#include "utf8.h"

enum { DEPTH = 64 };

/* What was read of a cell, a row or a table. */
struct measure {
	size_t han;
	size_t paragraphs;
	size_t grids; /* tables that are one: two rows of two cells, at least */
};

struct open_table {
	struct measure cell, row, all;
	size_t number;     /* of the row */
	size_t cells;      /* of the row */
	size_t rows;       /* that have two cells */
	bool prose;        /* a cell of the row is part of the page */
};

struct measuring {
	struct layout *layout;
	struct open_table table[DEPTH];
	size_t depth;
};

static struct open_table *
innermost(struct measuring *m)
{
	return m->depth ? &m->table[m->depth - 1] : NULL;
}

static void
add(struct measure *to, const struct measure *from)
{
	to->han += from->han;
	to->paragraphs += from->paragraphs;
	to->grids += from->grids;
}

static bool
begin(void *context, const struct xml_element *element)
{
	struct measuring *m = context;
	struct open_table *t = innermost(m);

	if (element->id == LAYOUT_TABLE) {
		if (m->depth == DEPTH)
			return false;
		m->table[m->depth++] = (struct open_table){ .cells = 0 };
	} else if (t && element->id == LAYOUT_ROW) {
		t->number = element->number;
		t->row = (struct measure){ 0, 0, 0 };
		t->cells = 0;
		t->prose = false;
	} else if (t && element->id == LAYOUT_CELL) {
		t->cell = (struct measure){ 0, 0, 0 };
		t->cells++;
	} else if (t && element->id == LAYOUT_PARAGRAPH) {
		t->cell.paragraphs++;
	}
	return true;
}

/* As in pages of the web (html_node.c): a table in it, or a text. */
static void
end_cell(struct open_table *t)
{
	enum { LONG = 200, PARAGRAPHS = 3 };

	t->prose = t->prose || t->cell.grids > 0
	    || (t->cell.han >= LONG && t->cell.paragraphs >= PARAGRAPHS);
	add(&t->row, &t->cell);
}

/* A row of one cell is a part of the page already if it has a few lines. */
static void
end_row(struct layout *layout, struct open_table *t)
{
	enum { LONG = 60, PARAGRAPHS = 3 };

	if (t->prose
	    || (t->cells == 1 && t->row.han >= LONG && t->row.paragraphs >= PARAGRAPHS)) {
		while (layout->page.len <= t->number && !layout->page.failed)
			buf_char(&layout->page, 0);
		if (!layout->page.failed)
			layout->page.ptr[t->number] = 1;
	}
	t->rows += t->cells >= 2;
	add(&t->all, &t->row);
}

static void
end(void *context, int id)
{
	struct measuring *m = context;
	struct open_table *t = innermost(m);

	if (t && id == LAYOUT_CELL) {
		end_cell(t);
	} else if (t && id == LAYOUT_ROW) {
		end_row(m->layout, t);
	} else if (t && id == LAYOUT_TABLE) {
		t->all.grids += t->rows >= 2;
		m->depth--;
		if (m->depth)
			add(&innermost(m)->cell, &t->all);
	}
}

static void
text(void *context, struct slice bytes)
{
	struct open_table *t = innermost(context);

	if (t)
		t->cell.han += utf8_han_count(bytes);
}

bool
layout_read(struct layout *layout, struct slice document, const struct xml_space *spaces,
    const struct xml_name *names, struct buf *why)
{
	struct measuring m = { .layout = layout };
	struct xml_reader reader = { spaces, names, begin, end, text, &m };

	return xml_read(document, &reader, why);
}

void
layout_release(struct layout *layout)
{
	buf_release(&layout->page);
}

/* Behind the last one that is there are none, nor if memory ran out. */
bool
layout_is_page(const struct layout *layout, const struct xml_element *row)
{
	return row->number < layout->page.len && layout->page.ptr[row->number] == 1;
}
