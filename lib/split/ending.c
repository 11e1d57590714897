/* SPDX-License-Identifier: MIT */
/* Where a report ends: the first date behind its last section, and who signs above it. */
#include "ending.h"

#include "kind.h"
#include "learn.h"
#include "piece.h"
#include "seam.h"
#include "title.h"
#include "utf8.h"

enum { SIGNATURE_BYTES = 120, SHORT_BYTES = 100 };

/* A line that is broken by the page ends with half a sentence; a date may follow it. */
static bool
is_broken(const struct headings *h, struct headline *head, struct line *line, bool *is)
{
	*is = line->kind != LINE_HEADING && line->text.len > SHORT_BYTES
	    && fold_trim(line->text).len > SHORT_BYTES;
	if (!*is)
		return true;
	*is = false;
	if (!learn(h, head, line, TRAIT_ENDED))
		return false;
	*is = !(line->traits->is & TRAIT_ENDED);
	return true;
}

/* The first line of the last section; doc->count: the report has no section. */
static size_t
last_section(const struct document *doc)
{
	size_t i = doc->count;

	if (i == 0 || doc->line[i - 1].section == SECTION_FRONT)
		return doc->count;
	while (i > 1 && doc->line[i - 2].section == doc->line[i - 1].section)
		i--;
	return i - 1;
}

/* The first date behind line `first` and all sentences; doc->count: none. */
static bool
find_date(const struct headings *h, struct headline *head, struct document *doc,
    size_t first, size_t *found)
{
	bool broken;

	*found = doc->count;
	for (size_t i = doc->count; i-- > first + 1;) {
		struct line *line = &doc->line[i];
		if (line->traits->is & TRAIT_SENTENCE)
			break;
		if (line->text.len > SIGNATURE_BYTES)
			continue;
		if (!is_broken(h, head, line - 1, &broken) || !learn(h, head, line, TRAIT_DATE))
			return false;
		if (!broken && (line->traits->is & TRAIT_DATE))
			*found = i;
	}
	return true;
}

/* The page goes on behind the report, in a line or a word that begins so. */
static bool
read_footer(const struct headings *h, struct headline *head, struct slice text, bool *is)
{
	struct heading_hit hit;

	if (!headline_read(h, &text, 1, head))
		return false;
	*is = headings_match(h, HEADING_FOOTER, head->text, &hit);
	return true;
}

/* A signature may end at byte `at`: behind a date, and before nothing that belongs to it. */
static bool
may_end(const struct headings *h, struct headline *head, struct slice text, size_t at,
    uint32_t last, bool *may)
{
	bool day = last == 0x65e5 || last == 0x53f7 || last == ')'; /* 日 号 */

	*may = last != 0 && seam_visible(text, at) != at;
	if (*may || !day)
		return true;
	*may = at == text.len;
	return *may || read_footer(h, head, slice_from(text, at), may);
}

/*
 * The signature that `text` begins with, a date and perhaps an organ before it. `*end`:
 * behind it, 0: there is none; `*start`: behind a 无 that is glued to it.
 */
static bool
read_signature(const struct headings *h, struct headline *head, struct slice text,
    bool needs_organ, size_t *start, size_t *end)
{
	struct heading_hit hit, glue;
	bool may;

	*start = *end = 0;
	for (size_t at = 0; at < text.len && at < SIGNATURE_BYTES;) {
		uint32_t c = fold_char(utf8_next(text, &at));
		if (!may_end(h, head, text, at, c, &may))
			return false;
		struct slice line = slice_head(text, at);
		if (may && !headline_read(h, &line, 1, head))
			return false;
		if (!may || !kind_date(h, line, head, &hit))
			continue;
		struct slice agency = heading_group(&hit, "agency");
		if (needs_organ && agency.len == 0)
			continue;
		bool glued = agency.len && headings_match(h, HEADING_GLUE, agency, &glue);
		*start = glued ? passage_offset(&head->passage, glue.match.end) : 0;
		*end = at;
	}
	return true;
}

