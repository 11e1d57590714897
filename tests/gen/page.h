/* SPDX-License-Identifier: MIT */
/*
 * A page that is being written: its bytes, and where in them the labels and the
 * values of the tables stand, so that damage knows what it hits.
 */
#ifndef GEN_PAGE_H
#define GEN_PAGE_H

#include "boxes.h"
#include "script.h"

enum { PAGE_MARKS = 1024, PAGE_HEADINGS = 6 };

struct mark {
	size_t start, end; /* in page->out */
	bool label;        /* of a row, or a part of one; else a value */
	unsigned char sheet, row, col;
};

struct page {
	struct buf *out;
	struct dice *dice;
	struct script script;
	uint32_t variant;     /* how a layout differs in this report from others of its kind */
	unsigned wrap;        /* columns in a line of prose; 0: they are not broken */
	bool one_line;        /* the whole report in one line, or a section in one */
	bool markdown;
	bool clutter;         /* noise around and inside */
	unsigned number;      /* of the next page, where page numbers are printed */
	struct mark mark[PAGE_MARKS];
	size_t marks;
	size_t heading[PAGE_HEADINGS]; /* where the sections begin, behind the title */
	size_t headings;
	size_t start[SHEETS], end[SHEETS]; /* of the tables, their headings left out */
	bool loose[TABLE_ROWS_MAX];        /* rows of requests whose labels stand elsewhere */
	const struct boxes *boxes;         /* of the table that is drawn now */
};

void page_add(struct page *, struct slice);  /* as it is */
void page_text(struct page *, struct slice); /* in the page's script */
#define PAGE_ADD(page, literal) page_add((page), SLICE(literal))
#define PAGE_TEXT(page, literal) page_text((page), SLICE(literal))

void page_end_line(struct page *);

/* A paragraph, broken into lines if the page does so. */
void page_paragraph(struct page *, struct slice);

/* What stands in a box, or a part of it. */
void page_box(struct page *, const struct box *);
void page_part(struct page *, const struct box *, struct slice part);

/* A line with the number of the page, as the page prints them. */
void page_number(struct page *);

/* The bytes of the first characters of `text` that fill at most `columns`. */
struct slice page_cut(struct slice *rest, unsigned columns);

/*
 * Cuts what the head of a narrow column is often broken into: 商业 企业, 本年新
 * 制作数量, 结果 维持. All of `*rest` where it is not broken.
 */
struct slice page_cut_head(const struct box *, struct slice *rest);

#endif
