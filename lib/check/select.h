/* SPDX-License-Identifier: MIT */
/*
 * Which rules are told, and how severely: what -r, -R and --severity ask for.
 *
 * All rules are judged whatever is selected, for what one rule knows helps to
 * find the cause of another's failure; selection is about what is told of them.
 */
#ifndef GIP_SELECT_H
#define GIP_SELECT_H

#include "rules.h"

enum select_kind {
	SELECT_ONLY,     /* ID,ID ...: tell these and no others */
	SELECT_WITHOUT,  /* ID,ID ...: tell all but these */
	SELECT_SEVERITY, /* ID,ID ...=LEVEL: tell these as error, warning or note */
};

struct selection {
	struct selection_item {
		enum select_kind kind;
		struct slice value;
	} *item;
	size_t count, room;
	struct arena arena;
};

#define SELECTION_INIT { .arena = ARENA_INIT }

/* Keeps a wish; `value` is borrowed. False: memory. */
bool selection_add(struct selection *, enum select_kind, struct slice value);
void selection_release(struct selection *);

struct selection_error {
	const char *what;
	struct slice datum;
};

/*
 * Applies the wishes to the rules: those of one kind add up, what is to be left out
 * is left out of what is told otherwise, of two severities the later one counts. An ID
 * may be a glob. False: one matches no rule, or none is left; `*error` says.
 */
bool selection_apply(const struct selection *, struct rules *, struct selection_error *);

#endif
