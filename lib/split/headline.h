/* SPDX-License-Identifier: MIT */
/*
 * The head of a line: folded, without markup, numbering and phrase apart.
 * What a heading can be seen from, at the same price for a line of any length.
 */
#ifndef GIP_HEADLINE_H
#define GIP_HEADLINE_H

#include "headings.h"
#include "outline.h"
#include "passage.h"

enum { HEADLINE_BYTES = 240 }; /* of a line: room for any heading and what follows it */

struct headline {
	struct passage passage;
	struct slice text;      /* folded; without leftovers of Word, Markdown, HTML */
	struct outline number;
	struct slice phrase;    /* text behind the numbering */
	bool marked;            /* a heading of Markdown: # */
	struct heads *kept;     /* heads.h: those of the document; NULL: it is not at rest */
};

#define HEADLINE_INIT { .passage = PASSAGE_INIT }

/*
 * Reads the first few hundred bytes of `count` lines as one line. Slices point into `head`,
 * until the next call. False: memory is out.
 */
bool headline_read(const struct headings *, const struct slice *line, size_t count,
    struct headline *head);
void headline_release(struct headline *);

/* The same of one line, for who wants no more than headline_clause and headline_words. */
bool headline_read_clause(const struct headings *, struct slice line, struct headline *head);

/* The part of the phrase before the first of 。：；！？ and comma. */
struct slice headline_clause(const struct headline *);

/*
 * The line as it stood up to the end of that part; the whole of it where the part is empty.
 * False: memory is out.
 */
bool headline_words(const struct headline *, struct arena *, struct slice *words);

/* What a section heading is worth (chain.h picks among them): the most in the words of the
   form, under its number, in a line of its own. */
enum { SECTION_WEIGHT_MOST = 34, SECTION_WEIGHT_TABLE = 1 };

struct section_guess {
	enum section section;
	unsigned weight;
	bool whole; /* nothing else stands in the line */
	bool firm;  /* numbered and in the words of the form, or nearly */
	size_t end; /* byte of head->text behind its words */
};

/* False: the line is no section heading. */
bool headline_section(const struct headings *, const struct headline *,
    struct section_guess *);

/* The same for what may be one inside a line: numbered, and in the words of the form, or in
   others under the number of the form with white space behind them. */
bool headline_inner(const struct headings *, const struct headline *,
    struct section_guess *);

/* Where the text of the heading's section begins in `line`, of which the head was read. */
size_t headline_end(const struct headline *, struct slice line,
    const struct section_guess *);

/* May more be stripped from a line that begins with the line of the head? */
bool headline_may_strip(const struct headings *, const struct headline *);

/*
 * May a line that begins with the line of the head be a section heading? False only if
 * headline_section has that answer for each of them.
 */
bool headline_root(const struct headings *, const struct headline *);

/* The line begins the table of a section: its only mark where the heading is lost. */
bool headline_table(const struct headings *, const struct headline *,
    struct section_guess *);

/*
 * Tests that cost next to nothing. Worth: it may be a section heading at all; numbered: it
 * begins like one with a number. `visible`: the line without white space around it.
 */
struct headline_start {
	bool worth, numbered;
};

struct headline_start headline_start(struct slice visible);
bool headline_numbered(struct slice line);

#endif
