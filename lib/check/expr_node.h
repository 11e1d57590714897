/* SPDX-License-Identifier: MIT */
/*
 * Inside of expr.h: the tree that the parser builds and the others walk.
 */
#ifndef GIP_EXPR_NODE_H
#define GIP_EXPR_NODE_H

#include "expr.h"
#include "pattern.h"

enum expr_op {
	EXPR_NUMBER, EXPR_REF, EXPR_NEGATE, EXPR_ADD, EXPR_SUB, EXPR_MUL, EXPR_DATE,
	EXPR_MAX, EXPR_MIN, EXPR_COUNT, EXPR_SHOWN, EXPR_UNIT, EXPR_DIVIDE,
	/* from here on truths */
	EXPR_HAS, EXPR_MATCHES, EXPR_WRITTEN, EXPR_ALIKE, EXPR_AMONG, EXPR_WHOLE, EXPR_EQ, EXPR_NE, EXPR_LT, EXPR_LE, EXPR_GT, EXPR_GE,
	EXPR_NOT, EXPR_AND, EXPR_OR,
};

enum { EXPR_ARGUMENTS = 3, REF_TABLE = 0, REF_ROW, REF_COL, REF_PARTS };

/*
 * The cells of a reference at one place, not looked up by name: seats in which the cells of
 * the document at hand stand (expr_bind.h).
 */
struct expr_bound {
	const struct cell *const **seat; /* NULL in one: this document has no such cell */
	size_t count, room;
	bool one;               /* there is but this one, in any document */
	const unsigned *states; /* NULL, or a bit for each state that a cell in them has */
	/* If not NULL it tells which of two others counts: true, the first. */
	const bool *choice;
	const struct expr_bound *either[2];
};

struct expr_ref {
	struct slice part[REF_PARTS];
	bool here[REF_PARTS]; /* the scope's own */
	bool target;          /* the form cell that a stated number speaks of, or, with
	                         a part for the column, another one of its row */
	bool first;           /* of the cells with the scope's own keys */
	bool numbered;        /* `@` in the column: what the scope's own column ends in */
	const struct expr_bound *bound; /* NULL: the cells are looked up by name */
};

/* What bound references and counts come to, each times a factor, and a whole number. */
struct expr_terms {
	struct expr_bound_term {
		const struct expr *e; /* EXPR_REF, _SHOWN or _COUNT */
		int64_t factor;
		const struct cell *const *seat; /* of a single cell; NULL: look at e */
	} *term;
	size_t count, room;
	int64_t constant;
};

struct expr {
	enum expr_op op;
	bool quick;                     /* bound, and of a kind that expr_quick knows */
	const struct expr_terms *terms; /* of a number; of a comparison, left less right */
	const struct expr *arg[EXPR_ARGUMENTS];
	struct decimal number; /* EXPR_NUMBER */
	struct expr_ref ref;   /* EXPR_REF, _MAX, _MIN, _COUNT, _SHOWN, _UNIT, _HAS, _AMONG, _MATCHES,
	                          _WRITTEN */
	enum cell_state state; /* EXPR_COUNT */
	bool unplain;          /* EXPR_COUNT: of them those in other than plain digits */
	const struct pattern *pattern; /* EXPR_MATCHES, EXPR_WRITTEN */
};

static inline bool
expr_has_ref(const struct expr *e)
{
	return e->op == EXPR_REF || e->op == EXPR_MAX || e->op == EXPR_MIN
	    || e->op == EXPR_COUNT || e->op == EXPR_SHOWN || e->op == EXPR_UNIT
	    || e->op == EXPR_HAS || e->op == EXPR_AMONG || e->op == EXPR_MATCHES
	    || e->op == EXPR_WRITTEN;
}

/* What `name` refers to in scopes of that kind. NULL, or what is wrong with it. */
const char *expr_ref_parse(struct slice name, enum expr_kind kind, struct expr_ref *);

/* Calls `each` for the cells that a reference matches, in the order of the table. */
void expr_each_cell(const struct expr_ref *, struct cellmap *, const struct expr_scope *,
    void (*each)(void *context, const struct cell *), void *context);

/* The keys that a reference names there, with its `*`. */
void expr_keys(const struct expr_ref *, const struct expr_scope *, struct slice *table,
    struct slice *row, struct slice *col);

/* What stands behind the last dot of a key: what `@` is there. */
struct slice expr_ending(struct slice key);

/* The truths on what cells say in words: matches, written, alike. */
struct expr_value expr_text_eval(const struct expr *, struct cellmap *,
    const struct expr_scope *);

/* The number that a cell counts as; false: unknown. */
bool expr_cell_number(const struct cell *, struct decimal *);

#endif
