/* SPDX-License-Identifier: MIT */
/* Wholes and parts: every count of the prose is asked whether its parts follow. */
#include "parts.h"

#include <stdlib.h>

#include "partlist.h"
#include "report.h"

enum { PERIOD_MAX = 8192 }; /* as in stated.c: longer is no sentence */

struct parts {
	struct part_grammar grammar;
	struct word_set digits; /* of which a count has one */
	struct arena arena;
};

/* The patterns of a key, with or without their words. */
struct places {
	struct phrases *phrases;
	struct patterns *patterns;
};

static struct places
places_of(struct part_grammar *grammar, struct slice key)
{
	const struct {
		const char *key;
		struct places places;
	} known[] = {
		{ "opens", { &grammar->opens, NULL } }, { "resumes", { &grammar->resumes, NULL } },
		{ "qualifies", { &grammar->qualifies, NULL } },
		{ "item", { NULL, &grammar->item } }, { "stops", { NULL, &grammar->stops } },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (slice_is(key, known[i].key))
			return known[i].places;
	return (struct places){ NULL, NULL };
}

static bool
compile(struct parts *parts, struct phrase_maker *maker, const struct stanza *stanza,
    struct form_error *error)
{
	for (size_t i = 0; i < stanza->count; i++) {
		const struct stanza_line *item = &stanza->item[i];
		struct places to = places_of(&parts->grammar, item->key);
		bool ok = true;
		if (to.phrases)
			ok = phrases_add(to.phrases, maker, stanza, item, error);
		else if (to.patterns)
			ok = patterns_add(to.patterns, maker->defines, maker->arena, stanza, item, error);
		else if (!slice_is(item->key, "alike"))
			return stanza_error(stanza, item->line, "unknown key", item->key, error);
		else if (!words_add(&parts->grammar.alike, maker->arena, item->value))
			return stanza_error(stanza, item->line, "out of memory", SLICE_NONE, error);
		if (!ok)
			return false;
	}
	return true;
}

struct parts *
parts_compile(const struct stanzas *stanzas, struct phrase_maker *maker,
    struct form_error *error)
{
	struct parts *parts = calloc(1, sizeof *parts);
	struct arena *arena = maker->arena;
	bool ok = parts && lexicon_add(maker->lexicon, &parts->arena,
	    SLICE("0 1 2 3 4 5 6 7 8 9"), &parts->digits);

	if (!ok)
		*error = (struct form_error){ .what = "out of memory" };
	if (ok)
		maker->arena = &parts->arena;
	for (size_t i = 0; ok && i < stanzas->count; i++) {
		const struct stanza *stanza = &stanzas->stanza[i];
		if (slice_is(stanza->kind, "stated") && slice_is(stanza->name, PARTS_STANZA))
			ok = compile(parts, maker, stanza, error);
	}
	maker->arena = arena;
	if (ok)
		return parts;
	parts_free(parts);
	return NULL;
}

void
parts_free(struct parts *parts)
{
	if (!parts)
		return;
	phrases_free(&parts->grammar.opens);
	phrases_free(&parts->grammar.resumes);
	patterns_free(&parts->grammar.item);
	patterns_free(&parts->grammar.stops);
	phrases_free(&parts->grammar.qualifies);
	arena_release(&parts->arena);
	free(parts);
}

struct collecting {
	const struct part_grammar *grammar;
	const struct word_set *digits;
	const struct prose *prose;
	struct cells *out;
	uint64_t *either; /* room for the words of several sentences, */
	size_t size;      /* and how much */
	size_t rows;
	size_t listed; /* in the period: up to here, counts are parts */
};

/* What lies between two full stops; semicolons may be inside. */
struct period {
	struct slice text;
	size_t start; /* in prose->text */
	const uint64_t *found; /* its words */
};

/* Adds the cell of one count of a list; it stands in `period`. */
static bool
add_count(const struct collecting *c, struct slice row, struct slice col,
    const struct period *period, const struct count *count)
{
	size_t at = period->start + count->start;
	const struct sentence *s = prose_sentence(c->prose, at);
	size_t start = at - s->start, end = start + (count->end - count->start);
	char digits[DECIMAL_TEXT];
	struct slice value = { digits, decimal_print(count->value, digits) };
	struct cell cell = { .table = SLICE("stated"), .row = row, .col = col,
		.state = CELL_NUMBER, .number = count->value,
		.line = prose_line_no(c->prose, at) };

	prose_clauses(s, &start, &end);
	return arena_copy(&c->out->arena, value, &cell.value)
	    && prose_raw(c->prose, s->start + start, s->start + end, &c->out->arena, &cell.raw)
	    && cells_add(c->out, cell);
}

/* NAME.N of the n-th thing. */
static struct slice
numbered(const struct collecting *c, const char *name, size_t n)
{
	char digits[DECIMAL_TEXT];
	size_t len = decimal_print(decimal_int((int64_t)n), digits);

	return report_name(c->out, slice_of(name), (struct slice){ digits, len });
}

/* The same in the column NAME.N of item `i`. */
static bool
add_numbered(const struct collecting *c, struct slice row, const char *name, size_t i,
    const struct period *period, const struct count *count)
{
	struct slice col = numbered(c, name, i + 1);

	return col.ptr && add_count(c, row, col, period, count);
}

/*
 * Adds a row; the whole stands in `before`, the parts in `period`. `all`: the
 * list claims to have all the parts.
 */
static bool
add_list(struct collecting *c, const struct period *before, const struct period *period,
    const struct part_list *list, bool all)
{
	struct slice row = numbered(c, "parts", ++c->rows);
	bool ok = row.ptr && add_count(c, row, SLICE("whole"), before, &list->whole);

	for (size_t i = 0; ok && i < list->parts; i++)
		ok = add_numbered(c, row, "part", i, period, &list->part[i])
		    && (list->percent[i].end == 0
		        || add_numbered(c, row, "percent", i, period, &list->percent[i]));
	struct count parts = list->whole;
	parts.value = decimal_int((int64_t)list->parts);
	if (ok && all && list->closed)
		ok = add_count(c, row, SLICE("complete"), before, &parts);
	return ok;
}

/* Reads the list that `match` leads to; adds it if it is one. */
static bool
take_list(struct collecting *c, const struct period *before, const struct period *period,
    const struct pattern *pattern, const struct pattern_match *match, struct part_list *list)
{
	bool semicolons = patterns_group(pattern, match, "semicolons").ptr != NULL;
	bool several = patterns_group(pattern, match, "several").ptr != NULL;
	bool all = patterns_group(pattern, match, "all").ptr != NULL;

	part_list_read(c->grammar, period->text, match->end, semicolons, list);
	if (!part_list_holds(list, several))
		return true;
	c->listed = list->end > c->listed ? list->end : c->listed;
	return add_list(c, before, period, list, all);
}

/* Adds what lists of parts follow this count: a bracket and 其中 may both do. */
static bool
collect_count(struct collecting *c, const struct period *period, const struct count *count)
{
	struct part_list list;
	struct pattern_match match;
	bool ok = true;

	part_list_begin(&list, count, count->start < c->listed);
	if (part_list_qualified(c->grammar, period->text, period->found, &list))
		return add_list(c, period, period, &list, false);
	for (size_t i = 0; ok && i < c->grammar->opens.patterns.count; i++) {
		const struct pattern *opens = c->grammar->opens.patterns.item[i];
		if (phrase_may(&c->grammar->opens, i, period->found)
		    && pattern_match(opens, period->text, count->end, &match) == PATTERN_HIT)
			ok = take_list(c, period, period, opens, &match, &list);
	}
	return ok;
}

/* A period that begins with 其中 goes on with the only count of the one before it. */
static bool
collect_resumed(struct collecting *c, const struct period *before,
    const struct period *period)
{
	struct part_list list;
	struct count whole;
	struct pattern_match match;
	size_t end = before->start + before->text.len;

	if (before->text.len == 0 || !phrases_may(&c->grammar->resumes, period->found)
	    || slice_find(slice_head(c->prose->text, period->start), SLICE("\n"), end)
	        < period->start
	    || !count_only(before->text, &whole))
		return true;
	part_list_begin(&list, &whole, false);
	for (size_t i = 0; i < c->grammar->resumes.patterns.count; i++) {
		const struct pattern *resumes = c->grammar->resumes.patterns.item[i];
		if (pattern_match(resumes, period->text, 0, &match) == PATTERN_HIT)
			return take_list(c, before, period, resumes, &match, &list);
	}
	return true;
}

static bool
collect_period(struct collecting *c, const struct period *before, const struct period *period)
{
	struct count count;

	c->listed = 0;
	if (!word_set_found(c->digits, period->found))
		return true;
	bool ok = collect_resumed(c, before, period);
	if (!phrases_may(&c->grammar->opens, period->found)
	    && !phrases_may(&c->grammar->qualifies, period->found))
		return ok;

	for (size_t at = 0; ok && count_next(period->text, at, &count); at = count.end)
		ok = collect_count(c, period, &count);
	return ok;
}

/* The period that begins with sentence `*i`; moves `*i` behind it. */
static struct period
next_period(struct collecting *c, size_t *i)
{
	const struct prose *prose = c->prose;
	const struct sentence *first = prose->sentence + *i, *last = first;
	const uint64_t *found = first->found;

	while (++*i < prose->count && prose->text.ptr[last->start + last->text.len] == ';'
	       && last[1].start == last->start + last->text.len + 1) {
		last++;
		for (size_t k = 0; k < c->size; k++)
			c->either[k] = found[k] | last->found[k];
		found = c->either;
	}
	size_t end = last->start + last->text.len;
	return (struct period){
		{ prose->text.ptr + first->start, end - first->start }, first->start, found };
}

bool
parts_collect(const struct parts *parts, const struct prose *prose, struct cells *out)
{
	struct collecting c = { .grammar = &parts->grammar, .digits = &parts->digits,
		.prose = prose, .out = out, .size = prose->found_size,
		.either = arena_array(&out->arena, prose->found_size, sizeof *c.either) };
	struct period before = { .start = 0 };
	bool ok = c.either != NULL;

	for (size_t i = 0; ok && i < prose->count;) {
		struct period period = next_period(&c, &i);
		if (period.text.len > PERIOD_MAX)
			period.text = SLICE_NONE;
		ok = collect_period(&c, &before, &period);
		before = period;
	}
	return ok;
}
