/* SPDX-License-Identifier: MIT */
#include "docx_table.h"

/* Of tables in cells nothing stays but the text. */
static bool
is_outermost(const struct docx_table *t)
{
	return t->flow->tables == 1 && nest_in_row(&t->nest);
}

void
docx_row(struct docx_table *t, const struct xml_element *row)
{
	size_t tables = t->flow->tables;

	(void)nest_row(&t->nest, row);
	t->row_deleted = false;
	if (!is_outermost(t))
		return;
	t->column = 0;
	if (tables == 0)
		memset(t->merged, 0, sizeof t->merged);
}

static void
cover(struct docx_table *t, size_t columns, bool is_merged)
{
	for (size_t i = 0; i < columns && t->column < SPREAD_COLUMNS; i++)
		t->merged[t->column++] = is_merged;
}

void
docx_row_before(struct docx_table *t, size_t columns)
{
	if (!columns || !is_outermost(t))
		return;
	flow_cell(t->flow, columns, 1);
	flow_cell_end(t->flow);
	cover(t, columns, false);
}

void
docx_row_end(struct docx_table *t)
{
	if (is_outermost(t))
		cover(t, SPREAD_COLUMNS, false);
}

bool
docx_cell(struct docx_table *t)
{
	t->cell = (struct docx_cell){ .waits = nest_in_row(&t->nest), .span = 1 };
	return !t->row_deleted;
}

/* Some write cells that go on where there is none that could: their text is kept. */
static bool
goes_on(const struct docx_table *t)
{
	bool is_below = t->column < SPREAD_COLUMNS && t->merged[t->column];

	return (t->cell.goes_down && is_below) || (t->cell.goes_across && t->column > 0);
}

bool
docx_cell_open(struct docx_table *t)
{
	struct docx_cell *c = &t->cell;

	if (!c->waits)
		return !c->hidden;
	c->waits = false;
	c->hidden = c->deleted || (is_outermost(t) && goes_on(t));
	if (c->deleted)
		return false;
	if (is_outermost(t))
		cover(t, c->span, c->is_merged);
	flow_cell(t->flow, c->span, 1);
	return !c->hidden;
}

void
docx_cell_end(struct docx_table *t)
{
	if (nest_in_row(&t->nest))
		flow_cell_end(t->flow);
	t->cell.hidden = false;
}
