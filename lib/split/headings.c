/* SPDX-License-Identifier: MIT */
/* Headings: the stanzas that describe the layout of a report, compiled to patterns. */
#include "headings.h"

#include <stdlib.h>

#include "decimal.h"
#include "lexicon.h"
#include "observe.h"
#include "patterns.h"
#include "recall.h"

struct headings {
	struct patterns set[HEADING_SETS];
	struct patterns section[SECTIONS][HEADING_WORDS];
	struct patterns part[PARTS][HEADING_WORDS];
	unsigned number[SECTIONS];
	struct slice name[SECTIONS];
	struct lexicon *lexicon;
	struct word_set period;
	struct defines defines;
	struct observations *observations;
	struct recall *recall;
	struct arena arena;
};

/* Kinds of stanzas whose patterns do not depend on the name of the stanza. */
static const struct {
	const char *kind, *key;
	enum heading_set set;
} plain[] = {
	{ "title", "pattern", HEADING_TITLE },
	{ "title", "dated", HEADING_DATED },
	{ "title", "year", HEADING_TITLE_YEAR },
	{ "title", "glue", HEADING_GLUE },
	{ "title", "organ", HEADING_ORGAN },
	{ "title", "open", HEADING_OPEN },
	{ "title", "closed", HEADING_CLOSED },
	{ "title", "caption", HEADING_CAPTION },
	{ "title", "table", HEADING_ROWS },
	{ "title", "behind", HEADING_BEHIND },
	{ "title", "announced", HEADING_ANNOUNCED },
	{ "date", "pattern", HEADING_DATE },
	{ "period", "pattern", HEADING_PERIOD },
	{ "period", "year", HEADING_YEAR },
	{ "noise", "strip", HEADING_STRIP },
	{ "noise", "inside", HEADING_INSIDE },
	{ "noise", "footer", HEADING_FOOTER },
};

static const char *const words_keys[HEADING_WORDS] = { "title", "variant", "start", "table" };

static bool
add_pattern(struct headings *h, struct patterns *to, const struct stanza *stanza,
    const struct stanza_line *item, struct form_error *error)
{
	return patterns_add(to, &h->defines, &h->arena, stanza, item, error);
}

static bool
unknown_key(const struct stanza *stanza, const struct stanza_line *item,
    struct form_error *error)
{
	return stanza_error(stanza, item->line, "unknown key", item->key, error);
}

/* The set of words that a key of a section or part names; NULL: none. */
static struct patterns *
words_of(struct patterns *of, unsigned count, struct slice key)
{
	for (unsigned i = 0; i < count; i++)
		if (slice_is(key, words_keys[i]))
			return &of[i];
	return NULL;
}

static bool
read_number(struct headings *h, enum section section, const struct stanza *stanza,
    const struct stanza_line *item, struct form_error *error)
{
	struct decimal number;

	if (!decimal_parse(item->value, &number) || number.places || number.units < 1
	    || number.units > 99)
		return stanza_error(stanza, item->line, "no section number", item->value, error);
	h->number[section] = (unsigned)number.units;
	return true;
}

static bool
compile_section(struct headings *h, const struct stanza *stanza, struct form_error *error)
{
	enum section section;

	if (!section_named(stanza->name, &section) || section == SECTION_FRONT
	    || section == SECTION_END)
		return stanza_error(stanza, 0, "unknown section", stanza->name, error);
	for (size_t i = 0; i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		struct patterns *to = words_of(h->section[section], HEADING_WORDS, item->key);
		if (slice_is(item->key, "number")) {
			if (!read_number(h, section, stanza, item, error))
				return false;
		} else if (slice_is(item->key, "name")) {
			h->name[section] = item->value;
		} else if (!to) {
			return unknown_key(stanza, item, error);
		} else if (!add_pattern(h, to, stanza, item, error)) {
			return false;
		}
	}
	return true;
}

static bool
compile_part(struct headings *h, const struct stanza *stanza, struct form_error *error)
{
	enum part part;

	if (!part_named(stanza->name, &part))
		return stanza_error(stanza, 0, "unknown part", stanza->name, error);
	for (size_t i = 0; i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		struct patterns *to = words_of(h->part[part], HEADING_START, item->key);
		if (!to)
			return unknown_key(stanza, item, error);
		if (!add_pattern(h, to, stanza, item, error))
			return false;
	}
	return true;
}

static bool
compile_plain(struct headings *h, const struct stanza *stanza, struct form_error *error)
{
	bool known_kind = false;

	for (size_t p = 0; p < sizeof plain / sizeof *plain; p++)
		known_kind |= slice_is(stanza->kind, plain[p].kind);
	for (size_t i = 0; known_kind && i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		struct patterns *to = NULL;
		for (size_t p = 0; p < sizeof plain / sizeof *plain; p++)
			if (slice_is(stanza->kind, plain[p].kind) && slice_is(item->key, plain[p].key))
				to = &h->set[plain[p].set];
		if (slice_is(item->key, "define"))
			continue;
		if (!to && slice_is(stanza->kind, "period") && slice_is(item->key, "holds")) {
			if (!lexicon_add(h->lexicon, &h->arena, item->value, &h->period))
				return stanza_error(stanza, item->line, "out of memory", SLICE_NONE, error);
			continue;
		}
		if (!to)
			return unknown_key(stanza, item, error);
		if (!add_pattern(h, to, stanza, item, error))
			return false;
	}
	return true;
}

