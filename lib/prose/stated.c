/* SPDX-License-Identifier: MIT */
/* Statements: every sentence is tried with every stanza that may speak of it. */
#include "stated.h"

#include <stdlib.h>

#include "askers.h"
#include "count.h"
#include "parts.h"
#include "phrases.h"
#include "report.h"
#include "years.h"

enum {
	SENTENCE_MAX = 8192, /* longer is no sentence, but what a page left of its tables */
	ABOUT_BACK = 2,      /* full stops back, a sentence may say what the talk is about */
	SENTENCES_BACK = 16, /* with those between semicolons */
};

/* What is asked of a sentence; each is one key of a stanza. */
enum test { TEST_PATTERN, TEST_ZERO, TEST_NOT, TEST_NEVER, TEST_ABOUT, TESTS };

static const char *const test_keys[TESTS] = { "pattern", "zero", "not", "never", "about" };

struct statement {
	struct slice row, col;
	unsigned sections, parts; /* bit i: section i, part i */
	struct word_set holds;
	struct phrases test[TESTS];
};

struct stated {
	struct statement *item;
	size_t count, room;
	struct askers askers; /* the statements, for the words they hold */
	struct phrases year;
	struct defines defines;
	struct parts *parts;
	struct arena arena;
};

static bool
no_memory(const struct stanza *stanza, struct form_error *error)
{
	return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
}

static bool
read_place(struct statement *to, const struct stanza *stanza, const struct stanza_line *item,
    struct form_error *error)
{
	bool sections = slice_is(item->key, "section");
	struct slice rest = item->value;

	for (struct slice word = slice_word(&rest); word.len; word = slice_word(&rest)) {
		enum section section = SECTION_FRONT;
		enum part part = PART_NONE;
		if (sections ? !section_named(word, &section) : !part_named(word, &part))
			return stanza_error(stanza, item->line, "unknown place", word, error);
		if (sections)
			to->sections |= 1U << section;
		else
			to->parts |= 1U << part;
	}
	return true;
}

static bool
read_key(struct statement *to, const struct stanza *stanza, const struct stanza_line *item,
    struct form_error *error)
{
	struct slice rest = item->value;

	to->row = slice_word(&rest);
	to->col = slice_word(&rest);
	bool cell = slice_is(item->key, "cell");
	if (to->row.len && rest.len == 0 && (to->col.len != 0) == cell)
		return true;
	return stanza_error(stanza, item->line, cell ? "a cell is a row and a column"
	    : "a key is one word", item->value, error);
}

static bool
read_item(struct stated *all, struct phrase_maker *maker, struct statement *to,
    const struct stanza *stanza, const struct stanza_line *item, struct form_error *error)
{
	for (unsigned i = 0; i < TESTS; i++)
		if (slice_is(item->key, test_keys[i]))
			return phrases_add(&to->test[i], maker, stanza, item, error);
	if (slice_is(item->key, "cell") || slice_is(item->key, "key"))
		return read_key(to, stanza, item, error);
	if (slice_is(item->key, "section") || slice_is(item->key, "part"))
		return read_place(to, stanza, item, error);
	if (slice_is(item->key, "holds"))
		return lexicon_add(maker->lexicon, &all->arena, item->value, &to->holds)
		    || no_memory(stanza, error);
	if (slice_is(item->key, "year"))
		return phrases_add(&all->year, maker, stanza, item, error);
	return slice_is(item->key, "define")
	    || stanza_error(stanza, item->line, "unknown key", item->key, error);
}

static bool
compile(struct stated *all, struct phrase_maker *maker, const struct stanza *stanza,
    struct form_error *error)
{
	struct statement *array =
	    arena_grow(&all->arena, all->item, all->count, &all->room, sizeof *array);

	if (!array)
		return no_memory(stanza, error);
	all->item = array;
	struct statement *to = &all->item[all->count++];
	*to = (struct statement){ .sections = 0 };
	for (size_t i = 0; i < stanza->count; i++)
		if (!read_item(all, maker, to, stanza, &stanza->item[i], error))
			return false;
	bool states = to->test[TEST_PATTERN].patterns.count || to->test[TEST_ZERO].patterns.count;
	if (states == (to->row.len != 0))
		return true;
	return stanza_error(stanza, 0, states ? "what is stated has no cell or key"
	    : "a cell needs a pattern or a zero", stanza->name, error);
}

/* What `define` lines name may be used before them, so they are read first. */
static bool
read_defines(struct stated *all, const struct stanza *stanza, struct form_error *error)
{
	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, "define")
		    && !defines_add(&all->defines, &all->arena, stanza->item[i].value))
			return no_memory(stanza, error);
	return true;
}

