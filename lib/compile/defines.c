/* SPDX-License-Identifier: MIT */
/*
 * Named sub-patterns, written out where they are referred to: PCRE2's own references
 * cost it twice the time.
 */
#include "defines.h"

#include "buf.h"

bool
defines_add(struct defines *defines, struct arena *arena, struct slice value)
{
	struct define *array =
	    arena_grow(arena, defines->item, defines->count, &defines->room, sizeof *array);

	if (!array)
		return false;
	struct slice name = slice_word(&value);
	defines->item = array;
	defines->item[defines->count++] = (struct define){ name, slice_trim(value) };
	return true;
}

const struct define *
defines_find(const struct defines *defines, struct slice name)
{
	for (size_t i = 0; i < defines->count; i++)
		if (slice_eq(defines->item[i].name, name))
			return &defines->item[i];
	return NULL;
}

/* Appends `pattern`, definitions written out; one within itself is left for PCRE2 to refuse. */
static void
expand(const struct defines *defines, struct slice pattern, unsigned depth, struct buf *text)
{
	enum { DEPTH = 16, LONGEST = 1 << 16 };

	while (pattern.len) {
		size_t at = slice_find(pattern, SLICE(DEFINES_OPEN), 0);
		buf_add(text, slice_head(pattern, at));
		pattern = slice_from(pattern, at);
		size_t end = slice_find(pattern, SLICE(")"), 0);
		struct slice name = slice_from(slice_head(pattern, end), sizeof DEFINES_OPEN - 1);
		const struct define *d = defines_find(defines, name);
		if (d && depth < DEPTH && text->len < LONGEST) {
			buf_add(text, SLICE("(?^:")); /* its options are its own */
			expand(defines, d->pattern, depth + 1, text);
		} else {
			buf_add(text, slice_head(pattern, end));
		}
		buf_add(text, slice_from(slice_head(pattern, end + 1), end));
		pattern = slice_from(pattern, end + 1);
	}
}

bool
defines_expand(const struct defines *defines, struct arena *arena, struct slice pattern,
    struct slice *expanded)
{
	struct buf text = BUF_INIT;

	*expanded = pattern;
	if (slice_find(pattern, SLICE(DEFINES_OPEN), 0) == pattern.len)
		return true;
	expand(defines, pattern, 0, &text);
	bool ok = !text.failed && arena_copy(arena, buf_slice(&text), expanded);
	buf_release(&text);
	return ok;
}
