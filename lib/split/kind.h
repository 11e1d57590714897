/* SPDX-License-Identifier: MIT */
/* What a line is: heading, date, content of a table, or text. */
#ifndef GIP_KIND_H
#define GIP_KIND_H

#include "headline.h"
#include "traits.h"

/* The sections whose content is a statutory table. */
static inline bool
kind_has_table(enum section s)
{
	return s == SECTION_ACTIVE || s == SECTION_REQUESTS || s == SECTION_REVIEW;
}

/* The kind of a line of a section with a table; `head` is scratch. False: memory is out. */
bool kind_in_table(const struct headings *, const struct line *, struct headline *head,
    enum line_kind *);

/* The kind of a line of any other section; `head` is that of the line. */
enum line_kind kind_in_prose(const struct headings *, const struct line *,
    const struct headline *head);

/* The same of a line that is neither a sub-heading nor a date. */
enum line_kind kind_of_text(const struct line *);

/*
 * May a line that begins with the line of `head`, in which a mark ends the first clause, be a
 * sub-heading or a date? False only if kind_in_prose has that answer for each.
 */
bool kind_begins(const struct headings *, const struct headline *head);

/* A line that is only a date, perhaps with the name of an organ before it. */
bool kind_date(const struct headings *, struct slice text, const struct headline *head,
    struct heading_hit *);

/* The line ends with a mark that ends a sentence, or with a colon. */
bool kind_ends_sentence(struct slice text);

#endif
