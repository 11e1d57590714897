/* SPDX-License-Identifier: MIT */
/* Sentences and a table in one line: sentences have stops, a table has values. */
#include "mixed.h"

#include "kind.h"
#include "traits.h"
#include "piece.h"
#include "seam.h"
#include "utf8.h"

/* A number or a mark with nothing else, as cells hold; or a label and its number. */
static bool
ends_in_value(struct slice word)
{
	size_t last = utf8_last(word), at = last;
	uint32_t c = fold_char(utf8_next(word, &at));

	return utf8_is_digit(c) || (last == 0 && (c == '/' || c == '-'));
}

/* The next word from byte `*at` on; empty at the end. */
static struct slice
next_word(struct slice text, size_t *at)
{
	size_t start, end;

	for (start = *at; start < text.len; start = *at)
		if (fold_char(utf8_next(text, at)) != 0 && text.ptr[start] != '|')
			break;
	for (end = *at; end < text.len; end = *at)
		if (fold_char(utf8_next(text, at)) == 0 || text.ptr[end] == '|') {
			*at = end;
			break;
		}
	return slice_head(slice_from(text, start), end - start);
}

struct table_search {
	const struct headings *headings;
	struct headline *head;
	struct document *doc;
	struct pieces pieces;
};

/* The first sentence of line `i` that ends before the words of a table; 0: none does. */
static bool
find_opening(struct table_search *s, size_t i, size_t *at)
{
	struct slice text = s->doc->line[i].text;
	struct heading_hit hit;

	for (*at = 0; (*at = seam_next_stop(text, *at)) < text.len;) {
		struct slice rest = slice_from(text, *at);
		if (!headline_read(s->headings, &rest, 1, s->head))
			return false;
		if (headings_match(s->headings, HEADING_ROWS, s->head->text, &hit))
			return true;
	}
	*at = 0;
	return true;
}

static bool
add_pieces(struct table_search *s, size_t i, size_t first, size_t second)
{
	return pieces_add(&s->pieces, &s->doc->arena, i, first)
	    && pieces_add(&s->pieces, &s->doc->arena, i, second);
}

/*
 * A line of sentences and of a table. The table begins behind the last sentence before its
 * first words, or before two values that stand side by side; a sentence behind it begins
 * behind the last value.
 */
static bool
find_table(struct table_search *s, size_t i)
{
	struct slice text = s->doc->line[i].text;
	size_t prose, sentence, at; /* of the last sentence: where it begins and ends */
	bool value = false, pending = false;

	if (!find_opening(s, i, &sentence))
		return false;
	bool table = sentence > 0, ok = !table || add_pieces(s, i, 0, sentence);
	prose = sentence;
	for (at = sentence; ok && at < text.len;) {
		struct slice word = next_word(text, &at);
		if (word.len == 0)
			break;
		size_t start = (size_t)(word.ptr - text.ptr), stop = seam_last_stop(word);
		bool before = value;
		value = stop == 0 && ends_in_value(word);
		if (before && !value && !pending)
			prose = start;
		if (value && before && !table) {
			table = true;
			ok = add_pieces(s, i, 0, sentence);
		} else if (value && before && pending) {
			pending = false;
			ok = add_pieces(s, i, prose, sentence);
		}
		if (stop) {
			sentence = seam_visible(text, start + stop);
			pending = table;
		}
	}
	return ok && (!pending || add_pieces(s, i, prose, sentence));
}

/* Sentences and a table may share this line. */
static bool
is_mixed(const struct document *doc, size_t i)
{
	const struct line *line = &doc->line[i];

	return kind_has_table(line->section) && (line->kind == LINE_TEXT
	    || (line->kind == LINE_CELLS && piece_is(doc, i) && (line->traits->is & TRAIT_SENTENCE)));
}

bool
mixed_part(const struct headings *h, struct headline *head, struct document *doc)
{
	struct table_search s = { .headings = h, .head = head, .doc = doc };

	for (size_t i = 0; i < doc->count; i++)
		if (is_mixed(doc, i) && !find_table(&s, i))
			return false;
	if (!pieces_cut(h, &s.pieces, doc))
		return false;
	for (size_t i = 0; i < s.pieces.count; i++) {
		struct line *line = &doc->line[s.pieces.piece[i].index];
		line->kind = line->traits->is & TRAIT_SENTENCE ? LINE_TEXT : LINE_CELLS;
	}
	return true;
}
