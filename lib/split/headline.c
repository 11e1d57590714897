/* SPDX-License-Identifier: MIT */
/* The head of a line, and whether it is the heading of a section. */
#include "headline.h"

#include "utf8.h"

enum {
	HEAD_BYTES = 240,   /* of a line: room for any heading and what follows it */
	HEADING_BYTES = 12, /* the shortest that is no number or short label: 一、概述 */
	BARE_BYTES = 96,    /* the longest without numbering */
};

/* Weights of a section heading; the sum of a chain decides. */
enum {
	WEIGHT_STANDARD = 20, WEIGHT_VARIANT = 8, WEIGHT_START = 2, WEIGHT_TABLE = 1,
	WEIGHT_NUMBERED = 4, /* 一、 */
	WEIGHT_FITS = 6,     /* and the number is that of the form */
	WEIGHT_WHOLE = 4,
};

static struct slice
head_of(struct slice line)
{
	size_t len = line.len < HEAD_BYTES ? line.len : HEAD_BYTES;

	while (len < line.len && len > 0 && ((unsigned char)line.ptr[len] & 0xc0) == 0x80)
		len--;
	return slice_head(line, len);
}

static void
take_apart(const struct headings *h, struct headline *head)
{
	struct heading_hit hit;
	struct slice text = passage_text(&head->passage);

	if (text.len && (text.ptr[0] == '<' || text.ptr[0] == '(')
	    && headings_match(h, HEADING_STRIP, text, &hit))
		text = slice_from(text, hit.match.end);
	head->marked = text.len && text.ptr[0] == '#';
	head->text = fold_bare(text);
	head->number = outline_read(head->text);
	head->phrase = slice_from(head->text, head->number.len);
}

bool
headline_read(const struct headings *h, const struct slice *line, size_t count,
    struct headline *head)
{
	passage_clear(&head->passage);
	for (size_t i = 0; i < count; i++)
		if (!passage_add(&head->passage, head_of(fold_trim(line[i]))))
			return false;
	take_apart(h, head);
	return true;
}

void
headline_release(struct headline *head)
{
	passage_release(&head->passage);
}

bool
headline_gap(const struct headline *head, const char *at)
{
	const struct passage *p = &head->passage;
	size_t i = (size_t)(at - p->folded.text.ptr);

	if (i == 0 || i >= p->folded.text.len || passage_line(p, i) != passage_line(p, i - 1))
		return true;
	size_t end = p->folded.from[i - 1];
	fold_next(p->line[passage_line(p, i)], &end);
	return end < p->folded.from[i];
}

struct slice
headline_clause(const struct headline *head)
{
	for (size_t at = 0; at < head->phrase.len;) {
		size_t start = at;
		uint32_t c = utf8_next(head->phrase, &at);
		if (c == 0x3002 || c == ':' || c == ';' || c == '!' || c == '?' || c == ',')
			return slice_head(head->phrase, start);
	}
	return head->phrase;
}

bool
headline_words(const struct headline *head, struct arena *arena, struct slice *words)
{
	struct slice clause = headline_clause(head), whole = passage_text(&head->passage);

	if (clause.len)
		whole = (struct slice){ head->text.ptr,
			(size_t)(clause.ptr - head->text.ptr) + clause.len };
	return passage_source(&head->passage, whole, SLICE_NONE, arena, words);
}

enum after { AFTER_NOTHING, AFTER_SPAM, AFTER_TEXT, AFTER_PAGE, AFTER_MORE };

/* What follows the words of a heading: 一、总体情况|  BET365|  2023年，|  …… 1|  好转| */
static enum after
what_follows(const struct headline *head, struct slice rest)
{
	bool dots = false, digits = false;
	size_t at = 0;

	if (rest.len == 0)
		return AFTER_NOTHING;
	while (at < rest.len) {
		size_t start = at;
		uint32_t c = utf8_next(rest, &at);
		if (c >= '0' && c <= '9' && rest.len - start <= 3)
			digits = true;
		else if (c == '.' || c == 0x2026 || c == 0xb7)
			dots = true;
		else if (c != 0x3001 && c != ':' && c != 0x3002 && c != ';' && c != ',' && c != '|')
			break;
		if (at == rest.len)
			return digits || (dots && rest.len > 1) ? AFTER_PAGE : AFTER_NOTHING;
	}
	bool ascii = (unsigned char)rest.ptr[0] < 0x80;
	bool gap = headline_gap(head, rest.ptr);
	if (!gap && ((rest.ptr[0] | 0x20) >= 'a' && (rest.ptr[0] | 0x20) <= 'z'))
		return AFTER_SPAM;
	bool stop = ascii ? rest.ptr[0] == ':' : slice_starts(rest, SLICE("。"));
	bool word = ascii && rest.ptr[0] != ',' && rest.ptr[0] != '.' && rest.ptr[0] != ')';
	return stop || word || gap ? AFTER_TEXT : AFTER_MORE;
}

