/* SPDX-License-Identifier: MIT */
/* Lines that have come together inside a section: where to cut them. */
#include "joined.h"

#include "aspect.h"
#include "inner.h"
#include "kind.h"
#include "learn.h"
#include "piece.h"
#include "seam.h"
#include "utf8.h"

bool
joined_title(struct title_reader *reader, struct headline *head, struct document *doc,
    bool *cut)
{
	enum { FRONT_LINES = 64 };
	size_t front = 0, line = 0, start = 0, end = 0, at[2];
	struct title title;
	unsigned best = 0;

	while (front < doc->count && doc->line[front].section == SECTION_FRONT)
		front++;
	for (size_t i = front; i-- > 0 && front - i <= FRONT_LINES;) {
		if (!learn(reader->headings, head, &doc->line[i], TRAIT_TITLE_INSIDE))
			return false;
		if (!(doc->line[i].traits->is & TRAIT_TITLE_INSIDE))
			continue;
		if (title_inside(reader, doc->line[i].text, &at[0], &at[1], &title)
		    && title.score > best) {
			best = title.score;
			line = i;
			start = at[0];
			end = at[1];
		}
		if (reader->passage.folded.failed)
			return false;
	}
	*cut = best > 0;
	return !*cut || piece_cut_out(reader->headings, doc, line, start,
	    seam_visible(doc->line[line].text, end));
}

/* A number of an outline, as far as its first characters show. */
static bool
may_be_number(struct slice s)
{
	size_t at = 0;
	uint32_t c = fold_char(utf8_next(s, &at));

	if (c == '(' || (c >= 0x2460 && c <= 0x2473))
		return true;
	size_t digits = 0, numeral = 0;
	while (digits < s.len && digits < 3 && utf8_is_digit((unsigned char)s.ptr[digits]))
		digits++;
	bool han = !digits && outline_numeral(s, &numeral);
	at = han ? numeral : digits;
	if (at == 0 || at >= s.len || digits > 2)
		return false;
	c = fold_char(utf8_next(s, &at));
	return c == 0x3001 || c == '.' || c == ')' || (han && (c == 0x662f || c == ',' || c == ':'));
}

/* A sub-heading without a number: 主动公开情况。 in front of its text. */
static bool
may_be_closed(struct slice s)
{
	enum { PHRASE_BYTES = 90 };
	struct slice phrase = slice_head(s, PHRASE_BYTES);
	size_t stop = slice_find(phrase, SLICE("。"), 0), colon = slice_find(phrase, SLICE("："), 0);
	size_t end = stop < colon ? stop : colon;
	struct slice words = slice_head(phrase, end);

	return end < phrase.len && !slice_has(words, ',')
	    && slice_find(words, SLICE("，"), 0) == end;
}

/* Where to look from for sub-headings inside line `i`: not in a row of some table, but what
   was joined by tabs is none. */
static size_t
begin_of(const struct document *doc, size_t i)
{
	struct slice text = doc->line[i].text;
	bool row = slice_has(text, '\t') || slice_has(text, '|');

	return row && !piece_may_be(doc, i) ? text.len : seam_visible(text, 0);
}

/* The next seam of line `i` behind `at` with what may be a sub-heading. */
static size_t
next_subheading(const struct document *doc, size_t i, size_t at)
{
	struct slice text = doc->line[i].text;

	while ((at = seam_next(text, at)) < text.len) {
		struct slice rest = slice_from(text, at);
		if (may_be_number(rest) || (piece_may_be(doc, i) && may_be_closed(rest)))
			break;
	}
	return at;
}

bool
joined_seam(struct slice line)
{
	size_t at = seam_visible(line, 0);

	while ((at = seam_next(line, at)) < line.len)
		if (may_be_number(slice_from(line, at)))
			return true;
	return false;
}

/* A line has what next_subheading would find. */
static bool
has_subheading(const struct headings *h, struct headline *head, const struct document *doc,
    bool *has)
{
	*has = false;
	for (size_t i = 0; i < doc->count && doc->line[i].section <= SECTION_OVERVIEW; i++) {
		struct line *line = &doc->line[i];
		bool piece = piece_may_be(doc, i);
		if (line->section < SECTION_OVERVIEW
		    || (!piece && (line->traits->is & (TRAIT_TAB | TRAIT_PIPE))))
			continue;
		if (!learn(h, head, line, TRAIT_SEAM))
			return false;
		*has |= (line->traits->is & TRAIT_SEAM)
		    || (piece && next_subheading(doc, i, begin_of(doc, i)) < line->text.len);
	}
	return true;
}

struct aspect_search {
	const struct headings *headings;
	struct headline *head;
	struct document *doc;
	struct aspect aspect; /* of the text so far */
	struct pieces pieces;
};

/* A piece, if a sub-heading at byte `at` of line `i` opens an aspect or closes one. */
static bool
turn_aspect(struct aspect_search *s, size_t i, size_t at)
{
	struct slice rest = slice_from(s->doc->line[i].text, at);
	struct aspect next = s->aspect;

	if (!headline_read(s->headings, &rest, 1, s->head))
		return false;
	aspect_line(aspect_read(s->headings, s->head), true, &next);
	if (next.part == s->aspect.part
	    || (s->aspect.part && s->head->number.style != s->aspect.opened))
		return true;
	s->aspect = next;
	return pieces_add(&s->pieces, &s->doc->arena, i, at);
}

/* Behind the heading of section one, if line `i` goes on behind it; else `*at` stays. */
static bool
skip_heading(struct aspect_search *s, size_t i, size_t *at)
{
	struct slice text = s->doc->line[i].text;
	struct inner heading;
	size_t from = *at;

	switch (inner_next(s->headings, text, &from, s->head, &heading)) {
	case INNER_MEMORY:
		return false;
	case INNER_FOUND:
		*at = heading.at == *at && heading.end < text.len ? heading.end : *at;
		break;
	case INNER_NONE:
		break;
	}
	return true;
}

/* The aspect of a line by its first words, and where the next may begin. */
static bool
begin_line(struct aspect_search *s, size_t i, size_t *at)
{
	struct line *line = &s->doc->line[i], *before = i ? line - 1 : NULL;
	bool first = !before || before->section < line->section;
	size_t begin = seam_visible(line->text, 0);

	*at = begin;
	if (first && line->kind != LINE_HEADING && !skip_heading(s, i, at))
		return false;
	if (*at > begin)
		return turn_aspect(s, i, *at);
	if (!learn(s->headings, s->head, line, TRAIT_SUBHEADING)
	    || (before && !learn(s->headings, s->head, before, TRAIT_ENDED)))
		return false;
	aspect_line(learned_subheading(line), learn_begins(before), &s->aspect);
	*at = begin_of(s->doc, i);
	return true;
}

static bool
find_aspects(struct aspect_search *s)
{
	const struct document *doc = s->doc;

	for (size_t i = 0; i < doc->count && doc->line[i].section <= SECTION_OVERVIEW; i++) {
		size_t at, len = doc->line[i].text.len;
		if (doc->line[i].section < SECTION_OVERVIEW)
			continue;
		if (!begin_line(s, i, &at))
			return false;
		while ((at = next_subheading(doc, i, at)) < len)
			if (!turn_aspect(s, i, at))
				return false;
	}
	return true;
}

bool
joined_aspects(const struct headings *h, struct headline *head, struct document *doc)
{
	struct aspect_search s = { .headings = h, .head = head, .doc = doc,
		.aspect = ASPECT_INIT };

	bool has;

	return has_subheading(h, head, doc, &has)
	    && (!has || (find_aspects(&s) && pieces_cut(h, &s.pieces, doc)));
}
