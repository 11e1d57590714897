/* SPDX-License-Identifier: MIT */
#include "twice.h"

#include "traits.h"

/* Between the headings of a table of contents there are fewer lines. */
enum { LINES_LEAST = 10 };

/* The section whose heading the line is, on its own or before other text. */
static enum section
heading_of(const struct line *line)
{
	const struct traits *traits = line->traits;

	return traits && (traits->is & TRAIT_SECTION) ? (enum section)traits->section.section
	                                              : SECTION_FRONT;
}

size_t
twice_line(const struct document *doc)
{
	size_t reports = 0, begin = 0;
	enum section next = SECTION_ACTIVE;

	for (size_t i = 0; i < doc->count; i++) {
		enum section section = heading_of(&doc->line[i]);
		if (section == SECTION_ACTIVE) {
			begin = i;
			next = SECTION_REQUESTS;
		} else if (section == next && section == SECTION_REQUESTS) {
			next = SECTION_REVIEW;
		} else if (section == next && section == SECTION_REVIEW) {
			next = SECTION_ACTIVE;
			reports += i - begin >= LINES_LEAST;
			if (reports > 1)
				return doc->line[begin].no;
		}
	}
	return 0;
}
