/* SPDX-License-Identifier: MIT */
/* Bodies of places that do not exist, and the titles of their reports. */
#ifndef GEN_AGENCY_H
#define GEN_AGENCY_H

#include "page.h"

struct agency {
	struct slice name;  /* 霁柳县卫生健康局 */
	struct slice place; /* 霁柳县 */
	struct slice self;  /* 我局; 全县 where it speaks of others too */
};

/* Texts live as long as `arena`. */
void agency_invent(struct agency *, enum scale, struct dice *, struct arena *);

/* The title of its report for `year`, in one line or two. */
void agency_title(const struct agency *, unsigned year, struct page *);

#endif
