/* SPDX-License-Identifier: MIT */
/*
 * Documents out of records: what an earlier gip program printed, put together
 * again. Neighbouring records of one doc are one document. What ends it is a
 * header line between (`cat` of outputs), or, as JSON Lines have no header, a
 * line number or a section before that of the last line, or the first cell come
 * again. The same number again is a piece of the same line.
 */
#ifndef GIP_RESTORE_H
#define GIP_RESTORE_H

#include "cells.h"
#include "document.h"
#include "findings.h"
#include "record.h"

struct restore {
	struct record_reader reader;
	const struct notices *notices;
	struct slice name;                     /* of the stream */
	size_t limit;                          /* largest document, in bytes of its fields */
	size_t size;                           /* of the document so far */
	struct slice field[RECORD_FIELDS_MAX]; /* of the record that was read last */
	bool pending;                          /* it begins the next document */
};

enum restore_status {
	RESTORE_NEXT,
	RESTORE_END,
	RESTORE_TROUBLE, /* was said */
	RESTORE_MEMORY,  /* was not */
};

bool restore_init(struct restore *, struct input *, struct slice name,
    const struct record_shape *, const struct notices *, size_t limit);

/* Each resets `out`. A document over the limit is said and passed over. A field that cannot be is said with its line, the record passed over. */
enum restore_status restore_lines(struct restore *, struct document *out);
enum restore_status restore_cells(struct restore *, struct cells *out);
enum restore_status restore_findings(struct restore *, struct findings *out);

/* The next record of a stream that has no documents; valid until the next call. */
enum restore_status restore_record(struct restore *, struct record *);

void restore_release(struct restore *);

#endif
