/* SPDX-License-Identifier: MIT */
/*
 * The title of a report: 某县某局2024年政府信息公开工作年度报告, in one line or broken
 * over up to three, with the year and the agency in any order or missing.
 */
#ifndef GIP_TITLE_H
#define GIP_TITLE_H

#include "headings.h"
#include "passage.h"

enum {
	TITLE_LINES = 3,
	TITLE_LINE_BYTES = 180, /* the longest, without white space around it */
};

struct title {
	size_t lines;       /* that it takes, the last ones of those given */
	unsigned score;     /* how much it says; 0: only that a report follows */
	struct slice whole; /* folded; slices into the reader's passage, until the next read */
	struct slice agency, when;
	unsigned year;      /* 0: none */
};

struct title_reader {
	const struct headings *headings;
	struct passage passage;
};

#define TITLE_READER_INIT(h) { .headings = (h), .passage = PASSAGE_INIT }

/*
 * The fullest title that ends with the last of `count` lines (at most TITLE_LINES); in as
 * few lines as say all of it. False: none ends there, or memory is out (then
 * reader->passage.folded.failed).
 */
bool title_read(struct title_reader *, const struct slice *line, size_t count,
    struct title *);
/* The title that takes exactly these lines. */
bool title_read_all(struct title_reader *, const struct slice *line, size_t count,
    struct title *);
/* The title that is all of a line, which may be as long as one, by the passage of it. */
bool title_of_line(const struct headings *, const struct passage *, struct title *);
void title_release(struct title_reader *);

/*
 * The fullest title inside a line, of equals the last: white space or a sentence before it,
 * white space or the beginning of a text behind it. It takes bytes *start to *end. False:
 * there is none that says a year or an organ, or memory is out (as above).
 */
bool title_inside(struct title_reader *, struct slice line, size_t *start, size_t *end,
    struct title *);

/* Tests that cost next to nothing. Worth: a title may end with this line; word: 报告 or 年报
   stands in it, as in one of the lines of every title; inside: in a line of any length. */
bool title_worth(struct slice line);
bool title_word(struct slice line);
bool title_may_be_inside(struct slice line);

/* May a title that goes on in the next line begin with this one, or in it? As above. */
bool title_begins(const struct headings *, const struct passage *line);

/* The score of a title that says all there is to say. */
enum { TITLE_SCORE_MOST = 7 };

/* `line` without what the end of another document left before a title: 2022年1月24日某局. */
struct slice title_unglue(struct title_reader *, struct slice line);

/* Folded text that is the name of an organ. */
bool title_is_organ(const struct headings *, struct slice folded);

#endif
