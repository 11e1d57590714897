/* SPDX-License-Identifier: MIT */
/*
 * The text of a page as lines: white space as browsers show it.
 *
 * A run of it is one blank, and none at the ends of a line. A line end of the
 * source between two wide characters is nothing: Chinese knows no blanks.
 */
#ifndef GIP_HTML_LINE_H
#define GIP_HTML_LINE_H

#include <stdint.h>

#include "flow.h"

struct html_line {
	struct flow *flow;
	uint32_t last;   /* character of the line; 0: the line has none yet */
	bool blank;      /* white space waits for what comes behind it, */
	bool newline;    /* and holds a line end */
};

void html_line_text(struct html_line *, struct slice text);

/* Text whose line ends and blanks count. */
void html_line_as_it_stands(struct html_line *, struct slice text);

/* The line ends here. */
void html_line_end(struct html_line *);

#endif
