/* SPDX-License-Identifier: MIT */
/*
 * Anchors: rows that the text shows plainly, whatever stands around them. A whole
 * label, right behind it and on its line as many values as the row has cells, and
 * then no further value: these are the row's, and no other row has them.
 */
#ifndef GIP_ANCHOR_H
#define GIP_ANCHOR_H

#include "bind.h"

struct anchor {
	bool found;
	bool disputed;      /* the text has the row again, with other values: it has none */
	size_t begin;       /* the first token of its label */
	size_t first, last; /* its values */
};

struct anchors {
	struct anchor row[TABLE_ROWS_MAX];
	size_t count;
	bool weighed; /* as in struct binding (bind.h) */
	unsigned char *owner; /* of each token that is an anchor's value, disputed or
	                         printed twice: its row + 1; else 0 */
};

/* False: memory is out. `owner` is of `arena`. */
bool anchors_find(const struct profile *, const struct tokens *, struct arena *arena,
    struct anchors *out);

#endif
