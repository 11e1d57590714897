/* SPDX-License-Identifier: MIT */
/* Sections: what may be a heading, the chain of those that are, and the cuts they need. */
#include "sections.h"

#include "chain.h"
#include "inner.h"
#include "kind.h"
#include "learn.h"
#include "piece.h"

/* Where headings are looked for, one after the other, until the sections have theirs. */
enum place {
	PLACE_NUMBERED, PLACE_LINES, PLACE_INSIDE,
	PLACE_TABLES, /* where a heading is lost its table begins the section */
};

struct finder {
	const struct headings *headings;
	struct headline *head;
	struct document *doc;
	struct candidate *candidate;
	size_t count, room;
	enum place place;
};

/* A heading that stands twice, one below the other, is one. */
static bool
is_doubled(const struct finder *f, const struct candidate *c)
{
	const struct candidate *last = f->count ? &f->candidate[f->count - 1] : NULL;

	return last && last->whole && c->whole && c->at == 0 && last->section == c->section
	    && last->line + last->lines == c->line;
}

static bool
add(struct finder *f, struct candidate c)
{
	if (is_doubled(f, &c)) {
		f->candidate[f->count - 1].lines += c.lines;
		return true;
	}
	struct candidate *array =
	    arena_grow(&f->doc->arena, f->candidate, f->count, &f->room, sizeof *array);

	if (!array)
		return false;
	f->candidate = array;
	f->candidate[f->count++] = c;
	return true;
}

static struct candidate
candidate_of(size_t line, size_t lines, const struct section_guess *guess)
{
	return (struct candidate){ .line = line, .lines = lines, .section = guess->section,
		.weight = guess->weight, .whole = guess->whole };
}

/* A numbered line with nothing behind it may go on in the next: …、行政诉讼 / 情况 */
static bool
may_be_broken(const struct line *line, const struct line *next)
{
	enum { LINE_BYTES = 120, NEXT_BYTES = 60 };

	return (line->traits->is & (TRAIT_GOES_ON | TRAIT_SENTENCE)) == TRAIT_GOES_ON
	    && line->text.len <= LINE_BYTES && fold_trim(next->text).len <= NEXT_BYTES;
}

/* The line and the next one are a heading that was broken. */
static bool
find_broken(struct finder *f, size_t i)
{
	const struct line *line = &f->doc->line[i];
	struct slice pair[2] = { line[0].text, line[1].text };
	struct section_guess guess;

	if (!headline_read(f->headings, pair, 2, f->head))
		return false;
	return !headline_section(f->headings, f->head, &guess) || !guess.whole
	    || add(f, candidate_of(i, 2, &guess));
}

/* The line begins a table that no candidate has reached yet. */
static bool
begins_table(const struct finder *f, const struct traits *traits)
{
	return f->place == PLACE_TABLES && (traits->is & TRAIT_TABLE)
	    && (f->count == 0 || f->candidate[f->count - 1].section < traits->table);
}

/* May the line be one at this place? */
static bool
is_worth(const struct finder *f, uint32_t is)
{
	switch (f->place) {
	case PLACE_NUMBERED:
		return is & TRAIT_NUMBERED;
	case PLACE_TABLES:
		return is & (TRAIT_WORTH | TRAIT_PIPE);
	default:
		return is & TRAIT_WORTH;
	}
}

/* The heading that line `i` begins with; `*end` is behind it, 0: there is none. */
static bool
find_first(struct finder *f, size_t i, size_t *end)
{
	struct line *line = &f->doc->line[i];
	const struct traits *traits = line->traits;

	*end = 0;
	if (!learn(f->headings, f->head, line, TRAIT_NUMBERED | TRAIT_WORTH))
		return false;
	if (!is_worth(f, traits->is))
		return true;
	if (!learn(f->headings, f->head, line,
	    TRAIT_SECTION | (f->place == PLACE_TABLES ? TRAIT_TABLE : 0)))
		return false;
	if (traits->is & TRAIT_SECTION) {
		*end = traits->section.end;
		return add(f, (struct candidate){ .line = i, .lines = 1, .end = *end,
			.section = traits->section.section, .weight = traits->section.weight,
			.whole = traits->section.whole });
	}
	if (begins_table(f, traits))
		return add(f, (struct candidate){ .line = i, .lines = 1, .section = traits->table,
			.weight = SECTION_WEIGHT_TABLE });
	return i + 1 == f->doc->count || !may_be_broken(line, line + 1) || find_broken(f, i);
}

/* The candidates of one line, from `first` on: a table of contents, cells of a table? */
static void
judge_line(struct finder *f, size_t first, struct slice text)
{
	enum { NO_ROW = 3 }; /* so many with something behind each are more than cells */
	size_t open = 0;

	for (size_t i = first; i < f->count; i++) {
		struct candidate *c = &f->candidate[i];
		c->listed = i + 1 < f->count
		    && inner_is_gap(slice_from(slice_head(text, c[1].at), c->end));
		open += !c->listed && (i == first || !c[-1].listed);
	}
	for (size_t i = first; i < f->count && open < NO_ROW; i++) {
		struct candidate *c = &f->candidate[i];
		c->field = c->at > 0 && inner_field(text, c->at, c->end);
	}
}

