/* SPDX-License-Identifier: MIT */
/*
 * A document as gip-split sees it: its lines, each with the place that it
 * has in the report. Lines that hold only white space are not kept; the gap
 * in `no` shows them. But between the cells of a section that has a table of
 * the form, white space with a tab is an empty cell, and kept.
 */
#ifndef GIP_DOCUMENT_H
#define GIP_DOCUMENT_H

#include "arena.h"

/* The six sections of the form, and what stands before and behind them. */
enum section {
	SECTION_FRONT, SECTION_OVERVIEW, SECTION_ACTIVE, SECTION_REQUESTS,
	SECTION_REVIEW, SECTION_PROBLEMS, SECTION_OTHER, SECTION_END,
	SECTIONS
};

/* The five aspects that section one has to cover (2021 form). */
enum part {
	PART_NONE, PART_ACTIVE, PART_ON_REQUEST, PART_MANAGEMENT, PART_PLATFORM,
	PART_SUPERVISION,
	PARTS
};

enum line_kind { LINE_TITLE, LINE_HEADING, LINE_TEXT, LINE_CELLS, LINE_DATE, LINE_KINDS };

/* The words that stand for these in records; PART_NONE is the empty word. */
extern const char *const section_names[SECTIONS];
extern const char *const part_names[PARTS];
extern const char *const line_kind_names[LINE_KINDS];

/* False: no such word. */
bool section_named(struct slice, enum section *);
bool part_named(struct slice, enum part *);
bool line_kind_named(struct slice, enum line_kind *);

struct traits; /* what gip-split knows of the text of a line */

struct line {
	size_t no; /* 1-based, counted from the first line of the document; a line that was
	              taken apart has several of these, in the order of its text */
	enum section section;
	enum part part;
	enum line_kind kind;
	struct slice text; /* as it stood, without the line end */
	struct traits *traits; /* only while gip-split is at it */
};

/* Does `line` stand before `other`? In one document lines and sections only go forward. */
static inline bool
line_is_before(const struct line *line, const struct line *other)
{
	return line->no < other->no || line->section < other->section;
}

struct document {
	struct slice name;
	struct line *line;
	size_t count, room;
	struct arena arena; /* holds name, lines and, unless said otherwise, text */
};

#define DOCUMENT_INIT { SLICE_NONE, NULL, 0, 0, ARENA_INIT }

/* Adds a line; its text is borrowed. False: memory is out. */
bool document_add(struct document *, struct line);
void document_reset(struct document *); /* empties it, keeps memory for the next */
void document_release(struct document *);

#endif
