/* SPDX-License-Identifier: MIT */
/* Where a report ends: the first date behind its last section, and who signs above it. */
#include "ending.h"

#include "kind.h"
#include "title.h"

enum { SIGNATURE_BYTES = 120, SHORT_BYTES = 100 };

/* Reads the head of line `i`; false: memory is out. */
static bool
read_line(const struct headings *h, struct headline *head, const struct document *doc,
    size_t i)
{
	return headline_read(h, &doc->line[i].text, 1, head);
}

/* A line that is broken by the page ends with half a sentence; a date may follow it. */
static bool
is_broken(const struct line *line)
{
	return line->kind != LINE_HEADING && fold_trim(line->text).len > SHORT_BYTES
	    && !kind_ends_sentence(line->text);
}

/* The first line of the last section; doc->count: the report has no section. */
static size_t
last_section(const struct document *doc)
{
	size_t i = doc->count;

	if (i == 0 || doc->line[i - 1].section == SECTION_FRONT)
		return doc->count;
	while (i > 1 && doc->line[i - 2].section == doc->line[i - 1].section)
		i--;
	return i - 1;
}

/* The first date behind line `first` and all sentences; doc->count: none. */
static bool
find_date(const struct headings *h, struct headline *head, struct document *doc,
    size_t first, size_t *found)
{
	struct heading_hit hit;

	*found = doc->count;
	for (size_t i = doc->count; i-- > first + 1;) {
		struct slice text = doc->line[i].text;
		if (kind_has_sentence(text))
			break;
		if (text.len > SIGNATURE_BYTES || is_broken(&doc->line[i - 1]))
			continue;
		if (!read_line(h, head, doc, i))
			return false;
		if (kind_date(h, text, head, &hit))
			*found = i;
	}
	return true;
}

/* Line `i` is part of the signature: a date or the name of an organ, and nothing else. */
static bool
is_signature(const struct headings *h, struct headline *head, struct document *doc,
    size_t i, bool *is)
{
	struct heading_hit hit;
	struct slice text = doc->line[i].text;

	*is = false;
	if (text.len > SIGNATURE_BYTES || doc->line[i].kind == LINE_HEADING)
		return true;
	if (!read_line(h, head, doc, i))
		return false;
	if (kind_date(h, text, head, &hit)) {
		doc->line[i].kind = LINE_DATE;
		*is = true;
	} else {
		*is = head->number.len == 0 && title_is_organ(h, head->text);
	}
	return true;
}

static bool
find_footer(const struct headings *h, struct headline *head, const struct document *doc,
    size_t first, size_t *found)
{
	struct heading_hit hit;

	*found = doc->count;
	for (size_t i = first + 1; i < doc->count && *found == doc->count; i++) {
		if (!read_line(h, head, doc, i))
			return false;
		if (headings_match(h, HEADING_FOOTER, head->text, &hit))
			*found = i;
	}
	return true;
}

bool
ending_set(const struct headings *h, struct headline *head, struct document *doc)
{
	size_t first = last_section(doc), end;
	bool is = true;

	if (first == doc->count)
		return true;
	if (!find_date(h, head, doc, first, &end))
		return false;
	if (end < doc->count) {
		doc->line[end].kind = LINE_DATE;
		while (is && end > first + 1) {
			if (!is_signature(h, head, doc, end - 1, &is))
				return false;
			end -= is;
		}
	} else if (!find_footer(h, head, doc, first, &end)) {
		return false;
	}
	for (size_t i = end; i < doc->count; i++)
		doc->line[i].section = SECTION_END;
	return true;
}
