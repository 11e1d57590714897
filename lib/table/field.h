/* SPDX-License-Identifier: MIT */
/*
 * What the fields of tables consist of, by their text.
 *
 * A field is what stands between tabs, between pipes, or on a line without them. Labels
 * and rows recur in all reports, apart from what their numbers are and from blanks,
 * brackets and ordinals that make no difference: fields that come apart into the same
 * tokens (token.h) get the same code, whatever their numbers. Each text is taken apart
 * once and then remembered; the memory is bounded, and emptied when it is full.
 */
#ifndef GIP_FIELD_H
#define GIP_FIELD_H

#include <stdint.h>

#include "slice.h"

/* Codes are never used again for other tokens, not even when the memory was emptied. */
enum {
	FIELD_UNKNOWN, /* too long, or its tokens depend on more than its text */
	FIELD_EMPTY,   /* not one byte */
	FIELD_BLANK,   /* ASCII white space */
	FIELD_WIDE,    /* blank too, but not by ASCII white space alone */
	FIELD_NUMBER,  /* one number and nothing else */
	FIELD_CODES,   /* all others */
};

struct fields;

/* NULL: memory is out. */
struct fields *fields_new(void);
void fields_free(struct fields *);

/* A value of a field. */
struct field_value {
	struct slice raw; /* as it stands in the field */
	bool plain;       /* at most 9 digits and nothing else, as canonical numbers are */
};

struct field {
	uint32_t code;
	const struct field_value *value; /* until the next call */
	size_t values;
};

struct scan; /* scan.h */

/*
 * The tokens of a field, trimmed, as scan_field would make them. False: nothing is known
 * of it, use that.
 */
bool field_scan(struct fields *, struct slice text, struct scan *);

/* Most fields of tables that have any: a number as masked.h has it, plain. */
static inline bool
field_is_number(struct slice text)
{
	enum { MOST = 9 };

	return text.len > 0 && text.len <= MOST && (text.ptr[0] != '0' || text.len == 1)
	    && slice_is_digits(text);
}

/* False: memory is out. */
bool field_read(struct fields *, struct slice text, struct field *);

#endif
