/* SPDX-License-Identifier: MIT */
#include "years.h"

#include "decimal.h"

bool
years_is(struct slice digits, int64_t year)
{
	struct decimal number;

	return year && decimal_parse(digits, &number) && decimal_cmp(number, decimal_int(year)) == 0;
}

/* Does `text` end a clause or leave a bracket? */
static bool
leaves_clause(struct slice text)
{
	return slice_find(text, SLICE(","), 0) < text.len
	    || slice_find(text, SLICE(")"), 0) < text.len;
}

/* The last year in `text` that rules what stands behind it; is it `year`? */
static bool
find_year(const struct pattern *mention, struct slice text, int64_t year, bool *own)
{
	struct pattern_match match = { .end = 0 };
	bool found = false;

	for (size_t from = 0; pattern_match(mention, text, from, &match) == PATTERN_HIT
	     && match.end > from; from = match.end) {
		if (patterns_group(mention, &match, "compared").len
		    && leaves_clause(slice_from(text, match.end)))
			continue;
		found = true;
		*own = years_is(patterns_group(mention, &match, "year"), year);
	}
	return found;
}

/* The same in sentence `s`, if it may mention a year at all. */
static bool
find_in(const struct phrases *mention, const struct sentence *s, struct slice text,
    int64_t year, bool *own)
{
	return phrase_may(mention, 0, s->found)
	    && find_year(mention->patterns.item[0], text, year, own);
}

bool
years_rule(const struct phrases *mention, const struct prose *prose, size_t i, size_t at,
    int64_t year)
{
	const struct sentence *s = &prose->sentence[i];
	bool own = true;

	if (mention->patterns.count && !find_in(mention, s, slice_head(s->text, at), year, &own)
	    && i > 0 && slice_starts(s->text, SLICE("其中")))
		find_in(mention, s - 1, s[-1].text, year, &own);
	return own;
}

int64_t
years_only(const struct phrases *mention, const struct prose *prose)
{
	int64_t only = 0;

	for (size_t i = 0; mention->patterns.count && i < prose->count; i++) {
		struct slice text = prose->sentence[i].text;
		struct pattern_match match = { .end = 0 };
		if (prose->sentence[i].section != SECTION_OVERVIEW
		    || !phrase_may(mention, 0, prose->sentence[i].found))
			continue;
		for (size_t from = 0;
		     pattern_match(mention->patterns.item[0], text, from, &match) == PATTERN_HIT
		     && match.end > from; from = match.end) {
			struct slice digits = patterns_group(mention->patterns.item[0], &match, "year");
			struct decimal year;
			if (digits.len == 0 || !decimal_parse(digits, &year))
				continue;
			if (only && only != year.units)
				return 0;
			only = year.units;
		}
	}
	return only;
}
