/* SPDX-License-Identifier: MIT */
/*
 * A line of records taken apart: what record_sniff and the reader share. For
 * the record module only.
 */
#ifndef GIP_RECORD_LINE_H
#define GIP_RECORD_LINE_H

#include "record.h"

/* What stands in a line besides. */
struct record_bytes {
	bool escapes; /* a backslash */
	bool high;    /* anything but ASCII */
};

/* Cuts `line` at every `separator` into `part`; how many there are, of which
   up to RECORD_FIELDS_MAX are kept. */
size_t record_split(struct slice line, char separator, struct slice *part,
    struct record_bytes *bytes);

/* Where the fields of `shape` stand in `name`; false: one of them is missing. */
bool record_places(const struct record_shape *shape, const struct slice *name, size_t count,
    size_t *place);

/* Without a byte order mark: inside a stream, `cat` of files brings one. */
struct slice record_unmarked(struct slice line);

#endif
