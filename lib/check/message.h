/* SPDX-License-Identifier: MIT */
/*
 * Messages: templates from form files, filled in for one finding.
 *
 *	“{row}”一行各列之和为 {left}，总计为 {right}
 *
 * {word} is one of the words below; {=EXPRESSION} is the value of an
 * expression in the scope of the finding, or of the cell that it names; {raw=CELL}
 * is the text of that cell as it stood, of a stated number the clause.
 */
#ifndef GIP_MESSAGE_H
#define GIP_MESSAGE_H

#include "buf.h"
#include "expr.h"

enum message_word {
	/* what the form calls the table, row and column of the finding's cell */
	MESSAGE_TABLE, MESSAGE_ROW, MESSAGE_COL,
	MESSAGE_ACTUAL, MESSAGE_EXPECTED, /* its value, and what it should be */
	MESSAGE_RAW,                      /* its text as it stood, or the clause */
	MESSAGE_LEFT, MESSAGE_RIGHT,      /* the sides of the comparison */
	MESSAGE_YEAR, MESSAGE_AGENCY,     /* facts on the report */
	MESSAGE_BROKEN,                   /* the messages of the rules that fail together */
	MESSAGE_CHANGES,                  /* what would mend them */
	MESSAGE_SLIP,                     /* how the typing went wrong, or nothing */
	MESSAGE_ROWS,                     /* how many rows the reading put together */
	MESSAGE_UNKNOWN,                  /* the cells for want of which nothing is decided */
	MESSAGE_WORDS
};

struct message; /* opaque */

/*
 * Parses a template into `arena`. Bit i of `words` allows word i; expressions
 * are parsed for scopes of `kind`. NULL: `*error` says why.
 */
struct message *message_parse(struct arena *, const struct stanza *, size_t line,
    struct slice text, unsigned words, enum expr_kind kind, struct form_error *error);

/* Appends the message; what is unknown is `?`. `word` has MESSAGE_WORDS elements. */
void message_add(struct buf *, const struct message *, const struct slice *word,
    struct cellmap *, const struct expr_scope *);

/* Calls `each` for its expressions until it returns false: then returns false. */
bool message_each_expr(const struct message *,
    bool (*each)(void *context, const struct expr *), void *context);

#endif
