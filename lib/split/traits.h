/* SPDX-License-Identifier: MIT */
/*
 * Traits: what gip-split asks of a line alone, whatever stands around it.
 *
 * The lines of reports recur: labels, headings, phrases of the form, zeros stand in
 * hundreds of thousands of documents. So every question to the text of a line is one of
 * these, is answered at most once for a line that is remembered (recall.h), and what is
 * decided of a document is decided from the answers.
 */
#ifndef GIP_TRAITS_H
#define GIP_TRAITS_H

#include <stdint.h>

#include "document.h"

enum trait {
	/* Seen when the characters of the line are looked at, which is done at once. */
	TRAIT_VISIBLE = 1 << 0,  /* not only white space */
	TRAIT_TAB = 1 << 1,
	TRAIT_PIPE = 1 << 2,
	TRAIT_SENTENCE = 1 << 3, /* 。；！？ */
	TRAIT_ORDINAL = 1 << 4,  /* 、 */
	TRAIT_TAG = 1 << 5,      /* < */
	TRAIT_BROKEN = 1 << 6,   /* not UTF-8, or a control byte: no text */
	TRAIT_SPOILT = 1 << 7,   /* a sign of spoilt text (spoilt.h) */
	TRAIT_COMMA = 1 << 8,    /* of either width */

	/* Learned when they are asked for. */
	TRAIT_NUMBERED = 1 << 9,   /* headline_start */
	TRAIT_WORTH = 1 << 10,     /* the same */
	TRAIT_SECTION = 1 << 11,   /* headline_section: `section` is set */
	TRAIT_GOES_ON = 1 << 12,   /* numbered as sections are, with more it may be a heading */
	TRAIT_ROOT = 1 << 13,      /* headline_root */
	TRAIT_TABLE = 1 << 14,     /* headline_table: `table` is set */
	TRAIT_TITLE_END = 1 << 15, /* title_worth */
	TRAIT_TITLE_WORD = 1 << 16, /* title_word */
	TRAIT_TITLE_INSIDE = 1 << 17, /* title_may_be_inside */
	TRAIT_TITLE = 1 << 18,     /* title_read, of it alone: `score` is set */
	TRAIT_TITLE_ROOT = 1 << 19, /* title_begins */
	TRAIT_ENDED = 1 << 20,     /* kind_ends_sentence */
	TRAIT_DATE = 1 << 21,      /* kind_date */
	TRAIT_ORGAN = 1 << 22,     /* the name of an organ, and not numbered */
	TRAIT_FOOTER = 1 << 23,    /* what stands behind a report */
	TRAIT_SEAM = 1 << 24,      /* joined_seam */
	TRAIT_IN_TABLE = 1 << 25,  /* `in_table` is set: kind_in_table */
	TRAIT_IN_PROSE = 1 << 26,  /* `in_prose` is set: kind_in_prose */
	TRAIT_PROSE_ROOT = 1 << 27, /* kind_begins */
	TRAIT_SUBHEADING = 1 << 28, /* `style`, `part`, `marked` are set: aspect_read */
};

struct traits {
	uint64_t hash;        /* of the line, to find it again; 0: it is too long for that */
	uint32_t is, known;   /* enum trait: those it has; those that were learned */
	size_t begin, behind; /* what shows anything stands between these bytes */
	uint32_t han;         /* ideographs */
	uint8_t questions;    /* question marks, at most UINT8_MAX */
	struct {
		uint8_t section, weight; /* enum section; as struct section_guess has them */
		bool whole, firm;
		size_t end;       /* headline_end */
	} section;
	uint8_t table;        /* enum section */
	uint8_t score;        /* of the title */
	uint8_t in_table, in_prose; /* enum line_kind */
	uint8_t style, part;  /* enum outline_style, enum part: aspect_read */
	bool marked;          /* the same */
};

/* The line without white space around it, as fold_trim has it. */
static inline struct slice
traits_visible(const struct traits *t, struct slice line)
{
	return (struct slice){ line.ptr + t->begin, t->behind - t->begin };
}

/* Looks at the characters: what is learned at once, and nothing else. */
void traits_look(struct slice line, struct traits *);

#endif
