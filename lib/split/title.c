/* SPDX-License-Identifier: MIT */
/* The title of a report: tried in one line, then in more; the fullest reading wins. */
#include "title.h"

#include "dates.h"

enum {
	PIECE_BYTES = 180, /* the longest line that is a part of a title */
	TITLE_BYTES = 24,  /* the shortest that is all of one */
	SCORE_YEAR = 4, SCORE_ORGAN = 2, SCORE_AGENCY = 1,
	SCORE_FULL = SCORE_YEAR + SCORE_ORGAN + SCORE_AGENCY,
};

bool
title_worth(struct slice line)
{
	static const char *const words[] = { "报告", "年报" };
	static const char *const ends[] = { "告", "报", "）", ")", "年", "年度", "|", "*" };

	if (line.len > 2 * PIECE_BYTES)
		return false;
	struct slice text = fold_trim(line);
	if (text.len == 0 || text.len > PIECE_BYTES)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (slice_ends(text, slice_of(ends[i])))
			return true;
	for (size_t i = 0; text.len > TITLE_BYTES && i < sizeof words / sizeof *words; i++)
		if (slice_find(text, slice_of(words[i]), 0) < text.len)
			return true;
	return false;
}

bool
title_is_organ(const struct headings *h, struct slice folded)
{
	struct heading_hit hit;

	return folded.len && headings_match(h, HEADING_ORGAN, folded, &hit);
}

/* One reading, of exactly these lines. */
static bool
read_lines(struct title_reader *reader, const struct slice *line, size_t count,
    struct title *title)
{
	struct heading_hit hit;

	passage_clear(&reader->passage);
	for (size_t i = 0; i < count; i++)
		if (!passage_add(&reader->passage, fold_trim(line[i])))
			return false;
	struct slice text = fold_bare(passage_text(&reader->passage));
	if (slice_find(text, SLICE("公开"), 0) == text.len
	    || !headings_match(reader->headings, HEADING_TITLE, text, &hit))
		return false;
	size_t last = (size_t)(text.ptr - reader->passage.folded.text.ptr) + hit.match.end - 1;
	if (passage_line(&reader->passage, last) + 1 < count)
		return false; /* the title ends in an earlier line */
	struct slice agency = heading_group(&hit, "agency"), when = heading_group(&hit, "when");
	bool organ = title_is_organ(reader->headings, agency);
	if (agency.len && count > 1 && !organ)
		return false; /* lines of a menu may stand above a title */
	*title = (struct title){ .lines = count, .whole = hit.match.group[0],
		.agency = agency, .when = when, .year = when.len ? date_year(when) : 0 };
	title->score = (title->year ? SCORE_YEAR : 0U) + (agency.len ? SCORE_AGENCY : 0U)
	    + (organ ? SCORE_ORGAN : 0U);
	return true;
}

bool
title_read(struct title_reader *reader, const struct slice *line, size_t count,
    struct title *title)
{
	struct title one;
	size_t best = 0;
	unsigned score = 0;

	for (size_t n = 1; n <= count && n <= TITLE_LINES && score < SCORE_FULL; n++) {
		struct slice first = fold_trim(line[count - n]);
		if (first.len == 0 || first.len > PIECE_BYTES)
			break;
		if (read_lines(reader, line + count - n, n, &one) && (!best || one.score > score)) {
			best = n;
			score = one.score;
		}
	}
	return best && read_lines(reader, line + count - best, best, title);
}

void
title_release(struct title_reader *reader)
{
	passage_release(&reader->passage);
}

struct slice
title_unglue(struct title_reader *reader, struct slice line)
{
	struct heading_hit hit;

	if (line.len > 4 * PIECE_BYTES)
		return line;
	struct passage *p = &reader->passage;
	passage_clear(p);
	if (!passage_add(p, line)
	    || !headings_match(reader->headings, HEADING_GLUE, passage_text(p), &hit))
		return line;
	return slice_from(line, passage_offset(p, hit.match.end));
}
