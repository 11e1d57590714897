/* SPDX-License-Identifier: MIT */
#include "patterns.h"

bool
patterns_add(struct patterns *patterns, const struct defines *defines, struct arena *arena,
    const struct stanza *stanza, const struct stanza_line *item, struct form_error *error)
{
	struct pattern **array =
	    arena_grow(arena, patterns->item, patterns->count, &patterns->room, sizeof *array);
	const struct pattern_source source = {
		.text = item->value, .folded = true, .defines = defines, .arena = arena,
	};

	if (!array)
		return stanza_error(stanza, item->line, "out of memory", SLICE_NONE, error);
	patterns->item = array;
	struct pattern *pattern = pattern_compile(stanza, item->line, source, error);
	if (!pattern) {
		error->datum = item->value;
		return false;
	}
	patterns->item[patterns->count++] = pattern;
	return true;
}

enum pattern_status
patterns_match(const struct patterns *patterns, struct slice subject, size_t start,
    struct pattern_match *match)
{
	enum pattern_status worst = PATTERN_MISS;

	for (size_t i = 0; i < patterns->count; i++) {
		enum pattern_status status =
		    pattern_match(patterns->item[i], subject, start, match);
		if (status == PATTERN_HIT)
			return PATTERN_HIT;
		if (status == PATTERN_LIMIT)
			worst = PATTERN_LIMIT;
	}
	return worst;
}

struct slice
patterns_group(const struct pattern *pattern, const struct pattern_match *match,
    const char *name)
{
	unsigned group = pattern_group(pattern, name);

	return group ? match->group[group] : SLICE_NONE;
}

void
patterns_free(struct patterns *patterns)
{
	for (size_t i = 0; i < patterns->count; i++)
		pattern_free(patterns->item[i]);
	patterns->count = 0;
}
