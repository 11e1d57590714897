/* SPDX-License-Identifier: MIT */
/* Boundaries between reports: from titles, form feeds and numbers, in the order of lines. */
#include "boundary.h"

#include "inner.h"
#include "learn.h"
#include "recall.h"

/* A title that follows at least this section may begin another report. */
static const enum section LATER = SECTION_ACTIVE;

void
boundary_init(struct boundary *b, const struct headings *headings)
{
	*b = (struct boundary){ .headings = headings,
		.titles = TITLE_READER_INIT(headings), .head = HEADLINE_INIT };
}

void
boundary_release(struct boundary *b)
{
	title_release(&b->titles);
	headline_release(&b->head);
	buf_release(&b->current.agency);
	buf_release(&b->next.agency);
}

static void
forget_title(struct known_title *t)
{
	t->seen = false;
	t->year = 0;
	t->agency.len = 0;
}

static void
know_title(struct known_title *t, const struct title *title)
{
	forget_title(t);
	t->seen = true;
	t->year = title->year;
	buf_add(&t->agency, title->agency);
}

/* May both be titles of one report? A page has its own above that of the document. */
static bool
same_report(const struct known_title *t, const struct title *title)
{
	struct slice agency = buf_slice(&t->agency);

	if (!t->seen || (t->year && title->year && t->year != title->year))
		return false;
	return agency.len == 0 || title->agency.len == 0 || slice_ends(agency, title->agency)
	    || slice_ends(title->agency, agency);
}

void
boundary_forget(struct boundary *b)
{
	b->mark.set = false;
	forget_title(&b->next);
}

void
boundary_restart(struct boundary *b)
{
	boundary_forget(b);
	forget_title(&b->current);
	b->deepest = SECTION_FRONT;
	b->heading.section = SECTION_FRONT;
	b->heading.contents = false;
	b->lines = 0;
	memset(b->recent, 0, sizeof b->recent);
}

static void
set_mark(struct boundary *b, size_t end, size_t start, bool page)
{
	boundary_forget(b);
	b->mark.set = true;
	b->mark.page = page;
	b->mark.prose = false;
	b->mark.cut = (struct cut){ end, start };
}

/* The mark is a boundary: what stands behind it is the document now. */
static enum boundary_status
confirm(struct boundary *b, enum section reached, struct cut *cut)
{
	struct known_title was = b->current;

	*cut = b->mark.cut;
	b->current = b->next;
	b->next = was;
	boundary_forget(b);
	b->deepest = reached;
	return BOUNDARY_CUT;
}

static enum boundary_status
on_heading(struct boundary *b, enum section section, struct cut *cut)
{
	/* Section one with another right behind it: a table of contents. */
	bool follows = b->heading.section < section && b->heading.line + 1 == b->lines;
	bool contents = follows
	    && (b->heading.section == SECTION_OVERVIEW || b->heading.contents);
	bool first = section == SECTION_OVERVIEW;

	b->heading.section = section;
	b->heading.line = b->lines;
	b->heading.contents = contents;
	if (contents) {
		b->deepest = SECTION_FRONT;
		return BOUNDARY_NONE;
	}
	if (b->mark.set) {
		bool again = b->next.seen ? first || section <= b->deepest
		    : first && b->deepest >= LATER;
		if (again && b->deepest > SECTION_FRONT)
			return confirm(b, section, cut);
		boundary_forget(b);
	}
	if (section > b->deepest)
		b->deepest = section;
	return BOUNDARY_NONE;
}

static enum boundary_status
on_title(struct boundary *b, const struct title *title, size_t start, struct cut *cut)
{
	bool in_mark = b->mark.set && b->next.seen;

	if (in_mark && same_report(&b->next, title))
		return BOUNDARY_NONE;
	/* The text of a page was cut by its end: the report begins below. */
	bool moves = in_mark || (b->mark.set && b->mark.prose);
	if (b->deepest >= LATER && (moves || !b->mark.set))
		set_mark(b, start, start, false);
	if (!b->mark.set) {
		know_title(&b->current, title);
		return BOUNDARY_NONE;
	}
	if (b->deepest == SECTION_FRONT && same_report(&b->current, title)) {
		boundary_forget(b); /* behind a cover */
		return BOUNDARY_NONE;
	}
	b->mark.same = same_report(&b->current, title);
	know_title(&b->next, title);
	return b->deepest == SECTION_FRONT ? confirm(b, SECTION_FRONT, cut) : BOUNDARY_NONE;
}