static bool
compile(struct headings *h, const struct stanza *stanza, struct form_error *error)
{
	if (slice_is(stanza->kind, "section"))
		return compile_section(h, stanza, error);
	if (slice_is(stanza->kind, "part"))
		return compile_part(h, stanza, error);
	return compile_plain(h, stanza, error);
}

/* The definitions come first: a pattern may use one of a later stanza or file. */
static bool
collect_defines(struct headings *h, const struct stanza *stanza, struct form_error *error)
{
	if (!slice_is(stanza->kind, "title"))
		return true;
	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, "define")
		    && !defines_add(&h->defines, &h->arena, stanza->item[i].value))
			return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
	return true;
}

struct headings *
headings_compile(const struct stanzas *stanzas, struct form_error *error)
{
	struct headings *h = calloc(1, sizeof *h);
	bool ok = h && (h->recall = recall_new()) && (h->lexicon = prose_lexicon());

	if (!ok)
		*error = (struct form_error){ .what = "out of memory" };
	for (size_t i = 0; ok && i < stanzas->count; i++)
		ok = collect_defines(h, &stanzas->stanza[i], error);
	for (size_t i = 0; ok && i < stanzas->count; i++)
		ok = compile(h, &stanzas->stanza[i], error);
	if (ok) {
		h->observations = observations_compile(stanzas, &h->defines, h->lexicon, error);
		ok = h->observations != NULL;
	}
	if (ok)
		return h;
	headings_free(h);
	return NULL;
}

static void
free_sets(struct patterns *set, size_t count)
{
	for (size_t i = 0; i < count; i++)
		patterns_free(&set[i]);
}

void
headings_free(struct headings *h)
{
	if (!h)
		return;
	free_sets(h->set, HEADING_SETS);
	for (unsigned s = 0; s < SECTIONS; s++)
		free_sets(h->section[s], HEADING_WORDS);
	for (unsigned p = 0; p < PARTS; p++)
		free_sets(h->part[p], HEADING_WORDS);
	observations_free(h->observations);
	recall_free(h->recall);
	lexicon_free(h->lexicon);
	arena_release(&h->arena);
	free(h);
}

static bool
first_match(const struct patterns *of, struct slice folded, struct heading_hit *hit)
{
	for (size_t i = 0; i < of->count; i++)
		if (pattern_match(of->item[i], folded, 0, &hit->match) == PATTERN_HIT) {
			hit->pattern = of->item[i];
			return true;
		}
	return false;
}

bool
headings_match(const struct headings *h, enum heading_set set, struct slice folded,
    struct heading_hit *hit)
{
	return first_match(&h->set[set], folded, hit);
}

struct slice
heading_group(const struct heading_hit *hit, const char *name)
{
	return patterns_group(hit->pattern, &hit->match, name);
}

bool
headings_section(const struct headings *h, enum section section, enum heading_words words,
    struct slice phrase, size_t *end)
{
	struct heading_hit hit;

	if (!first_match(&h->section[section][words], phrase, &hit))
		return false;
	*end = hit.match.end;
	return true;
}

static bool
may_begin(const struct patterns *of, struct slice text)
{
	for (size_t i = 0; i < of->count; i++)
		if (pattern_begins(of->item[i], text))
			return true;
	return false;
}

bool
headings_may_begin(const struct headings *h, enum section section, enum heading_words words,
    struct slice phrase)
{
	return may_begin(&h->section[section][words], phrase);
}

bool
headings_may_match(const struct headings *h, enum heading_set set, struct slice folded)
{
	return may_begin(&h->set[set], folded);
}

unsigned
headings_number(const struct headings *h, enum section section)
{
	return h->number[section];
}

struct slice
headings_name(const struct headings *h, enum section section)
{
	return h->name[section];
}

/* The aspect named first in the phrase, by patterns of these words. */
static enum part
part_by(const struct headings *h, enum heading_words words, struct slice phrase)
{
	enum part best = PART_NONE;
	size_t start = phrase.len;

	for (unsigned p = PART_NONE + 1; p < PARTS; p++) {
		struct heading_hit hit;
		if (first_match(&h->part[p][words], phrase, &hit) && hit.match.start < start) {
			best = (enum part)p;
			start = hit.match.start;
		}
	}
	return best;
}

enum part
headings_part(const struct headings *h, enum heading_words words, struct slice phrase)
{
	enum part part = part_by(h, HEADING_STANDARD, phrase);

	return part || words == HEADING_STANDARD ? part : part_by(h, words, phrase);
}

bool
headings_may_be_period(const struct headings *h, const uint64_t *found)
{
	return word_set_found(&h->period, found);
}

struct lexicon *
headings_lexicon(const struct headings *h)
{
	return h->lexicon;
}

struct recall *
headings_recall(const struct headings *h)
{
	return h->recall;
}

const struct observations *
headings_observations(const struct headings *h)
{
	return h->observations;
}
