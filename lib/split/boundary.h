/* SPDX-License-Identifier: MIT */
/*
 * Where, in text without markers, one report ends and the next begins.
 *
 * What may be a boundary is marked: a title behind a later section, a form
 * feed. What follows decides: the numbering of sections starts again (the
 * mark was one), or it goes on (a page break, a list of other reports).
 *
 * Offsets are those of the text that the caller collects. A mark is at most
 * one; the text from there on has to be kept until it is decided.
 */
#ifndef GIP_BOUNDARY_H
#define GIP_BOUNDARY_H

#include "headline.h"
#include "title.h"

/* The document before ends at `end`, the next one begins at `start`. */
struct cut {
	size_t end, start;
};

/* What is known of the title of a document. */
struct known_title {
	bool seen;
	unsigned year;
	struct buf agency;
};

enum { BOUNDARY_RECENT = TITLE_LINES - 1 };

struct boundary {
	const struct headings *headings;
	struct title_reader titles;
	struct headline head;
	struct known_title current, next; /* of the document; of what the mark begins */
	enum section deepest;  /* the last section that the document has reached */
	size_t lines;          /* of the document that are not blank */
	struct {
		enum section section; /* of the last heading, */
		size_t line;          /* its number among these lines, */
		bool contents;        /* and whether it stood in a table of contents */
	} heading;
	struct {
		bool set, page;
		bool prose; /* sentences stand between the form feed and here */
		bool same;  /* the title behind it may be that of the current report */
		struct cut cut;
	} mark;
	struct {
		size_t start, len;
		bool word; /* title_word */
	} recent[BOUNDARY_RECENT]; /* newest last; len 0: none */
};

void boundary_init(struct boundary *, const struct headings *);
void boundary_release(struct boundary *);

/* A new document begins here, whatever stood before. */
void boundary_restart(struct boundary *);

enum boundary_status { BOUNDARY_NONE, BOUNDARY_CUT, BOUNDARY_MEMORY };

/*
 * Takes the next line, which is text[start..]. BOUNDARY_CUT: `*cut` is a boundary, and the
 * state is that of the new document.
 */
enum boundary_status boundary_line(struct boundary *, struct slice text, size_t start,
    struct cut *cut);

/* A form feed at byte `at` of the text. */
void boundary_page(struct boundary *, size_t at);

/* The input has ended: is the mark, if there is one, a boundary? */
bool boundary_end(struct boundary *, struct cut *cut);

/* The first byte that is still needed; `len` if none is. */
size_t boundary_needs(const struct boundary *, size_t len);

/* The first `by` bytes of the text are gone. They were not needed. */
void boundary_shift(struct boundary *, size_t by);

/* Drops the mark: the text behind it cannot be kept. */
void boundary_forget(struct boundary *);

#endif
