/* SPDX-License-Identifier: MIT */
/* The layouts by name, and a whole report in one of them. */
#ifndef GEN_LAYOUTS_H
#define GEN_LAYOUTS_H

#include "clutter.h"
#include "draw.h"

struct layout {
	const char *name; /* l04-tsv: the short name before the dash will do */
	draw_table *draw;
	unsigned flags;   /* private to layouts.c */
	unsigned wrap;
};

extern const struct layout layouts[];
extern const size_t layouts_count;

/* The layout of this name or short name; layouts_count: there is none. */
size_t layouts_find(struct slice name);

/* What is kept from one report to the next: memory. */
struct report_room {
	struct truth truth; /* of the last report */
	struct page page;
	struct boxes boxes;
	struct arena arena;
	struct buf text;
};

/* What the reports have to be. */
struct order {
	unsigned year; /* 0: any */
	bool clutter;  /* navigation, page numbers and other noise around the tables */
	bool wording;  /* units, notes and words in some cells */
};

/* Appends a report to `out`. */
void layouts_write(const struct layout *, const struct order *, struct dice *,
    struct report_room *, struct buf *out);

#endif
