/* SPDX-License-Identifier: MIT */
/*
 * Any earlier stage: documents at the stage that a program needs, from
 * whatever stage its input is at.
 *
 * The first line of an input tells which stream it is (text, lines, cells,
 * findings, partial sums); stages that are missing are run here, document by document.
 */
#ifndef GIP_SOURCE_H
#define GIP_SOURCE_H

#include "cells.h"
#include "document.h"
#include "findings.h"
#include "forms.h"
#include "input.h"
#include "notice.h"
#include "record.h"

enum source_stream {
	SOURCE_TEXT, SOURCE_LINES, SOURCE_CELLS, SOURCE_FINDINGS, SOURCE_PARTIAL,
};

struct source; /* opaque */

struct source_limits {
	size_t document; /* largest document, in bytes */
};

#define SOURCE_LIMITS_INIT { (size_t)64 << 20 }

/* All is borrowed. NULL: memory is out. */
struct source *source_new(const struct forms *, const struct notices *,
    struct source_limits);
void source_free(struct source *);

enum source_status {
	SOURCE_NEXT,
	SOURCE_END,
	SOURCE_LATER,   /* the input is at a later stage than was asked for */
	SOURCE_TROUBLE, /* said as NOTICE_ERROR: this input is done, others may go on */
};

/*
 * Begins an input: an open descriptor (borrowed), its name ("-" or the
 * operand), and whether it is a file operand, that is, one document. Looks at
 * its first line.
 */
enum source_status source_open(struct source *, int fd, struct slice name, bool operand);
enum source_stream source_stream(const struct source *);

/* The next document of the input, at that stage; valid until the next call. */
enum source_status source_lines(struct source *, struct document **);
enum source_status source_cells(struct source *, struct cells **);
enum source_status source_findings(struct source *, struct findings **);

/* The next record of partial sums, which have no documents. */
enum source_status source_record(struct source *, struct record *);

/* The name of the input that was opened last. */
struct slice source_name(const struct source *);

/* Over all inputs so far: bytes seen at all, and documents that were reports. */
bool source_saw_input(const struct source *);
size_t source_reports(const struct source *);

#endif
