/* SPDX-License-Identifier: MIT */
/* The title of a report: tried in one line, then in more; the fullest reading wins. */
#include "title.h"

#include "dates.h"

enum {
	PIECE_BYTES = 180, /* the longest line that is a part of a title */
	SCORE_YEAR = 4, SCORE_ORGAN = 2, SCORE_AGENCY = 1,
	SCORE_FULL = SCORE_YEAR + SCORE_ORGAN + SCORE_AGENCY,
};

/* `text` is as long as a line of a title, and holds one of the words, or ends with one. */
static bool
has_one_of(struct slice text, const char *const words[], size_t count, bool at_end)
{
	if (text.len == 0 || text.len > PIECE_BYTES)
		return false;
	for (size_t i = 0; i < count; i++) {
		struct slice word = slice_of(words[i]);
		if (at_end ? slice_ends(text, word) : slice_find(text, word, 0) < text.len)
			return true;
	}
	return false;
}

bool
title_worth(struct slice line)
{
	static const char *const ends[] = { "告", "报", "報", "）", ")", "年", "年度", "|", "*" };

	return line.len <= 2 * PIECE_BYTES
	    && has_one_of(fold_trim(line), ends, sizeof ends / sizeof *ends, true);
}

bool
title_inside(struct slice line)
{
	static const char *const words[] = { "报告", "年报", "報" };

	return has_one_of(line, words, sizeof words / sizeof *words, false);
}

bool
title_is_organ(const struct headings *h, struct slice folded)
{
	struct heading_hit hit;

	return folded.len && headings_match(h, HEADING_ORGAN, folded, &hit);
}

/* The last lines of a title as folded text, as many as may be of one; their number. */
static size_t
gather(struct title_reader *reader, const struct slice *line, size_t count)
{
	size_t lines = 0;

	while (lines < count && lines < TITLE_LINES) {
		struct slice text = fold_trim(line[count - lines - 1]);
		if (text.len == 0 || text.len > PIECE_BYTES)
			break;
		lines++;
	}
	passage_clear(&reader->passage);
	for (size_t i = count - lines; i < count; i++)
		if (!passage_add(&reader->passage, fold_trim(line[i])))
			return 0;
	return lines;
}

/* One reading: of exactly the last `count` lines that were gathered. */
static bool
read_lines(const struct title_reader *reader, size_t count, struct title *title)
{
	const struct passage *p = &reader->passage;
	struct heading_hit hit;

	struct slice text = fold_bare(slice_from(passage_text(p), p->start[p->count - count]));
	if (slice_find(text, SLICE("公开"), 0) == text.len
	    || !headings_match(reader->headings, HEADING_TITLE, text, &hit))
		return false;
	size_t last = (size_t)(text.ptr - p->folded.text.ptr) + hit.match.end - 1;
	if (passage_line(p, last) + 1 < p->count)
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
	size_t lines = gather(reader, line, count);
	struct title one;
	bool found = false;

	for (size_t n = 1; n <= lines && !(found && title->score == SCORE_FULL); n++)
		if (read_lines(reader, n, &one) && (!found || one.score > title->score)) {
			*title = one;
			found = true;
		}
	return found;
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
