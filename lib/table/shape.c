/* SPDX-License-Identifier: MIT */
#include "shape.h"

#include <stdlib.h>

#include "hash.h"
#include "token.h"

/* Codes that say how lines and fields stand apart. */
enum { CODE_LINE = UINT16_MAX + 1, CODE_SAME, CODE_GAP, CODE_TABS, CODE_PIPES, CODE_FIRST };

enum { FIRST_ROOM = 64 };

static void *
grow(void *array, size_t count, size_t *room, size_t size)
{
	if (count > SIZE_MAX / 2 / size - FIRST_ROOM)
		return NULL;
	void *grown = realloc(array, (2 * count + FIRST_ROOM) * size);
	if (grown)
		*room = 2 * count + FIRST_ROOM;
	return grown;
}

/* The array with room for one element behind `count`, maybe moved. NULL: memory is out. */
static inline void *
reserve(void *array, size_t count, size_t *room, size_t size)
{
	return count < *room ? array : grow(array, count, room, size);
}

static bool
add_code(struct shape *s, uint32_t code)
{
	uint32_t *array = reserve(s->code, s->codes, &s->code_room, sizeof *array);

	if (!array)
		return false;
	s->code = array;
	s->code[s->codes++] = code;
	return true;
}

static bool
add_text(struct shape_text **array, size_t *count, size_t *room, struct shape_text text)
{
	struct shape_text *grown = reserve(*array, *count, room, sizeof *grown);

	if (!grown)
		return false;
	*array = grown;
	grown[(*count)++] = text;
	return true;
}

static bool
add_field(struct shape *s, struct fields *fields, struct slice text)
{
	struct field field;
	unsigned line = (unsigned)s->lines - 1;

	if (!field_read(fields, text, &field)
	    || !add_code(s, field.code < FIELD_CODES ? field.code : field.code + CODE_FIRST)
	    || !add_text(&s->field, &s->fields, &s->field_room,
	        (struct shape_text){ text, line, false }))
		return false;
	s->known = s->known && field.code != FIELD_UNKNOWN;
	for (size_t i = 0; i < field.values; i++)
		if (!add_text(&s->value, &s->values, &s->value_room,
		        (struct shape_text){ field.value[i].raw, line, field.value[i].plain }))
			return false;
	return true;
}

static bool
begin_line(struct shape *s, size_t no)
{
	size_t *array = reserve(s->line, s->lines, &s->line_room, sizeof *array);

	if (!array)
		return false;
	size_t before = s->lines ? array[s->lines - 1] : 0;
	s->line = array;
	s->line[s->lines++] = no;
	/* Records may have any numbers; a cell's must tell in which line it stands. */
	s->known = s->known && no > 0 && no >= before;
	return add_code(s, before == 0 ? CODE_GAP : no == before ? CODE_SAME
	    : no == before + 1 ? CODE_LINE : CODE_GAP);
}

/* As the tokens are read (token.c): pipes, or else tabs, part fields. */
static bool
add_line(struct shape *s, struct fields *fields, struct slice text)
{
	char separator = slice_has(text, '|') ? '|' : slice_has(text, '\t') ? '\t' : '\0';

	if (!separator)
		return add_field(s, fields, text);
	if (!add_code(s, separator == '|' ? CODE_PIPES : CODE_TABS))
		return false;
	for (bool more = true; more && s->known;) {
		more = slice_has(text, separator);
		if (!add_field(s, fields, slice_cut(&text, separator)))
			return false;
	}
	return true;
}

bool
shape_read(const struct document *doc, enum section section, struct fields *fields,
    struct shape *s)
{
	s->known = true;
	s->fields = s->values = s->lines = s->codes = 0;
	for (size_t i = 0; i < doc->count && s->known; i++) {
		const struct line *line = &doc->line[i];
		if (token_line(line, section)
		    && (!begin_line(s, line->no) || !add_line(s, fields, line->text)))
			return false;
	}
	s->key = (struct slice){ (const char *)s->code, s->codes * sizeof *s->code };
	s->hash = hash_quick(s->key);
	return true;
}

void
shape_release(struct shape *s)
{
	free(s->field);
	free(s->value);
	free(s->line);
	free(s->code);
	*s = (struct shape)SHAPE_INIT;
}
