/* SPDX-License-Identifier: MIT */
/*
 * Text to records. A line that is not what is expected is looked at again as
 * a header; only then is it called wrong.
 */
#include <errno.h>
#include <stdio.h>

#include "csvline.h"
#include "eight.h"
#include "json.h"
#include "record.h"
#include "record_line.h"
#include "utf8.h"

enum outcome { IS_RECORD, IS_PASSED_OVER };

/* What a letter behind a backslash stands for; 0: nothing. */
static const char escaped_byte[256] = {
	['t'] = '\t', ['n'] = '\n', ['r'] = '\r', ['\\'] = '\\',
};

bool
record_reader_init(struct record_reader *r, struct input *input, struct slice name,
    const struct record_shape *shape, const struct notices *notices)
{
	*r = (struct record_reader){
		.input = input, .shape = shape, .notices = notices, .name = name,
		.first = slice_of(shape->field[0]), .scratch = BUF_INIT, .csv = csv_line_new(),
	};
	return r->csv != NULL;
}

void
record_reader_release(struct record_reader *r)
{
	csv_line_free(r->csv);
	r->csv = NULL;
	buf_release(&r->scratch);
}

static enum outcome
complain(const struct record_reader *r, const char *what, struct slice datum)
{
	notice_say(r->notices, NOTICE_ERROR, r->name, r->input->no, what, datum);
	return IS_PASSED_OVER;
}

/* A complaint about a place in the line, counted from 1 for people: "byte 17". */
static enum outcome
complain_at(const struct record_reader *r, const char *what, const char *unit, size_t at)
{
	char datum[64];

	(void)snprintf(datum, sizeof datum, "%s %zu", unit, at + 1);
	return complain(r, what, slice_of(datum));
}

static enum outcome
complain_width(const struct record_reader *r, size_t count)
{
	char datum[64];

	(void)snprintf(datum, sizeof datum, "%zu instead of %zu", count, r->width);
	return complain(r, "wrong number of fields", slice_of(datum));
}

/* Resolves the escapes of a field. There is room for it. */
static bool
unescape(struct buf *scratch, struct slice *field)
{
	const char *at = field->ptr, *end = at + field->len;
	char *begin = scratch->ptr + scratch->len, *to = begin;

	if (!slice_has(*field, '\\'))
		return true;
	while (at < end) {
		while (end - at >= EIGHT && !eight_equal(eight_at(at), '\\')) {
			memcpy(to, at, EIGHT);
			at += EIGHT;
			to += EIGHT;
		}
		if (at == end)
			break;
		*to = *at++;
		if (*to == '\\' && (at == end || !(*to = escaped_byte[(unsigned char)*at++])))
			return false;
		to++;
	}
	scratch->len += (size_t)(to - begin);
	*field = (struct slice){ begin, (size_t)(to - begin) };
	return true;
}

bool
record_part(struct slice joined, struct buf *scratch, struct slice *fields, size_t count)
{
	struct slice part[RECORD_FIELDS_MAX];
	struct record_bytes any;

	scratch->len = 0;
	if (record_split(joined, '\t', part, &any) != count || !buf_reserve(scratch, joined.len))
		return false;
	for (size_t i = 0; i < count; i++) {
		fields[i] = part[i];
		if (!unescape(scratch, &fields[i]))
			return false;
	}
	return true;
}

/* The shape's fields out of all that the line has. */
static enum outcome
pick(struct record_reader *r, bool escapes, const struct slice *part, struct slice *fields)
{
	for (size_t i = 0; i < r->shape->count; i++) {
		fields[i] = part[r->place[i]];
		if (escapes && fields[i].len && !unescape(&r->scratch, &fields[i]))
			return complain(r, "bad escape in a field", fields[i]);
	}
	return IS_RECORD;
}

/* NULL, or what is wrong with the line. libcsv is for lines with quotes: the others are
   what lies between the commas. */
static const char *
split(struct record_reader *r, enum record_format format, struct slice line,
    struct slice *part, size_t *count)
{
	struct record_bytes any;

	if (format == RECORD_CSV && memchr(line.ptr, '"', line.len))
		return csv_line_split(r->csv, line, &r->scratch, part, RECORD_FIELDS_MAX, count);
	*count = record_split(line, format == RECORD_CSV ? ',' : '\t', part, &any);
	return NULL;
}

/* Is the line a header, or the first object of JSON Lines? Then a new run begins. */
static bool
begin_run(struct record_reader *r, struct slice line)
{
	struct slice part[RECORD_FIELDS_MAX];
	size_t place[RECORD_FIELDS_MAX], width = 0;
	enum record_format format;

	if (record_sniff(line, &r->shape, 1, &format) != 0)
		return false;
	if (format != RECORD_JSONL) {
		if (split(r, format, line, part, &width) || width > RECORD_FIELDS_MAX
		    || !record_places(r->shape, part, width, place))
			return false;
		memcpy(r->place, place, r->shape->count * sizeof place[0]);
	}
	r->format = format;
	r->width = width;
	r->had_header = true;
	return true;
}