/* The first signature in `tail`, which begins with it, with 无, or with words of a page. */
static bool
find_signature(const struct headings *h, struct headline *head, struct slice tail,
    size_t *start, size_t *end)
{
	enum { STARTS = 12 };
	size_t at = 0;

	*end = 0;
	for (unsigned n = 0; n < STARTS && at < tail.len && *end == 0; n++) {
		bool open = n == 0 || slice_is(fold_trim(slice_head(tail, at)), "无");
		if (!read_signature(h, head, slice_from(tail, at), !open, start, end))
			return false;
		*start += at;
		*end += *end ? at : 0;
		at = seam_next(tail, at);
	}
	return true;
}

/* The first word of a footer; tail.len: there is none. */
static bool
find_footer_word(const struct headings *h, struct headline *head, struct slice tail,
    size_t *at)
{
	enum { STARTS = 64 };
	bool is = false;

	*at = 0;
	for (unsigned n = 0; n < STARTS && *at < tail.len; n++) {
		if (!read_footer(h, head, slice_from(tail, *at), &is))
			return false;
		if (is)
			return true;
		*at = seam_next(tail, *at);
	}
	*at = tail.len;
	return true;
}

/* The signature, or the page, behind the last sentence becomes a piece of its line. */
static bool
cut_end(const struct headings *h, struct headline *head, struct document *doc,
    size_t first, bool *cut)
{
	size_t start, end;

	*cut = false;
	for (size_t i = doc->count; i-- > first;) {
		struct slice text = doc->line[i].text;
		size_t stop = seam_last_stop(text), from = seam_visible(text, stop);
		if (stop == 0 && !piece_may_be(doc, i))
			continue;
		struct slice tail = slice_from(text, from);
		if (!find_signature(h, head, tail, &start, &end))
			return false;
		if (end == 0 && !find_footer_word(h, head, tail, &start))
			return false;
		end = end ? end : tail.len;
		*cut = start < tail.len;
		if (*cut)
			return piece_cut_out(h, doc, i, from + start, seam_visible(text, from + end));
		if (stop)
			return true;
	}
	return true;
}

/* Line `i` is part of the signature: a date or the name of an organ, and nothing else. */
static bool
is_signature(const struct headings *h, struct headline *head, struct document *doc,
    size_t i, bool *is)
{
	struct line *line = &doc->line[i];

	*is = false;
	if (line->text.len > SIGNATURE_BYTES || line->kind == LINE_HEADING)
		return true;
	if (!learn(h, head, line, TRAIT_DATE))
		return false;
	*is = line->traits->is & TRAIT_DATE;
	if (*is) {
		line->kind = LINE_DATE;
		return true;
	}
	if (!learn(h, head, line, TRAIT_ORGAN))
		return false;
	*is = line->traits->is & TRAIT_ORGAN;
	return true;
}

static bool
find_footer(const struct headings *h, struct headline *head, const struct document *doc,
    size_t first, size_t *found)
{
	*found = doc->count;
	for (size_t i = first + 1; i < doc->count && *found == doc->count; i++) {
		if (!learn(h, head, &doc->line[i], TRAIT_FOOTER))
			return false;
		if (doc->line[i].traits->is & TRAIT_FOOTER)
			*found = i;
	}
	return true;
}

bool
ending_set(const struct headings *h, struct headline *head, struct document *doc)
{
	size_t first = last_section(doc), end;
	bool is = true, cut = false;

	if (first == doc->count)
		return true;
	if (!find_date(h, head, doc, first, &end)
	    || (end == doc->count && !cut_end(h, head, doc, first, &cut))
	    || (cut && !find_date(h, head, doc, first, &end)))
		return false;
	if (end < doc->count) {
		doc->line[end].kind = LINE_DATE;
		while (is && end > first + 1) {
			if (!is_signature(h, head, doc, end - 1, &is))
				return false;
			end -= is;
		}
	} else if (!find_footer(h, head, doc, first, &end)) {
		return false;
	}
	for (size_t i = end; i < doc->count; i++)
		doc->line[i].section = SECTION_END;
	return true;
}
