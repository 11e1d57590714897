/* SPDX-License-Identifier: MIT */
#include "pdf_page.h"

enum {
	/* Lines that are drawn cell by cell, or of dashes, have gaps. */
	GAP = 5 * PDF_POINT,
	/* Two lines so near are one. */
	NEAR = 3 * PDF_POINT,
};

bool
pdf_add_ruling(struct pdf_page *page, struct arena *arena, const struct pdf_ruling *more)
{
	for (size_t i = page->rulings; i-- > 0;) {
		struct pdf_ruling *r = &page->ruling[i];
		if (r->down != more->down || more->at - r->at > NEAR)
			break;
		if (more->from > r->to + GAP || more->to < r->from - GAP)
			continue;
		if (more->from < r->from)
			r->from = more->from;
		if (more->to > r->to)
			r->to = more->to;
		return true;
	}
	struct pdf_ruling *array =
	    arena_grow(arena, page->ruling, page->rulings, &page->ruling_room, sizeof *array);
	if (!array)
		return false;
	page->ruling = array;
	page->ruling[page->rulings++] = *more;
	return true;
}
