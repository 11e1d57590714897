/* SPDX-License-Identifier: MIT */
/*
 * The facts on a document: title, agency, year, dates, the length of its
 * sections, and what the form files define. What it does not say is absent.
 */
#include "facts.h"

#include "announce.h"
#include "dates.h"
#include "headed.h"
#include "headline.h"
#include "lengths.h"
#include "observe.h"
#include "report.h"
#include "title.h"
#include "utf8.h"

/* A fact as it was found; line 0: it was not. */
struct fact {
	struct slice value, raw;
	size_t line;
};

struct collector {
	const struct headings *headings;
	const struct document *doc;
	struct cells *out;
	struct title_reader titles;
	struct headline head;
	const struct prose *prose;
	struct fact title, agency, signed_on, signed_by, from, to;
	struct fact when; /* the year in the title */
	unsigned year;
	size_t title_end; /* index of the last line of the title; doc->count: no title */
};

/* `text` without white space and pinyin in brackets, in the arena of the cells. */
static bool
without_space(struct collector *c, struct slice text, struct slice *out)
{
	struct buf bare = BUF_INIT;

	for (size_t at = 0; at < text.len;) {
		size_t start = at, han = 0, end = fold_same(text, at, &han);
		if (end > at) {
			at = end;
		} else {
			bool space = utf8_is_space(utf8_next(text, &end));
			fold_changed(text, &at);
			if (space || at != end)
				continue;
		}
		buf_add(&bare, (struct slice){ text.ptr + start, end - start });
	}
	bool ok = !bare.failed && arena_copy(&c->out->arena, buf_slice(&bare), out);
	buf_release(&bare);
	return ok;
}

/* What a passage that begins with line `first` of the document has to say as `part`. */
static bool
take(struct collector *c, const struct passage *p, size_t first, struct slice part,
    struct fact *fact)
{
	if (part.len == 0)
		return true;
	size_t at = (size_t)(part.ptr - p->folded.text.ptr);
	fact->line = c->doc->line[first + passage_line(p, at)].no;
	return passage_source(p, part, SLICE("\n"), &c->out->arena, &fact->raw)
	    && without_space(c, fact->raw, &fact->value);
}

static bool
set_date(struct collector *c, struct date date, struct fact *fact)
{
	char text[DATE_TEXT];

	date_print(date, text);
	return arena_copy(&c->out->arena, slice_of(text), &fact->value);
}

/* What `part` of the running text has to say as it stood. */
static bool
take_prose(struct collector *c, struct slice part, struct fact *fact)
{
	size_t start = (size_t)(part.ptr - c->prose->text.ptr);

	fact->line = prose_line_no(c->prose, start);
	return prose_raw(c->prose, start, start + part.len, &c->out->arena, &fact->raw);
}

/* The period: both of its ends, or nothing. */
static bool
find_period(struct collector *c)
{
	for (size_t i = 0; i < c->prose->count; i++) {
		const struct sentence *s = &c->prose->sentence[i];
		struct heading_hit hit;
		struct date from, to;
		if (!headings_may_be_period(c->headings, s->found)
		    || !headings_match(c->headings, HEADING_PERIOD, s->text, &hit))
			continue;
		struct slice part[2] = { heading_group(&hit, "from"), heading_group(&hit, "to") };
		if (!date_read(part[0], 0, &from) || !date_read(part[1], from.year, &to))
			continue;
		c->year = from.year == to.year ? from.year : 0;
		return take_prose(c, part[0], &c->from) && set_date(c, from, &c->from)
		    && take_prose(c, part[1], &c->to) && set_date(c, to, &c->to);
	}
	return true;
}

/* Lines of the title that end with line `i`, at most TITLE_LINES. */
static size_t
title_lines(const struct document *doc, size_t i, struct slice piece[TITLE_LINES])
{
	size_t count = 1, n = 0;

	while (count < TITLE_LINES && count <= i && doc->line[i - count].kind == LINE_TITLE)
		count++;
	for (size_t at = i + 1 - count; at <= i; at++)
		piece[n++] = doc->line[at].text;
	return count;
}

/*
 * The title: the fullest, of equals the last, which stands next to the report. A year that
 * the period confirms beats all: pages list the reports of other years.
 */
static bool
find_title(struct collector *c)
{
	enum { CONFIRMED = 8 };
	const struct document *doc = c->doc;
	unsigned best = 0, period = c->year;
	size_t end = doc->count, last = end; /* the best title, and the last that was tried */
	struct slice piece[TITLE_LINES];
	struct title title;

	for (size_t i = 0; i < doc->count && doc->line[i].section == SECTION_FRONT; i++) {
		if (doc->line[i].kind != LINE_TITLE)
			continue;
		last = i;
		if (!title_read(&c->titles, piece, title_lines(doc, i, piece), &title))
			continue;
		bool confirmed = title.year && title.year == period;
		unsigned score = title.score + (confirmed ? CONFIRMED : 0U);
		if (end == doc->count || score >= best) {
			best = score;
			end = i;
		}
	}
	c->title_end = end;
	if (end == doc->count)
		return !c->titles.passage.folded.failed;
	if (last != end && !title_read(&c->titles, piece, title_lines(doc, end, piece), &title))
		return !c->titles.passage.folded.failed;
	const struct passage *p = &c->titles.passage;
	size_t first = end + 1 - p->count;
	c->year = title.year ? title.year : c->year;
	return take(c, p, first, title.whole, &c->title)
	    && take(c, p, first, title.agency, &c->agency)
	    && take(c, p, first, title.when, &c->when);
}

