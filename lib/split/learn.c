/* SPDX-License-Identifier: MIT */
/* Learning: one function for each group of traits that is found in one go. */
#include "learn.h"

#include "heads.h"
#include "joined.h"
#include "kind.h"
#include "recall.h"
#include "seam.h"
#include "title.h"
#include "utf8.h"

struct lesson {
	const struct headings *headings;
	struct headline *scratch;
	const struct headline *head; /* of the line, when it was read */
	const struct line *line;
	struct slice text;
	struct traits *traits;
};

static void
set(struct lesson *l, uint32_t trait, bool is)
{
	l->traits->is = is ? l->traits->is | trait : l->traits->is & ~trait;
}

static bool
read_head(struct lesson *l)
{
	if (l->scratch->kept)
		return (l->head = heads_read(l->headings, l->scratch->kept, l->text)) != NULL;
	l->head = l->scratch;
	return headline_read(l->headings, &l->text, 1, l->scratch);
}

static bool
learn_start(struct lesson *l)
{
	struct headline_start start = headline_start(traits_visible(l->traits, l->text));

	set(l, TRAIT_NUMBERED, start.numbered);
	set(l, TRAIT_WORTH, start.worth);
	return true;
}

/* What is known of the beginning of the line, as of a line of its own. */
static bool
read_label(struct lesson *l, struct slice label, uint32_t what, struct traits *traits)
{
	struct line line = { .text = label, .traits = traits };

	recall_line(headings_recall(l->headings), label, traits);
	return learn(l->headings, l->scratch, &line, what);
}

static bool
learn_root(struct lesson *l)
{
	if (!read_head(l))
		return false;
	set(l, TRAIT_ROOT, headline_root(l->headings, l->head));
	return true;
}

/* Rows begin alike of which the rest differs: the line up to where a cell may end. */
static struct slice
label_of(struct slice text, size_t begin)
{
	enum { LEAST_BYTES = 12 };
	static const bool ends[256] = { /* first bytes of punctuation, too */
		['\t'] = true, [' '] = true, ['|'] = true, [0xe3] = true, [0xef] = true,
	};
	size_t at = begin + LEAST_BYTES;

	while (at < text.len && !ends[(unsigned char)text.ptr[at]])
		at++;
	return slice_head(text, at);
}

/* May the line be a heading, as far as its label tells? */
static bool
has_root(struct lesson *l, bool *has)
{
	struct slice label = label_of(l->text, l->traits->begin);
	struct traits traits = { .is = TRAIT_ROOT };

	if (label.len < l->text.len && !read_label(l, label, TRAIT_ROOT, &traits))
		return false;
	*has = traits.is & TRAIT_ROOT;
	return true;
}

static bool
learn_section(struct lesson *l)
{
	struct section_guess guess = { .section = SECTION_FRONT };
	bool has;

	if (!has_root(l, &has) || (has && !read_head(l)))
		return false;
	bool is = has && headline_section(l->headings, l->head, &guess);
	set(l, TRAIT_SECTION, is);
	set(l, TRAIT_GOES_ON, has && l->head->number.style == OUTLINE_TOP
	    && headline_root(l->headings, l->head));
	if (is) {
		l->traits->section.section = (uint8_t)guess.section;
		l->traits->section.weight = (uint8_t)guess.weight;
		l->traits->section.whole = guess.whole;
		l->traits->section.firm = guess.firm;
		l->traits->section.end = headline_end(l->head, l->text, &guess);
	}
	return true;
}

static bool
learn_table(struct lesson *l)
{
	struct section_guess guess = { .section = SECTION_FRONT };

	if (!read_head(l))
		return false;
	set(l, TRAIT_TABLE, headline_table(l->headings, l->head, &guess));
	l->traits->table = (uint8_t)guess.section;
	return true;
}

static bool
learn_title_words(struct lesson *l)
{
	set(l, TRAIT_TITLE_END, title_worth(l->text));
	set(l, TRAIT_TITLE_WORD, title_word(l->text));
	return true;
}

static bool
learn_title_inside(struct lesson *l)
{
	set(l, TRAIT_TITLE_INSIDE, title_may_be_inside(l->text));
	return true;
}

/* Only lines that are no longer than their heads are parts of a title. */
static bool
may_be_title(const struct lesson *l)
{
	size_t len = l->traits->behind - l->traits->begin;

	return len > 0 && len <= TITLE_LINE_BYTES;
}

static bool
learn_title(struct lesson *l)
{
	struct title title = { .score = 0 };
	bool is = may_be_title(l);

	if (is && !read_head(l))
		return false;
	set(l, TRAIT_TITLE, is && title_of_line(l->headings, &l->head->passage, &title));
	l->traits->score = (uint8_t)title.score;
	return true;
}

static bool
learn_title_root(struct lesson *l)
{
	bool is = may_be_title(l);

	if (is && !read_head(l))
		return false;
	set(l, TRAIT_TITLE_ROOT, is && title_begins(l->headings, &l->head->passage));
	return true;
}

_Static_assert((int)TITLE_LINE_BYTES <= (int)HEADLINE_BYTES, "may_be_title");

static bool
learn_ended(struct lesson *l)
{
	set(l, TRAIT_ENDED, kind_ends_sentence(traits_visible(l->traits, l->text)));
	return true;
}

static bool
learn_date(struct lesson *l)
{
	struct heading_hit hit;

	if (!read_head(l))
		return false;
	set(l, TRAIT_DATE, kind_date(l->headings, l->text, l->head, &hit));
	return true;
}

static bool
learn_organ(struct lesson *l)
{
	if (!read_head(l))
		return false;
	set(l, TRAIT_ORGAN, l->head->number.len == 0
	    && title_is_organ(l->headings, l->head->text));
	return true;
}

