/* SPDX-License-Identifier: MIT */
#include "document.h"

const char *const section_names[SECTIONS] = {
	"front", "overview", "active", "requests", "review", "problems", "other", "end",
};

const char *const part_names[PARTS] = {
	"", "active", "on_request", "management", "platform", "supervision",
};

const char *const line_kind_names[LINE_KINDS] = {
	"title", "heading", "text", "cells", "date",
};

bool
section_named(struct slice word, enum section *section)
{
	size_t i = slice_among(word, section_names, SECTIONS);

	if (i == SECTIONS)
		return false;
	*section = (enum section)i;
	return true;
}

bool
part_named(struct slice word, enum part *part)
{
	size_t i = slice_among(word, part_names, PARTS);

	if (i == PARTS)
		return false;
	*part = (enum part)i;
	return true;
}

bool
line_kind_named(struct slice word, enum line_kind *kind)
{
	size_t i = slice_among(word, line_kind_names, LINE_KINDS);

	if (i == LINE_KINDS)
		return false;
	*kind = (enum line_kind)i;
	return true;
}

bool
document_add(struct document *doc, struct line line)
{
	struct line *lines =
	    arena_grow(&doc->arena, doc->line, doc->count, &doc->room, sizeof *lines);

	if (!lines)
		return false;
	doc->line = lines;
	doc->line[doc->count++] = line;
	return true;
}

void
document_reset(struct document *doc)
{
	arena_reset(&doc->arena);
	*doc = (struct document){ .arena = doc->arena };
}

void
document_release(struct document *doc)
{
	arena_release(&doc->arena);
	*doc = (struct document)DOCUMENT_INIT;
}