static bool
is_ours(const struct stanza *stanza)
{
	return slice_is(stanza->kind, "stated") && !slice_is(stanza->name, PARTS_STANZA);
}

static bool
compile_all(struct stated *all, const struct stanzas *stanzas, struct phrase_maker *maker,
    struct form_error *error)
{
	for (size_t i = 0; i < stanzas->count; i++)
		if (is_ours(&stanzas->stanza[i]) && !read_defines(all, &stanzas->stanza[i], error))
			return false;
	for (size_t i = 0; i < stanzas->count; i++)
		if (is_ours(&stanzas->stanza[i])
		    && !compile(all, maker, &stanzas->stanza[i], error))
			return false;
	all->parts = parts_compile(stanzas, maker, error);
	return all->parts != NULL;
}

/* When the words of all stanzas are there. */
static bool
make_askers(struct stated *all, const struct lexicon *lexicon, struct form_error *error)
{
	if (!askers_make(&all->askers, &all->arena, lexicon, all->count)) {
		*error = (struct form_error){ .what = "out of memory" };
		return false;
	}
	for (size_t i = 0; i < all->count; i++)
		if (all->item[i].row.len)
			askers_add(&all->askers, &all->item[i].holds, i);
	return true;
}

struct stated *
stated_compile(const struct stanzas *stanzas, struct lexicon *lexicon,
    struct form_error *error)
{
	struct stated *all = calloc(1, sizeof *all);

	if (!all) {
		*error = (struct form_error){ .what = "out of memory" };
		return NULL;
	}
	struct phrase_maker maker = PHRASE_MAKER_INIT(lexicon, &all->defines, &all->arena);
	bool ok = compile_all(all, stanzas, &maker, error) && make_askers(all, lexicon, error);
	phrase_maker_release(&maker);
	if (ok)
		return all;
	stated_free(all);
	return NULL;
}

void
stated_free(struct stated *all)
{
	if (!all)
		return;
	for (size_t i = 0; i < all->count; i++)
		for (unsigned t = 0; t < TESTS; t++)
			phrases_free(&all->item[i].test[t]);
	phrases_free(&all->year);
	parts_free(all->parts);
	arena_release(&all->arena);
	free(all);
}

/* A document that is being read. */
struct reading {
	const struct stated *all;
	const struct prose *prose;
	struct cells *out;
	uint64_t *who; /* may be stated in the sentence at hand, as far as its words go */
	int64_t year;  /* of the report; 0: not known */
};

/* A hit in a sentence: where, and what it states. */
struct hit {
	size_t start, end; /* of the number, or of what states zero */
	struct decimal value;
};

/* The group `name`, where it matched, must be the report's year and `more`. */
static bool
group_is_year(const struct reading *r, const struct pattern *pattern,
    const struct pattern_match *match, const char *name, int64_t more)
{
	struct slice year = patterns_group(pattern, match, name);

	return year.len == 0 || (r->year && years_is(year, r->year + more));
}

/* One of the tests, which would not let it pass, matches, or cannot say that it does not. */
static bool
refused(const struct phrases *tests, const struct sentence *s, struct slice text)
{
	struct pattern_match match;

	return phrases_match(tests, s->found, text, 0, &match) != PATTERN_MISS;
}

/* The number that a match of `pattern` states, if it may be taken. */
static bool
take_number(const struct reading *r, size_t i, const struct pattern *pattern,
    const struct pattern_match *match, struct hit *hit)
{
	struct slice text = r->prose->sentence[i].text;
	struct slice number = patterns_group(pattern, match, "number");

	if (number.len == 0)
		return false;
	hit->start = (size_t)(number.ptr - text.ptr);
	return count_number(text, hit->start, &hit->value, &hit->end)
	    && hit->end == hit->start + number.len
	    && years_rule(&r->all->year, r->prose, i, hit->start, r->year)
	    && group_is_year(r, pattern, match, "before", -1)
	    && group_is_year(r, pattern, match, "after", 1);
}

static bool
take_zero(const struct reading *r, size_t i, const struct pattern_match *match,
    struct hit *hit)
{
	*hit = (struct hit){ match->start, match->end, DECIMAL_ZERO };
	return years_rule(&r->all->year, r->prose, i, match->start, r->year);
}

/* From the start of the clause of `start` to `end`: what `not` must not match. */
static struct slice
reach(const struct sentence *s, size_t start, size_t end)
{
	size_t from = start, to = end;

	prose_clauses(s, &from, &to);
	return slice_from(slice_head(s->text, end), from);
}

