/* SPDX-License-Identifier: MIT */
/*
 * gip-split: lines, then from the coarse to the fine: sections, title, end,
 * aspects and kinds.
 */
#include "split.h"

#include "aspect.h"
#include "ending.h"
#include "joined.h"
#include "kind.h"
#include "learn.h"
#include "mixed.h"
#include "piece.h"
#include "sections.h"

struct splitter {
	const struct headings *headings;
	struct document *doc;
	struct headline head;
	struct title_reader titles;
	struct line *empty; /* white space with a tab: an empty cell, if it is in a table */
	size_t empties;
};

/* The lines that show anything are the document; the others are laid aside. */
static bool
take_lines(struct splitter *s, struct lines *lines)
{
	struct document *doc = s->doc;

	doc->line = lines->line;
	doc->count = doc->room = lines->count;
	if (lines->empties == 0)
		return true;
	s->empty = arena_array(&doc->arena, lines->empties, sizeof *s->empty);
	if (!s->empty)
		return false;
	doc->count = 0;
	for (size_t i = 0; i < lines->count; i++)
		if (lines->line[i].kind == LINE_CELLS)
			s->empty[s->empties++] = lines->line[i];
		else
			doc->line[doc->count++] = lines->line[i];
	return true;
}

/* Is an empty line, behind line `before`, a cell of a table of the form? */
static bool
is_empty_cell(const struct line *before, const struct line *last, const struct line *next,
    const struct line *empty)
{
	if (!before || !kind_has_table(before->section))
		return false;
	/* Behind the last text of a section only what follows at once, or behind one
	   line that ends a row. */
	return before->section == next->section || empty->no <= last->no + 2;
}

/* Puts the empty cells back behind the other cells of the form's tables. */
static bool
merge_empties(struct splitter *s)
{
	struct document *doc = s->doc;
	struct line *all = arena_array(&doc->arena, doc->count + s->empties, sizeof *all);
	size_t count = 0, next = 0;

	if (!all)
		return false;
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *before = i ? &doc->line[i - 1] : NULL;
		for (; next < s->empties && s->empty[next].no < doc->line[i].no; next++) {
			const struct line *last = count ? &all[count - 1] : NULL;
			if (!is_empty_cell(before, last, &doc->line[i], &s->empty[next]))
				continue;
			s->empty[next].section = before->section;
			all[count++] = s->empty[next];
		}
		all[count++] = doc->line[i];
	}
	doc->line = all;
	doc->count = count;
	doc->room = count;
	return true;
}

/* A line of prose that goes on with the line before it is no title, whatever it says. */
static bool
continues(const struct line *line)
{
	const struct line *before = line - 1;

	return before->no + 1 == line->no && !kind_ends_sentence(before->text)
	    && (slice_find(before->text, SLICE("，"), 0) < before->text.len
	        || slice_find(before->text, SLICE("《"), 0) < before->text.len);
}

/* A fuller title than `title` that ends in line `i` and begins above it. */
static bool
title_above(struct splitter *s, size_t i, struct title *title)
{
	struct slice piece[TITLE_LINES];
	struct title one;

	for (size_t n = 1; n < TITLE_LINES && n <= i; n++) {
		struct line *first = &s->doc->line[i - n];
		if (!learn(s->headings, &s->head, first, TRAIT_TITLE_ROOT))
			return false;
		if (!(first->traits->is & TRAIT_TITLE_ROOT))
			continue;
		for (size_t k = 0; k <= n; k++)
			piece[k] = first[k].text;
		if (title_read_all(&s->titles, piece, n + 1, &one)
		    && (title->lines == 0 || one.score > title->score))
			*title = one;
		if (title->score == TITLE_SCORE_MOST)
			break;
	}
	return !s->titles.passage.folded.failed;
}

/* The fullest title that ends in line `i`; title->lines 0: none does. */
static bool
title_at(struct splitter *s, size_t i, struct title *title)
{
	struct line *line = &s->doc->line[i];

	*title = (struct title){ .lines = 0 };
	if (!learn(s->headings, &s->head, line, TRAIT_TITLE_END | TRAIT_TITLE_WORD))
		return false;
	if (!(line->traits->is & (TRAIT_TITLE_END | TRAIT_TITLE_WORD)))
		return true;
	if (!learn(s->headings, &s->head, line, TRAIT_TITLE))
		return false;
	title->lines = line->traits->is & TRAIT_TITLE ? 1 : 0;
	title->score = line->traits->score;
	return title->score == TITLE_SCORE_MOST || title_above(s, i, title);
}