/* The headings inside line `i`, from byte `from` on. */
static bool
find_inside(struct finder *f, size_t i, size_t from)
{
	struct slice text = f->doc->line[i].text;
	size_t first = f->count - (from > 0);
	struct inner inner;

	if (!(f->doc->line[i].traits->is & TRAIT_ORDINAL))
		from = text.len;
	for (;;) {
		enum inner_status status =
		    inner_next(f->headings, text, &from, f->head, &inner);
		if (status == INNER_MEMORY)
			return false;
		if (status == INNER_NONE)
			break;
		struct candidate c = candidate_of(i, 1, &inner.guess);
		c.at = inner.at;
		c.end = inner.end;
		c.weight--; /* what begins a line is more likely one */
		if (!add(f, c))
			return false;
	}
	judge_line(f, first, text);
	return true;
}

/* A field is a heading only in a report: where others are headings without being fields. */
static void
drop_fields(struct finder *f)
{
	enum { OTHERS = 2 };
	bool seen[SECTIONS] = { false };
	size_t others = 0, kept = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct candidate *c = &f->candidate[i];
		others += !c->field && !c->listed && !seen[c->section];
		seen[c->section] |= !c->field && !c->listed;
	}
	for (size_t i = 0; i < f->count; i++)
		if (others >= OTHERS || !f->candidate[i].field)
			f->candidate[kept++] = f->candidate[i];
	f->count = kept;
}

static bool
find_all(struct finder *f)
{
	size_t end;

	f->count = 0;
	for (size_t i = 0; i < f->doc->count; i++)
		if (!find_first(f, i, &end)
		    || (f->place == PLACE_INSIDE && !find_inside(f, i, end)))
			return false;
	if (f->place == PLACE_INSIDE)
		drop_fields(f);
	return true;
}

/*
 * Nothing elsewhere could be better: all sections have headings, not in a table of contents,
 * and if lines without numbers were not looked at, the heaviest.
 */
static bool
is_settled(const struct finder *f, const struct candidate *const pick[SECTIONS])
{
	for (unsigned n = SECTION_FRONT + 1; n < SECTION_END; n++)
		if (!pick[n] || pick[n]->contents
		    || (f->place == PLACE_NUMBERED && pick[n]->weight < SECTION_WEIGHT_MOST))
			return false;
	return true;
}

static bool
pick_at(struct finder *f, enum place place, const struct candidate *pick[SECTIONS])
{
	f->place = place;
	return find_all(f) && chain_pick(f->candidate, f->count, &f->doc->arena, pick);
}

static size_t
count_picks(const struct candidate *const pick[SECTIONS])
{
	size_t count = 0;

	for (unsigned n = SECTION_FRONT + 1; n < SECTION_END; n++)
		count += pick[n] != NULL;
	return count;
}

/* Tables stand for headings only if that leaves fewer sections without one. */
static bool
pick_headings(struct finder *f, const struct candidate *pick[SECTIONS])
{
	for (unsigned place = PLACE_NUMBERED; place <= PLACE_INSIDE; place++) {
		if (!pick_at(f, (enum place)place, pick))
			return false;
		if (is_settled(f, pick))
			return true;
	}
	size_t inside = count_picks(pick);
	if (pick[SECTION_ACTIVE] && pick[SECTION_REQUESTS] && pick[SECTION_REVIEW])
		return true;
	return pick_at(f, PLACE_TABLES, pick)
	    && (count_picks(pick) > inside || pick_at(f, PLACE_INSIDE, pick));
}

/* The heading shares its line with a table or with another section: it is to be cut off. */
static bool
needs_end(const struct candidate *c, const struct candidate *next)
{
	return !c->whole && c->lines == 1
	    && (c->at > 0 || kind_has_table(c->section) || (next && next->line == c->line));
}

/* Two pieces for each heading: it, and what is behind it, if it is to be cut off. */
static bool
cut_headings(const struct headings *h, struct document *doc,
    const struct candidate *const pick[SECTIONS], struct pieces *pieces)
{
	for (unsigned n = SECTION_FRONT + 1; n < SECTION_END; n++) {
		const struct candidate *c = pick[n], *next = NULL;
		for (unsigned m = n + 1; c && !next && m < SECTION_END; m++)
			next = pick[m];
		if (c && (!pieces_add(pieces, &doc->arena, c->line, c->at)
		    || !pieces_add(pieces, &doc->arena, c->line, needs_end(c, next) ? c->end : c->at)))
			return false;
	}
	return pieces_cut(h, pieces, doc);
}

bool
sections_set(const struct headings *headings, struct headline *head, struct document *doc)
{
	struct finder f = { .headings = headings, .head = head, .doc = doc };
	const struct candidate *pick[SECTIONS];
	struct pieces pieces = { 0 };

	if (!pick_headings(&f, pick) || !cut_headings(headings, doc, pick, &pieces))
		return false;
	const struct piece *piece = pieces.piece;
	for (unsigned n = SECTION_FRONT + 1; n < SECTION_END; n++) {
		const struct candidate *c = pick[n];
		if (!c)
			continue;
		bool alone = c->whole || piece[1].index > piece[0].index;
		for (size_t i = piece->index; i < doc->count; i++)
			doc->line[i].section = (enum section)n;
		for (size_t i = 0; alone && i < c->lines; i++)
			doc->line[piece->index + i].kind = LINE_HEADING;
		piece += 2;
	}
	return true;
}
