/* SPDX-License-Identifier: MIT */
/* Records to text, in the three formats. */
#include "record.h"

#include "sixteen.h"
#include "utf8.h"

/* The letter that stands behind a backslash for a byte; 0: the byte stands for itself. */
static const char tsv_escape[256] = {
	['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\',
};
static const char csv_escape[256] = { ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\' };
static const char json_escape[256] = {
	['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
	['"'] = '"', ['\\'] = '\\',
};

enum { FOUR = EIGHT / 2 };

/* May one of these be escaped: of sixteen bytes, or of less, but at least four? */
static inline bool
may_escape(sixteen bytes)
{
	return sixteen_bits(sixteen_or(sixteen_within(bytes, sixteen_of(0), sixteen_of(0x1f)),
	    sixteen_equal(bytes, '\\'))) != 0;
}

static inline bool
may_escape_few(struct slice s)
{
	char both[EIGHT];

	if (s.len >= EIGHT)
		return eight_has_control_or(eight_at(s.ptr), '\\')
		    || eight_has_control_or(eight_at(s.ptr + s.len - EIGHT), '\\');
	memcpy(both, s.ptr, FOUR);
	memcpy(both + FOUR, s.ptr + s.len - FOUR, FOUR);
	return eight_has_control_or(eight_at(both), '\\');
}

/* Copies less than sixteen bytes: the last ones together with some of those before them. */
static inline void
copy_few(char *to, struct slice s)
{
	if (s.len >= EIGHT) {
		memcpy(to, s.ptr, EIGHT);
		memcpy(to + s.len - EIGHT, s.ptr + s.len - EIGHT, EIGHT);
	} else if (s.len >= FOUR) {
		memcpy(to, s.ptr, FOUR);
		memcpy(to + s.len - FOUR, s.ptr + s.len - FOUR, FOUR);
	} else {
		for (size_t i = 0; i < s.len; i++)
			to[i] = s.ptr[i];
	}
}

/*
 * Copies what stands before the first byte that may be escaped, or a little less; how much
 * that was.
 */
static inline size_t
put_plain(char *to, struct slice s)
{
	size_t done = 0;

	if (s.len < SIXTEEN) {
		if (s.len < FOUR || may_escape_few(s))
			return 0;
		copy_few(to, s);
		return s.len;
	}
	while (done < s.len) {
		size_t at = s.len - done < SIXTEEN ? s.len - SIXTEEN : done;
		if (may_escape(sixteen_at(s.ptr + at)))
			return done;
		memcpy(to + at, s.ptr + at, SIXTEEN);
		done = at + SIXTEEN;
	}
	return done;
}

/* Room for `s` with every byte escaped is there. Returns the end of what it wrote. */
static inline char *
put_escaped(char *to, struct slice s, const char *escape)
{
	while (s.len) {
		size_t plain = put_plain(to, s);
		to += plain;
		if (plain == s.len)
			break;
		char byte = s.ptr[plain], escaped = escape[(unsigned char)byte];
		if (escaped)
			*to++ = '\\';
		*to++ = escaped ? escaped : byte;
		s = slice_from(s, plain + 1);
	}
	return to;
}

static void
add_escaped(struct buf *out, struct slice s, const char *escape)
{
	if (s.len == 0 || !buf_reserve(out, s.len * 2))
		return;
	out->len = (size_t)(put_escaped(out->ptr + out->len, s, escape) - out->ptr);
}

char *
record_put_field(char *to, struct slice s)
{
	return put_escaped(to, s, tsv_escape);
}

/* The format of every pipe: room is made once for the whole record. */
static void
write_tsv(struct buf *out, const struct record_shape *shape, const struct slice *fields)
{
	size_t most = 0;

	for (size_t i = 0; i < shape->count; i++)
		most += fields[i].len * 2 + 1;
	if (!buf_reserve(out, most))
		return;
	char *to = out->ptr + out->len;
	for (size_t i = 0; i < shape->count; i++) {
		if (fields[i].len)
			to = put_escaped(to, fields[i], tsv_escape);
		*to++ = '\t';
	}
	to[-1] = '\n';
	out->len = (size_t)(to - out->ptr);
}

void
record_join(struct buf *out, const struct slice *fields, size_t count)
{
	const struct record_shape shape = { .count = count };

	write_tsv(out, &shape, fields);
	out->len -= out->len > 0; /* without the line end */
}

/* Other readers than gip's trim white space, so that at the ends is quoted too. */
static bool
needs_quotes(struct slice s)
{
	if (s.len == 0)
		return false;
	char first = s.ptr[0], last = s.ptr[s.len - 1];
	return first == ' ' || first == '\t' || last == ' ' || last == '\t'
	    || memchr(s.ptr, ',', s.len) || memchr(s.ptr, '"', s.len);
}

static void
csv_field(struct buf *out, struct slice s)
{
	bool quoted = needs_quotes(s);

	if (quoted)
		buf_char(out, '"');
	while (s.len) {
		const char *quote = memchr(s.ptr, '"', s.len);
		struct slice run = slice_head(s, quote ? (size_t)(quote - s.ptr) : s.len);
		add_escaped(out, run, csv_escape);
		if (quote)
			buf_add(out, SLICE("\"\""));
		s = slice_from(s, run.len + (quote != NULL));
	}
	if (quoted)
		buf_char(out, '"');
}

static void
write_csv(struct buf *out, const struct record_shape *shape, const struct slice *fields)
{
	for (size_t i = 0; i < shape->count; i++) {
		if (i)
			buf_char(out, ',');
		csv_field(out, fields[i]);
	}
	buf_char(out, '\n');
}

/* The canonical form of a decimal, which is also a number of JSON: no leading zero, no
   trailing zero behind the point, no minus zero. */
static bool
is_canonical(struct slice s)
{
	bool negative = s.len && s.ptr[0] == '-';
	struct slice fraction = slice_from(s, negative), whole = slice_cut(&fraction, '.');
	bool point = whole.len + negative < s.len;

	if (whole.len == 0 || (whole.ptr[0] == '0' && whole.len > 1))
		return false;
	if (point && (fraction.len == 0 || fraction.ptr[fraction.len - 1] == '0'))
		return false;
	if (negative && !point && whole.ptr[0] == '0')
		return false;
	for (size_t i = 0; i < whole.len; i++)
		if (whole.ptr[i] < '0' || whole.ptr[i] > '9')
			return false;
	for (size_t i = 0; i < fraction.len; i++)
		if (fraction.ptr[i] < '0' || fraction.ptr[i] > '9')
			return false;
	return true;
}

static void
json_char(struct buf *out, uint32_t c)
{
	static const char digits[] = "0123456789abcdef";

	if (c < 0x20 && !json_escape[c]) {
		buf_add(out, SLICE("\\u00"));
		buf_char(out, digits[c >> 4]);
		buf_char(out, digits[c & 15]);
	} else if (c < 0x80) {
		buf_char(out, '\\');
		buf_char(out, json_escape[c]);
	} else {
		utf8_add(out, 0xfffd);
	}
}

static void
json_string(struct buf *out, struct slice s)
{
	size_t done = 0;

	buf_char(out, '"');
	for (size_t at = 0; at < s.len;) {
		size_t start = at;
		uint32_t c = utf8_next(s, &at);
		if (c != UTF8_BAD && c >= 0x20 && (c >= 0x80 || !json_escape[c]))
			continue;
		buf_add(out, slice_head(slice_from(s, done), start - done));
		json_char(out, c);
		done = at;
	}
	buf_add(out, slice_from(s, done));
	buf_char(out, '"');
}

static void
write_json(struct buf *out, const struct record_shape *shape, const struct slice *fields)
{
	for (size_t i = 0; i < shape->count; i++) {
		bool number = record_in_set(shape->number, i);
		buf_char(out, i ? ',' : '{');
		json_string(out, slice_of(shape->field[i]));
		buf_char(out, ':');
		if (number && fields[i].len == 0)
			buf_add(out, SLICE("null"));
		else if (number && is_canonical(fields[i]))
			buf_add(out, fields[i]);
		else
			json_string(out, fields[i]);
	}
	buf_add(out, SLICE("}\n"));
}

void
record_write(struct buf *out, enum record_format format, const struct record_shape *shape,
    const struct slice *fields)
{
	switch (format) {
	case RECORD_CSV:
		write_csv(out, shape, fields);
		return;
	case RECORD_JSONL:
		write_json(out, shape, fields);
		return;
	default:
		write_tsv(out, shape, fields);
	}
}

void
record_header(struct buf *out, enum record_format format, const struct record_shape *shape)
{
	bool csv = format == RECORD_CSV;

	if (format == RECORD_JSONL)
		return;
	for (size_t i = 0; i < shape->count; i++) {
		struct slice name = slice_of(shape->field[i]);
		if (i)
			buf_char(out, csv ? ',' : '\t');
		if (csv)
			csv_field(out, name);
		else
			add_escaped(out, name, tsv_escape);
	}
	buf_char(out, '\n');
}
