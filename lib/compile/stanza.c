/* SPDX-License-Identifier: MIT */
#include "stanza.h"

static bool
fail(struct form_error *error, struct slice file, size_t line, const char *what,
    struct slice datum)
{
	*error = (struct form_error){ file, line, what, datum };
	return false;
}

bool
stanza_error(const struct stanza *stanza, size_t line, const char *what, struct slice datum,
    struct form_error *error)
{
	return fail(error, stanza->file, line ? line : stanza->line, what, datum);
}

/* The stanza to fill: a new one, or the emptied one of the same kind and name. */
static struct stanza *
stanza_open(struct stanzas *all, struct slice kind, struct slice name)
{
	for (size_t i = 0; i < all->count; i++) {
		struct stanza *s = &all->stanza[i];
		if (slice_eq(s->kind, kind) && slice_eq(s->name, name)) {
			*s = (struct stanza){ .kind = kind, .name = name, .gave_up = all->gave_up };
			return s;
		}
	}
	struct stanza *array =
	    arena_grow(&all->arena, all->stanza, all->count, &all->room, sizeof *array);
	if (!array)
		return NULL;
	all->stanza = array;
	all->stanza[all->count] =
	    (struct stanza){ .kind = kind, .name = name, .gave_up = all->gave_up };
	return &all->stanza[all->count++];
}

static bool
stanza_add(struct stanzas *all, struct stanza *s, struct stanza_line item)
{
	struct stanza_line *array =
	    arena_grow(&all->arena, s->item, s->count, &s->room, sizeof *array);

	if (!array)
		return false;
	s->item = array;
	s->item[s->count++] = item;
	return true;
}

static struct slice
margin_of(struct slice line)
{
	size_t n = 0;

	while (n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
		n++;
	return slice_head(line, n);
}

static bool
go_on(struct stanzas *all, struct stanza_line *item, struct slice more)
{
	struct slice first = item->value;

	if (first.len == 0) { /* the key stands alone on its line */
		item->value = more;
		return true;
	}
	char *joined = arena_alloc(&all->arena, first.len + 1 + more.len);
	if (!joined)
		return false;
	memcpy(joined, first.ptr, first.len);
	joined[first.len] = ' ';
	memcpy(joined + first.len + 1, more.ptr, more.len);
	item->value = (struct slice){ joined, first.len + 1 + more.len };
	return true;
}

bool
stanzas_read(struct stanzas *all, struct slice file, struct slice text,
    struct form_error *error)
{
	struct stanza *open = NULL;
	struct slice indent = SLICE_NONE; /* the margin of the last key */
	size_t no = 0;

	if (!all->gave_up && !(all->gave_up = arena_alloc(&all->arena, sizeof *all->gave_up)))
		return fail(error, file, 0, "out of memory", SLICE_NONE);
	if (slice_starts(text, SLICE("\xef\xbb\xbf"))) /* a byte order mark */
		text = slice_from(text, 3);
	while (text.len) {
		struct slice line = slice_cut(&text, '\n');
		struct slice body = slice_trim(line);
		struct slice margin = margin_of(line);
		bool ok;

		no++;
		if (body.len == 0 || body.ptr[0] == '#')
			continue;
		if (margin.len == 0) {
			struct slice kind = slice_word(&body), name = slice_trim(body);
			if (name.len == 0)
				return fail(error, file, no, "a stanza needs a kind and a name", kind);
			open = stanza_open(all, kind, name);
			ok = open != NULL;
			if (ok) {
				open->file = file;
				open->line = no;
			}
			indent = SLICE_NONE;
		} else if (!open) {
			return fail(error, file, no, "a line before the first stanza", body);
		} else if (!slice_starts(margin, indent) && !slice_starts(indent, margin)) {
			return fail(error, file, no, "tabs and spaces are mixed in the margin", body);
		} else if (open->count && margin.len > indent.len) {
			ok = go_on(all, &open->item[open->count - 1], body);
		} else {
			struct slice key = slice_word(&body);
			indent = margin;
			ok = stanza_add(all, open, (struct stanza_line){ key, slice_trim(body), no });
		}
		if (!ok)
			return fail(error, file, no, "out of memory", SLICE_NONE);
	}
	return true;
}

struct slice
stanza_value(const struct stanza *stanza, const char *key)
{
	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, key))
			return stanza->item[i].value;
	return SLICE_NONE;
}

void
stanzas_release(struct stanzas *all)
{
	arena_release(&all->arena);
	*all = (struct stanzas)STANZAS_INIT;
}
