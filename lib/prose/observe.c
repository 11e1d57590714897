/* SPDX-License-Identifier: MIT */
/* Facts that the form files define: each is looked for in order, the first match counts. */
#include "observe.h"

#include <stdlib.h>

#include "fold.h"
#include "phrases.h"
#include "report.h"

struct observation {
	struct slice name;
	unsigned sections; /* bit i: section i; 0: all */
	struct slice of;   /* the fact it is read off; empty: the text */
	struct word_set holds;
	struct phrases patterns;
	size_t agreed;         /* so many matches at least, and all alike; 0: the first */
	int64_t fits[2];       /* in reports of these years there is no such cell; 0, 0: no such */
};

struct observations {
	struct observation *item;
	size_t count, room;
	struct arena arena;
};

static bool
no_memory(const struct stanza *stanza, struct form_error *error)
{
	return stanza_error(stanza, 0, "out of memory", SLICE_NONE, error);
}

static bool
add_sections(struct observation *o, const struct stanza *stanza,
    const struct stanza_line *item, struct form_error *error)
{
	struct slice rest = item->value;

	for (struct slice word = slice_word(&rest); word.len; word = slice_word(&rest)) {
		enum section section;
		if (!section_named(word, &section))
			return stanza_error(stanza, item->line, "unknown section", word, error);
		o->sections |= 1U << section;
	}
	return true;
}

/* Whole numbers; false: there are not so many, or others. */
static bool
read_numbers(struct slice value, int64_t *number, size_t count)
{
	struct decimal n;

	for (size_t i = 0; i < count; i++) {
		if (!decimal_parse(slice_word(&value), &n) || n.places || n.units < 1)
			return false;
		number[i] = n.units;
	}
	return slice_trim(value).len == 0;
}

/* A line other than the patterns. */
static bool
read_line(struct phrase_maker *maker, struct observation *o, const struct stanza *stanza,
    const struct stanza_line *item, struct form_error *error)
{
	int64_t agreed;

	if (slice_is(item->key, "in"))
		return add_sections(o, stanza, item, error);
	if (slice_is(item->key, "of")) {
		o->of = item->value;
	} else if (slice_is(item->key, "holds")) {
		if (!lexicon_add(maker->lexicon, maker->arena, item->value, &o->holds))
			return no_memory(stanza, error);
	} else if (slice_is(item->key, "agreed")) {
		if (!read_numbers(item->value, &agreed, 1))
			return stanza_error(stanza, item->line, "no count", item->value, error);
		o->agreed = (size_t)agreed;
	} else if (slice_is(item->key, "fits")) {
		if (!read_numbers(item->value, o->fits, 2))
			return stanza_error(stanza, item->line, "not two years", item->value, error);
	} else {
		return stanza_error(stanza, item->line, "unknown key", item->key, error);
	}
	return true;
}

static bool
compile(struct observations *all, struct phrase_maker *maker, const struct stanza *stanza,
    struct form_error *error)
{
	struct observation *array =
	    arena_grow(&all->arena, all->item, all->count, &all->room, sizeof *array);

	if (!array)
		return no_memory(stanza, error);
	all->item = array;
	struct observation *o = &all->item[all->count++];
	*o = (struct observation){ .name = stanza->name };
	for (size_t i = 0; i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		if (!(slice_is(item->key, "pattern")
		        ? phrases_add(&o->patterns, maker, stanza, item, error)
		        : read_line(maker, o, stanza, item, error)))
			return false;
	}
	return o->patterns.patterns.count
	    || stanza_error(stanza, 0, "a fact needs a pattern", o->name, error);
}

struct observations *
observations_compile(const struct stanzas *stanzas, const struct defines *defines,
    struct lexicon *lexicon, struct form_error *error)
{
	struct observations *all = calloc(1, sizeof *all);
	bool ok = true;

	if (!all) {
		*error = (struct form_error){ .what = "out of memory" };
		return NULL;
	}
	struct phrase_maker maker = PHRASE_MAKER_INIT(lexicon, defines, &all->arena);
	for (size_t i = 0; ok && i < stanzas->count; i++)
		if (slice_is(stanzas->stanza[i].kind, "fact"))
			ok = compile(all, &maker, &stanzas->stanza[i], error);
	phrase_maker_release(&maker);
	if (ok)
		return all;
	observations_free(all);
	return NULL;
}

void
observations_free(struct observations *all)
{
	if (!all)
		return;
	for (size_t i = 0; i < all->count; i++)
		phrases_free(&all->item[i].patterns);
	arena_release(&all->arena);
	free(all);
}

