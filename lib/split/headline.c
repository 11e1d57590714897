/* SPDX-License-Identifier: MIT */
/* The head of a line, and whether it is the heading of a section. */
#include "headline.h"

#include "seam.h"
#include "utf8.h"

enum {
	HEADING_BYTES = 12, /* the shortest that is no number or short label: 一、概述 */
	BARE_BYTES = 96,    /* the longest without numbering */
};

/* Weights of a section heading; the sum of a chain decides. */
enum {
	WEIGHT_STANDARD = 20, WEIGHT_VARIANT = 8, WEIGHT_START = 2,
	WEIGHT_NUMBERED = 4, /* 一、 */
	WEIGHT_FITS = 6,     /* and the number is that of the form */
	WEIGHT_WHOLE = 4,
	WEIGHT_GLUED = 12,   /* as a whole: other words are glued to it */
};

/* So many bytes of a line without the white space around them: its end is not looked for. */
static struct slice
head_of(struct slice line, size_t most)
{
	struct slice text = slice_from(line, seam_visible(line, 0));
	size_t len = text.len < most ? text.len : most;

	while (len < text.len && len > 0 && ((unsigned char)text.ptr[len] & 0xc0) == 0x80)
		len--;
	return fold_trim(slice_head(text, len));
}

/* Whether white space or the end of a line stood before byte `at` of head->text. */
static bool
has_gap(const struct headline *head, const char *at)
{
	const struct passage *p = &head->passage;
	size_t i = (size_t)(at - p->folded.text.ptr);

	if (i == 0 || i >= p->folded.text.len || passage_line(p, i) != passage_line(p, i - 1))
		return true;
	size_t end = fold_from(&p->folded, i - 1);
	fold_next(p->line[passage_line(p, i)], &end);
	return end < fold_from(&p->folded, i);
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
	/* A letter that slipped in touches the number; one that does not is another cell. */
	if (head->text.len > 1 && (unsigned char)head->text.ptr[0] < 0x80
	    && (head->text.ptr[0] | 0x20) >= 'a' && (head->text.ptr[0] | 0x20) <= 'z'
	    && has_gap(head, head->text.ptr + 1))
		head->number = (struct outline){ .style = OUTLINE_NONE };
	head->phrase = slice_from(head->text, head->number.len);
}

static bool
read_heads(const struct headings *h, const struct slice *line, size_t count, size_t most,
    struct headline *head)
{
	passage_clear(&head->passage);
	for (size_t i = 0; i < count; i++)
		if (!passage_add(&head->passage, head_of(line[i], most)))
			return false;
	take_apart(h, head);
	return true;
}

bool
headline_read(const struct headings *h, const struct slice *line, size_t count,
    struct headline *head)
{
	return read_heads(h, line, count, HEADLINE_BYTES, head);
}

bool
headline_read_clause(const struct headings *h, struct slice line, struct headline *head)
{
	enum { CLAUSE_BYTES = 72 }; /* most are shorter */

	if (!read_heads(h, &line, 1, CLAUSE_BYTES, head))
		return false;
	size_t clause = headline_clause(head).len;
	return (clause > 0 && clause < head->phrase.len && !headline_may_strip(h, head))
	    || headline_read(h, &line, 1, head);
}

