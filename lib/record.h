/* SPDX-License-Identifier: MIT */
/*
 * Records: one a line, named fields, as TSV, CSV or JSON Lines.
 *
 * TSV: fields separated by TAB, first line = names; in a field TAB, LF, CR and
 * backslash are written \t \n \r \\. CSV: RFC 4180, LF line ends, a field is
 * quoted when it must be, LF and CR in a field written \n \r as in TSV (and
 * backslash \\), so that no record has a line break inside. JSON Lines: one
 * object a line; fields of a `number` column that hold a canonical decimal are
 * bare numbers, an empty one is null, everything else is a string.
 */
#ifndef GIP_RECORD_H
#define GIP_RECORD_H

#include "buf.h"
#include "input.h"
#include "notice.h"

enum record_format { RECORD_TSV, RECORD_CSV, RECORD_JSONL, RECORD_FORMATS };
bool record_format_named(struct slice, enum record_format *); /* tsv csv jsonl */

enum { RECORD_FIELDS_MAX = 64 };

/* The shape of a stream. `number` has bit i set when field i is a number column. */
struct record_shape {
	const char *const *field;
	size_t count;
	unsigned long number;
};

extern const struct record_shape lines_shape;    /* doc line section part kind text */
extern const struct record_shape cells_shape;    /* doc table row col value state raw line */
extern const struct record_shape findings_shape; /* doc severity rule ... message */

/* Appends the header line; nothing for JSON Lines. */
void record_header(struct buf *, enum record_format, const struct record_shape *);

/* Appends one record of shape->count fields. Bad UTF-8 in JSON becomes U+FFFD. */
void record_write(struct buf *, enum record_format, const struct record_shape *,
    const struct slice *fields);

/*
 * Which of `shapes` has exactly the header (or JSON object) `line` begins with?
 * A line is a header when it names every field of the shape, in any order,
 * and perhaps others, as TSV, CSV or JSON. -1: none, so it is text.
 */
int record_sniff(struct slice line, const struct record_shape *const *shapes, size_t count,
    enum record_format *format);

/*
 * Reads records of one shape. Fields are found by name; unknown ones are
 * ignored; a header line repeated (perhaps with other order or format: `cat`
 * of outputs) is taken as the new header.
 */
struct record_reader {
	struct input *input;
	const struct record_shape *shape;
	const struct notices *notices;
	struct slice name; /* of the stream, for notices */
	enum record_format format;
	size_t place[RECORD_FIELDS_MAX]; /* of shape field i in the record's fields */
	size_t width;                    /* fields that the header names */
	struct buf scratch;              /* unescaped fields of the record */
	bool had_header;  /* a header stood before this record: a new run begins */
	void *csv;        /* libcsv's parser, when needed */
};

enum record_status {
	RECORD_OK,
	RECORD_END,
	RECORD_TROUBLE, /* read error or memory: was said as NOTICE_ERROR; stop */
};

/* `input` and `name` are borrowed. The first line must be one record_sniff knows. */
bool record_reader_init(struct record_reader *, struct input *, struct slice name,
    const struct record_shape *, const struct notices *);

/*
 * The next record: fields[i] is shape field i (empty if the record is short),
 * unescaped, valid until the next call. A line that is no record (wrong number of
 * fields, broken quotes or JSON, bad UTF-8) is said as NOTICE_ERROR with its line
 * and passed over.
 */
enum record_status record_read(struct record_reader *, struct slice *fields);

void record_reader_release(struct record_reader *);

#endif