static bool
take_year(struct collector *c, struct slice year)
{
	c->year = date_year(year);
	return take_prose(c, year, &c->when);
}

/* The year: of the title, else of the period, else what the sentences agree on. */
static bool
settle_year(struct collector *c, struct slice announced)
{
	if (c->when.line)
		return true;
	if (c->year) {
		c->when = (struct fact){ SLICE_NONE, c->from.raw, c->from.line };
		return true;
	}
	struct slice year = announced.len ? announced : announce_year(c->headings, c->prose);
	return year.len == 0 || take_year(c, year);
}

/* What neither the title nor a signature says. */
static bool
find_announced(struct collector *c)
{
	struct announcement said = { SLICE_NONE, SLICE_NONE };

	if (!c->agency.line || !c->year)
		said = announce_find(c->headings, c->prose);
	if (!c->agency.line && said.agency.len
	    && !(take_prose(c, said.agency, &c->agency)
	        && without_space(c, c->agency.raw, &c->agency.value)))
		return false;
	return settle_year(c, said.year);
}

static bool
read_head(struct collector *c, size_t i)
{
	return headline_read(c->headings, &c->doc->line[i].text, 1, &c->head);
}

/* The agency in the line below a title that does not name it. */
static bool
find_agency_below(struct collector *c)
{
	size_t i = c->title_end + 1;

	if (c->agency.line || i >= c->doc->count || c->doc->line[i].section != SECTION_FRONT)
		return true;
	if (!read_head(c, i))
		return false;
	return !title_is_organ(c->headings, c->head.text)
	    || take(c, &c->head.passage, i, c->head.text, &c->agency);
}

/* A date line, whole; and who signed, where the title does not name the agency. */
static bool
take_date(struct collector *c, size_t i)
{
	struct heading_hit hit;
	struct date date;
	struct fact fact;

	if (!read_head(c, i))
		return false;
	if (!headings_match(c->headings, HEADING_DATE, c->head.text, &hit))
		return true;
	struct slice day = heading_group(&hit, "date");
	if (date_read(day, 0, &date)) {
		if (!take(c, &c->head.passage, i, day, &fact) || !set_date(c, date, &fact))
			return false;
		c->signed_on = fact;
	}
	struct slice agency = heading_group(&hit, "agency");
	return c->signed_by.line || take(c, &c->head.passage, i, agency, &c->signed_by);
}

/* The signature at the end of the report; dates further down are those of the page. */
static bool
find_signature(struct collector *c)
{
	const struct document *doc = c->doc;

	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		if (line->section != SECTION_END)
			continue;
		if (line->kind == LINE_DATE && !c->signed_on.line && !take_date(c, i))
			return false;
		if (line->kind != LINE_TEXT || c->signed_by.line)
			continue;
		/* Only beside the date: further down is the page, not the report. */
		bool beside = (i + 1 < doc->count && doc->line[i + 1].kind == LINE_DATE)
		    || (i > 0 && doc->line[i - 1].kind == LINE_DATE);
		if (!beside)
			continue;
		if (!read_head(c, i))
			return false;
		if (title_is_organ(c->headings, c->head.text)
		    && !take(c, &c->head.passage, i, c->head.text, &c->signed_by))
			return false;
	}
	return true;
}

/* A date in brackets under the title. */
static bool
find_date_below(struct collector *c)
{
	const struct document *doc = c->doc;

	if (c->signed_on.line)
		return true;
	for (size_t i = c->title_end + 1; i < doc->count && i <= c->title_end + 2; i++) {
		if (doc->line[i].section != SECTION_FRONT || doc->line[i].kind != LINE_DATE)
			continue;
		if (!read_head(c, i))
			return false;
		if (slice_starts(c->head.text, SLICE("(")))
			return take_date(c, i);
	}
	return true;
}

static bool
add_fact(struct collector *c, struct slice name, const struct fact *fact)
{
	return fact->line ? report_text(c->out, name, fact->value, fact->raw, fact->line)
	    : report_absent(c->out, name);
}

static bool
add_facts(struct collector *c)
{
	const struct observations *more = headings_observations(c->headings);
	struct decimal year = decimal_int((int64_t)c->year);
	bool ok = add_fact(c, SLICE("title"), &c->title)
	    && add_fact(c, SLICE("agency"), &c->agency);

	if (ok && c->when.line)
		ok = report_number(c->out, SLICE("year"), year, c->when.raw, c->when.line);
	else if (ok)
		ok = report_absent(c->out, SLICE("year"));
	return ok && add_fact(c, SLICE("signed"), &c->signed_on)
	    && add_fact(c, SLICE("period_from"), &c->from)
	    && add_fact(c, SLICE("period_to"), &c->to)
	    && lengths_add(c->headings, c->doc, c->prose, &c->head, c->out)
	    && headed_add(c->headings, c->doc, c->prose, &c->head, c->out)
	    && (!c->signed_by.line || add_fact(c, SLICE("signed_by"), &c->signed_by))
	    && observations_collect(more, c->doc, c->prose, c->out);
}

bool
facts_collect(const struct headings *headings, const struct document *doc,
    const struct prose *prose, struct cells *out)
{
	struct collector c = { .headings = headings, .doc = doc, .prose = prose, .out = out,
		.titles = TITLE_READER_INIT(headings), .head = HEADLINE_INIT };

	bool ok = find_period(&c) && find_title(&c);
	ok = ok && find_agency_below(&c) && find_signature(&c) && find_date_below(&c);
	if (!c.agency.line)
		c.agency = c.signed_by;
	ok = ok && find_announced(&c) && add_facts(&c);
	title_release(&c.titles);
	headline_release(&c.head);
	return ok;
}
