/* SPDX-License-Identifier: MIT */
/* Learning: one function for each group of traits that is found in one go. */
#include "learn.h"

#include "joined.h"
#include "kind.h"
#include "recall.h"
#include "seam.h"
#include "title.h"

struct lesson {
	const struct headings *headings;
	struct headline *head;
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
	return headline_read(l->headings, &l->text, 1, l->head);
}

static bool
learn_start(struct lesson *l)
{
	struct headline_start start = headline_start(traits_visible(l->traits, l->text));

	set(l, TRAIT_NUMBERED, start.numbered);
	set(l, TRAIT_WORTH, start.worth);
	return true;
}

/*
 * The line up to where a cell, a clause or a sentence may end: rows and paragraphs of which
 * the rest differs begin alike.
 */
static struct slice
label_of(struct slice text, size_t begin)
{
	enum { LEAST_BYTES = 12 };
	static const bool ends[256] = { /* first bytes of 。 and ，, too */
		['\t'] = true, [' '] = true, ['|'] = true, [0xe3] = true, [0xef] = true,
	};
	size_t at = begin + LEAST_BYTES;

	while (at < text.len && !ends[(unsigned char)text.ptr[at]])
		at++;
	return slice_head(text, at);
}

static bool
learn_root(struct lesson *l)
{
	if (!read_head(l))
		return false;
	set(l, TRAIT_ROOT, headline_root(l->headings, l->head));
	return true;
}

/* May the line be a heading, as far as its label tells? */
static bool
has_root(struct lesson *l, bool *has)
{
	struct traits traits;
	struct line label = { .text = label_of(l->text, l->traits->begin), .traits = &traits };

	*has = true;
	if (label.text.len == l->text.len)
		return true;
	recall_line(headings_recall(l->headings), label.text, &traits);
	if (!learn(l->headings, l->head, &label, TRAIT_ROOT))
		return false;
	*has = traits.is & TRAIT_ROOT;
	return true;
}

static bool
learn_section(struct lesson *l)
{
	struct section_guess guess = { .section = SECTION_FRONT };
	bool has;

	if (!has_root(l, &has))
		return false;
	if (has && !read_head(l))
		return false;
	bool is = has && headline_section(l->headings, l->head, &guess);
	set(l, TRAIT_SECTION, is);
	set(l, TRAIT_WHOLE, is && guess.whole);
	set(l, TRAIT_FIRM, is && guess.firm);
	set(l, TRAIT_GOES_ON, has && l->head->number.style == OUTLINE_TOP
	    && headline_root(l->headings, l->head));
	l->traits->section = (uint8_t)guess.section;
	l->traits->weight = (uint8_t)guess.weight;
	l->traits->end = is ? headline_end(l->head, l->text, &guess) : 0;
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
learn_title(struct lesson *l)
{
	set(l, TRAIT_TITLE_END, title_worth(l->text));
	set(l, TRAIT_TITLE_WORD, title_word(l->text));
	return true;
}

static bool
learn_ended(struct lesson *l)
{
	set(l, TRAIT_ENDED, kind_ends_sentence(traits_visible(l->traits, l->text)));
	return true;
}

/* What may stand in a signature. */
static bool
learn_signature(struct lesson *l)
{
	struct heading_hit hit;

	if (!read_head(l))
		return false;
	bool date = kind_date(l->headings, l->text, l->head, &hit);
	set(l, TRAIT_DATE, date);
	set(l, TRAIT_ORGAN, !date && l->head->number.len == 0
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
learn_seams(struct lesson *l)
{
	set(l, TRAIT_SEAM_NUMBER, joined_seam(l->text, false) < l->text.len);
	set(l, TRAIT_SEAM_CLOSED, joined_seam(l->text, true) < l->text.len);
	return true;
}

static bool
learn_in_table(struct lesson *l)
{
	enum line_kind kind;

	if (!kind_in_table(l->headings, l->line, l->head, &kind))
		return false;
	l->traits->in_table = (uint8_t)kind;
	return true;
}

/* In one go, for they need the head of the line. */
static bool
learn_in_prose(struct lesson *l)
{
	if (!read_head(l))
		return false;
	struct subheading sub = aspect_read(l->headings, l->head);
	l->traits->in_prose = (uint8_t)kind_in_prose(l->headings, l->line, l->head);
	l->traits->style = (uint8_t)sub.style;
	l->traits->part = (uint8_t)sub.part;
	set(l, TRAIT_MARKED, sub.marked);
	return true;
}

static const struct {
	uint32_t traits;
	bool (*learn)(struct lesson *);
} lessons[] = {
	{ TRAIT_NUMBERED | TRAIT_WORTH, learn_start },
	{ TRAIT_SECTION | TRAIT_WHOLE | TRAIT_FIRM | TRAIT_GOES_ON, learn_section },
	{ TRAIT_ROOT, learn_root },
	{ TRAIT_TABLE, learn_table },
	{ TRAIT_TITLE_END | TRAIT_TITLE_WORD, learn_title },
	{ TRAIT_ENDED, learn_ended },
	{ TRAIT_DATE | TRAIT_ORGAN, learn_signature },
	{ TRAIT_FOOTER, learn_footer },
	{ TRAIT_SEAM_NUMBER | TRAIT_SEAM_CLOSED, learn_seams },
	{ TRAIT_KIND_TABLE, learn_in_table },
	{ TRAIT_KIND_PROSE | TRAIT_SUBHEADING | TRAIT_MARKED, learn_in_prose },
};

bool
learn_traits(const struct headings *h, struct headline *head, struct line *line, uint32_t what)
{
	struct lesson lesson = { h, head, line, line->text, line->traits };

	for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
		if (!(lessons[i].traits & what & ~line->traits->known))
			continue;
		if (!lessons[i].learn(&lesson))
			return false;
		line->traits->known |= lessons[i].traits;
	}
	recall_keep(headings_recall(h), line->text, line->traits);
	return true;
}