void
headline_release(struct headline *head)
{
	passage_release(&head->passage);
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

_Static_assert(WEIGHT_STANDARD + WEIGHT_NUMBERED + WEIGHT_FITS + WEIGHT_WHOLE
    == SECTION_WEIGHT_MOST, "headline.h");

enum after {
	AFTER_NOTHING, AFTER_SPAM, AFTER_TEXT, AFTER_PAGE, AFTER_DOTS, AFTER_WORDS, AFTER_MORE
};

/* What follows the words of a heading: 一、总体情况|  BET365|  2023年，|  …… 1|  …… 1 二、|  好转|  ，| */
static enum after
what_follows(const struct headings *h, const struct headline *head, struct slice rest)
{
	struct heading_hit hit;
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
	bool ascii = (unsigned char)rest.ptr[0] < 0x80, gap = has_gap(head, rest.ptr);
	if (!gap && ((rest.ptr[0] | 0x20) >= 'a' && (rest.ptr[0] | 0x20) <= 'z'))
		return AFTER_SPAM;
	bool stop = ascii ? rest.ptr[0] == ':' : slice_starts(rest, SLICE("。"));
	bool word = ascii && rest.ptr[0] != ',' && rest.ptr[0] != '.' && rest.ptr[0] != ')';
	if (dots && rest.ptr[0] != ':' && !stop)
		return AFTER_DOTS;
	if (stop || word || gap
	    || headings_match(h, HEADING_ROWS, rest, &hit)
	    || headings_match(h, HEADING_BEHIND, rest, &hit))
		return AFTER_TEXT;
	at = 0;
	return utf8_is_han(utf8_next(rest, &at)) ? AFTER_WORDS : AFTER_MORE;
}

/* Which of the form's words a numbering asks for; HEADING_WORDS: none will do. */
static bool
words_allowed(struct outline number, enum heading_words words, bool fits)
{
	switch (number.style) {
	case OUTLINE_TOP:
		return words != HEADING_START;
	case OUTLINE_ROUND:
		return words == HEADING_START && number.value == 1;
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
	static const unsigned weight[] = { WEIGHT_STANDARD, WEIGHT_VARIANT, WEIGHT_START };
	enum outline_style style = head->number.style;
	bool numbered = style == OUTLINE_TOP || style == OUTLINE_DIGIT;

	return weight[words] + (numbered ? WEIGHT_NUMBERED : 0)
	    + (numbered && fits ? WEIGHT_FITS : 0) + (whole ? WEIGHT_WHOLE : 0);
}

/* The phrase as the heading of one section, in one kind of words, which its number allows. */
static bool
guess_as(const struct headings *h, const struct headline *head, struct slice phrase,
    enum section section, enum heading_words words, struct section_guess *guess,
    enum after *after)
{
	enum outline_style style = head->number.style;
	bool fits = head->number.value == headings_number(h, section);
	size_t end;

	if (!headings_section(h, section, words, phrase, &end))
		return false;
	*after = what_follows(h, head, slice_from(phrase, end));
	bool whole = *after == AFTER_NOTHING || *after == AFTER_SPAM;
	unsigned weight = *after == AFTER_WORDS ? WEIGHT_GLUED
	    : weight_of(head, words, fits, whole);
	*guess = (struct section_guess){ section, weight, whole,
		style == OUTLINE_TOP && (words == HEADING_STANDARD || fits),
		(size_t)(phrase.ptr - head->text.ptr) + end };
	return true;
}

/* May a line begin so? To long words of the form others may be glued: no sentence has those. */
static bool
is_allowed(const struct headline *head, enum heading_words words, bool fits,
    const struct section_guess *guess, enum after after)
{
	enum { LONG_BYTES = 36 };

	if (words == HEADING_START)
		return true;
	if (after == AFTER_WORDS)
		return words == HEADING_STANDARD && fits && head->number.style == OUTLINE_TOP
		    && guess->end - head->number.len >= LONG_BYTES;
	return after == AFTER_NOTHING || after == AFTER_SPAM
	    || (after == AFTER_TEXT && head->number.style != OUTLINE_NONE);
}

bool
headline_section(const struct headings *h, const struct headline *head,
    struct section_guess *guess)
{
	struct section_guess one;
	enum after after;

	guess->weight = 0;
	for (enum section s = SECTION_FRONT + 1; s < SECTION_END; s++) {
		bool fits = head->number.value == headings_number(h, s);
		for (enum heading_words w = 0; w < HEADING_TABLE; w++)
			if (words_allowed(head->number, w, fits)
			    && guess_as(h, head, head->phrase, s, w, &one, &after)
			    && is_allowed(head, w, fits, &one, after) && one.weight > guess->weight)
				*guess = one;
	}
	return guess->weight > 0;
}

/* Its number, if it has one, is whole, whatever follows. */
static bool
is_number_whole(const struct headline *head)
{
	enum { NUMBER_BYTES = 24 };

	return head->number.style == OUTLINE_NONE ? head->text.len >= NUMBER_BYTES
	    : head->phrase.len > 0;
}

bool
headline_may_strip(const struct headings *h, const struct headline *head)
{
	struct slice text = passage_text(&head->passage);

	return text.len && (text.ptr[0] == '<' || text.ptr[0] == '(')
	    && headings_may_match(h, HEADING_STRIP, text);
}

bool
headline_root(const struct headings *h, const struct headline *head)
{
	if (!is_number_whole(head) || headline_may_strip(h, head))
		return true;
	for (enum section s = SECTION_FRONT + 1; s < SECTION_END; s++) {
		bool fits = head->number.value == headings_number(h, s);
		for (enum heading_words w = 0; w < HEADING_TABLE; w++)
			if (words_allowed(head->number, w, fits)
			    && headings_may_begin(h, s, w, head->phrase))
				return true;
	}
	return false;
}

/* The phrase up to the first white space. */
static struct slice
first_word(const struct headline *head)
{
	size_t at = 0;

	while (at < head->phrase.len) {
		utf8_next(head->phrase, &at);
		if (at < head->phrase.len && has_gap(head, head->phrase.ptr + at))
			break;
	}
	return slice_head(head->phrase, at);
}

bool
headline_inner(const struct headings *h, const struct headline *head,
    struct section_guess *guess)
{
	struct section_guess one;
	enum after after;

	guess->weight = 0;
	if (head->number.style != OUTLINE_TOP)
		return false;
	for (enum section s = SECTION_FRONT + 1; s < SECTION_END; s++) {
		bool fits = head->number.value == headings_number(h, s);
		if (guess_as(h, head, head->phrase, s, HEADING_STANDARD, &one, &after)
		    && (after == AFTER_DOTS || is_allowed(head, HEADING_STANDARD, fits, &one, after))
		    && one.weight > guess->weight)
			*guess = one;
	}
	if (guess->weight)
		return true;
	struct slice word = first_word(head);
	for (enum section s = SECTION_FRONT + 1; s < SECTION_END; s++)
		if (head->number.value == headings_number(h, s)
		    && guess_as(h, head, word, s, HEADING_VARIANT, &one, &after)
		    && one.end == head->number.len + word.len
		    && what_follows(h, head, slice_from(head->phrase, word.len)) != AFTER_PAGE) {
			*guess = one;
			guess->whole = word.len == head->phrase.len;
		}
	return guess->weight > 0;
}

size_t
headline_end(const struct headline *head, struct slice line,
    const struct section_guess *guess)
{
	static const struct slice stop[] = { { "。", 3 }, { "：", 3 }, { ":", 1 }, { "、", 3 } };
	const struct passage *p = &head->passage;
	size_t folded = (size_t)(head->text.ptr - p->folded.text.ptr) + guess->end;
	size_t at = (size_t)(p->line[0].ptr - line.ptr) + passage_offset(p, folded);

	for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
		if (slice_starts(slice_from(line, at), stop[i])) {
			at += stop[i].len;
			break;
		}
	return seam_visible(line, at);
}

bool
headline_table(const struct headings *h, const struct headline *head,
    struct section_guess *guess)
{
	size_t end;

	for (unsigned s = SECTION_FRONT + 1; s < SECTION_END; s++)
		if (headings_section(h, (enum section)s, HEADING_TABLE, head->phrase, &end)) {
			*guess = (struct section_guess){ (enum section)s, SECTION_WEIGHT_TABLE, false, false, 0 };
			return true;
		}
	return false;
}

/* The text without marks of Markdown before it; empty if it is too short. */
static struct slice
bare_start(struct slice text)
{
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

struct headline_start
headline_start(struct slice visible)
{
	struct slice text = bare_start(visible);
	bool numbered = text.len && starts_numbered(text);
	bool worth = text.len > BARE_BYTES ? numbered : text.len && text.ptr[0] != '|';

	return (struct headline_start){ worth, numbered };
}

bool
headline_numbered(struct slice line)
{
	return headline_start(fold_trim(line)).numbered;
}
