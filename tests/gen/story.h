/* SPDX-License-Identifier: MIT */
/*
 * The prose of a report. The numbers of applications, answers, reviews and papers
 * that it states are those of the tables.
 */
#ifndef GEN_STORY_H
#define GEN_STORY_H

#include "agency.h"

struct story {
	struct page *page;
	const struct truth *truth;
	const struct agency *agency;
	struct buf *text; /* scratch */
	uint32_t numbering; /* how headings inside a section are numbered */
};

void story_opening(struct story *);  /* before section one */
void story_overview(struct story *); /* section one with its aspects */
void story_heading(struct story *, unsigned section, struct slice words);
void story_problems(struct story *);
void story_others(struct story *);
void story_signature(struct story *);

/* A paragraph of a sentence with places to fill: see story.c. */
void story_tell(struct story *, const char *sentence);

#endif
