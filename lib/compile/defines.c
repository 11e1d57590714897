/* SPDX-License-Identifier: MIT */
/* Named sub-patterns: those referred to are appended as DEFINE groups, until none is new. */
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

/* "(?&NAME)" or "(?<NAME>" stands in `text`. */
static bool
mentions(const struct buf *text, const char *open, struct slice name, const char *close)
{
	struct buf sought = BUF_INIT;

	buf_add(&sought, slice_of(open));
	buf_add(&sought, name);
	buf_add(&sought, slice_of(close));
	bool found = !sought.failed
	    && slice_find(buf_slice(text), buf_slice(&sought), 0) < text->len;
	buf_release(&sought);
	return found;
}

/* Appends one definition that is referred to and not there yet; false: there is none. */
static bool
append_one(const struct defines *defines, struct buf *text)
{
	for (size_t i = 0; i < defines->count; i++) {
		const struct define *d = &defines->item[i];
		if (!mentions(text, "(?&", d->name, ")") || mentions(text, "(?<", d->name, ">"))
			continue;
		buf_add(text, SLICE("(?(DEFINE)(?<"));
		buf_add(text, d->name);
		buf_add(text, SLICE(">"));
		buf_add(text, d->pattern);
		buf_add(text, SLICE("))"));
		return !text->failed;
	}
	return false;
}

bool
defines_expand(const struct defines *defines, struct arena *arena, struct slice pattern,
    struct slice *expanded)
{
	struct buf text = BUF_INIT;

	*expanded = pattern;
	buf_add(&text, pattern);
	while (append_one(defines, &text))
		;
	bool ok = !text.failed
	    && (text.len == pattern.len || arena_copy(arena, buf_slice(&text), expanded));
	buf_release(&text);
	return ok;
}
