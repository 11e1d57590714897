/* SPDX-License-Identifier: MIT */
#include "nest.h"

static bool *
innermost(struct nest *n)
{
	return n->depth && n->depth <= NEST_DEPTH ? &n->is_open[n->depth - 1] : NULL;
}

void
nest_table(struct nest *n)
{
	n->depth++;
	if (innermost(n))
		*innermost(n) = false;
}

static void
close_table(struct nest *n)
{
	bool *is_open = innermost(n);

	if (is_open && *is_open) {
		flow_table_end(n->flow);
		*is_open = false;
	}
}

void
nest_table_end(struct nest *n)
{
	close_table(n);
	n->depth -= n->depth > 0;
}

bool
nest_row(struct nest *n, const struct xml_element *row)
{
	bool *is_open = innermost(n);

	if (!is_open || layout_is_page(&n->layout, row)) {
		close_table(n);
		return false;
	}
	if (!*is_open)
		flow_table(n->flow);
	*is_open = true;
	flow_row(n->flow);
	return true;
}

bool
nest_in_row(const struct nest *n)
{
	return n->depth && n->depth <= NEST_DEPTH && n->is_open[n->depth - 1];
}
