/* SPDX-License-Identifier: MIT */
/*
 * The numbers of headings and lists in a DOCX file. A list counts on a definition,
 * which other lists may count on as well; it may begin anew, or have levels of its own.
 */
#ifndef GIP_DOCX_NUMBERING_H
#define GIP_DOCX_NUMBERING_H

#include "docx_styles.h"
#include "numbering.h"

struct docx_definition {
	struct slice id;
	struct slice link;  /* a style: the definition of its list stands for this one */
	struct numbering_level level[NUMBERING_LEVELS];
	struct slice style[NUMBERING_LEVELS]; /* whose paragraphs are of this level */
	struct numbering_count count;
};

struct docx_list {
	struct slice id, definition;
	struct numbering_level level[NUMBERING_LEVELS]; /* its own, where `own` */
	bool own[NUMBERING_LEVELS];
	size_t start[NUMBERING_LEVELS];   /* where the list begins, if it `begins` */
	bool begins[NUMBERING_LEVELS];    /* anew, where it is used first */
};

struct docx_numbering {
	struct arena arena;
	struct docx_definition *definition;
	struct docx_list *list;
	size_t definitions, definition_room, lists, list_room;
	bool failed; /* memory ran out */
};

#define DOCX_NUMBERING_INIT { ARENA_INIT, NULL, NULL, 0, 0, 0, 0, false }

/* Reads word/numbering.xml. False: it is not whole; `why` says it. */
bool docx_numbering_read(struct docx_numbering *, struct slice xml, struct buf *why);
void docx_numbering_release(struct docx_numbering *);

/*
 * Counts a paragraph of `style` and appends its number. What the paragraph says itself
 * is stronger: its list (empty: the style tells; "0": none) and level (or DOCX_UNSET).
 */
void docx_numbering_next(struct docx_numbering *, const struct docx_styles *,
    const struct docx_style *style, struct slice list, int level, struct buf *out);

#endif
