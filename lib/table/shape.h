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

/* So many codes has a section that can be known, at most, and so many values. */
enum { SHAPE_MAX = 4096 };

struct shape {
	bool known;       /* else some field is FIELD_UNKNOWN, or there are too many */
	struct slice key; /* equal keys: the same shape */
	uint64_t hash;    /* of the key */
	size_t fields, values, lines, codes;
	struct shape_text field[SHAPE_MAX]; /* those with words */
	struct shape_text value[SHAPE_MAX];
	size_t line[SHAPE_MAX];   /* numbers in the document */
	uint32_t code[SHAPE_MAX]; /* what the key consists of */
};

/*
 * The shape of those lines of `doc` that are read as tokens (token_line). Texts are
 * slices into them. False: memory is out.
 */
bool shape_read(const struct document *, enum section, struct fields *, struct shape *);
void shape_release(struct shape *);

#endif