/* `*found`: a title with a year or an agency; `*bare`: the last one without, or doc->count. */
static bool
find_titles(struct splitter *s, bool *found, size_t *bare)
{
	struct document *doc = s->doc;
	struct title title;

	*found = false;
	*bare = doc->count;
	for (size_t i = 0; i < doc->count && doc->line[i].section == SECTION_FRONT; i++) {
		if (!title_at(s, i, &title))
			return false;
		size_t first = i + 1 - title.lines;
		if (title.lines == 0 || (first > 0 && continues(&doc->line[first])))
			continue;
		if (title.score == 0)
			*bare = i;
		for (size_t t = first; title.score > 0 && t <= i; t++)
			doc->line[t].kind = LINE_TITLE;
		*found |= title.score > 0;
	}
	return true;
}

/* The lines before section one have come together with it. */
static bool
is_front_joined(const struct document *doc)
{
	size_t front = 0;

	while (front < doc->count && doc->line[front].section == SECTION_FRONT)
		front++;
	return front > 0 && piece_is(doc, front - 1);
}

/* Titles have lines of their own, or else stand in one with what is around them. */
static bool
set_titles(struct splitter *s)
{
	struct document *doc = s->doc;
	bool found, cut = false, joined = is_front_joined(doc);
	size_t bare;

	if (joined && !joined_title(&s->titles, &s->head, doc, &cut))
		return false;
	if (!find_titles(s, &found, &bare))
		return false;
	bool report = doc->count && doc->line[doc->count - 1].section != SECTION_FRONT;
	if (!found && !joined && report
	    && (!joined_title(&s->titles, &s->head, doc, &cut) || !find_titles(s, &found, &bare)))
		return false;
	if (!found && bare < doc->count)
		doc->line[bare].kind = LINE_TITLE;
	return true;
}

/* The kind of a line that has none yet, and in section one its aspect. */
static bool
set_kind(struct splitter *s, struct line *line, struct line *before, struct aspect *aspect)
{
	bool overview = line->section == SECTION_OVERVIEW, table = kind_has_table(line->section);

	if (line->kind == LINE_TEXT) {
		if (!learn(s->headings, &s->head, line, table ? TRAIT_IN_TABLE : TRAIT_IN_PROSE))
			return false;
		line->kind = table ? line->traits->in_table : line->traits->in_prose;
	}
	if (!overview)
		return true;
	if (!learn(s->headings, &s->head, line, TRAIT_SUBHEADING))
		return false;
	if (before && !learn(s->headings, &s->head, before, TRAIT_ENDED))
		return false;
	if (line->kind != LINE_CELLS)
		aspect_line(learned_subheading(line), learn_begins(before), aspect);
	line->part = aspect->part;
	return true;
}

static bool
set_kinds(struct splitter *s)
{
	struct document *doc = s->doc;
	struct aspect aspect = ASPECT_INIT;

	for (size_t i = 0; i < doc->count; i++)
		if (!set_kind(s, &doc->line[i], i ? &doc->line[i - 1] : NULL, &aspect))
			return false;
	return true;
}

bool
split_lines(const struct headings *headings, struct slice name, struct lines *lines,
    struct document *out)
{
	struct splitter s = { .headings = headings, .doc = out, .head = { .kept = &lines->heads },
		.titles = TITLE_READER_INIT(headings) };

	document_reset(out);
	out->name = name;
	bool ok = take_lines(&s, lines) && sections_set(headings, &s.head, out) && set_titles(&s)
	    && ending_set(headings, &s.head, out) && joined_aspects(headings, &s.head, out)
	    && set_kinds(&s) && mixed_part(headings, &s.head, out)
	    && (s.empties == 0 || merge_empties(&s));
	headline_release(&s.head);
	title_release(&s.titles);
	return ok;
}

bool
split_document(const struct headings *headings, struct slice name, struct slice text,
    struct document *out)
{
	struct lines lines = LINES_INIT;

	bool ok = lines_read(headings, text, &lines) && split_lines(headings, name, &lines, out);
	struct line *own = ok ? arena_array(&out->arena, out->count, sizeof *own) : NULL;
	for (size_t i = 0; own && i < out->count; i++) {
		own[i] = out->line[i];
		own[i].traits = NULL;
	}
	out->line = own;
	out->room = out->count = own ? out->count : 0;
	lines_release(&lines);
	return own != NULL;
}
