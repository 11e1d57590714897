/* SPDX-License-Identifier: MIT */
/*
 * Seats: for every cell that documents had so far, and that rules speak of, one place in
 * memory where the cell of the document at hand is found, so that whoever was bound to it
 * once finds it in the next document without a name.
 *
 * A seat is in three lines: its table, its row and its column. Documents are much alike:
 * which seat comes behind which is remembered, and is right nearly always.
 */
#ifndef GIP_SEATS_H
#define GIP_SEATS_H

#include "expr_node.h"

/* A table (REF_TABLE), or a row or column of one. */
struct seat_line {
	int part;
	struct slice table, key;
	bool here;    /* the document at hand has it */
	unsigned states; /* of a row or column: a bit for each state that its cells have there */
	bool wanted;  /* a table of which something speaks */
	bool passed;  /* one that the document at hand has, but nothing spoke of it */
	const void *use;           /* of whoever made the seats; NULL: nothing yet */
	unsigned number;           /* likewise */
	struct seat *first;        /* in the line */
	struct seat_set *sets;     /* of cells in the line */
	struct seat_line *chain;   /* the next with the same hash */
};

struct seat {
	const struct cell *cell;   /* NULL: the document at hand has none; of several the first */
	struct slice key[REF_PARTS];
	struct seat_line *line[REF_PARTS];
	bool odd;                  /* its keys can be taken for other keys */
	const void *use;           /* as above */
	struct seat *behind;       /* what came behind it last */
	struct seat *in_line[REF_PARTS]; /* the next of each of its lines */
	struct seat *next, *chain; /* of all; of those with the same hash */
	struct seat_set *sets;     /* of this one alone */
};

enum {
	SEAT_CHAINS = 1024,
	SEAT_KEY_MAX = 256, /* keys of forms are shorter by far */
};

struct seats {
	struct seat *chain[SEAT_CHAINS];
	struct seat_line *line[SEAT_CHAINS];
	struct seat *all;
	struct seat_set *sets; /* of cells in any table */
	size_t count;
	bool wants_all;        /* something speaks of any table */
	bool passed;           /* some table of the document at hand was passed over ... */
	bool missed;           /* ... of which something speaks now: its seats are empty */
	struct arena arena;    /* texts are copied into it */
	bool failed;           /* memory ran out: the seats are of no more use */
};

#define SEATS_INIT { .arena = ARENA_INIT }

/* All that there is goes. */
void seats_reset(struct seats *);
void seats_release(struct seats *);

/* Is nothing known to speak of the table? The document at hand has it. */
bool seats_pass(struct seats *, struct seat_line *table);

/* The table, the row of a table or the column of one, added if it is new. NULL: memory. */
struct seat_line *seats_line(struct seats *, int part, struct slice table, struct slice key);

/*
 * The seat of a cell that is in `table`, added if it is new; `last` is that of the cell in
 * front of it, NULL: there is none. NULL: memory.
 */
struct seat *seats_of(struct seats *, struct seat_line *table, const struct cell *,
    struct seat *last);

/*
 * To speak of cells: the seats of those that match the keys, in which `*` stands for any
 * bytes; those that are added later join them. NULL: memory.
 */
const struct expr_bound *seats_bound(struct seats *, const struct slice part[REF_PARTS]);

#endif
