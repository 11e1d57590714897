/* SPDX-License-Identifier: MIT */
/*
 * How titles, section headings and sub-headings are written: the stanzas
 * `section`, `part`, `title`, `date`, `period`, `noise` and `fact` of the form
 * files, compiled.
 *
 * Patterns match folded text (fold.h). A key may stand more than once; the
 * first of its patterns that matches counts.
 *
 *	section NAME    a section of the report (overview active requests ...)
 *		number   its number in the form
 *		name     its title in the form
 *		title    start of a line, behind the numbering: as the form words it
 *		variant  the same, as others word it
 *		start    sub-heading that begins the section where its own is lost
 *		table    first line of its table, which does the same
 *	part NAME       an aspect of section one (active on_request ...)
 *		title    a sub-heading, whole: enough even without numbering
 *		variant  found anywhere in a numbered sub-heading
 *	title ANY
 *		pattern  a whole title of a report, groups agency and when
 *		dated    the same of one that names a year; these are tried first
 *		year     what each of those holds
 *		glue     what may stand before one in the same line
 *		organ    a whole name of an organ
 *		announced  a sentence that names the report, groups agency and when
 *		open     a numbered sub-heading, whole, without a full stop
 *		closed   the same before a full stop
 *		caption  a heading inside a section of tables
 *		table    how a table of the form begins
 *		behind   how a text begins, if nothing parts it from its heading
 *		define   NAME PATTERN: what (?&NAME) is in all these patterns
 *	date ANY        pattern: a line that is a date, groups date and agency
 *	period ANY      holds, pattern: the period reported on, groups from and to
 *		year     a sentence on what was done in a year, group year
 *	noise ANY       strip: what is no part of a heading before it
 *		inside   a line that is no part of a table it stands in
 *		footer   a line that can only stand behind a report
 *	fact NAME       a cell of table report (observe.h)
 */
#ifndef GIP_HEADINGS_H
#define GIP_HEADINGS_H

#include <stdint.h>

#include "document.h"
#include "pattern.h"

struct headings; /* opaque; compiled once, shared by all stages */

/* NULL: `*error` says why. */
struct headings *headings_compile(const struct stanzas *, struct form_error *error);
void headings_free(struct headings *);

/* Patterns that stand for one thing; those of sections and parts follow below. */
enum heading_set {
	HEADING_TITLE, HEADING_DATED, HEADING_TITLE_YEAR, HEADING_GLUE, HEADING_ORGAN,
	HEADING_OPEN, HEADING_CLOSED, HEADING_CAPTION, HEADING_ROWS, HEADING_BEHIND,
	HEADING_ANNOUNCED, HEADING_DATE,
	HEADING_PERIOD, HEADING_YEAR, HEADING_STRIP, HEADING_INSIDE, HEADING_FOOTER,
	HEADING_SETS
};

struct heading_hit {
	const struct pattern *pattern;
	struct pattern_match match;
};

/* The first pattern of the set that matches. A pattern that gives up does not match. */
bool headings_match(const struct headings *, enum heading_set, struct slice folded,
    struct heading_hit *);

/* May a longer text match that begins with `folded`? */
bool headings_may_match(const struct headings *, enum heading_set, struct slice folded);

/* The group (?<name>...) of a hit; empty where it has none. */
struct slice heading_group(const struct heading_hit *, const char *name);

/* How a phrase is known: by the words of the form, by others, by what it begins. */
enum heading_words {
	HEADING_STANDARD, HEADING_VARIANT, HEADING_START, HEADING_TABLE, HEADING_WORDS
};

/* `phrase` begins with a heading of this section in such words; where that ends: `*end`. */
bool headings_section(const struct headings *, enum section, enum heading_words,
    struct slice phrase, size_t *end);
/* May a longer phrase begin so that begins with `phrase`? */
bool headings_may_begin(const struct headings *, enum section, enum heading_words,
    struct slice phrase);
unsigned headings_number(const struct headings *, enum section); /* in the form; 0: none */
struct slice headings_name(const struct headings *, enum section); /* empty: none */

/* The aspect that a sub-heading names, or PART_NONE. HEADING_VARIANT: also by key words. */
enum part headings_part(const struct headings *, enum heading_words, struct slice phrase);

/* The words that sentences are asked for: these here, and whose stanzas compile later. */
struct lexicon;
struct lexicon *headings_lexicon(const struct headings *);

/* One of the words that a line about the period holds was found in a sentence. */
bool headings_may_be_period(const struct headings *, const uint64_t *found);

/* What is remembered of lines that were read by these headings. */
struct recall;
struct recall *headings_recall(const struct headings *);

/* The stanzas `fact`. */
struct observations;
const struct observations *headings_observations(const struct headings *);

#endif
