/* SPDX-License-Identifier: MIT */
/*
 * Binding: which tokens belong to which row of the form.
 *
 * A run is a row that was found by its label, with the rows behind it that
 * have none (of the form, or lost in the text), and the tokens that lie
 * between its label and the next row's. Which value stands in which cell
 * is decided afterwards, run by run (place.h).
 */
#ifndef GIP_BIND_H
#define GIP_BIND_H

#include "profile.h"
#include "token.h"

struct run {
	size_t row, rows;    /* of the profile: those of [row, row + rows) that are shown */
	size_t first, last;  /* tokens [first, last) */
	bool certain;        /* the first row's label is in the text, whole or nearly,
	                        or the form has none for it */
	size_t lost;         /* rows whose label the text has lost */
	bool counted;        /* exactly as many values as cells, between rows that are plain */
};

struct binding {
	struct run run[TABLE_ROWS_MAX];
	size_t runs;
	bool shown[TABLE_ROWS_MAX]; /* the text has the row: its label, or values for it */
	bool weighed; /* what the values are had a say, not only where they stand */
};

/*
 * The clean case: labels exactly as the form or a variant has them, in order,
 * nothing but known header texts between. False: it is not; use align_rows.
 */
bool bind_exactly(const struct profile *, const struct tokens *, struct binding *);

/*
 * Whole labels in any order: rows exchanged, left out or printed twice, sums that an
 * agency puts beside a group, and, when all rows are found, rows that no form
 * has. False: some values have no whole label before them; use align_rows.
 */
bool bind_labels(const struct profile *, const struct tokens *, struct binding *);

#endif
