/* SPDX-License-Identifier: MIT */
#include "lists.h"

#include "number.h"

enum { FIELDS_MAX = 64 };

struct list {
	struct cells *out;
	size_t number;           /* of the list in the document */
	struct slice head[FIELDS_MAX];
	size_t heads;
	char separator;          /* between its fields */
};

static bool
may_be_list(const struct line *line)
{
	return line->kind == LINE_CELLS && line->section != SECTION_ACTIVE
	    && line->section != SECTION_REQUESTS && line->section != SECTION_REVIEW;
}

/* The separator between the fields of a line; a tab that only indents is none. */
static char
separator_of(struct slice text)
{
	while (text.len && (text.ptr[0] == '\t' || text.ptr[0] == ' '))
		text = slice_from(text, 1);
	return slice_has(text, '\t') ? '\t' : slice_has(text, '|') ? '|' : 0;
}

/* The fields of a line; pipes that frame it enclose none. */
static size_t
split_fields(struct slice text, char separator, struct slice field[FIELDS_MAX])
{
	size_t count = 0;

	text = separator == '|' ? slice_trim(text) : text;
	if (separator == '|' && text.len && text.ptr[0] == '|')
		text = slice_from(text, 1);
	if (separator == '|' && text.len && text.ptr[text.len - 1] == '|')
		text.len--;
	for (bool more = true; more && count < FIELDS_MAX;) {
		more = slice_has(text, separator);
		field[count++] = slice_trim(slice_cut(&text, separator));
	}
	return count;
}

/* `|---|---|` under a header. */
static bool
is_rule(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr("|-: \t", text.ptr[i]))
			return false;
	return true;
}

static bool
add_field(struct list *list, struct slice row, size_t i, struct slice raw, size_t line)
{
	struct arena *arena = &list->out->arena;
	struct number number;
	struct slice table = arena_format(arena, "list.%zu", list->number);
	struct slice col = i < list->heads && list->head[i].len
	    ? list->head[i]
	    : arena_format(arena, "%zu", i + 1);

	if (!table.ptr || !col.ptr || !number_read(raw, NUMBER_COUNT, arena, &number))
		return false;
	return cells_add(list->out, (struct cell){ .table = table, .row = row, .col = col,
	    .state = number.state, .value = number.text, .raw = raw, .line = line,
	    .number = number.value });
}

/* One list: lines [first, last), the first of which is its header. */
static bool
add_list(struct list *list, const struct line *line, size_t first, size_t last)
{
	struct slice field[FIELDS_MAX];
	size_t rows = 0;

	list->number++;
	list->separator = separator_of(line[first].text);
	list->heads = split_fields(line[first].text, list->separator, list->head);
	for (size_t i = first + 1; i < last; i++) {
		if (is_rule(line[i].text))
			continue;
		struct slice row = arena_format(&list->out->arena, "%zu", ++rows);
		size_t fields = split_fields(line[i].text, list->separator, field);
		if (!row.ptr)
			return false;
		for (size_t f = 0; f < fields; f++)
			if (!add_field(list, row, f, field[f], line[i].no))
				return false;
	}
	return true;
}

bool
lists_collect(const struct document *doc, struct cells *out)
{
	struct list list = { .out = out };

	for (size_t i = 0; i < doc->count;) {
		size_t end = i;
		bool may_begin = may_be_list(&doc->line[i]);
		char separator = may_begin ? separator_of(doc->line[i].text) : 0;
		while (separator && end < doc->count && may_be_list(&doc->line[end])
		    && slice_has(doc->line[end].text, separator)
		    && (end == i || doc->line[end].no == doc->line[end - 1].no + 1))
			end++;
		if (end - i >= 2 && !add_list(&list, doc->line, i, end))
			return false;
		i = end > i ? end : i + 1;
	}
	return true;
}
