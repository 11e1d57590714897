/* SPDX-License-Identifier: MIT */
/*
 * The cells of one document: what gip-table prints and gip-check and gip-sum
 * read. Tables and keys are those of the form files, and the further tables
 * `report`, `stated` and `list.N`.
 */
#ifndef GIP_CELLS_H
#define GIP_CELLS_H

#include "arena.h"
#include "buf.h"
#include "decimal.h"

enum cell_state {
	CELL_NUMBER, /* a number, however it was written; value is canonical */
	CELL_BLANK,  /* the cell is there and empty */
	CELL_MARK,   /* a placeholder: / - — 无 不适用 */
	CELL_TEXT,   /* something else */
	CELL_ABSENT, /* the form has this cell, the document does not show it */
	CELL_STATES
};

extern const char *const cell_state_names[CELL_STATES];
bool cell_state_named(struct slice, enum cell_state *);

struct cell {
	struct slice table, row, col; /* keys; col may be empty (report facts) */
	enum cell_state state;
	struct slice value; /* canonical decimal when number; in table `report` also
	                       the fact itself, e.g. an agency or 2024-01-24 */
	struct slice raw;   /* as it stood */
	size_t line;        /* 0: none (absent) */
	struct decimal number; /* when state is CELL_NUMBER */
};

struct cells {
	struct slice doc;
	struct cell *cell; /* in the order of the records */
	size_t count, room;
	unsigned *index;   /* hash of keys, made by the first cells_find */
	size_t index_size;
	bool is_report;    /* false: nothing of a report was found */
	struct arena arena; /* holds all of this; slices may also be borrowed */
};

#define CELLS_INIT { .arena = ARENA_INIT }

/*
 * Adds a cell; slices are borrowed. For a number, `value` and `number` must
 * agree. False: memory is out.
 */
bool cells_add(struct cells *, struct cell);

/* The same in front of cell `at`. */
bool cells_insert(struct cells *, size_t at, struct cell);

/*
 * The cell with these keys, the first if there are several; NULL if there is
 * none (or memory is out for the index: then `*failed` is set if not NULL).
 */
const struct cell *cells_find(struct cells *, struct slice table, struct slice row,
    struct slice col, bool *failed);

/* The fact `row` of table `report`, or NULL; facts have an empty col. */
const struct cell *cells_fact(struct cells *, struct slice row);

/*
 * Appends keys as rules write them: requests/granted/natural, report/signed; of a row
 * without a column nothing behind it, of a column without a row * for the row.
 */
void cell_place(struct buf *, struct slice table, struct slice row, struct slice col);

void cells_reset(struct cells *);
void cells_release(struct cells *);

#endif
