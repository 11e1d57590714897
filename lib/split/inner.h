/* SPDX-License-Identifier: MIT */
/*
 * Headings of sections inside a line, which several lines have become: at a
 * seam, with a number, and in the words of the form or nearly.
 */
#ifndef GIP_INNER_H
#define GIP_INNER_H

#include "headline.h"

struct inner {
	size_t at, end; /* bytes of the line: the heading, and where its section goes on */
	struct section_guess guess;
};

enum inner_status { INNER_FOUND, INNER_NONE, INNER_MEMORY };

/*
 * The next one from byte `*from` of the line on; `*from` is then behind it. It only may be
 * one: a list of headings, a cell of a table look the same. `head` is scratch.
 */
enum inner_status inner_next(const struct headings *, struct slice line, size_t *from,
    struct headline *head, struct inner *);

/* What stands between two headings of a table of contents: at most the number of a page. */
bool inner_is_gap(struct slice between);

/* What is between these bytes, white space before `end` apart, is all of a field: the tab or
   pipe that sets it off; 0: it is not. */
char inner_field(struct slice line, size_t at, size_t end);

#endif
