/* SPDX-License-Identifier: MIT */
/* What a line is, by its separators, its punctuation and its head. */
#include "kind.h"

#include "number.h"
#include "title.h"
#include "utf8.h"

enum { DATE_BYTES = 120, CAPTION_BYTES = 160 };

static const struct slice stops[] = {
	{ "。", 3 }, { "；", 3 }, { "！", 3 }, { "？", 3 }, { "：", 3 }, { ":", 1 }, { ";", 1 },
};

bool
kind_ends_sentence(struct slice text)
{
	struct slice line = fold_trim(text);

	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (slice_ends(line, stops[i]))
			return true;
	return false;
}

/* A comma, and words behind it: between cells stand numbers. */
static bool
goes_on(struct slice text)
{
	return slice_starts(text, SLICE("，"))
	    || (slice_starts(text, SLICE(",")) && text.len > 1 && (unsigned char)text.ptr[1] >= 0x80);
}

/* 收到申请3件，予以公开2件: a count inside a sentence, though no mark ends it. */
static bool
has_counted_clause(struct slice text)
{
	for (size_t at = 1; at < text.len; at++) {
		struct slice rest = slice_from(text, at);
		if (!utf8_is_digit((unsigned char)text.ptr[at - 1]))
			continue;
		while (slice_starts(rest, SLICE(" ")))
			rest = slice_from(rest, 1);
		size_t unit = number_unit(rest);
		if (unit && goes_on(slice_from(rest, unit)))
			return true;
	}
	return false;
}

/* A tab that only indents or trails separates nothing. */
static size_t
tabs_inside(const struct line *line)
{
	return line->traits->is & TRAIT_TAB ? slice_count(slice_trim(line->text), '\t') : 0;
}

/* Page numbers, pictures, fields of a template: what may be one is seen at its ends. */
static bool
may_be_noise(struct slice line)
{
	char first = line.ptr[0], last = line.ptr[line.len - 1];

	return first == '{' || first == '<' || first == '[' || last == '}' || last == '>'
	    || (last >= 'A' && last <= 'z') || slice_starts(line, SLICE("第"));
}

bool
kind_in_table(const struct headings *h, const struct line *line, struct headline *head,
    enum line_kind *kind)
{
	uint32_t is = line->traits->is;
	struct heading_hit hit;

	*kind = LINE_CELLS;
	if ((is & TRAIT_PIPE) || tabs_inside(line))
		return true;
	if ((is & TRAIT_SENTENCE) || ((is & TRAIT_COMMA) && has_counted_clause(line->text))) {
		*kind = LINE_TEXT;
		return true;
	}
	struct slice text = traits_visible(line->traits, line->text);
	bool noise = text.len && may_be_noise(text);
	if (text.len > CAPTION_BYTES
	    || !(noise || slice_starts(text, SLICE("#")) || slice_starts(text, SLICE("表"))))
		return true;
	if (!headline_read(h, &line->text, 1, head))
		return false;
	if (headings_match(h, HEADING_CAPTION, head->text, &hit))
		*kind = LINE_HEADING;
	else if (noise && headings_match(h, HEADING_INSIDE, passage_text(&head->passage), &hit))
		*kind = LINE_TEXT;
	return true;
}

bool
kind_date(const struct headings *h, struct slice text, const struct headline *head,
    struct heading_hit *hit)
{
	if (text.len > DATE_BYTES || !headings_match(h, HEADING_DATE, head->text, hit))
		return false;
	struct slice agency = heading_group(hit, "agency");
	return agency.len == 0 || title_is_organ(h, agency);
}

/* A sub-heading before a full stop or a colon: only with one it is worth the pattern. */
static bool
is_closed(const struct headings *h, struct slice phrase)
{
	struct heading_hit hit;

	return (slice_ends(phrase, SLICE("。")) || slice_ends(phrase, SLICE(":")))
	    && headings_match(h, HEADING_CLOSED, phrase, &hit);
}

static bool
is_subheading(const struct headings *h, const struct headline *head)
{
	struct heading_hit hit;
	enum outline_style style = head->number.style;

	if (head->phrase.len == 0 || style == OUTLINE_POINT)
		return false;
	if (style == OUTLINE_NONE && !head->marked)
		return is_closed(h, head->phrase)
		    && headings_part(h, HEADING_STANDARD, headline_clause(head)) != PART_NONE;
	return headings_match(h, HEADING_OPEN, head->phrase, &hit) || is_closed(h, head->phrase);
}

bool
kind_begins(const struct headings *h, const struct headline *head)
{
	enum outline_style style = head->number.style;
	bool open = style != OUTLINE_POINT && (style != OUTLINE_NONE || head->marked);

	return head->phrase.len == 0 || headline_may_strip(h, head)
	    || headings_may_match(h, HEADING_DATE, head->text)
	    || (open && headings_may_match(h, HEADING_OPEN, head->phrase))
	    || (style != OUTLINE_POINT && headings_may_match(h, HEADING_CLOSED, head->phrase));
}

/* Content of some table: two separators, or one in what is no sentence. */
static bool
is_row(const struct line *line, size_t tabs)
{
	size_t pipes = line->traits->is & TRAIT_PIPE ? slice_count(line->text, '|') : 0;

	if (tabs > 1
	    || (pipes > 1 && slice_starts(traits_visible(line->traits, line->text), SLICE("|"))))
		return true;
	return (tabs || pipes > 1) && !(line->traits->is & TRAIT_SENTENCE);
}

enum line_kind
kind_of_text(const struct line *line)
{
	return is_row(line, tabs_inside(line)) ? LINE_CELLS : LINE_TEXT;
}

enum line_kind
kind_in_prose(const struct headings *h, const struct line *line, const struct headline *head)
{
	struct heading_hit hit;
	size_t tabs = tabs_inside(line);

	if (tabs < 2 && line->text.len <= 2 * CAPTION_BYTES && is_subheading(h, head))
		return LINE_HEADING;
	if (is_row(line, tabs))
		return LINE_CELLS;
	return kind_date(h, line->text, head, &hit) ? LINE_DATE : LINE_TEXT;
}
