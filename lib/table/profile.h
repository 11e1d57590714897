/* SPDX-License-Identifier: MIT */
/*
 * A table's profile: its rows as sequences of folded label characters and
 * value slots, and the texts that may stand between them. What binding
 * (bind.h) and alignment (align.h) work on; made once from a struct table.
 */
#ifndef GIP_PROFILE_H
#define GIP_PROFILE_H

#include <stdint.h>

#include "tables.h"

struct profile_text {
	uint32_t *c; /* folded, without ordinals */
	size_t len;
};

/* A header or a label, as the form prints it. */
struct profile_print {
	const struct profile_text *text;
	size_t row; /* whose label it is; table->rows: a header */
	bool own;   /* no other form's table has it */
};

enum { PROFILE_FIRST = 256 };

struct profile_row {
	struct profile_text *label; /* longest first; none: an unlabelled row */
	size_t labels;
	struct profile_text name; /* of an unlabelled row: some put it before its values */
	struct profile_text group; /* the label over it; empty: none */
	struct profile_text *column; /* the names of its columns, `slots` of them */
	uint64_t ends; /* of the last characters c of labels and name the bits c % 64 */
	size_t slots;
	bool optional; /* a report may leave it out: foreign, or of a choice */
};

struct profile {
	const struct table *table;
	struct profile_row *row; /* as table->row */
	struct profile_text *head; /* longest first */
	size_t heads;
	const struct profile_print *print; /* all headers and labels, those by one another that */
	size_t first[PROFILE_FIRST + 1]; /* begin with c from number first[c % ...] on */
};

struct profiles {
	struct profile *profile; /* as tables->table */
	size_t count;
	struct arena arena;
};

/* NULL: memory is out. `tables` is borrowed. */
struct profiles *profiles_make(const struct tables *);
void profiles_free(struct profiles *);

struct tokens;

/* Does the text begin at token `at`? An empty text begins nowhere. */
bool profile_text_at(const struct profile_text *, const struct tokens *, size_t at);

/*
 * The headers and labels that begin at token `at`, longest first and of equal ones the
 * label of the first row: the next behind `print`, or the first if that is NULL. NULL:
 * there are no more.
 */
const struct profile_print *profile_print_at(const struct profile *, const struct tokens *,
    size_t at, const struct profile_print *print);

const struct profile *profiles_find(const struct profiles *, struct slice form,
    struct slice table);

#endif