/*
 * The lines that a title may take, the last of them at text[start..]; what the
 * end of another document left before one is cut off, and nothing above it counts.
 */
static size_t
gather(struct boundary *b, struct slice text, size_t start, struct slice piece[TITLE_LINES])
{
	struct slice found[TITLE_LINES];
	size_t count = 0;

	for (size_t n = 0; n < TITLE_LINES; n++) {
		size_t at = n ? b->recent[BOUNDARY_RECENT - n].start : start;
		size_t len = n ? b->recent[BOUNDARY_RECENT - n].len : text.len - start;
		if (len == 0)
			break;
		struct slice line = { text.ptr + at, len };
		struct slice rest = title_unglue(&b->titles, line);
		if (fold_trim(rest).len == 0)
			break;
		found[count++] = rest;
		if (rest.len < line.len)
			break;
	}
	for (size_t n = 0; n < count; n++)
		piece[n] = found[count - 1 - n];
	return count;
}

/* A title that ends with the text, in the line at `start` and perhaps in those above it. */
static bool
read_title(struct boundary *b, struct slice text, size_t start, struct title *title,
    size_t *first)
{
	struct slice piece[TITLE_LINES];
	size_t count = gather(b, text, start, piece);

	if (!title_read(&b->titles, piece, count, title))
		return false;
	*first = (size_t)(piece[count - title->lines].ptr - text.ptr);
	return true;
}

/*
 * A title among other text: the report begins with the line that it stands in, or above.
 * Pages name reports; without a heading in the line it must be that of an agency.
 */
static enum boundary_status
look_around(struct boundary *b, struct slice text, size_t start, bool heading,
    struct cut *cut)
{
	struct title title;
	size_t from, to, first = start;

	bool found = title_inside(&b->titles, slice_from(text, start), &from, &to, &title);
	if (found && from == 0)
		found = read_title(b, slice_head(text, start + to), start, &title, &first);
	if (found)
		return heading || title.agency.len ? on_title(b, &title, first, cut) : BOUNDARY_NONE;
	return b->titles.passage.folded.failed ? BOUNDARY_MEMORY : BOUNDARY_NONE;
}

/* A title that ends with the line, perhaps with lines above it; or one inside the line. */
static enum boundary_status
look_for_title(struct boundary *b, uint32_t is, struct slice text, size_t start,
    struct cut *cut)
{
	struct title title;
	size_t first;
	bool word = is & TRAIT_TITLE_WORD;

	for (size_t i = 0; i < BOUNDARY_RECENT; i++)
		word |= b->recent[i].word && b->recent[i].len;
	if ((is & TRAIT_TITLE_END) && word && read_title(b, text, start, &title, &first))
		return title.score ? on_title(b, &title, first, cut) : BOUNDARY_NONE;
	if (b->titles.passage.folded.failed)
		return BOUNDARY_MEMORY;
	return b->deepest >= LATER && (is & TRAIT_TITLE_INSIDE)
	    ? look_around(b, text, start, false, cut) : BOUNDARY_NONE;
}

/* What stands behind a heading in its line, up to the next or the end, is as a line below. */
static void
count_text(struct boundary *b, struct slice line, size_t from, size_t to)
{
	b->lines += !inner_is_gap(slice_from(slice_head(line, to), from));
}

/*
 * Headings inside a line, from byte `end` on, each as if it began a line; not those in cells
 * of Markdown, which list them. Of two boundaries in one line the first counts.
 */
static enum boundary_status
look_inside(struct boundary *b, struct slice text, size_t start, size_t *end,
    enum boundary_status status, struct cut *cut)
{
	struct slice line = slice_from(text, start);
	enum inner_status found;
	struct inner inner;