/* NULL, or what is wrong with the value. */
static const char *
take_value(struct record_reader *r, const struct json_member *member, struct slice *field)
{
	size_t start = r->scratch.len;

	*field = member->raw;
	switch (member->kind) {
	case JSON_NESTED:
		return "a JSON object or array in a field";
	case JSON_NULL:
		*field = SLICE_NONE;
		return NULL;
	case JSON_STRING:
		if (!field->len || !memchr(field->ptr, '\\', field->len))
			return NULL;
		if (!json_unescape(*field, &r->scratch))
			return "half of a surrogate pair in a field";
		*field = slice_from(buf_slice(&r->scratch), start);
		return NULL;
	default:
		return NULL;
	}
}

static enum outcome
read_object(struct record_reader *r, struct slice line, struct slice *fields)
{
	const struct record_shape *shape = r->shape;
	struct json_member member;
	struct json json;
	bool found = false;

	for (size_t i = 0; i < shape->count; i++)
		fields[i] = SLICE_NONE;
	json_open(&json, line);
	while (json_next(&json, &member))
		for (size_t i = 0; i < shape->count; i++) {
			if (!slice_is(member.key, shape->field[i]))
				continue;
			found = true;
			const char *wrong = take_value(r, &member, &fields[i]);
			if (wrong)
				return complain(r, wrong, member.key);
		}
	if (json.wrong)
		return complain_at(r, json.wrong, "byte", json.at);
	return found ? IS_RECORD : complain(r, "no known field in the JSON object", SLICE_NONE);
}

/* A header among records has their width at most by chance, but it names itself. */
static enum outcome
read_columns(struct record_reader *r, struct slice line, struct slice *fields)
{
	struct slice part[RECORD_FIELDS_MAX];
	size_t place[RECORD_FIELDS_MAX], count = 0;
	const char *wrong = NULL;

	if (r->width) {
		wrong = split(r, r->format, line, part, &count);
		if (!wrong && count == r->width && !record_places(r->shape, part, count, place))
			return pick(r, slice_has(line, '\\'), part, fields);
	}
	line = record_unmarked(line);
	if (begin_run(r, line))
		return r->format == RECORD_JSONL ? read_object(r, line, fields) : IS_PASSED_OVER;
	if (wrong)
		return complain_at(r, wrong, "field", count);
	if (r->width)
		return complain_width(r, count);
	return complain(r, r->format == RECORD_JSONL ? "not a JSON object"
	    : "no header before this line", SLICE_NONE);
}

/* A field that names the first field of the shape: the line may be a header. */
static bool
names_first(const struct record_reader *r, const struct slice *part)
{
	for (size_t i = 0; i < r->width; i++)
		if (slice_eq(part[i], r->first))
			return true;
	return false;
}

/* Nearly every line: a record of TSV, like those before it. False: look closer. */
static bool
read_usual(struct record_reader *r, struct slice line, struct slice *fields,
    enum outcome *outcome)
{
	struct slice part[RECORD_FIELDS_MAX];
	struct record_bytes bytes;

	if (r->format != RECORD_TSV || !r->width
	    || record_split(line, '\t', part, &bytes) != r->width || names_first(r, part)
	    || (bytes.high && utf8_check(line) < line.len)
	    || (bytes.escapes && !buf_reserve(&r->scratch, line.len)))
		return false;
	*outcome = pick(r, bytes.escapes, part, fields);
	return true;
}

static enum outcome
read_line(struct record_reader *r, struct slice line, struct slice *fields)
{
	enum outcome outcome;

	r->scratch.len = 0;
	if (line.len == 0)
		return IS_PASSED_OVER;
	if (read_usual(r, line, fields, &outcome))
		return outcome;
	size_t valid = utf8_check(line);
	if (valid < line.len)
		return complain_at(r, "not UTF-8", "byte", valid);
	/* Unquoted, then unescaped, or taken for a record, then for a header: no more than
	   this is written there, so that slices into it hold. */
	r->scratch.len = 0;
	if (!buf_reserve(&r->scratch, line.len * 2))
		return IS_PASSED_OVER;
	if (r->format == RECORD_JSONL && slice_starts(slice_trim(line), SLICE("{")))
		return read_object(r, line, fields);
	return read_columns(r, line, fields);
}

static enum record_status
trouble(const struct record_reader *r, const char *what, struct slice datum)
{
	notice_say(r->notices, NOTICE_ERROR, r->name, 0, what, datum);
	return RECORD_TROUBLE;
}

enum record_status
record_read(struct record_reader *r, struct slice *fields)
{
	struct slice line;

	r->had_header = false;
	for (;;) {
		switch (input_line(r->input, &line)) {
		case INPUT_LINE:
			break;
		case INPUT_LONG:
			complain(r, "the line is longer than the limit", SLICE_NONE);
			continue;
		case INPUT_END:
			return RECORD_END;
		case INPUT_FAILED:
			return trouble(r, "cannot read", slice_of(strerror(errno)));
		default:
			return trouble(r, "out of memory", SLICE_NONE);
		}
		r->line = line;
		enum outcome outcome = read_line(r, line, fields);
		if (r->scratch.failed)
			return trouble(r, "out of memory", SLICE_NONE);
		if (outcome == IS_RECORD)
			return RECORD_OK;
	}
}
