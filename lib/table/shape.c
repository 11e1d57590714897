/* SPDX-License-Identifier: MIT */
#include "shape.h"

#include "hash.h"
#include "token.h"

/* Codes that say how lines and fields stand apart. */
enum { CODE_LINE = UINT16_MAX + 1, CODE_SAME, CODE_GAP, CODE_TABS, CODE_PIPES, CODE_FIRST };

/* One more code, or nothing more is known. */
static void
add_code(struct shape *s, uint32_t code)
{
	s->known = s->known && s->codes < SHAPE_MAX;
	if (s->known)
		s->code[s->codes++] = code;
}

static bool
add_field(struct shape *s, struct fields *fields, struct slice text)
{
	struct field field;
	unsigned line = (unsigned)s->lines - 1;

	if (!field_read(fields, text, &field))
		return false;
	s->known = s->known && field.code != FIELD_UNKNOWN
	    && s->values + field.values <= SHAPE_MAX;
	add_code(s, field.code < FIELD_CODES ? field.code : field.code + CODE_FIRST);
	if (!s->known)
		return true;
	s->field[s->fields++] = (struct shape_text){ text, line, false };
	for (size_t i = 0; i < field.values; i++)
		s->value[s->values++] =
		    (struct shape_text){ field.value[i].raw, line, field.value[i].plain };
	return true;
}

static void
begin_line(struct shape *s, size_t no)
{
	size_t before = s->lines ? s->line[s->lines - 1] : 0;

	add_code(s, before == 0 ? CODE_GAP : no == before ? CODE_SAME
	    : no == before + 1 ? CODE_LINE : CODE_GAP);
	/* Records may have any numbers; a cell's must tell in which line it stands. */
	s->known = s->known && no > 0 && no >= before;
	if (s->known)
		s->line[s->lines++] = no;
}

/* As slice_cut, for fields that are mostly short. */
static struct slice
cut_field(struct slice *rest, char separator)
{
	enum { SHORT = 4 };

	for (size_t i = 0; i < SHORT && i < rest->len; i++)
		if (rest->ptr[i] == separator) {
			struct slice head = { rest->ptr, i };
			*rest = (struct slice){ rest->ptr + i + 1, rest->len - i - 1 };
			return head;
		}
	return slice_cut(rest, separator);
}

/* As the tokens are read (token.c): pipes, or else tabs, part fields. */
static bool
add_line(struct shape *s, struct fields *fields, struct slice text)
{
	char separator = slice_has(text, '|') ? '|' : slice_has(text, '\t') ? '\t' : '\0';

	if (!separator)
		return add_field(s, fields, text);
	add_code(s, separator == '|' ? CODE_PIPES : CODE_TABS);
	size_t parts = slice_count(text, separator);
	for (size_t i = 0; i <= parts && s->known; i++)
		if (!add_field(s, fields, cut_field(&text, separator)))
			return false;
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
		if (!token_line(line, section))
			continue;
		begin_line(s, line->no);
		if (s->known && !add_line(s, fields, line->text))
			return false;
	}
	s->key = (struct slice){ (const char *)s->code, s->codes * sizeof *s->code };
	s->hash = hash_quick(s->key);
	return true;
}