	for (size_t from = *end;
	     (found = inner_next(b->headings, line, &from, &b->head, &inner)) == INNER_FOUND;) {
		if (!inner.guess.firm || inner_field(line, inner.at, inner.end) == '|')
			continue;
		if (*end == 0)
			status = look_around(b, slice_head(text, start + inner.at), start, true, cut);
		count_text(b, line, *end, inner.at);
		b->lines += *end > 0;
		*end = inner.end;
		if (status == BOUNDARY_NONE)
			status = on_heading(b, inner.guess.section, cut);
		else if (inner.guess.section > b->deepest)
			b->deepest = inner.guess.section;
	}
	return found == INNER_MEMORY ? BOUNDARY_MEMORY : status;
}

static enum boundary_status
look(struct boundary *b, struct line *line, struct slice text, size_t start,
    struct cut *cut)
{
	const struct traits *traits = line->traits;
	bool numbered = traits->is & TRAIT_NUMBERED;
	enum boundary_status status = BOUNDARY_NONE;
	size_t end = 0;

	if (numbered && !learn(b->headings, &b->head, line, TRAIT_SECTION))
		return BOUNDARY_MEMORY;
	if (numbered && (traits->is & TRAIT_SECTION) && traits->section.firm) {
		end = traits->section.end;
		status = on_heading(b, traits->section.section, cut);
	}
	if (traits->is & TRAIT_ORDINAL)
		status = look_inside(b, text, start, &end, status, cut);
	if (end == 0)
		return look_for_title(b, traits->is, text, start, cut);
	count_text(b, line->text, end, line->text.len);
	return status;
}

enum boundary_status
boundary_line(struct boundary *b, struct slice text, size_t start, struct cut *cut)
{
	struct traits traits;
	struct line line = { .text = slice_from(text, start), .traits = &traits };

	recall_line(headings_recall(b->headings), line.text, &traits);
	if (!(traits.is & TRAIT_VISIBLE))
		return BOUNDARY_NONE;
	b->lines++;
	if (!learn(b->headings, &b->head, &line, TRAIT_NUMBERED | TRAIT_TITLE_END
	    | TRAIT_TITLE_WORD | TRAIT_TITLE_INSIDE))
		return BOUNDARY_MEMORY;
	enum boundary_status status = look(b, &line, text, start, cut);
	if (b->mark.set && b->mark.page && !b->mark.prose)
		b->mark.prose = traits.is & TRAIT_SENTENCE;
	for (size_t i = 0; i + 1 < BOUNDARY_RECENT; i++)
		b->recent[i] = b->recent[i + 1];
	b->recent[BOUNDARY_RECENT - 1].start = start;
	b->recent[BOUNDARY_RECENT - 1].len = line.text.len;
	b->recent[BOUNDARY_RECENT - 1].word = traits.is & TRAIT_TITLE_WORD;
	return status;
}

void
boundary_page(struct boundary *b, size_t at)
{
	memset(b->recent, 0, sizeof b->recent); /* no title goes over a page */
	if (b->lines && !(b->mark.set && b->next.seen))
		set_mark(b, at, at + 1, true);
}

bool
boundary_end(struct boundary *b, struct cut *cut)
{
	if (!b->mark.set || !b->mark.page || !b->next.seen || b->mark.same)
		return false; /* a page with the title of the report in its head */
	*cut = b->mark.cut;
	boundary_restart(b);
	return true;
}

size_t
boundary_needs(const struct boundary *b, size_t len)
{
	size_t least = b->mark.set && b->mark.cut.end < len ? b->mark.cut.end : len;

	for (size_t i = 0; i < BOUNDARY_RECENT; i++)
		if (b->recent[i].len && b->recent[i].start < least)
			least = b->recent[i].start;
	return least;
}

void
boundary_shift(struct boundary *b, size_t by)
{
	for (size_t i = 0; i < BOUNDARY_RECENT; i++) {
		if (b->recent[i].start < by)
			b->recent[i].len = 0;
		else
			b->recent[i].start -= by;
	}
	b->mark.cut.end -= b->mark.set ? by : 0;
	b->mark.cut.start -= b->mark.set ? by : 0;
}
