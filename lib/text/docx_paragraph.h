/* SPDX-License-Identifier: MIT */
/* What the properties of a paragraph of DOCX say. */
#ifndef GIP_DOCX_PARAGRAPH_H
#define GIP_DOCX_PARAGRAPH_H

#include "docx_numbering.h"

struct docx_paragraph {
	struct docx_style style;
	char list_name[24];
	size_t list_length; /* 0: the style tells the list */
	int level;          /* in it, or DOCX_UNSET */
	bool mark_deleted;  /* its end is no more: the next one goes on with it */
	bool mark_hidden;
};

/* One that says nothing. */
void docx_paragraph(struct docx_paragraph *, const struct docx_styles *);

void docx_paragraph_list(struct docx_paragraph *, struct slice name);

/* Appends its number, if it has one. */
void docx_paragraph_number(const struct docx_paragraph *, const struct docx_styles *,
    struct docx_numbering *, struct buf *);

#endif
