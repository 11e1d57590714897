/* SPDX-License-Identifier: MIT */
/* Pieces of lines: a new array of lines, and each piece knows its place there. */
#include "piece.h"

#include "fold.h"
#include "recall.h"

bool
pieces_add(struct pieces *p, struct arena *arena, size_t line, size_t at)
{
	struct piece *array = arena_grow(arena, p->piece, p->count, &p->room, sizeof *array);

	if (!array)
		return false;
	p->piece = array;
	p->piece[p->count++] = (struct piece){ line, at, line };
	return true;
}

/* Line `i` of the document, cut into the pieces of it; how many of them were used. */
static size_t
cut_line(struct line line, struct piece *piece, size_t pieces, size_t i, struct line *all,
    size_t *count)
{
	all[(*count)++] = line;
	if (pieces == 0 || piece->line != i)
		return 0;

	struct slice whole = line.text, visible = fold_trim(whole);
	size_t start = (size_t)(visible.ptr - whole.ptr), end = start + visible.len, n = 0;
	for (; n < pieces && piece[n].line == i; n++) {
		size_t at = piece[n].at;
		if (at > start && at < end) {
			struct line *last = &all[(*count)++];
			last[-1].text.len = (size_t)(whole.ptr + at - last[-1].text.ptr);
			*last = line;
			last->text = slice_from(whole, at);
			last[-1].traits = last->traits = NULL;
			start = at;
		}
		piece[n].index = *count - 1;
	}
	return n;
}

/* Pieces are other lines than they were, and have traits of their own. */
static bool
renew_traits(const struct headings *h, struct document *doc)
{
	for (size_t i = 0; i < doc->count; i++) {
		struct line *line = &doc->line[i];
		if (line->traits)
			continue;
		line->traits = arena_alloc(&doc->arena, sizeof *line->traits);
		if (!line->traits)
			return false;
		recall_line(headings_recall(h), line->text, line->traits);
	}
	return true;
}

bool
pieces_cut(const struct headings *h, struct pieces *p, struct document *doc)
{
	size_t count = 0, next = 0;
	bool any = false;

	for (size_t i = 0; i < p->count; i++)
		any |= p->piece[i].at > 0;
	if (!any)
		return true;
	size_t room = doc->count + p->count;
	struct line *all = arena_array(&doc->arena, room, sizeof *all);
	if (!all)
		return false;
	for (size_t i = 0; i < doc->count; i++)
		next += cut_line(doc->line[i], p->piece + next, p->count - next, i, all, &count);
	doc->line = all;
	doc->count = count;
	doc->room = room;
	return renew_traits(h, doc);
}

bool
piece_cut_out(const struct headings *h, struct document *doc, size_t line, size_t start,
    size_t end)
{
	struct pieces pieces = { 0 };

	return pieces_add(&pieces, &doc->arena, line, start)
	    && pieces_add(&pieces, &doc->arena, line, end) && pieces_cut(h, &pieces, doc);
}
