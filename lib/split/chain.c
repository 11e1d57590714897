/* SPDX-License-Identifier: MIT */
/* The chain of section headings, by dynamic programming over the sections. */
#include "chain.h"

enum {
	CONTENTS_COST = 5, /* more than a heading gains that has its line for itself */
	LISTED_WEIGHT = 1, /* in one line: less than any that has something below it */
};

/* The next heading stands right behind this one, as in a table of contents. */
static bool
is_listed(const struct candidate *c)
{
	return c[1].section > c[0].section
	    && (c[0].listed
	        || (c[0].whole && c[1].whole && c[1].line == c[0].line + c[0].lines));
}

static void
lower_contents(struct candidate *c, size_t count)
{
	bool before = false;

	for (size_t i = 0; i < count; i++) {
		bool listed = i + 1 < count && is_listed(&c[i]);
		c[i].contents = listed || before;
		if ((listed && c[i].listed) || (before && c[i - 1].listed))
			c[i].weight = LISTED_WEIGHT;
		else if (c[i].contents && c[i].weight > CONTENTS_COST)
			c[i].weight -= CONTENTS_COST;
		before = listed;
	}
}

/* The best chain that ends with a section, and where it comes from. */
struct link {
	size_t weight;
	const struct candidate *candidate;
	const struct link *before;
};

bool
chain_pick(struct candidate *c, size_t count, struct arena *arena,
    const struct candidate *pick[SECTIONS])
{
	const struct link *best[SECTIONS] = { NULL };
	const struct link *end = NULL;

	for (unsigned s = 0; s < SECTIONS; s++)
		pick[s] = NULL;
	lower_contents(c, count);
	for (size_t i = 0; i < count; i++) {
		const struct link *before = NULL;
		for (unsigned s = 0; s < c[i].section; s++)
			if (best[s] && (!before || best[s]->weight >= before->weight))
				before = best[s];
		size_t weight = c[i].weight + (before ? before->weight : 0);
		if (best[c[i].section] && best[c[i].section]->weight > weight)
			continue;
		struct link *link = arena_alloc(arena, sizeof *link);
		if (!link)
			return false;
		*link = (struct link){ weight, &c[i], before };
		best[c[i].section] = link;
	}
	for (unsigned s = 0; s < SECTIONS; s++)
		if (best[s] && (!end || best[s]->weight >= end->weight))
			end = best[s];
	for (; end; end = end->before)
		pick[end->candidate->section] = end->candidate;
	return true;
}
