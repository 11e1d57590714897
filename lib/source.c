/* SPDX-License-Identifier: MIT */
#include "source.h"

#include <errno.h>
#include <stdlib.h>

#include "documents.h"
#include "headings.h"
#include "pattern.h"
#include "recall.h"
#include "restore.h"
#include "split.h"
#include "table.h"
#include "twice.h"
#include "utf8.h"

/* In the order of enum source_stream, without text. */
static const struct record_shape *const shapes[] = {
	&lines_shape, &cells_shape, &findings_shape, &partial_shape,
};

struct source {
	const struct forms *forms;
	const struct notices *notices;
	struct source_limits limits;
	struct slice name;
	struct input input;
	enum source_stream stream;
	bool open, empty;
	struct buf shown; /* the name of the document */
	struct documents documents;
	struct restore restore;
	struct document document;
	struct tabulator *tabulator; /* made for the first text or lines of which cells are asked */
	struct cells cells;
	struct findings findings;
	bool saw_input;
	size_t reports;
};

struct source *
source_new(const struct forms *forms, const struct notices *notices, struct source_limits limits)
{
	struct source *s = calloc(1, sizeof *s);

	if (!s)
		return NULL;
	*s = (struct source){ .forms = forms, .notices = notices, .limits = limits };
	return s;
}

static void
close_input(struct source *s)
{
	if (!s->open)
		return;
	if (s->stream == SOURCE_TEXT)
		documents_release(&s->documents);
	else
		restore_release(&s->restore);
	input_release(&s->input);
	s->open = false;
}

void
source_free(struct source *s)
{
	if (!s)
		return;
	close_input(s);
	buf_release(&s->shown);
	document_release(&s->document);
	cells_release(&s->cells);
	tabulator_free(s->tabulator);
	findings_release(&s->findings);
	free(s);
}

static enum source_status
trouble(const struct source *s, const char *what)
{
	notice_say(s->notices, NOTICE_ERROR, s->name, 0, what, SLICE_NONE);
	return SOURCE_TROUBLE;
}

/* The bottom of the stack: documents of text, or records to restore them from. */
static bool
begin_stream(struct source *s, int shape, bool operand)
{
	s->stream = shape < 0 ? SOURCE_TEXT : (enum source_stream)(SOURCE_LINES + shape);
	if (s->stream == SOURCE_TEXT)
		return documents_init(&s->documents, &s->input, s->forms->headings, s->notices,
		    s->name, operand, s->limits.document);
	return restore_init(&s->restore, &s->input, s->name, shapes[shape], s->notices,
	    s->limits.document);
}

enum source_status
source_open(struct source *s, int fd, struct slice name, bool operand)
{
	struct slice line;
	enum record_format format;

	close_input(s);
	s->name = name;
	input_init(&s->input, fd, s->limits.document);
	enum input_status status = input_peek(&s->input, &line);
	s->empty = status == INPUT_END;
	if (status == INPUT_FAILED || status == INPUT_MEMORY) {
		const char *what = status == INPUT_MEMORY ? "out of memory" : strerror(errno);
		input_release(&s->input);
		return trouble(s, what);
	}
	if (s->empty) {
		input_release(&s->input);
		return SOURCE_END;
	}
	s->saw_input = true;
	int shape = status == INPUT_LONG
	    ? -1
	    : record_sniff(line, shapes, sizeof shapes / sizeof *shapes, &format);
	if (!begin_stream(s, shape, operand)) {
		input_release(&s->input);
		return trouble(s, "out of memory");
	}
	s->open = true;
	return SOURCE_NEXT;
}

enum source_stream
source_stream(const struct source *s)
{
	return s->stream;
}

/* Records are UTF-8; a name may be any bytes. White space in it comes back from them. */
static void
show_name(struct source *s, struct slice name)
{
	s->shown.len = 0;
	while (name.len) {
		size_t len = 0;
		while (len < name.len && !memchr("\t\n\r", name.ptr[len], 3))
			len++;
		utf8_add_masked(&s->shown, slice_head(name, len), SIZE_MAX);
		if (len < name.len)
			buf_char(&s->shown, name.ptr[len++]);
		name = slice_from(name, len);
	}
}

static enum source_status
restored(const struct source *s, enum restore_status status)
{
	switch (status) {
	case RESTORE_NEXT:
		return SOURCE_NEXT;
	case RESTORE_END:
		return SOURCE_END;
	case RESTORE_TROUBLE:
		return SOURCE_TROUBLE;
	case RESTORE_MEMORY:
		break;
	}
	return trouble(s, "out of memory");
}

/* A document that took too much memory, or too long to match, is passed over. */
static bool
is_lost(const struct source *s, bool done, struct slice doc)
{
	if (!done)
		notice_say(s->notices, NOTICE_ERROR, doc, 0, "out of memory: passed over", SLICE_NONE);
	if (!patterns_lost(&s->forms->stanzas, doc, s->notices))
		return !done;
	recall_forget(headings_recall(s->forms->headings));
	return true;
}

static void
say_twice(const struct source *s, size_t line)
{
	if (line)
		notice_say(s->notices, NOTICE_ERROR, s->document.name, line,
		    "a second report begins before this line: only one of the two is read",
		    SLICE_NONE);
}

enum source_status
source_lines(struct source *s, struct document **doc)
{
	struct slice name, text;
	bool ok;

	*doc = &s->document;
	if (!s->open)
		return SOURCE_END;
	if (s->stream == SOURCE_LINES)
		return restored(s, restore_lines(&s->restore, &s->document));
	if (s->stream != SOURCE_TEXT)
		return SOURCE_LATER;
	do {
		switch (documents_next(&s->documents, &name, &text)) {
		case DOCUMENTS_END:
			return SOURCE_END;
		case DOCUMENTS_TROUBLE:
			return SOURCE_TROUBLE;
		case DOCUMENTS_NEXT:
			break;
		}
		show_name(s, name);
		if (s->shown.failed)
			return trouble(s, "out of memory");
		ok = split_lines(s->forms->headings, buf_slice(&s->shown), &s->documents.lines,
		    &s->document);
	} while (is_lost(s, ok, buf_slice(&s->shown)));
	say_twice(s, twice_line(&s->document));
	return SOURCE_NEXT;
}

enum source_status
source_cells(struct source *s, struct cells **cells)
{
	struct document *doc;
	enum source_status status;

	*cells = &s->cells;
	if (s->open && s->stream == SOURCE_CELLS) {
		status = restored(s, restore_cells(&s->restore, &s->cells));
	} else {
		if (!s->tabulator && !(s->tabulator = tabulator_new(s->forms)))
			return trouble(s, "out of memory");
		do
			status = source_lines(s, &doc);
		while (status == SOURCE_NEXT
		    && is_lost(s, table_document(s->tabulator, s->notices, doc, &s->cells),
		           doc->name));
	}
	s->reports += status == SOURCE_NEXT && s->cells.is_report;
	return status;
}

enum source_status
source_findings(struct source *s, struct findings **findings)
{
	*findings = &s->findings;
	if (!s->open)
		return SOURCE_END;
	if (s->stream != SOURCE_FINDINGS)
		return SOURCE_LATER;
	return restored(s, restore_findings(&s->restore, &s->findings));
}

enum source_status
source_record(struct source *s, struct record *record)
{
	if (!s->open)
		return SOURCE_END;
	return restored(s, restore_record(&s->restore, record));
}

struct slice
source_name(const struct source *s)
{
	return s->name;
}

bool
source_saw_input(const struct source *s)
{
	return s->saw_input;
}

size_t
source_reports(const struct source *s)
{
	return s->reports;
}
