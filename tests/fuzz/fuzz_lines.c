/* SPDX-License-Identifier: MIT */
/*
 * A stream of text into documents and lines: nothing of a document is lost or comes
 * twice, whatever reads it is cut into, and the records of its lines are the same lines.
 */
#include "documents.h"
#include "fold.h"
#include "fuzz.h"
#include "split.h"
#include "utf8.h"

enum { SMALL = 400, LARGE = 1 << 20, CHUNK = 61 };

/* Nothing but white space, which moves on by so many lines. */
static size_t
gap(const char *from, const char *to)
{
	struct slice between = { from, (size_t)(to - from) };

	REQUIRE(fold_trim(between).len == 0);
	return slice_count(between, '\n');
}

static void
check_lines(const struct document *doc, struct slice text)
{
	const char *at = text.ptr, *end = text.ptr + text.len;
	size_t no = 1;

	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		REQUIRE(line->text.ptr >= at && line->text.len <= (size_t)(end - line->text.ptr));
		no += gap(at, line->text.ptr);
		REQUIRE(line->no == no);
		REQUIRE(!slice_has(line->text, '\n'));
		REQUIRE(line->section < SECTIONS && line->part < PARTS && line->kind < LINE_KINDS);
		REQUIRE(i == 0 || !line_is_before(line, line - 1));
		at = line->text.ptr + line->text.len;
	}
	if (text.len)
		gap(at, end);
}

/* The lines of all documents as records; `chunk`: the largest read. */
static void
read_stream(struct slice stream, bool whole, size_t limit, size_t chunk, struct buf *out)
{
	struct input input;
	struct documents documents;
	struct document doc = DOCUMENT_INIT;
	struct slice name, text;
	enum documents_status status;

	input_init(&input, fuzz_open(stream), limit);
	input.chunk = chunk;
	REQUIRE(documents_init(&documents, &input, fuzz_forms()->headings, &fuzz_notices,
	    SLICE("-"), whole, limit));
	while ((status = documents_next(&documents, &name, &text)) == DOCUMENTS_NEXT) {
		REQUIRE(text.len > 0 && text.len <= limit);
		REQUIRE(utf8_check(text) == text.len);
		REQUIRE(split_document(fuzz_forms()->headings, name, text, &doc));
		check_lines(&doc, text);
		fuzz_print_lines(out, RECORD_TSV, &doc);
	}
	REQUIRE(status == DOCUMENTS_END);
	REQUIRE(!out->failed);
	document_release(&doc);
	documents_release(&documents);
	fuzz_close(input.fd);
	input_release(&input);
}

void
fuzz(struct slice input)
{
	struct buf text = BUF_INIT, whole = BUF_INIT, large = BUF_INIT, chunked = BUF_INIT,
		   small = BUF_INIT;

	read_stream(input, true, LARGE, 0, &whole);
	fuzz_mend(input, &text);
	read_stream(buf_slice(&text), false, LARGE, 0, &large);
	read_stream(buf_slice(&text), false, LARGE, CHUNK, &chunked);
	REQUIRE(fuzz_same(&large, &chunked));
	read_stream(buf_slice(&text), false, SMALL, 0, &small);
	buf_release(&text);
	buf_release(&whole);
	buf_release(&large);
	buf_release(&chunked);
	buf_release(&small);
}
