/* SPDX-License-Identifier: MIT */
/*
 * The elements of a page, measured: what each is, and how much of what its
 * subtree holds. Told once, in one pass, so that every later question about an
 * element costs the same however deep the page is nested.
 */
#ifndef GIP_HTML_NODE_H
#define GIP_HTML_NODE_H

#include <libxml/tree.h>

#include "arena.h"

enum html_tag {
	HTML_INLINE,  /* part of a line */
	HTML_BLOCK,   /* lines of its own */
	HTML_BREAK,   /* br */
	HTML_PRE,     /* lines of its own, as they stand */
	HTML_LIST,    /* a block: ul, ol, dl, menu */
	HTML_ASIDE,   /* a block that is no article: nav, footer, aside */
	HTML_HEADING, /* a block: h1 to h3 */
	HTML_LINK,    /* part of a line: a, with somewhere to go */
	HTML_TABLE, HTML_ROW, HTML_CELL,
	HTML_SCRIPT,  /* no text, but perhaps the page in a string */
	HTML_SILENT,  /* no text of the document: style, head, template ... */
	HTML_CONTROL, /* not the document: what a reader operates, or sees in an old browser */
};

struct html_node {
	enum html_tag tag;
	size_t han;    /* Han characters, */
	size_t linked; /* those of them in links */
	size_t links;
	size_t blocks; /* blocks and breaks */
	size_t cells;  /* of a row: its own cells */
	size_t grids;  /* tables that are one: two rows of two cells, at least */
	size_t rows;   /* of a table, or a part of one: its own rows of two cells */
	bool blank;    /* no text at all but white space */
	bool heading;  /* it holds a heading */
	bool prose;    /* of a row: a cell of it is part of the page, not of a table */
};

/*
 * Measures all below `root`; the measures live in the arena, and each element
 * points to its own. False: memory is out.
 */
bool html_measure(xmlNode *root, struct arena *);

static inline struct html_node *
html_node(const xmlNode *element)
{
	return element->_private;
}

/* Of an element or of a text. */
static inline struct slice
html_text(const xmlNode *node)
{
	return node->content ? slice_of((const char *)node->content) : SLICE_NONE;
}

/* The value of an attribute; ptr is NULL if it has none. Borrowed from the page. */
struct slice html_attribute(const xmlNode *element, const char *name);

#endif