/* The first acceptable match of one of the patterns `test` in sentence `i`. */
static bool
find(const struct reading *r, size_t i, const struct statement *to, enum test test,
    struct hit *hit)
{
	const struct sentence *s = &r->prose->sentence[i];

	for (size_t p = 0; p < to->test[test].patterns.count; p++) {
		const struct pattern *pattern = to->test[test].patterns.item[p];
		struct pattern_match match = { .end = 0 };
		if (!phrase_may(&to->test[test], p, s->found))
			continue;
		for (size_t from = 0; pattern_match(pattern, s->text, from, &match) == PATTERN_HIT;) {
			bool taken = test == TEST_ZERO ? take_zero(r, i, &match, hit)
			    : take_number(r, i, pattern, &match, hit);
			if (taken && !refused(&to->test[TEST_NOT], s, reach(s, match.start, match.end)))
				return true;
			from = match.end > from ? match.end : from + 1;
		}
	}
	return false;
}

/* One of the patterns `about` matches sentence `i`, or one that stands shortly before it. */
static bool
has_topic(const struct reading *r, size_t i, const struct phrases *about)
{
	const struct sentence *s = &r->prose->sentence[i], *at = s;
	struct pattern_match match;
	size_t stops = 0;

	for (size_t back = 0; stops <= ABOUT_BACK && back <= SENTENCES_BACK; back++, at--) {
		if (at->section != s->section || at->part != s->part)
			return false;
		if (phrases_match(about, at->found, at->text, 0, &match) == PATTERN_HIT)
			return true;
		if (back == i)
			return false;
		stops += r->prose->text.ptr[at[-1].start + at[-1].text.len] != ';';
	}
	return false;
}

/* Is the talk of sentence `i` about what the stanza speaks of? */
static bool
is_about(const struct reading *r, size_t i, const struct statement *to)
{
	const struct sentence *s = &r->prose->sentence[i];
	const struct phrases *about = &to->test[TEST_ABOUT];

	if ((to->sections & 1U << s->section) || (to->parts & 1U << s->part))
		return true;
	if (about->patterns.count)
		return has_topic(r, i, about);
	return !to->sections && !to->parts;
}

static bool
add_cell(const struct reading *r, const struct sentence *s, const struct statement *to,
    const struct hit *hit)
{
	size_t start = hit->start, end = hit->end;
	char digits[DECIMAL_TEXT];
	struct slice value = { digits, decimal_print(hit->value, digits) };
	struct cell cell = { .table = SLICE("stated"), .row = to->row, .col = to->col,
		.state = CELL_NUMBER, .number = hit->value,
		.line = prose_line_no(r->prose, s->start + hit->start) };

	prose_clauses(s, &start, &end);
	return arena_copy(&r->out->arena, value, &cell.value)
	    && prose_raw(r->prose, s->start + start, s->start + end, &r->out->arena, &cell.raw)
	    && cells_add(r->out, cell);
}

/* What the sentence states of this, if it does. */
static bool
collect_statement(const struct reading *r, size_t i, const struct statement *to)
{
	const struct sentence *s = &r->prose->sentence[i];
	struct hit hit;

	if (!(phrases_may(&to->test[TEST_PATTERN], s->found)
	        || phrases_may(&to->test[TEST_ZERO], s->found))
	    || !is_about(r, i, to) || refused(&to->test[TEST_NEVER], s, s->text)
	    || !(find(r, i, to, TEST_PATTERN, &hit) || find(r, i, to, TEST_ZERO, &hit)))
		return true;
	return add_cell(r, s, to, &hit);
}

static bool
collect_sentence(const struct reading *r, size_t i)
{
	const struct askers *askers = &r->all->askers;

	askers_find(askers, r->prose->sentence[i].found, r->who);
	for (size_t k = 0; k < askers->who_size; k++)
		for (uint64_t left = r->who[k]; left; left &= left - 1)
			if (!collect_statement(r, i, &r->all->item[k * 64 + askers_lowest(left)]))
				return false;
	return true;
}

bool
stated_collect(const struct stated *all, const struct prose *prose, struct cells *out)
{
	struct reading r = { .all = all, .prose = prose, .out = out,
		.who = arena_array(&out->arena, all->askers.who_size, sizeof *r.who) };
	const struct cell *year = report_fact(out, SLICE("year"));

	if (!r.who)
		return false;
	if (year && year->state == CELL_NUMBER && year->number.places == 0)
		r.year = year->number.units;
	else
		r.year = years_only(&all->year, prose);
	for (size_t i = 0; i < prose->count; i++)
		if (prose->sentence[i].text.len <= SENTENCE_MAX && !collect_sentence(&r, i))
			return false;
	return parts_collect(all->parts, prose, out);
}
