/* SPDX-License-Identifier: MIT */
/* Announcements: every sentence is heard, and all must agree. */
#include "announce.h"

#include "dates.h"
#include "title.h"

/* What the sentences so far say of one thing. */
struct voice {
	struct slice said;
	size_t count;
	bool contradicted;
};

/* A name may be given in full and in short: 青禾县水务局, 水务局. */
static void
hear_agency(const struct headings *h, struct slice agency, struct voice *v)
{
	if (!title_is_organ(h, agency))
		return;
	if (v->count++ == 0 || slice_ends(agency, v->said))
		v->said = agency;
	else if (!slice_ends(v->said, agency))
		v->contradicted = true;
}

static void
hear_year(struct slice year, struct voice *v)
{
	unsigned number = date_year(year);

	if (number == 0)
		return;
	if (v->count++ == 0)
		v->said = year;
	else if (number != date_year(v->said))
		v->contradicted = true;
}

static struct slice
agreed(struct voice v, size_t least)
{
	return v.count < least || v.contradicted ? SLICE_NONE : v.said;
}

struct announcement
announce_find(const struct headings *h, const struct prose *prose)
{
	struct voice agency = { .count = 0 }, year = { .count = 0 };

	for (size_t i = 0; i < prose->count; i++) {
		const struct sentence *s = &prose->sentence[i];
		struct heading_hit hit;
		if (s->section > SECTION_OVERVIEW
		    || !headings_match(h, HEADING_ANNOUNCED, s->text, &hit))
			continue;
		hear_agency(h, heading_group(&hit, "agency"), &agency);
		hear_year(heading_group(&hit, "when"), &year);
	}
	return (struct announcement){ agreed(agency, 1), agreed(year, 1) };
}

struct slice
announce_year(const struct headings *h, const struct prose *prose)
{
	struct voice year = { .count = 0 };

	for (size_t i = 0; i < prose->count; i++) {
		const struct sentence *s = &prose->sentence[i];
		struct heading_hit hit;
		/* Plans and what is mended of last year. */
		if (s->section != SECTION_PROBLEMS
		    && headings_match(h, HEADING_YEAR, s->text, &hit))
			hear_year(heading_group(&hit, "year"), &year);
	}
	return agreed(year, 2);
}
