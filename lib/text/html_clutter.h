/* SPDX-License-Identifier: MIT */
/* What of a page is not its article, where that is safe to tell. */
#ifndef GIP_HTML_CLUTTER_H
#define GIP_HTML_CLUTTER_H

#include "html_node.h"

/*
 * Is the element left out, with all below it? With `all` only what is no text
 * at all: scripts, styles. An element with a table of numbers, a heading or
 * much text is kept, whatever it is called.
 */
bool html_is_clutter(const xmlNode *element, bool all);

#endif