static bool
learn_footer(struct lesson *l)
{
	struct heading_hit hit;

	if (!read_head(l))
		return false;
	set(l, TRAIT_FOOTER, headings_match(l->headings, HEADING_FOOTER, l->head->text, &hit));
	return true;
}

static bool
learn_seam(struct lesson *l)
{
	set(l, TRAIT_SEAM, joined_seam(l->text));
	return true;
}

static bool
learn_in_table(struct lesson *l)
{
	enum line_kind kind;

	if (!kind_in_table(l->headings, l->line, l->scratch, &kind))
		return false;
	l->traits->in_table = (uint8_t)kind;
	return true;
}

static bool
learn_prose_root(struct lesson *l)
{
	if (!read_head(l))
		return false;
	set(l, TRAIT_PROSE_ROOT, kind_begins(l->headings, l->head));
	return true;
}

/* The length of the mark at `p` that ends a clause: ， 。 ： ； ！ ？ and these of ASCII. */
static size_t
clause_mark(const char *p, size_t left)
{
	static const char last[] = "\x8c\x9a\x9b\x81\x9f";

	if (*p == ',' || *p == ':' || *p == ';' || *p == '!' || *p == '?')
		return 1;
	if (left < 3)
		return 0;
	return memcmp(p, "\xe3\x80\x82", 3) == 0
	    || (memcmp(p, "\xef\xbc", 2) == 0 && strchr(last, p[2])) ? 3 : 0;
}

/*
 * The first clause with the mark behind it, and one more character, which shows that the
 * line goes on; all of the line: it does not.
 */
static struct slice
clause_of(struct slice text, size_t begin)
{
	static const bool may_end[256] = {
		[','] = true, [':'] = true, [';'] = true, ['!'] = true, ['?'] = true,
		[0xe3] = true, [0xef] = true,
	};

	for (size_t at = begin; at < text.len;) {
		unsigned char first = (unsigned char)text.ptr[at];
		size_t mark = may_end[first] ? clause_mark(text.ptr + at, text.len - at) : 0;
		if (!mark) {
			at += first < 0xe0 ? 1 : 3;
			continue;
		}
		at = seam_visible(text, at + mark);
		if (at < text.len)
			utf8_next(text, &at);
		return slice_head(text, at);
	}
	return text;
}

/* What the first clause tells of the line: without TRAIT_PROSE_ROOT, as nearly always, it is
   enough. */
static bool
read_clause(struct lesson *l, uint32_t what, struct traits *traits)
{
	struct slice clause = clause_of(l->text, l->traits->begin);

	traits->is = TRAIT_PROSE_ROOT;
	if (clause.len == l->text.len || clause.len > HEADLINE_BYTES)
		return true;
	return read_label(l, clause, TRAIT_PROSE_ROOT | what, traits);
}

static bool
learn_in_prose(struct lesson *l)
{
	struct traits clause;

	if (!read_clause(l, 0, &clause))
		return false;
	if (!(clause.is & TRAIT_PROSE_ROOT)) {
		l->traits->in_prose = (uint8_t)kind_of_text(l->line);
		return true;
	}
	if (!read_head(l))
		return false;
	l->traits->in_prose = (uint8_t)kind_in_prose(l->headings, l->line, l->head);
	return true;
}

static bool
learn_subheading(struct lesson *l)
{
	struct traits clause;

	if (!read_clause(l, TRAIT_SUBHEADING, &clause))
		return false;
	if (!(clause.is & TRAIT_PROSE_ROOT)) {
		l->traits->style = clause.style;
		l->traits->part = clause.part;
		l->traits->marked = clause.marked;
		return true;
	}
	if (!read_head(l))
		return false;
	struct subheading sub = aspect_read(l->headings, l->head);
	l->traits->style = (uint8_t)sub.style;
	l->traits->part = (uint8_t)sub.part;
	l->traits->marked = sub.marked;
	return true;
}

/* Those that are asked for most come first. */
static const struct {
	uint32_t traits;
	bool (*learn)(struct lesson *);
} lessons[] = {
	{ TRAIT_IN_TABLE, learn_in_table },
	{ TRAIT_NUMBERED | TRAIT_WORTH, learn_start },
	{ TRAIT_SECTION | TRAIT_GOES_ON, learn_section },
	{ TRAIT_IN_PROSE, learn_in_prose },
	{ TRAIT_SUBHEADING, learn_subheading },
	{ TRAIT_ENDED, learn_ended },
	{ TRAIT_SEAM, learn_seam },
	{ TRAIT_ROOT, learn_root },
	{ TRAIT_PROSE_ROOT, learn_prose_root },
	{ TRAIT_TABLE, learn_table },
	{ TRAIT_TITLE_END | TRAIT_TITLE_WORD, learn_title_words },
	{ TRAIT_TITLE_INSIDE, learn_title_inside },
	{ TRAIT_TITLE, learn_title },
	{ TRAIT_TITLE_ROOT, learn_title_root },
	{ TRAIT_DATE, learn_date },
	{ TRAIT_ORGAN, learn_organ },
	{ TRAIT_FOOTER, learn_footer },
};

bool
learn_traits(const struct headings *h, struct headline *head, struct line *line, uint32_t what)
{
	struct lesson lesson = { h, head, NULL, line, line->text, line->traits };

	what &= ~line->traits->known;
	for (size_t i = 0; what; i++) {
		if (!(lessons[i].traits & what))
			continue;
		if (!lessons[i].learn(&lesson))
			return false;
		line->traits->known |= lessons[i].traits;
		what &= ~lessons[i].traits;
	}
	recall_keep(headings_recall(h), line->text, line->traits);
	return true;
}
