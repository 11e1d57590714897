/* SPDX-License-Identifier: MIT */
/* The shapes of the streams, and how a line tells that it is the header of one. */
#include "record.h"

#include "eight.h"
#include "json.h"
#include "record_line.h"

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

static inline void
keep(struct slice line, size_t begin, size_t end, struct slice *part, size_t at)
{
	if (at < RECORD_FIELDS_MAX)
		part[at] = (struct slice){ line.ptr + begin, end - begin };
}

size_t
record_split(struct slice line, char separator, struct slice *part,
    struct record_bytes *bytes)
{
	size_t count = 0, begin = 0, at = 0;
	uint64_t high = 0, escapes = 0;

	for (; line.len - at >= EIGHT; at += EIGHT) {
		uint64_t eight = eight_at(line.ptr + at);
		uint64_t found = eight_equal(eight, separator);
		high |= eight;
		escapes |= eight_equal(eight, '\\');
		for (; found; found &= found - 1) {
			size_t stop = at + eight_first(found);
			keep(line, begin, stop, part, count++);
			begin = stop + 1;
		}
	}
	for (; at < line.len; at++) {
		high |= (unsigned char)line.ptr[at];
		escapes |= line.ptr[at] == '\\';
		if (line.ptr[at] == separator) {
			keep(line, begin, at, part, count++);
			begin = at + 1;
		}
	}
	keep(line, begin, line.len, part, count++);
	if (bytes)
		*bytes = (struct record_bytes){ escapes != 0, (high & EIGHT_MARKS) != 0 };
	return count;
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
	return record_split(line, '\t', name, NULL);
}

/* The names that gip knows need no quotes inside, so quotes round them are all there is. */
static size_t
csv_names(struct slice line, struct slice *name)
{
	size_t count = record_split(line, ',', name, NULL);

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
