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

static void
add_value(struct shape *s, struct field_value value)
{
	s->known = s->known && s->values < SHAPE_MAX;
	if (s->known)
		s->value[s->values++] =
		    (struct shape_text){ value.raw, (unsigned)s->lines - 1, value.plain };
}

/* A field that is neither empty nor plainly a number. False: memory is out. */
static bool
add_words(struct shape *s, struct fields *fields, struct slice text)
{
	struct field field;

	if (!field_read(fields, text, &field))
		return false;
	s->known = s->known && field.code != FIELD_UNKNOWN;
	add_code(s, field.code < FIELD_CODES ? field.code : field.code + CODE_FIRST);
	if (s->known && field.code >= FIELD_CODES)
		s->field[s->fields++] =
		    (struct shape_text){ text, (unsigned)s->lines - 1, false };
	for (size_t i = 0; i < field.values; i++)
		add_value(s, field.value[i]);
	return true;
}

static bool
add_field(struct shape *s, struct fields *fields, struct slice text)
{
	bool number = field_is_number(text);

	if (text.len && !number)
		return add_words(s, fields, text);
	add_code(s, number ? FIELD_NUMBER : FIELD_EMPTY);
	if (number)
		add_value(s, (struct field_value){ text, true });
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

/* As slice_cut, for fields that are mostly short. False: this is the last. */
static bool
cut_field(struct slice *rest, char separator, struct slice *field)
{
	enum { SHORT = 4 };
	size_t at = 0;

	while (at < SHORT && at < rest->len && rest->ptr[at] != separator)
		at++;
	if (at == SHORT && at < rest->len && rest->ptr[at] != separator) {
		const char *found = memchr(rest->ptr + at, separator, rest->len - at);
		at = found ? (size_t)(found - rest->ptr) : rest->len;
	}
	*field = slice_head(*rest, at);
	bool more = at < rest->len;
	*rest = slice_from(*rest, at + 1);
	return more;
}

/* As the tokens are read (token.c): pipes, or else tabs, part fields. */
static bool
add_line(struct shape *s, struct fields *fields, struct slice text)
{
	char separator = slice_has(text, '|') ? '|' : slice_has(text, '\t') ? '\t' : '\0';
	struct slice field;

	if (!separator)
		return add_field(s, fields, text);
	add_code(s, separator == '|' ? CODE_PIPES : CODE_TABS);
	for (bool more = true; more && s->known;) {
		more = cut_field(&text, separator, &field);
		if (!add_field(s, fields, field))
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
