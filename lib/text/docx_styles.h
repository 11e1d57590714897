/* SPDX-License-Identifier: MIT */
/* What the styles of a DOCX file say about paragraphs and pieces of text. */
#ifndef GIP_DOCX_STYLES_H
#define GIP_DOCX_STYLES_H

#include "xml.h"

enum { DOCX_UNSET = -1 };

struct docx_style {
	struct slice id, parent;
	struct slice list;   /* id of the list that numbers its paragraphs; empty: none */
	struct slice lister; /* id of the style that says so: it, or an ancestor */
	int level;           /* in the list, or DOCX_UNSET */
	int hidden;          /* 0, 1, or DOCX_UNSET */
	bool contents;       /* it is a line of a table of contents */
};

struct docx_styles {
	struct arena arena;
	struct docx_style *style;
	size_t count, room;
	bool failed; /* memory ran out */
};

#define DOCX_STYLES_INIT { ARENA_INIT, NULL, 0, 0, false }

/* Reads word/styles.xml. False: it is not whole; `why` says it. */
bool docx_styles_read(struct docx_styles *, struct slice xml, struct buf *why);
void docx_styles_release(struct docx_styles *);

/* What a style says, or else its ancestors; an unknown one says nothing. */
struct docx_style docx_style_of(const struct docx_styles *, struct slice id);

#endif
