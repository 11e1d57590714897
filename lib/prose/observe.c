/* SPDX-License-Identifier: MIT */
/* Facts that the form files define: each is looked for in order, the first match counts. */
#include "observe.h"

#include <stdlib.h>

#include "fold.h"
#include "patterns.h"
#include "report.h"
#include "words.h"

struct observation {
	struct slice name;
	unsigned sections; /* bit i: section i; 0: all */
	struct slice of;   /* the fact it is read off; empty: the text */
	struct words holds;
	struct patterns patterns;
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

static bool
compile(struct observations *all, const struct stanza *stanza,
    const struct defines *defines, struct form_error *error)
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
		if (slice_is(item->key, "in")) {
			if (!add_sections(o, stanza, item, error))
				return false;
		} else if (slice_is(item->key, "of")) {
			o->of = item->value;
		} else if (slice_is(item->key, "holds")) {
			if (!words_add(&o->holds, &all->arena, item->value))
				return no_memory(stanza, error);
		} else if (slice_is(item->key, "pattern")) {
			if (!patterns_add(&o->patterns, defines, &all->arena, stanza, item, error))
				return false;
		} else {
			return stanza_error(stanza, item->line, "unknown key", item->key, error);
		}
	}
	return o->patterns.count
	    || stanza_error(stanza, 0, "a fact needs a pattern", o->name, error);
}

struct observations *
observations_compile(const struct stanzas *stanzas, const struct defines *defines,
    struct form_error *error)
{
	struct observations *all = calloc(1, sizeof *all);
	bool ok = all != NULL;

	if (!ok)
		*error = (struct form_error){ .what = "out of memory" };
	for (size_t i = 0; ok && i < stanzas->count; i++)
		if (slice_is(stanzas->stanza[i].kind, "fact"))
			ok = compile(all, &stanzas->stanza[i], defines, error);
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
		patterns_free(&all->item[i].patterns);
	arena_release(&all->arena);
	free(all);
}

/* The first pattern that matches, and its group `number`, if it has one. */
static bool
match(const struct observation *o, struct slice text, struct pattern_match *hit,
    struct slice *number)
{
	for (size_t i = 0; i < o->patterns.count; i++) {
		const struct pattern *pattern = o->patterns.item[i];
		if (pattern_match(pattern, text, 0, hit) != PATTERN_HIT)
			continue;
		*number = patterns_group(pattern, hit, "number");
		return true;
	}
	return false;
}

/* The cell of a match; what is no number in the group `number` makes no number of it. */
static bool
add_cell(struct cells *out, const struct observation *o, const struct pattern_match *hit,
    struct slice number, struct slice raw, size_t line)
{
	struct decimal value;

	if (number.len && decimal_parse(number, &value))
		return report_number(out, o->name, value, raw, line);
	return report_text(out, o->name, hit->group[0], raw, line);
}

static bool
collect_of(const struct observation *o, struct cells *out)
{
	const struct cell *fact = cells_fact(out, o->of);
	struct folded folded = FOLDED_INIT;
	struct pattern_match hit;
	struct slice number;

	if (!fact || fact->state == CELL_ABSENT)
		return true;
	fold_add(&folded, fact->value);
	bool ok = !folded.failed;
	if (ok && match(o, fold_slice(&folded), &hit, &number))
		ok = add_cell(out, o, &hit, number, fact->raw, fact->line);
	fold_release(&folded);
	return ok;
}

static bool
collect_text(const struct observation *o, unsigned shown, const struct prose *prose,
    struct cells *out)
{
	for (size_t i = 0; i < prose->count; i++) {
		const struct sentence *s = &prose->sentence[i];
		struct pattern_match hit;
		struct slice number, raw;
		if ((o->sections & shown) && !(o->sections & 1U << s->section))
			continue;
		if (!words_in(&o->holds, s->text) || !match(o, s->text, &hit, &number))
			continue;
		size_t start = hit.start, end = hit.end;
		size_t line = prose_line_no(prose, s->start + hit.start);
		prose_clauses(s, &start, &end);
		return prose_raw(prose, s->start + start, s->start + end, &out->arena, &raw)
		    && add_cell(out, o, &hit, number, raw, line);
	}
	return true;
}

bool
observations_collect(const struct observations *all, const struct document *doc,
    const struct prose *prose, struct cells *out)
{
	unsigned shown = 0;
	bool ok = true;

	for (size_t i = 0; i < doc->count; i++)
		shown |= 1U << doc->line[i].section;
	for (size_t i = 0; ok && i < all->count; i++)
		ok = all->item[i].of.len ? collect_of(&all->item[i], out)
		    : collect_text(&all->item[i], shown, prose, out);
	return ok;
}
