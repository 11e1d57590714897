/* SPDX-License-Identifier: MIT */
/*
 * The findings on one document: what gip-check prints and `gip-sum -k rule`
 * counts. With `gip-check -a` also the checks that found nothing.
 */
#ifndef GIP_FINDINGS_H
#define GIP_FINDINGS_H

#include "arena.h"

/* From the least. The first three are no findings: only `gip-check -a` tells them. */
enum severity {
	SEVERITY_HOLDS,     /* the rule holds there */
	SEVERITY_UNDECIDED, /* it cannot be decided there */
	SEVERITY_EXPLAINED, /* it fails there, for the cause that an earlier finding names */
	SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR,
	SEVERITIES
};

extern const char *const severity_names[SEVERITIES];

/* Reads one of a finding, or any. False: no such. */
bool severity_named(struct slice, enum severity *);
bool severity_read(struct slice, enum severity *);

enum { FINDING_ID = 16 }; /* hexadecimal digits */

struct finding {
	enum severity severity;
	struct slice rule;
	struct slice table, row, col;  /* the cell at fault; empty: the report */
	struct slice actual, expected; /* expected is empty where it is not known */
	size_t line;                   /* 0: none */
	char id[FINDING_ID + 1];
	struct slice message;
};

struct findings {
	struct slice doc;
	struct finding *finding; /* in the order of the rules, then of the cells */
	size_t count, room;
	struct arena arena;
};

#define FINDINGS_INIT { .arena = ARENA_INIT }

bool findings_add(struct findings *, struct finding); /* slices borrowed; false: memory */

void findings_reset(struct findings *);
void findings_release(struct findings *);

#endif
