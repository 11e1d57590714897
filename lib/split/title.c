/* SPDX-License-Identifier: MIT */
/* The title of a report: tried in one line, then in more; the fullest reading wins. */
#include "title.h"

#include "dates.h"
#include "seam.h"
#include "utf8.h"

enum {
	PIECE_BYTES = TITLE_LINE_BYTES,
	STARTS = 16,       /* places where a title inside a line may begin: so many are tried */
	REACH_BYTES = 16384, /* of a line that may hold one inside, from its end */
	SCORE_YEAR = 4, SCORE_ORGAN = 2, SCORE_AGENCY = 1,
};

_Static_assert(SCORE_YEAR + SCORE_ORGAN + SCORE_AGENCY == TITLE_SCORE_MOST, "title.h");

/* `text` holds one of the words, or ends with one. */
static bool
has_one_of(struct slice text, const char *const words[], size_t count, bool at_end)
{
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

	struct slice text = line.len <= 2 * PIECE_BYTES ? fold_trim(line) : SLICE_NONE;

	return text.len <= PIECE_BYTES
	    && has_one_of(text, ends, sizeof ends / sizeof *ends, true);
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

/* Patterns are dear: the words and the year that they all hold are looked for first. */
static bool
match(const struct headings *h, struct slice text, struct heading_hit *hit)
{
	static const char *const words[] = { "报告", "年报" };

	if (slice_find(text, SLICE("公开"), 0) == text.len
	    || !has_one_of(text, words, sizeof words / sizeof *words, false))
		return false;
	return (headings_match(h, HEADING_TITLE_YEAR, text, hit)
	        && headings_match(h, HEADING_DATED, text, hit))
	    || headings_match(h, HEADING_TITLE, text, hit);
}

/* One reading: of exactly the last `count` lines of the passage. */
static bool
read_lines(const struct headings *h, const struct passage *p, size_t count,
    struct title *title)
{
	struct heading_hit hit;

	struct slice text = fold_bare(slice_from(passage_text(p), p->start[p->count - count]));
	if (!match(h, text, &hit))
		return false;
	size_t last = (size_t)(text.ptr - p->folded.text.ptr) + hit.match.end - 1;
	if (passage_line(p, last) + 1 < p->count)
		return false; /* the title ends in an earlier line */
	struct slice agency = heading_group(&hit, "agency"), when = heading_group(&hit, "when");
	bool organ = title_is_organ(h, agency);
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

	for (size_t n = 1; n <= lines && !(found && title->score == TITLE_SCORE_MOST); n++)
		if (read_lines(reader->headings, &reader->passage, n, &one)
		    && (!found || one.score > title->score)) {
			*title = one;
			found = true;
		}
	return found;
}

bool
title_read_all(struct title_reader *reader, const struct slice *line, size_t count,
    struct title *title)
{
	return gather(reader, line, count) == count
	    && read_lines(reader->headings, &reader->passage, count, title);
}

bool
title_of_line(const struct headings *h, const struct passage *line, struct title *title)
{
	return read_lines(h, line, 1, title);
}

bool
title_begins(const struct headings *h, const struct passage *line)
{
	struct slice text = fold_bare(passage_text(line));

	return headings_may_match(h, HEADING_DATED, text)
	    || headings_may_match(h, HEADING_TITLE, text);
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

/* The next 报告 or 年报 at or behind `at`: the byte behind it; line.len + 1: none. */
static size_t
next_end(struct slice line, size_t at)
{
	static const struct slice word[] = {
		{ "报告", 6 }, { "年报", 6 }, { "報告", 6 }, { "年報", 6 },
	};
	size_t end = line.len + 1;

	for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
		size_t hit = slice_find(line, word[i], at);
		if (hit < line.len && hit + word[i].len < end)
			end = hit + word[i].len;
	}
	return end;
}

/* Each of the words has one of these. */
static bool
may_have_word(struct slice line)
{
	return slice_find(line, SLICE("报"), 0) < line.len
	    || slice_find(line, SLICE("報"), 0) < line.len;
}

bool
title_word(struct slice line)
{
	static const char *const words[] = { "报告", "年报", "報" };

	return line.len <= PIECE_BYTES && may_have_word(line)
	    && has_one_of(line, words, sizeof words / sizeof *words, false);
}

bool
title_may_be_inside(struct slice line)
{
	return may_have_word(line)
	    && next_end(line, line.len > REACH_BYTES ? line.len - REACH_BYTES : 0) <= line.len;
}

/* With the year in brackets that may stand behind the word: 报告（2021年）. */
static size_t
with_brackets(struct slice line, size_t end)
{
	enum { BRACKET_BYTES = 30 };
	size_t at = seam_visible(line, end);
	bool open = at < line.len && fold_char(utf8_next(line, &at)) == '(';

	while (open && at < line.len && at - end <= BRACKET_BYTES)
		if (fold_char(utf8_next(line, &at)) == ')')
			return at;
	return end;
}

static bool
is_punctuation(uint32_t c)
{
	return c == 0x3001 || c == 0x3002 || c == 0x300b || (c < 0x80 && strchr(",;:!?)\">", (int)c));
}

/* May a title end here? What follows is set off, or begins as texts do. */
static bool
closes(struct title_reader *reader, struct slice line, size_t end)
{
	struct slice rest = slice_head(slice_from(line, end), PIECE_BYTES);
	struct slice visible = fold_trim(rest);
	struct heading_hit hit;
	size_t at = 0;

	if (visible.len == 0)
		return true;
	if (is_punctuation(fold_char(utf8_next(visible, &at))))
		return false;
	if (visible.ptr > rest.ptr)
		return true;
	passage_clear(&reader->passage);
	return passage_add(&reader->passage, rest)
	    && headings_match(reader->headings, HEADING_BEHIND, passage_text(&reader->passage), &hit);
}

/* May a title begin with the character behind `before`? Not in a path through a menu, nor
   inside a sentence; what was before it may be glued to it: 打印】某局, 2024-01-13某局. */
static bool
opens(uint32_t before, uint32_t c)
{
	if (utf8_is_digit(before))
		return utf8_is_han(c) && c != 0x5e74 && c != 0x6708 && c != 0x65e5; /* 年 月 日 */
	return before == ')' || before == ';' || before == '!' || before == '?'
	    || before == 0x3002;
}

/* What stands there parts nothing: the words around it belong together. */
static bool
joins(uint32_t c)
{
	return c == ',' || c == '>' || c == '"' || c == '(' || c == 0x3001 || c == 0x300a;
}

/* The last places before `end` where a title may begin that ends there; how many. */
static size_t
find_starts(struct slice line, size_t end, size_t start[STARTS])
{
	size_t count = 0, at = end > PIECE_BYTES ? end - PIECE_BYTES : 0;
	uint32_t before = at ? ',' : 0x3002; /* the last that is no white space */
	bool space = false;

	while (at < end) {
		size_t here = at;
		uint32_t c = fold_char(utf8_next(line, &at));
		if (c && (space ? !joins(before) : opens(before, c)))
			start[count++ % STARTS] = here;
		space = c == 0;
		before = c ? c : before;
	}
	return count;
}

/* The score of the fullest title that ends at `end`; of equals the shortest. 0: none. */
static unsigned
best_start(struct title_reader *reader, struct slice line, size_t end, size_t *start)
{
	size_t at[STARTS], count = find_starts(line, end, at);
	unsigned best = 0;

	for (size_t i = count; i > 0 && i + STARTS > count && best < TITLE_SCORE_MOST; i--) {
		size_t begin = at[(i - 1) % STARTS];
		struct slice piece = slice_from(slice_head(line, end), begin);
		struct title title;
		if (slice_find(piece, SLICE("公开"), 0) < piece.len
		    && title_read(reader, &piece, 1, &title) && title.score > best) {
			best = title.score;
			*start = begin;
		}
	}
	return best;
}

bool
title_inside(struct title_reader *reader, struct slice line, size_t *start, size_t *end,
    struct title *title)
{
	unsigned best = SCORE_AGENCY + 1;
	size_t at = next_end(line, line.len > REACH_BYTES ? line.len - REACH_BYTES : 0);
	bool found = false;

	for (; at <= line.len; at = next_end(line, at)) {
		size_t ends[] = { with_brackets(line, at), at }, begin = 0;
		for (size_t i = ends[0] == at; i < 2; i++) {
			unsigned score = closes(reader, line, ends[i])
			    ? best_start(reader, line, ends[i], &begin) : 0;
			if (score < best)
				continue;
			best = score;
			found = true;
			*start = begin;
			*end = ends[i];
		}
	}
	struct slice piece = found ? slice_from(slice_head(line, *end), *start) : SLICE_NONE;
	return found && title_read(reader, &piece, 1, title);
}
