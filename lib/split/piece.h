/* SPDX-License-Identifier: MIT */
/*
 * Pieces: lines that have come together, taken apart again. The pieces of a
 * line have its number, and joined they are the line.
 */
#ifndef GIP_PIECE_H
#define GIP_PIECE_H

#include "headings.h"

struct piece {
	size_t line; /* index in the document, before anything is cut */
	size_t at;   /* the byte that it begins with; 0: the line itself */
	size_t index; /* once it is cut: in the document */
};

struct pieces {
	struct piece *piece;
	size_t count, room;
};

/* Adds a piece behind all others: lines and bytes only grow. False: memory is out. */
bool pieces_add(struct pieces *, struct arena *, size_t line, size_t at);

/*
 * Cuts the lines of the document. White space stays with the piece before it; a piece of
 * nothing else is none, and belongs to its neighbour. False: memory is out.
 */
bool pieces_cut(const struct headings *, struct pieces *, struct document *);

/* Bytes `start` to `end` of a line become a piece of their own. False: memory is out. */
bool piece_cut_out(const struct headings *, struct document *, size_t line, size_t start,
    size_t end);

/* Is line `i` of the document a piece of a line? */
static inline bool
piece_is(const struct document *doc, size_t i)
{
	return (i > 0 && doc->line[i - 1].no == doc->line[i].no)
	    || (i + 1 < doc->count && doc->line[i + 1].no == doc->line[i].no);
}

/* A line that other lines have joined: a piece, or with the heading of its section. */
static inline bool
piece_may_be(const struct document *doc, size_t i)
{
	enum section before = i ? doc->line[i - 1].section : SECTION_FRONT;

	return piece_is(doc, i) || before < doc->line[i].section;
}

#endif
