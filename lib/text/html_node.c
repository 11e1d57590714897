/* SPDX-License-Identifier: MIT */
#include "html_node.h"

#include <stdlib.h>

#include "utf8.h"

struct known_tag {
	const char *name;
	enum html_tag tag;
};

/* In the order of strcmp; all others are part of a line. */
static const struct known_tag tags[] = {
	{ "a", HTML_LINK },
	{ "address", HTML_BLOCK },
	{ "applet", HTML_CONTROL },
	{ "article", HTML_BLOCK },
	{ "aside", HTML_ASIDE },
	{ "audio", HTML_CONTROL },
	{ "blockquote", HTML_BLOCK },
	{ "body", HTML_BLOCK },
	{ "br", HTML_BREAK },
	{ "button", HTML_CONTROL },
	{ "canvas", HTML_CONTROL },
	{ "caption", HTML_BLOCK },
	{ "center", HTML_BLOCK },
	{ "datalist", HTML_CONTROL },
	{ "dd", HTML_BLOCK },
	{ "details", HTML_BLOCK },
	{ "dialog", HTML_BLOCK },
	{ "dir", HTML_LIST },
	{ "div", HTML_BLOCK },
	{ "dl", HTML_LIST },
	{ "dt", HTML_BLOCK },
	{ "fieldset", HTML_BLOCK },
	{ "figcaption", HTML_BLOCK },
	{ "figure", HTML_BLOCK },
	{ "footer", HTML_ASIDE },
	{ "form", HTML_BLOCK },
	{ "h1", HTML_HEADING },
	{ "h2", HTML_HEADING },
	{ "h3", HTML_HEADING },
	{ "h4", HTML_BLOCK },
	{ "h5", HTML_BLOCK },
	{ "h6", HTML_BLOCK },
	{ "head", HTML_SILENT },
	{ "header", HTML_BLOCK },
	{ "hr", HTML_BREAK },
	{ "html", HTML_BLOCK },
	{ "iframe", HTML_CONTROL },
	{ "input", HTML_CONTROL },
	{ "legend", HTML_BLOCK },
	{ "li", HTML_BLOCK },
	{ "main", HTML_BLOCK },
	{ "map", HTML_CONTROL },
	{ "math", HTML_SILENT },
	{ "menu", HTML_LIST },
	{ "nav", HTML_ASIDE },
	{ "noframes", HTML_CONTROL },
	{ "noscript", HTML_CONTROL },
	{ "object", HTML_CONTROL },
	{ "ol", HTML_LIST },
	{ "option", HTML_CONTROL },
	{ "p", HTML_BLOCK },
	{ "pre", HTML_PRE },
	{ "script", HTML_SCRIPT },
	{ "section", HTML_BLOCK },
	{ "select", HTML_CONTROL },
	{ "style", HTML_SILENT },
	{ "summary", HTML_BLOCK },
	{ "svg", HTML_SILENT },
	{ "table", HTML_TABLE },
	{ "tbody", HTML_BLOCK },
	{ "td", HTML_CELL },
	{ "template", HTML_SILENT },
	{ "textarea", HTML_CONTROL },
	{ "tfoot", HTML_BLOCK },
	{ "th", HTML_CELL },
	{ "thead", HTML_BLOCK },
	{ "title", HTML_SILENT },
	{ "tr", HTML_ROW },
	{ "ul", HTML_LIST },
	{ "video", HTML_CONTROL },
	{ "xml", HTML_SILENT },
};

static int
compare(const void *name, const void *tag)
{
	return strcmp(name, ((const struct known_tag *)tag)->name);
}

static enum html_tag
tag_of(const xmlNode *element)
{
	const struct known_tag *known =
	    bsearch(element->name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare);

	return known ? known->tag : HTML_INLINE;
}

struct slice
html_attribute(const xmlNode *element, const char *name)
{
	for (const xmlAttr *a = element->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children ? html_text(a->children) : SLICE("");
	return SLICE_NONE;
}

static bool
is_blank(struct slice text)
{
	for (size_t at = 0; at < text.len;)
		if (!utf8_is_space(utf8_next(text, &at)))
			return false;
	return true;
}

static void
add_text(const xmlNode *text, struct html_node *parent)
{
	if (parent->tag == HTML_SCRIPT || parent->tag == HTML_SILENT)
		return;
	parent->han += utf8_han_count(html_text(text));
	parent->blank = parent->blank && is_blank(html_text(text));
}

/* The text of a page that is laid out by tables is in cells, too. */
static bool
is_prose(const struct html_node *cell)
{
	enum { LONG = 200, BLOCKS = 3 };

	return cell->grids > 0 || (cell->han >= LONG && cell->blocks >= BLOCKS);
}

/* A row of one cell is a part of the page already if it has a few lines. */
static bool
is_prose_row(const struct html_node *row)
{
	enum { LONG = 60, BLOCKS = 4 }; /* its cell is one of them */

	return row->prose || (row->cells == 1 && row->han >= LONG && row->blocks >= BLOCKS);
}

/* A link that is longer was not closed where it should have been. */
enum { LINK_HAN = 60 };

/* What an element that is whole tells about the one that holds it. */
static void
add_child(struct html_node *child, struct html_node *parent)
{
	bool is_block = child->tag != HTML_INLINE && child->tag != HTML_LINK;
	bool is_grid = child->tag == HTML_TABLE && child->rows >= 2;
	bool is_link = child->tag == HTML_LINK && child->han <= LINK_HAN;

	if (child->tag == HTML_SCRIPT || child->tag == HTML_SILENT)
		return;
	parent->han += child->han;
	parent->linked += is_link ? child->han : child->linked;
	parent->links += child->links + is_link;
	parent->blocks += child->blocks + is_block;
	parent->cells += child->tag == HTML_CELL;
	parent->grids += child->grids + is_grid;
	if (child->tag == HTML_ROW) {
		child->prose = is_prose_row(child);
		parent->rows += child->cells >= 2;
	} else if (child->tag != HTML_TABLE)
		parent->rows += child->rows;
	parent->blank = parent->blank && child->blank;
	parent->heading = parent->heading || child->heading || child->tag == HTML_HEADING;
	parent->prose = parent->prose || (child->tag == HTML_CELL && is_prose(child));
}

static bool
begin(xmlNode *element, struct arena *arena)
{
	struct html_node *node = arena_alloc(arena, sizeof *node);

	element->_private = node;
	if (!node)
		return false;
	node->tag = tag_of(element);
	/* Word names places by links that lead nowhere. */
	if (node->tag == HTML_LINK && html_attribute(element, "href").ptr == NULL)
		node->tag = HTML_INLINE;
	node->blank = true;
	return true;
}

bool
html_measure(xmlNode *root, struct arena *arena)
{
	xmlNode *node = root;

	for (;;) {
		bool is_element = node->type == XML_ELEMENT_NODE;
		if (is_element && !begin(node, arena))
			return false;
		if (is_element && node->children) {
			node = node->children;
			continue;
		}
		/* The node is whole; so are those above it of which it is the last. */
		for (;;) {
			if (node == root)
				return true;
			if (node->type == XML_ELEMENT_NODE)
				add_child(html_node(node), html_node(node->parent));
			else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
				add_text(node, html_node(node->parent));
			if (node->next)
				break;
			node = node->parent;
		}
		node = node->next;
	}
}
