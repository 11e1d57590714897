/* SPDX-License-Identifier: MIT */
/*
 * The parts of a whole, as a sentence lists them.
 *
 * Either what stands before each number or what stands behind it names the
 * part, in all items alike. A list ends where its separator changes, where
 * the parts add up to the whole, at an item of another unit, and at one that
 * is no part: `stops`. Parts of a part, 12条,包括结果8条、整改4条, are passed over.
 */
#ifndef GIP_PARTLIST_H
#define GIP_PARTLIST_H

#include "count.h"
#include "phrases.h"
#include "words.h"

/* What the stanza `stated parts` says (parts.h). */
struct part_grammar {
	struct phrases opens, resumes, qualifies;
	struct patterns item, stops;
	struct words alike;
};

enum { PARTS_MAX = 64 }; /* a longer list is none */

struct part_list {
	struct count whole, part[PARTS_MAX];
	struct count percent[PARTS_MAX]; /* that the part is said to be; end 0: nothing is said */
	size_t parts;
	bool nested;      /* the whole is itself a part of something */
	struct decimal sum;
	struct slice sep; /* behind the last part; empty: the list was at its end */
	size_t end;       /* behind that */
	bool closed;      /* it ended where a list ends, not before something else */
	bool unclear;     /* it cannot be told which of them are parts of this whole */
};

/* A list without parts yet. */
void part_list_begin(struct part_list *, const struct count *whole, bool nested);

/* Reads what stands in `text` from byte `at` on. */
void part_list_read(const struct part_grammar *, struct slice text, size_t at,
    bool semicolons, struct part_list *);

/*
 * "事项8项,可在线办理事项37项": is the next clause about some of the same
 * things? Then it is the one part. `found`: the words of the text.
 */
bool part_list_qualified(const struct part_grammar *, struct slice text,
    const uint64_t *found, struct part_list *);

/* Are these parts of that whole, beyond doubt? `several`: one alone would be doubtful. */
bool part_list_holds(const struct part_list *, bool several);

#endif
