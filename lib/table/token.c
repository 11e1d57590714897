/* SPDX-License-Identifier: MIT */
#include "token.h"

#include "field.h"
#include "fold.h"
#include "scan.h"
#include "utf8.h"

static bool
is_dash(uint32_t c)
{
	return c == '-' || c == 0x2013 || c == 0x2014 || c == 0xff0d; /* - – — － */
}

/* A page number: - 3 -. */
static bool
is_page_number(struct slice line)
{
	size_t dashes = 0, digits = 0;

	for (size_t at = 0; at < line.len && digits <= 4;) {
		uint32_t c = (unsigned char)line.ptr[at] < 0x80 ? (unsigned char)line.ptr[at++]
		                                                 : utf8_next(line, &at);
		if (is_dash(c))
			dashes++;
		else if (utf8_is_digit(c))
			digits++;
		else if (c != ' ' && (c == '\t' || !utf8_is_space(c)))
			return false;
	}
	return dashes >= 2 && digits > 0 && digits <= 4;
}

/* A rule of Markdown: |---|:--|. A single dash in a field is a mark. */
static bool
is_rule(struct slice line)
{
	static const bool of_rules[256] = { ['|'] = true, ['-'] = true, [':'] = true, [' '] = true,
		['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true, ['\r'] = true };
	bool any = false;

	for (size_t i = 0; i < line.len; i++)
		if (!of_rules[(unsigned char)line.ptr[i]])
			return false;
	line = slice_trim(line);
	while (line.len) {
		struct slice field = slice_trim(slice_cut(&line, '|'));
		size_t dashes = slice_count(field, '-'), colons = slice_count(field, ':');
		size_t others = field.len - dashes - colons - slice_count(field, ' ');
		if (field.len && (others || (dashes < 3 && colons == 0)))
			return false;
		any = any || dashes;
	}
	return any;
}

/* Tabs before all else indent what has no tab inside or behind it. */
static bool
is_indented(struct slice line)
{
	size_t at = 0;

	while (at < line.len && line.ptr[at] == '\t')
		at++;
	return at > 0 && at < line.len && !memchr(line.ptr + at, '\t', line.len - at);
}

/*
 * A line of several fields all of which hold words is a header: digits glued to them
 * (数据1) are no values.
 */
static void
drop_header_digits(struct tokens *out, size_t first)
{
	size_t fields = 0, kept = first;

	for (size_t i = first, end; i < out->count; i = end) {
		size_t chars = 0;
		for (end = i; end < out->count && out->token[end].field == out->token[i].field;)
			chars += !out->token[end++].is_value;
		if (chars == 0 && out->token[i].state != CELL_BLANK)
			return;
		fields += chars > 0;
	}
	for (size_t i = first; i < out->count; i++) {
		const struct token *t = &out->token[i];
		bool glued = t->is_value && t->state != CELL_BLANK && t->before == SEPARATED_NOT;
		if (fields < 2 || !glued)
			out->token[kept++] = *t;
	}
	out->count = kept;
}

struct reader {
	struct scan scan;
	struct fields *fields; /* NULL: nothing is known */
};

static void
read_field(struct reader *r, struct slice field)
{
	if (!r->fields || !field_scan(r->fields, field, &r->scan))
		scan_field(&r->scan, field);
}

/*
 * The fields of a line with tabs or pipes. Outer pipes frame the row and tabs
 * that indent it shift it: neither encloses an empty cell. A tab alone is one.
 */
static void
scan_fields(struct reader *r, struct slice line, char separator)
{
	struct scan *s = &r->scan;
	unsigned fields = (unsigned)slice_count(line, separator) + 1;
	bool frame = separator == '|';
	bool indent = separator == '\t' && (is_indented(line) || fields == 2);
	size_t first = s->out->count;

	s->at.fields = fields;
	if (frame && slice_trim(line).ptr[0] != '|')
		s->open = true;
	else if (frame && !slice_starts(slice_trim(slice_from(slice_trim(line), 1)), SLICE("|")))
		s->open = false; /* a first cell that is empty may be the row's own */
	for (unsigned i = 0; i < fields && !s->failed; i++) {
		struct slice field = fold_trim(slice_cut(&line, separator));
		s->at.field = i;
		if (i > 0)
			scan_separate(s, SEPARATED_BY_FIELD);
		if (field.len)
			read_field(r, field);
		else if (!(frame && ((i == 0 && !s->open) || i + 1 == fields))
		    && !(indent && i + 1 < fields))
			scan_blank(s);
	}
	drop_header_digits(s->out, first);
}

static void
scan_line(struct reader *r, const struct line *line)
{
	r->scan.at.line = line->no;
	r->scan.at.field = 0;
	r->scan.at.fields = 1;
	if (slice_has(line->text, '|'))
		scan_fields(r, line->text, '|');
	else if (slice_has(line->text, '\t'))
		scan_fields(r, line->text, '\t');
	else
		read_field(r, fold_trim(line->text));
}

/*
 * What stands before values that stand behind another, or behind none; how many there
 * are. Blanks count only if asked for.
 */
static size_t
count_votes(const struct tokens *tokens, bool paired, bool blanks, size_t *votes)
{
	size_t count = 0;

	memset(votes, 0, SEPARATORS * sizeof *votes);
	for (size_t i = 1; i < tokens->count; i++) {
		const struct token *t = &tokens->token[i];
		bool counts = t->is_value && t[-1].is_value == paired
		    && (blanks || (t->state != CELL_BLANK
		        && (!paired || t[-1].state != CELL_BLANK)));
		votes[t->before] += counts;
		count += counts;
	}
	return count;
}

/*
 * Every other cell of a table may be empty, and a row may have but one: then what stands
 * before each value tells.
 */
void
tokens_find_within(struct tokens *tokens)
{
	size_t votes[SEPARATORS];

	if (count_votes(tokens, true, false, votes) == 0
	    && count_votes(tokens, true, true, votes) == 0)
		count_votes(tokens, false, false, votes);
	tokens->within = SEPARATED_BY_SPACE;
	for (unsigned i = 0; i < SEPARATORS; i++)
		if (votes[i] > votes[tokens->within])
			tokens->within = (enum separator)i;
}

/*
 * 无 on a line of its own is a mark where every value has a line; where rows are
 * lines it is a piece of a label: 无法提供, set one character below the other.
 */
static void
unmark_labels(struct tokens *tokens)
{
	for (size_t i = 0; tokens->within < SEPARATED_BY_LINE && i < tokens->count; i++) {
		struct token *t = &tokens->token[i];
		size_t at = 0;
		if (!t->is_value || t->state != CELL_MARK || t->fields > 1
		    || t->before < SEPARATED_BY_LINE
		    || (i + 1 < tokens->count && t[1].before < SEPARATED_BY_LINE))
			continue;
		uint32_t c = fold_next(t->raw, &at);
		if (at == t->raw.len && utf8_is_han(c)) {
			t->is_value = false;
			t->c = c;
		}
	}
}

bool
token_text(struct slice line)
{
	return (line.len && utf8_begins_han(line.ptr[0])) /* as most lines do */
	    || (!is_page_number(line) && !(is_rule(line) && slice_has(line, '|')));
}

/* So many tokens has a section seldom. */
enum { USUAL = 768 };

bool
tokens_of_section(const struct document *doc, enum section section, struct fields *fields,
    struct arena *arena, struct tokens *out)
{
	struct reader r = { { .arena = arena, .out = out }, fields };
	size_t last = 0;

	*out = (struct tokens){ .room = USUAL };
	out->token = arena_raw(arena, out->room * sizeof *out->token);
	r.scan.failed = !out->token;
	for (size_t i = 0; i < doc->count && !r.scan.failed; i++) {
		const struct line *line = &doc->line[i];
		if (!token_line(line, section))
			continue;
		scan_separate(&r.scan, line->no == last + 1 ? SEPARATED_BY_LINE : SEPARATED_BY_GAP);
		last = line->no;
		scan_line(&r, line);
	}
	tokens_find_within(out);
	unmark_labels(out);
	return !r.scan.failed;
}

bool
tokens_fold_label(struct slice label, bool asides, struct arena *arena, uint32_t **chars,
    size_t *count)
{
	struct tokens tokens = { 0 };
	struct scan s = { .arena = arena, .out = &tokens, .asides = asides };

	scan_label(&s, label);
	*chars = arena_array(arena, tokens.count + 1, sizeof **chars);
	if (!*chars || s.failed)
		return false;
	*count = 0;
	for (size_t i = 0; i < tokens.count; i++)
		if (!tokens.token[i].is_value)
			(*chars)[(*count)++] = tokens.token[i].c;
	return true;
}
