/* SPDX-License-Identifier: MIT */
/*
 * The name of a page. Where the article does not repeat it, it is the only place that
 * says which organ reports on which year.
 */
#ifndef GIP_HTML_TITLE_H
#define GIP_HTML_TITLE_H

#include <libxml/tree.h>

#include "flow.h"

/*
 * Puts it before the text of the page, as a line, unless the text begins with it. A name
 * of the site that stands in it, `报告_某某政府网`, is left out.
 */
void html_title_put(const xmlNode *root, struct flow *);

#endif
