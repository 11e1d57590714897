/* SPDX-License-Identifier: MIT */
#include "docx_paragraph.h"

void
docx_paragraph(struct docx_paragraph *p, const struct docx_styles *styles)
{
	*p = (struct docx_paragraph){ .style = docx_style_of(styles, SLICE_NONE),
		.level = DOCX_UNSET };
}

void
docx_paragraph_list(struct docx_paragraph *p, struct slice name)
{
	/* They are short numbers; a longer one is of no list. */
	if (!name.len || name.len > sizeof p->list_name)
		name = SLICE("0");
	memcpy(p->list_name, name.ptr, name.len);
	p->list_length = name.len;
}

void
docx_paragraph_number(const struct docx_paragraph *p, const struct docx_styles *styles,
    struct docx_numbering *numbering, struct buf *out)
{
	struct slice list = { p->list_name, p->list_length };

	/* Where the number would stand nothing is seen. */
	if (p->mark_deleted || p->mark_hidden || p->style.hidden == 1)
		return;
	docx_numbering_next(numbering, styles, &p->style, list, p->level, out);
}
