/* SPDX-License-Identifier: MIT */
/*
 * One line of CSV through libcsv, strictly as RFC 4180 has it: spaces belong
 * to a field, a quote stands round a whole field or doubled inside one. (The
 * name is not csv.h because that is libcsv's.)
 */
#ifndef GIP_CSVLINE_H
#define GIP_CSVLINE_H

#include "buf.h"

struct csv_line; /* opaque: libcsv's parser */

struct csv_line *csv_line_new(void); /* NULL: memory is out */
void csv_line_free(struct csv_line *);

/*
 * Takes `line` (not empty, without its end) apart: `*count` fields, of which the
 * first `room` go to `part`. They point into `text`, which has room for
 * line.len bytes more. NULL, or what is wrong in the field behind `*count`
 * whole ones, as constant text; text->failed is set if that is memory.
 */
const char *csv_line_split(struct csv_line *, struct slice line, struct buf *text,
    struct slice *part, size_t room, size_t *count);

#endif
