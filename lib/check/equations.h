/* SPDX-License-Identifier: MIT */
/*
 * The sums of a document as one system: which cell stands in which of them, and what
 * becomes of them when cells get other values, on trial. Only sums over the cells of
 * one table that can be decided are in it.
 */
#ifndef GIP_EQUATIONS_H
#define GIP_EQUATIONS_H

#include "rules.h"

struct equation {
	const struct rule *rule;
	struct expr_scope scope;
	struct expr_linear sum; /* of the cells as they are */
	struct decimal gap;     /* what it comes to with the changes on trial; 0: it holds */
};

/* A term seen from its cell. */
struct equation_use {
	size_t equation;
	struct decimal factor;
	const struct equation_use *next;
};

/* A cell and another value for it. */
struct change {
	const struct cell *cell;
	struct decimal value;
};

struct equations {
	const struct rules *rules;
	struct cellmap *map;
	struct arena *arena;
	struct equation *equation; /* in the order of the rules, then of the cells */
	size_t count, room;
	const struct equation_use **use; /* of each cell */
	size_t failing;                  /* that do not hold as the cells are */
	const struct rule *rule;         /* being read */
	bool failed;                     /* memory ran out */
};

/* Reads the system off the rules that join; all are borrowed. False: memory is out. */
bool equations_read(struct equations *, const struct rules *, struct cellmap *,
    struct arena *);

const struct equation_use *equations_of(const struct equations *, const struct cell *);

/* The value of a cell of the equation with which it holds, next to what is on trial. */
bool equation_wants(const struct equation *, const struct expr_term *, struct decimal *);

/* Puts changes on trial, or takes them back. False: a number does not fit; nothing is. */
bool equations_try(struct equations *, const struct change *, size_t count);
void equations_undo(struct equations *, const struct change *, size_t count);

/* Would the rules on single cells that are errors take this value there? */
bool equations_allow(struct equations *, const struct change *);

#endif
