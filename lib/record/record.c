/* SPDX-License-Identifier: MIT */
/* The shapes of the streams, and how a line tells that it is the header of one. */
#include "record.h"

#include "json.h"
#include "record_line.h"
#include "sixteen.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define BIT(i) (1UL << (i))

static const char *const lines_fields[] = {
	"doc", "line", "section", "part", "kind", "text",
};
static const char *const cells_fields[] = {
	"doc", "table", "row", "col", "value", "state", "raw", "line",
};
static const char *const findings_fields[] = {
	"doc", "severity", "rule", "table", "row", "col", "actual", "expected", "line", "id",
	"message",
};
static const char *const partial_fields[] = {
	"item", "key", "value", "count", "min", "max", "n", "of",
};

const struct record_shape lines_shape = {
	.field = lines_fields, .count = COUNT(lines_fields), .number = BIT(1), .text = BIT(5),
};
const struct record_shape cells_shape = {
	.field = cells_fields, .count = COUNT(cells_fields), .number = BIT(4) | BIT(7),
	.text = BIT(6),
};
const struct record_shape findings_shape = {
	.field = findings_fields, .count = COUNT(findings_fields),
	.number = BIT(6) | BIT(7) | BIT(8), .text = BIT(10),
};
const struct record_shape partial_shape = {
	.field = partial_fields, .count = COUNT(partial_fields),
	.number = BIT(2) | BIT(3) | BIT(4) | BIT(5) | BIT(6) | BIT(7),
};

static const char *const format_names[RECORD_FORMATS] = { "tsv", "csv", "jsonl" };

bool
record_format_named(struct slice word, enum record_format *format)
{
	size_t i = slice_among(word, format_names, RECORD_FORMATS);

	if (i == RECORD_FORMATS)
		return false;
	*format = (enum record_format)i;
	return true;
}

/* A line that is being cut. */
struct cutting {
	struct slice line;
	size_t begin; /* of the field that is not kept yet */
	struct slice *part;
	size_t count;
};

static inline void
cut_at(struct cutting *c, size_t end)
{
	if (c->count < RECORD_FIELDS_MAX)
		c->part[c->count] = (struct slice){ c->line.ptr + c->begin, end - c->begin };
	c->count++;
	c->begin = end + 1;
}

/* Cuts where a bit of `found` is set, the lowest being the byte at `at`. */
static inline void
cut_at_each(struct cutting *c, size_t at, unsigned found)
{
	for (; found; found &= found - 1)
		cut_at(c, at + (size_t)__builtin_ctz(found));
}

/* A line of less than sixteen bytes. */
static void
cut_short(struct cutting *c, char separator, struct record_bytes *bytes)
{
	for (size_t at = 0; at < c->line.len; at++) {
		bytes->high = bytes->high || (unsigned char)c->line.ptr[at] >= 0x80;
		bytes->escapes = bytes->escapes || c->line.ptr[at] == '\\';
		if (c->line.ptr[at] == separator)
			cut_at(c, at);
	}
}

/* The last bytes are looked at together with some that were seen already. */
static void
cut_long(struct cutting *c, char separator, struct record_bytes *bytes)
{
	const size_t last = c->line.len - SIXTEEN;
	sixteen all = sixteen_at(c->line.ptr), escapes = sixteen_equal(all, '\\');
	size_t at = 0;

	for (; at < last; at += SIXTEEN) {
		sixteen s = sixteen_at(c->line.ptr + at);
		all = sixteen_or(all, s);
		escapes = sixteen_or(escapes, sixteen_equal(s, '\\'));
		cut_at_each(c, at, sixteen_bits(sixteen_equal(s, separator)));
	}
	sixteen s = sixteen_at(c->line.ptr + last);
	all = sixteen_or(all, s);
	escapes = sixteen_or(escapes, sixteen_equal(s, '\\'));
	cut_at_each(c, at, sixteen_bits(sixteen_equal(s, separator)) >> (at - last));
	*bytes = (struct record_bytes){ sixteen_bits(escapes) != 0, sixteen_bits(all) != 0 };
}

size_t
record_split(struct slice line, char separator, struct slice *part,
    struct record_bytes *bytes)
{
	struct cutting c = { .line = line, .part = part };

	*bytes = (struct record_bytes){ false, false };
	if (line.len < SIXTEEN)
		cut_short(&c, separator, bytes);
	else
		cut_long(&c, separator, bytes);
	cut_at(&c, line.len);
	return c.count;
}

bool
record_places(const struct record_shape *shape, const struct slice *name, size_t count,
    size_t *place)
{
	for (size_t i = 0; i < shape->count; i++) {
		struct slice wanted = slice_of(shape->field[i]);
		size_t at = 0;
		while (at < count && !slice_eq(name[at], wanted))
			at++;
		if (at == count)
			return false;
		place[i] = at;
	}
	return true;
}

struct slice
record_unmarked(struct slice line)
{
	struct slice mark = SLICE("\xef\xbb\xbf");

	return slice_starts(line, mark) ? slice_from(line, mark.len) : line;
}

static size_t
tsv_names(struct slice line, struct slice *name)
{
	struct record_bytes any;

	return record_split(line, '\t', name, &any);
}

/* The names that gip knows need no quotes inside, so quotes round them are all there is. */
static size_t
csv_names(struct slice line, struct slice *name)
{
	struct record_bytes any;
	size_t count = record_split(line, ',', name, &any);

	for (size_t i = 0; i < count && i < RECORD_FIELDS_MAX; i++) {
		struct slice s = name[i];
		if (s.len >= 2 && s.ptr[0] == '"' && s.ptr[s.len - 1] == '"')
			name[i] = (struct slice){ s.ptr + 1, s.len - 2 };
	}
	return count;
}

static size_t
json_names(struct slice line, struct slice *name)
{
	struct json json;
	struct json_member member;
	size_t count = 0;

	json_open(&json, line);
	while (json_next(&json, &member)) {
		if (count < RECORD_FIELDS_MAX)
			name[count] = member.key;
		count++;
	}
	return json.wrong ? 0 : count;
}

int
record_sniff(struct slice line, const struct record_shape *const *shapes, size_t count,
    enum record_format *format)
{
	size_t (*const names[RECORD_FORMATS])(struct slice, struct slice *) = {
		[RECORD_TSV] = tsv_names, [RECORD_CSV] = csv_names, [RECORD_JSONL] = json_names,
	};
	struct slice name[RECORD_FIELDS_MAX];
	size_t place[RECORD_FIELDS_MAX];

	line = record_unmarked(line);
	for (unsigned f = 0; f < RECORD_FORMATS; f++) {
		size_t named = names[f](line, name);
		if (named > RECORD_FIELDS_MAX)
			continue;
		for (size_t i = 0; i < count; i++)
			if (record_places(shapes[i], name, named, place)) {
				*format = (enum record_format)f;
				return (int)i;
			}
	}
	return -1;
}
