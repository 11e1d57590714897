/* SPDX-License-Identifier: MIT */
/*
 * The rules of the form files, compiled: what must hold in a report.
 *
 * Stanza `rule ID`:
 *	severity  error, warning or note
 *	scope     where it applies (scope.h); `except` takes places out
 *	when      a condition: the rule applies only where it is true; several
 *	          must all be
 *	holds     what must be true there (expr.h)
 *	at        the cell that a finding names. Without it, the cell of the scope, or the
 *	          side of an equation that is one cell; else what the scope fixes
 *	expected  what that cell should be. Without it, the other side of an equation;
 *	          with it, the rule takes no part in the search for a cause
 *	covers    ids of rules, as globs with commas between: what they object to in what
 *	          the prose states, and this rule's objection, is one finding (cover.h)
 *	zh, en    the message (message.h)
 *	passes    an example in which the rule holds, and one in which it fails: example.h
 *	fails
 *	source    where the rule comes from: names of stanzas `source NAME`, which have
 *	          zh and en, or words, with commas between
 *
 * Stanza `message NAME`, with zh and en, says what several failures have in
 * common: `cause` (one cell explains them), `mistake` (another mistake does) and
 * `causes` (several do, one alone would be enough). `change` is one cell and its other
 * value in {changes}; swap, shift, rows, moved and cells are the mistakes with more than
 * one (mistake.h). `slip.KIND` is how the typing of a number went wrong (slip.h).
 * `undecided` tells why a rule has no verdict. `doubt` is added to a finding on rows that
 * gip-table put together from damaged text ({rows} of them), so that it may be to blame.
 */
#ifndef GIP_RULES_H
#define GIP_RULES_H

#include "findings.h"
#include "language.h"
#include "message.h"
#include "scope.h"

struct rule {
	struct slice id;
	const struct stanza *stanza; /* its text */
	enum severity severity;
	enum severity told; /* the same, unless the user wants another (select.h) */
	bool silent;        /* it is judged, but nothing is told of it */
	struct scope scope;
	const struct expr **when;
	size_t whens, when_room;
	const struct expr *holds;
	const struct expr *at;       /* NULL: what the scope fixes */
	const struct expr *expected; /* NULL: nobody can say */
	struct slice covers;         /* globs of ids, with commas between */
	const struct message *message[CHECK_LANGUAGES];
	bool joins; /* a sum over a row or column: its failures may share a cause */
};

enum rules_saying {
	SAY_CAUSE, SAY_MISTAKE, SAY_CAUSES, SAY_CHANGE, SAY_UNDECIDED, SAY_DOUBT,
	SAY_SWAP, SAY_SHIFT, SAY_ROWS, SAY_MOVED, SAY_CELLS,
	SAY_SLIP_SWAPPED, SAY_SLIP_LOST, SAY_SLIP_ADDED, SAY_SLIP_MISTYPED, SAY_SLIP_SIGN,
	SAYINGS
};

struct rules {
	struct rule *rule; /* in the order of the form files */
	size_t count, room;
	/* NULL: no such stanza */
	const struct message *saying[SAYINGS][CHECK_LANGUAGES];
	/* Of check_cells: made when it is worth it (sieve.h), documents checked until then. */
	struct sieve *sieve;
	size_t documents;
	struct arena arena;
};

/* The stanzas are borrowed. NULL: `*error` says why. */
struct rules *rules_compile(const struct stanzas *, struct form_error *error);
void rules_free(struct rules *);

/* Do all the rule's conditions hold at this place? */
bool rule_applies(const struct rule *, struct cellmap *, const struct expr_scope *);

/* What becomes of a rule at a place. */
enum rule_verdict {
	RULE_HOLDS, RULE_FAILS,
	RULE_UNDECIDED,  /* cells lack a number that it needs, or a condition does */
	RULE_IS_NOT_FOR, /* a condition is not met, or the form has no such cells */
	RULE_VERDICTS
};

enum rule_verdict rule_verdict(const struct rule *, struct cellmap *,
    const struct expr_scope *);

#endif
