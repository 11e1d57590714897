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
 *
 * A reader takes back what a writer wrote, byte for byte, if it is UTF-8.
 */
#ifndef GIP_RECORD_H
#define GIP_RECORD_H

#include <limits.h>

#include "buf.h"
#include "input.h"
#include "notice.h"

enum record_format { RECORD_TSV, RECORD_CSV, RECORD_JSONL, RECORD_FORMATS };
bool record_format_named(struct slice, enum record_format *); /* tsv csv jsonl */

enum { RECORD_FIELDS_MAX = 64 }; /* of a stream that is read; writing knows no limit */

/*
 * The shape of a stream: at least two fields. Bit i of a set speaks of field
 * i; the last bit also of all fields behind it.
 */
struct record_shape {
	const char *const *field;
	size_t count;
	unsigned long number; /* the number columns */
	unsigned long text;   /* running text, often long: shown last on a terminal */
};

/* lines: doc line section part kind text
   cells: doc table row col value state raw line
   findings: doc severity rule table row col actual expected line id message
   partial: item key value count min max n of */
extern const struct record_shape lines_shape, cells_shape, findings_shape, partial_shape;

static inline bool
record_in_set(unsigned long set, size_t field)
{
	const size_t last = sizeof set * CHAR_BIT - 1;

	return set >> (field < last ? field : last) & 1;
}

/* Appends the header line; nothing for JSON Lines. */
void record_header(struct buf *, enum record_format, const struct record_shape *);

/* Appends one record of shape->count fields. Bad UTF-8 in JSON becomes U+FFFD. */
void record_write(struct buf *, enum record_format, const struct record_shape *,
    const struct slice *fields);

/* Writes a field as a record of TSV has it, twice as long at the most; the end of it. */
char *record_put_field(char *to, struct slice);

/*
 * A record in a field: its fields as a line of TSV has them, and back; `scratch` holds what
 * was escaped. False: there are not `count` of them, or memory is out (scratch->failed).
 */
void record_join(struct buf *, const struct slice *fields, size_t count);
bool record_part(struct slice joined, struct buf *scratch, struct slice *fields,
    size_t count);

/*
 * Which of `shapes` has exactly the header (or JSON object) `line` begins with?
 * A line is a header when it names every field of the shape, in any order,
 * and perhaps others (up to RECORD_FIELDS_MAX), as TSV, CSV or JSON. -1: none,
 * so it is text.
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
	bool had_header;   /* a header stood before this record: a new run begins. The
	                      first record of a run of JSON Lines counts as one. */
	enum record_format format; /* of the last record */
	struct slice line; /* that it was; fields without escapes are parts of it */
	/* private: */
	size_t place[RECORD_FIELDS_MAX]; /* of shape field i in the record's fields */
	size_t width;                    /* fields that the header names; 0: none yet */
	struct slice first;              /* the name of the first field of the shape */
	struct buf scratch;              /* unescaped fields of the record */
	struct csv_line *csv;
};

/* What was read, and where, for messages. */
struct record {
	struct slice file;
	size_t line;
	const struct slice *field;
};

enum record_status {
	RECORD_OK,
	RECORD_END,
	RECORD_TROUBLE, /* read error or memory: was said as NOTICE_ERROR; stop */
};

/*
 * All is borrowed; nothing is read yet. The first line must be one record_sniff
 * knows. False: memory is out.
 */
bool record_reader_init(struct record_reader *, struct input *, struct slice name,
    const struct record_shape *, const struct notices *);

/*
 * The next record: fields[i] is shape field i (empty where a JSON object does not
 * have it), unescaped, valid until the next call. A line that is no record (wrong number
 * of fields, broken quotes or JSON, bad UTF-8) is said as NOTICE_ERROR with its line
 * and passed over; so is, silently, an empty line.
 */
enum record_status record_read(struct record_reader *, struct slice *fields);

void record_reader_release(struct record_reader *);

#endif
