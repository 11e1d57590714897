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

static const struct define *
define_named(const struct defines *defines, struct slice name)
{
	for (size_t i = 0; i < defines->count; i++)
		if (slice_eq(defines->item[i].name, name))
			return &defines->item[i];
	return NULL;
}

/* "(?<NAME>" stands in `text`. */
static bool
is_defined(struct slice text, struct slice name)
{
	const struct slice open = SLICE("(?<");

	for (size_t at = slice_find(text, open, 0); at < text.len;
	    at = slice_find(text, open, at + 1)) {
		struct slice rest = slice_from(text, at + open.len);
		if (slice_starts(rest, name) && slice_starts(slice_from(rest, name.len), SLICE(">")))
			return true;
	}
	return false;
}

static void
append(struct buf *text, const struct define *d)
{
	buf_add(text, SLICE("(?(DEFINE)(?<"));
	buf_add(text, d->name);
	buf_add(text, SLICE(">"));
	buf_add(text, d->pattern);
	buf_add(text, SLICE("))"));
}

bool
defines_expand(const struct defines *defines, struct arena *arena, struct slice pattern,
    struct slice *expanded)
{
	const struct slice open = SLICE("(?&");
	struct buf text = BUF_INIT;
	size_t at = slice_find(pattern, open, 0);

	*expanded = pattern;
	if (at >= pattern.len)
		return true;
	buf_add(&text, pattern);
	/* What is appended may refer to more. */
	for (; at < text.len; at = slice_find(buf_slice(&text), open, at + 1)) {
		struct slice rest = slice_from(buf_slice(&text), at + open.len);
		const struct define *d = define_named(defines, slice_cut(&rest, ')'));
		if (d && !is_defined(buf_slice(&text), d->name))
			append(&text, d);
	}
	bool ok = !text.failed
	    && (text.len == pattern.len || arena_copy(arena, buf_slice(&text), expanded));
	buf_release(&text);
	return ok;
}