struct hit {
	struct pattern_match match;
	struct slice number; /* its group `number`, if the pattern has one */
	const struct sentence *sentence;
};

/* The first pattern that matches `text` at or after `start`; `found`: words there, or NULL. */
static bool
match(const struct observation *o, const uint64_t *found, struct slice text, size_t start,
    struct hit *hit)
{
	for (size_t i = 0; i < o->patterns.patterns.count; i++) {
		const struct pattern *pattern = o->patterns.patterns.item[i];
		if ((found && !phrase_may(&o->patterns, i, found))
		    || pattern_match(pattern, text, start, &hit->match) != PATTERN_HIT)
			continue;
		hit->number = patterns_group(pattern, &hit->match, "number");
		return true;
	}
	return false;
}

/* The cell of a match; what is no number in the group `number` makes no number of it. */
static bool
add_cell(struct cells *out, const struct observation *o, const struct hit *hit,
    struct slice raw, size_t line)
{
	struct decimal value;

	if (hit->number.len && decimal_parse(hit->number, &value))
		return report_number(out, o->name, value, raw, line);
	return report_text(out, o->name, hit->match.group[0], raw, line);
}

static bool
collect_of(const struct observation *o, struct cells *out)
{
	const struct cell *fact = report_fact(out, o->of);
	struct folded folded = FOLDED_INIT;
	struct hit hit;

	if (!fact || fact->state == CELL_ABSENT)
		return true;
	fold_add(&folded, fact->value);
	bool ok = !folded.failed;
	if (ok && match(o, NULL, fold_slice(&folded), 0, &hit))
		ok = add_cell(out, o, &hit, fact->raw, fact->line);
	fold_release(&folded);
	return ok;
}

static struct slice
said(const struct hit *hit)
{
	return hit->number.len ? hit->number : hit->match.group[0];
}

/* Where to look. */
struct place {
	const struct prose *prose;
	unsigned shown; /* sections */
};

/* Does the sentence lie where the fact is looked for, and hold one of its words? */
static bool
may_say(const struct observation *o, const struct place *p, const struct sentence *s)
{
	if ((o->sections & p->shown) && !(o->sections & 1U << s->section))
		return false;
	return word_set_found(&o->holds, s->found);
}

/* The first match, and how many there are that say the same; 0: they differ. */
static size_t
look(const struct observation *o, const struct place *p, struct hit *first)
{
	size_t count = 0;
	struct hit hit;

	for (size_t i = 0; i < p->prose->count; i++) {
		const struct sentence *s = &p->prose->sentence[i];
		if (!may_say(o, p, s))
			continue;
		for (size_t at = 0; at < s->text.len && match(o, s->found, s->text, at, &hit); count++) {
			hit.sentence = s;
			if (count == 0)
				*first = hit;
			else if (!slice_eq(said(&hit), said(first)))
				return 0;
			if (!o->agreed)
				return 1;
			at = hit.match.end > at ? hit.match.end : at + 1;
		}
	}
	return count;
}

static bool
collect_text(const struct observation *o, const struct place *p, struct cells *out)
{
	struct hit hit;
	struct slice raw;
	size_t count = look(o, p, &hit);

	if (count == 0 || count < o->agreed)
		return true;
	const struct sentence *s = hit.sentence;
	size_t start = hit.match.start, end = hit.match.end;
	size_t line = prose_line_no(p->prose, s->start + hit.match.start);
	prose_clauses(s, &start, &end);
	return prose_raw(p->prose, s->start + start, s->start + end, &out->arena, &raw)
	    && add_cell(out, o, &hit, raw, line);
}

/* Is it a report of a year in which that is as it should be? Or of no year at all? */
static bool
fits_year(const struct observation *o, const struct cell *year)
{
	if (o->fits[1] == 0)
		return false;
	return !year || year->state != CELL_NUMBER
	    || (year->number.units >= o->fits[0] && year->number.units <= o->fits[1]);
}

bool
observations_collect(const struct observations *all, const struct document *doc,
    const struct prose *prose, struct cells *out)
{
	bool ok = true;
	struct place place = { prose, 0 };

	for (size_t i = 0; i < doc->count; i++)
		place.shown |= 1U << doc->line[i].section;
	for (size_t i = 0; ok && i < all->count; i++) {
		const struct observation *o = &all->item[i];
		if (o->of.len)
			ok = collect_of(o, out);
		else if (prose->found && word_set_found(&o->holds, prose->found)
		    && !fits_year(o, report_fact(out, SLICE("year"))))
			ok = collect_text(o, &place, out);
	}
	return ok;
}
