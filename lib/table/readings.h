/* SPDX-License-Identifier: MIT */
/*
 * What sections were read as, by their shape.
 *
 * Where the numbers had no say in a reading, a section of the same shape (shape.h) reads
 * the same: each value goes to the cell that the value in its place went to. So a shape
 * is read until it comes back, and from then on costs no more than a look at its text.
 * What is remembered changes no reading, only its time. The memory is bounded, and
 * emptied when it is full; a shape that comes but once takes no part of it.
 */
#ifndef GIP_READINGS_H
#define GIP_READINGS_H

#include "cells.h"
#include "forms.h"
#include "profile.h"
#include "shape.h"

struct readings;

/* NULL: memory is out. */
struct readings *readings_new(void);
void readings_free(struct readings *);

struct recalled; /* what is known of one shape */

/*
 * What is known of a shape, nothing perhaps. NULL: it cannot be remembered, or not yet.
 * Good until the next shape is asked for.
 */
struct recalled *readings_shape(struct readings *, const struct shape *);

/* How many texts of form number `form` the section holds (extract_evidence), if known. */
bool recalled_evidence(const struct recalled *, size_t form, size_t *count);
void readings_keep_evidence(struct recalled *, size_t form, size_t count);

enum recalled_status {
	RECALLED_UNKNOWN, /* nothing was added */
	RECALLED_ALL,
	RECALLED_MEMORY, /* memory is out */
};

/* Adds to `out` and `pieced` what extract_table (extract.h) would add. */
enum recalled_status recalled_cells(const struct recalled *, const struct profile *,
    const struct shape *, struct cells *out, struct buf *pieced);

/*
 * Remembers what extract_table has added to `out` behind the first `from` cells, and to
 * `pieced`, if the shape says where each cell's text stands.
 */
void readings_keep_cells(struct readings *, struct recalled *, const struct profile *,
    const struct shape *, const struct cells *out, size_t from, struct slice pieced);

#endif
