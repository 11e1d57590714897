/* SPDX-License-Identifier: MIT */
/*
 * Records for people: aligned columns on a terminal, what -p shows.
 *
 * Columns are as wide as their widest field in display columns, two spaces
 * stand between them, and nothing behind the last. Decimals in number columns
 * are flush right. A column of running text (record_shape.text) is shown last
 * and never padded. Nothing is cut: a field wider than PRETTY_WIDEST widens its
 * column no further but pushes the rest of its own row, gaps and all. A field with TAB, LF or
 * CR shows \t \n \r, other control characters, those that turn the direction
 * of writing, and bad UTF-8 show as U+FFFD.
 *
 * Records are held until pretty_flush, so memory is that of one document.
 * Over several flushes columns only grow, so that documents of one stream stay in
 * line as far as they can; the header stands once, above the first.
 */
#ifndef GIP_PRETTY_H
#define GIP_PRETTY_H

#include "record.h"

enum { PRETTY_WIDEST = 40 };

struct pretty {
	const struct record_shape *shape;
	/* private: */
	struct buf text;       /* the fields as they are shown, one behind the other */
	struct pretty_field *field; /* row by row, in the order of the shape */
	size_t count, room;
	size_t *width;         /* of each column */
	size_t *order;         /* the columns as they are shown */
	bool begun;            /* the header was shown */
};

/* `shape` is borrowed. False: memory is out; nothing to release. */
bool pretty_init(struct pretty *, const struct record_shape *shape);

/* Adds a record of shape->count fields, which are copied. False: memory is out. */
bool pretty_add(struct pretty *, const struct slice *fields);

/* Appends the records added so far, and before the first of them the header, to `out`, and
   forgets them. Without any record nothing is shown. */
void pretty_flush(struct pretty *, struct buf *out);

void pretty_release(struct pretty *);

#endif
