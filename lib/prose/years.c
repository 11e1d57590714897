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

bool
years_rule(const struct patterns *mention, const struct prose *prose, size_t i, size_t at,
    int64_t year)
{
	const struct sentence *s = &prose->sentence[i];
	bool own = true;

	if (mention->count && !find_year(mention->item[0], slice_head(s->text, at), year, &own)
	    && i > 0 && slice_starts(s->text, SLICE("其中")))
		find_year(mention->item[0], s[-1].text, year, &own);
	return own;
}
