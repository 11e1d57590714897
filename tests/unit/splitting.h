/* SPDX-License-Identifier: MIT */
/* What tests of lines share: a text, and what is expected of each line of it. */
#ifndef GIP_TEST_SPLITTING_H
#define GIP_TEST_SPLITTING_H

#include "layout.h"

#include "split.h"

static void
split(const char *text, struct document *doc)
{
	*doc = (struct document)DOCUMENT_INIT;
	assert_true(split_document(layout.headings, SLICE("doc"), slice_of(text), doc));
}

/* The text of what expect() takes. */
static void
text_of(const char *expected, struct buf *text)
{
	struct slice rest = slice_of(expected);

	while (rest.len) {
		struct slice line = slice_cut(&rest, '\n');
		size_t bar = slice_find(line, SLICE("| "), 0);
		if (slice_starts(line, SLICE("+")))
			text->len--; /* it goes on with the line before */
		buf_add(text, bar < line.len ? slice_from(line, bar + 2) : line);
		buf_char(text, '\n');
	}
}

/* The document as expect() takes it. */
static void
show(const struct document *doc, struct buf *out)
{
	size_t no = 0;

	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		if (line->no == no)
			buf_char(out, '+');
		for (no++; no < line->no; no++)
			buf_char(out, '\n');
		no = line->no;
		buf_add(out, slice_of(section_names[line->section]));
		buf_char(out, ' ');
		if (line->part) {
			buf_add(out, slice_of(part_names[line->part]));
			buf_char(out, ' ');
		}
		buf_add(out, slice_of(line_kind_names[line->kind]));
		buf_add(out, SLICE("| "));
		buf_add(out, line->text);
		buf_char(out, '\n');
	}
}

/*
 * The text with what is expected of each line before it: section, aspect if it has one,
 * kind, then a bar. A line without a bar is one that gives no record; one with a plus
 * before it is a further piece of the line above.
 */
static void
expect(const char *expected)
{
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct document doc = DOCUMENT_INIT;

	text_of(expected, &text);
	assert_true(split_document(layout.headings, SLICE("doc"), buf_slice(&text), &doc));
	show(&doc, &got);
	if (!slice_is(buf_slice(&got), expected))
		fail_msg("expected:\n%s\ngot:\n%.*s", expected, SLICE_ARGS(buf_slice(&got)));
	buf_release(&text);
	buf_release(&got);
	document_release(&doc);
}

#endif
