/* SPDX-License-Identifier: MIT */
#include "judged.h"

#include <stdlib.h>

#include "findings.h"

/* Exactly the digits that findings print. */
static bool
read_id(struct slice word, uint64_t *id)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t value = 0;

	if (word.len != FINDING_ID)
		return false;
	for (size_t i = 0; i < word.len; i++) {
		const char *digit = word.ptr[i] ? strchr(digits, word.ptr[i]) : NULL;
		if (!digit)
			return false;
		value = value << 4 | (uint64_t)(digit - digits);
	}
	*id = value;
	return true;
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static bool
add(struct judged *judged, uint64_t id)
{
	uint64_t *array =
	    arena_grow(&judged->arena, judged->id, judged->count, &judged->room, sizeof *array);

	if (!array)
		return false;
	judged->id = array;
	judged->id[judged->count++] = id;
	return true;
}

bool
judged_read(struct judged *judged, struct slice text, struct judged_error *error)
{
	const struct slice mark = SLICE("\xef\xbb\xbf");
	size_t line = 0;
	uint64_t id;

	/* Editors on some systems begin every file with one. */
	if (slice_starts(text, mark))
		text = slice_from(text, mark.len);
	while (text.len) {
		struct slice rest = slice_cut(&text, '\n'), word = slice_word(&rest);
		line++;
		/* The head of a column that was cut out of findings. */
		if (word.len == 0 || word.ptr[0] == '#' || slice_is(word, "id"))
			continue;
		if (!read_id(word, &id)) {
			*error = (struct judged_error){ line, "not the id of a finding", word };
			return false;
		}
		if (!add(judged, id)) {
			*error = (struct judged_error){ line, "out of memory", SLICE_NONE };
			return false;
		}
	}
	if (judged->count)
		qsort(judged->id, judged->count, sizeof *judged->id, by_value);
	return true;
}

bool
judged_has(const struct judged *judged, const char *id)
{
	uint64_t wanted;

	return judged->count && read_id(slice_of(id), &wanted)
	    && bsearch(&wanted, judged->id, judged->count, sizeof wanted, by_value);
}

void
judged_release(struct judged *judged)
{
	arena_release(&judged->arena);
	*judged = (struct judged)JUDGED_INIT;
}
