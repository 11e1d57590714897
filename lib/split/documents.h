/* SPDX-License-Identifier: MIT */
/*
 * Documents in a stream of text.
 *
 * A document starts at a line `==> NAME <==`, at a form feed, or, unmarked,
 * where a new title and section one follow a later section. Unnamed documents
 * of the stream NAME are NAME, NAME:2, NAME:3 ... Lines are numbered from 1 in
 * every document, so that a document reads the same alone and in a stream.
 *
 * A document with a name is whole: only the next marker ends it, so that a
 * file reads the same as an operand and behind a marker.
 *
 * A form feed inside a report (what begins behind it has neither title nor
 * section one before the next later section) is a page break of pdftotext,
 * not a new document.
 *
 * Where the last line of one report and the title of the next are one line
 * (`cat` of files without a last newline: "2022年1月24日某某局"), the line is
 * cut between them. Blank lines between two reports belong to the first.
 */
#ifndef GIP_DOCUMENTS_H
#define GIP_DOCUMENTS_H

#include "lines.h"
#include "input.h"
#include "notice.h"

struct documents {
	struct input *input;
	const struct headings *headings;
	const struct notices *notices;
	struct slice stream;   /* the name of the stream: operand or "-" */
	size_t limit;          /* largest document, in bytes */
	bool whole;            /* the stream is one file operand: only markers split it */
	struct lines lines;    /* of the document given out */
	struct documents_state *state; /* private */
};

enum documents_status {
	DOCUMENTS_NEXT,
	DOCUMENTS_END,
	DOCUMENTS_TROUBLE, /* read error or memory: said as NOTICE_ERROR; stop */
};

/* All pointers and `stream` are borrowed. False: memory is out. */
bool documents_init(struct documents *, struct input *, const struct headings *,
    const struct notices *, struct slice stream, bool whole, size_t limit);

/*
 * The next document: its name and its text (LF line ends, no CR before LF, no
 * byte order mark), both valid until the next call. A document over the
 * limit, that is not UTF-8 text, or that is spoilt (spoilt.h) is said as
 * NOTICE_ERROR with what it looks like, and passed over; the stream goes on.
 * One that is spoilt in a part is said as NOTICE_WARNING and given out. A
 * stream without any byte gives DOCUMENTS_END at once.
 */
enum documents_status documents_next(struct documents *, struct slice *name,
    struct slice *text);

void documents_release(struct documents *);

#endif
