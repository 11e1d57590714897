/* SPDX-License-Identifier: MIT */
/*
 * The running text of a document as sentences that patterns can be tried on.
 *
 * Lines that a page or a screen broke are joined again, and the text is folded
 * (fold.h), so that a clause is written in one way only: "共收到申请 3　件，"
 * is "共收到申请3件,". White space between two digits stays as LF: what stood
 * there as two numbers must not become one. Every byte knows the line and the
 * place that it came from.
 */
#ifndef GIP_PROSE_H
#define GIP_PROSE_H

#include "document.h"
#include "lexicon.h"
#include "stretch.h"

/* A sentence, without the mark that ends it: 。 ; ! ? or the end of a paragraph. */
struct sentence {
	struct slice text; /* folded, a part of prose.text */
	size_t start;      /* of text in prose.text */
	enum section section;
	enum part part;
	const uint64_t *found; /* the words of the lexicon that stand in it */
};

struct prose {
	struct slice text; /* folded; a paragraph ends in LF LF */
	struct sentence *sentence;
	size_t count, room;
	uint64_t *found; /* the words that stand in any of them; NULL: there is none */
	size_t found_size; /* elements of each `found` */
	struct stretches stretches; /* where the text comes from */
	size_t han[SECTIONS][PARTS]; /* Chinese characters in lines of kind text and heading */
};

/* A lexicon for prose, without words yet. NULL: memory is out. */
struct lexicon *prose_lexicon(void);

/*
 * Reads the lines of kind text and heading that are not behind the report. Everything lies
 * in the arena or in `doc`. False: memory is out.
 */
bool prose_read(const struct document *doc, const struct lexicon *, struct arena *,
    struct prose *);

/* The sentence that holds byte `at` of prose.text, or stands before it. */
const struct sentence *prose_sentence(const struct prose *, size_t at);

/* The number of the line that byte `at` of prose.text came from. */
size_t prose_line_no(const struct prose *, size_t at);

/*
 * Bytes start to end of prose.text as they stood: white space inside a line is
 * kept, line ends and indentation are not. False: memory is out.
 */
bool prose_raw(const struct prose *, size_t start, size_t end, struct arena *,
    struct slice *raw);

/*
 * Widens start..end, offsets in the text of the sentence, to whole clauses: to
 * the commas around it, those inside numbers apart.
 */
void prose_clauses(const struct sentence *, size_t *start, size_t *end);

#endif