/* Which of the form's words a numbering asks for; HEADING_WORDS: none will do. */
static bool
words_allowed(enum outline_style style, enum heading_words words, bool fits)
{
	switch (style) {
	case OUTLINE_TOP:
		return words != HEADING_START;
	case OUTLINE_ROUND:
		return words == HEADING_START;
	case OUTLINE_DIGIT:
		return words == HEADING_STANDARD && fits;
	case OUTLINE_NONE:
		return words == HEADING_STANDARD;
	default:
		return false;
	}
}

static unsigned
weight_of(const struct headline *head, enum heading_words words, bool fits, bool whole)
{
	static const unsigned weight[HEADING_WORDS] = {
		WEIGHT_STANDARD, WEIGHT_VARIANT, WEIGHT_START,
	};
	enum outline_style style = head->number.style;
	bool numbered = style == OUTLINE_TOP || style == OUTLINE_DIGIT;

	return weight[words] + (numbered ? WEIGHT_NUMBERED : 0)
	    + (numbered && fits ? WEIGHT_FITS : 0) + (whole ? WEIGHT_WHOLE : 0);
}

/* The line as the heading of one section, in one kind of words. */
static bool
guess_as(const struct headings *h, const struct headline *head, enum section section,
    enum heading_words words, struct section_guess *guess)
{
	enum outline_style style = head->number.style;
	bool fits = head->number.value == headings_number(h, section);
	size_t end;

	if (!words_allowed(style, words, fits)
	    || !headings_section(h, section, words, head->phrase, &end))
		return false;
	enum after after = what_follows(head, slice_from(head->phrase, end));
	bool whole = after == AFTER_NOTHING || after == AFTER_SPAM;
	if (words == HEADING_START ? head->number.value != 1
	    : after == AFTER_PAGE || after == AFTER_MORE || (style == OUTLINE_NONE && !whole))
		return false;
	*guess = (struct section_guess){ section, weight_of(head, words, fits, whole), whole,
		style == OUTLINE_TOP && (words == HEADING_STANDARD || fits) };
	return true;
}

bool
headline_section(const struct headings *h, const struct headline *head,
    struct section_guess *guess)
{
	struct section_guess one;

	guess->weight = 0;
	for (unsigned s = SECTION_FRONT + 1; s < SECTION_END; s++)
		for (unsigned w = 0; w < HEADING_TABLE; w++)
			if (guess_as(h, head, (enum section)s, (enum heading_words)w, &one)
			    && one.weight > guess->weight)
				*guess = one;
	return guess->weight > 0;
}

bool
headline_table(const struct headings *h, const struct headline *head,
    struct section_guess *guess)
{
	size_t end;

	for (unsigned s = SECTION_FRONT + 1; s < SECTION_END; s++)
		if (headings_section(h, (enum section)s, HEADING_TABLE, head->phrase, &end)) {
			*guess = (struct section_guess){ (enum section)s, WEIGHT_TABLE, false, false };
			return true;
		}
	return false;
}

/* The line without indentation and marks of Markdown; empty if it is too short. */
static struct slice
bare_start(struct slice line)
{
	struct slice text = fold_trim(line);

	while (text.len && (text.ptr[0] == '#' || text.ptr[0] == '*' || text.ptr[0] == ' '))
		text = slice_from(text, 1);
	return text.len < HEADING_BYTES ? SLICE_NONE : text;
}

static bool
starts_numbered(struct slice text)
{
	struct slice head = slice_head(text, HEADING_BYTES);

	return outline_read(head).len || head.ptr[0] == '<' || head.ptr[0] == '['
	    || slice_starts(head, SLICE("（")) || slice_starts(head, SLICE("第"));
}

bool
headline_numbered(struct slice line)
{
	struct slice text = bare_start(line);

	return text.len && starts_numbered(text);
}

bool
headline_worth(struct slice line)
{
	struct slice text = bare_start(line);

	if (text.len == 0 || text.len > BARE_BYTES)
		return text.len && starts_numbered(text);
	return text.ptr[0] != '|';
}
