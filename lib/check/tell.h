/* SPDX-License-Identifier: MIT */
/*
 * Failures put into words: the finding for each cause.
 */
#ifndef GIP_TELL_H
#define GIP_TELL_H

#include "cause.h"
#include "subject.h"
#include "tables.h"

struct teller {
	const struct rules *rules;
	const struct tables *tables; /* names for messages; NULL: keys are used */
	enum check_language language;
	struct cellmap *map;
	struct findings *out;
	struct slice form, year, agency; /* facts on the report; empty: unknown */
	struct buf text;   /* scratch, released by tell_end */
	bool failed;       /* memory ran out */
};

/* First and last. The caller sets rules, tables, language, map and out. False: memory. */
void tell_begin(struct teller *);
bool tell_end(struct teller *);

/*
 * Adds the finding for a cause: that of the fault `leader` and of all that it leads.
 * cause_find has been there, and the rule of one of them is to be told.
 */
void tell_cause(struct teller *, const struct fault *, size_t leader);

/* The first of those faults whose rule is to be told: the finding is in its name. */
size_t tell_first(const struct fault *, size_t leader);

/* Adds a fault that another one's finding explains. */
void tell_explained(struct teller *, const struct fault *);

/* Adds a record without an id. Slices are borrowed. */
void tell_add(struct teller *, struct slice rule, enum severity, const struct subject *,
    struct slice expected, struct slice message);

/* Texts in the arena of the findings: a number; the value of an expression, empty where
   it is unknown or NULL; what was gathered in t->text, which is empty then. */
struct slice tell_number(struct teller *, struct decimal);
struct slice tell_value(struct teller *, const struct expr *, const struct expr_scope *);
struct slice tell_text(struct teller *);

/* What messages say of a subject: its names in the form, its value, the report. */
void tell_words(const struct teller *, const struct subject *, struct slice *word);

extern const char *const tell_separator[CHECK_LANGUAGES]; /* of the items of a list */

#endif
