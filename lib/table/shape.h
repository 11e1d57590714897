/* SPDX-License-Identifier: MIT */
/*
 * The shape of a section: what its table's text consists of, but for what its numbers are.
 *
 * The forms are statutory, and an agency's system prints the same table year after year:
 * most sections differ from one read before in their numbers alone. Two sections are of
 * one shape when their lines have the same fields (field.h) in the same order.
 */
#ifndef GIP_SHAPE_H
#define GIP_SHAPE_H

#include "document.h"
#include "field.h"

/* A field of a line, or a value in one. */
struct shape_text {
	struct slice text;
	unsigned line; /* of shape->line */
	bool plain;    /* of a value: as in struct field_value */
};

struct shape {
	bool known;       /* else some field is FIELD_UNKNOWN, and the rest is not whole */
	struct slice key; /* equal keys: the same shape */
	uint64_t hash;    /* of the key */
	struct shape_text *field, *value;
	size_t fields, values;
	size_t *line; /* numbers in the document */
	size_t lines;
	uint32_t *code; /* what the key consists of */
	size_t codes;
	size_t field_room, value_room, line_room, code_room; /* kept for the next section */
};

#define SHAPE_INIT { .known = false }

/*
 * The shape of those lines of `doc` that are read as tokens (token_line). Texts are
 * slices into them. False: memory is out.
 */
bool shape_read(const struct document *, enum section, struct fields *, struct shape *);
void shape_release(struct shape *);

#endif
