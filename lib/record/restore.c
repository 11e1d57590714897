/* SPDX-License-Identifier: MIT */
#include "restore.h"

#include <stdint.h>

bool
restore_init(struct restore *r, struct input *input, struct slice name,
    const struct record_shape *shape, const struct notices *notices, size_t limit)
{
	*r = (struct restore){ .notices = notices, .name = name, .limit = limit };
	return record_reader_init(&r->reader, input, name, shape, notices);
}

void
restore_release(struct restore *r)
{
	record_reader_release(&r->reader);
}

/*
 * The next record of the document `doc`; at the first call `*doc` is unset and
 * becomes a copy of its name. RESTORE_END: the document is over; `r->pending`
 * tells whether a record was read that begins the next.
 */
static enum restore_status
next_of(struct restore *r, struct arena *arena, bool first, struct slice *doc)
{
	if (!r->pending) {
		enum record_status status = record_read(&r->reader, r->field);
		if (status != RECORD_OK)
			return status == RECORD_END ? RESTORE_END : RESTORE_TROUBLE;
		r->pending = true;
		if (!first && r->reader.had_header)
			return RESTORE_END;
	}
	if (first && !arena_copy(arena, r->field[0], doc))
		return RESTORE_MEMORY;
	if (!slice_eq(*doc, r->field[0]))
		return RESTORE_END;
	r->pending = false;
	return RESTORE_NEXT;
}

/* A record that cannot be; it is passed over. */
static void
reject(const struct restore *r, const char *what, struct slice datum)
{
	notice_say(r->notices, NOTICE_ERROR, r->name, r->reader.input->no, what, datum);
}

/* A line number; 0 for an empty field. */
static bool
read_count(struct slice text, size_t *count)
{
	struct decimal d = DECIMAL_ZERO;

	if (text.len && (!decimal_parse(text, &d) || d.places || d.units < 0))
		return false;
	*count = (size_t)d.units;
	return true;
}

/* The line is copied once, with all fields that still are parts of it. */
static bool
copy_all(const struct restore *r, struct arena *arena, struct slice *const *field,
    size_t count)
{
	struct slice line = r->reader.line, copy;

	if (!arena_copy(arena, line, &copy))
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t at = (uintptr_t)field[i]->ptr - (uintptr_t)line.ptr;
		if (at < line.len)
			field[i]->ptr = copy.ptr + at;
		else if (!arena_copy(arena, *field[i], field[i]))
			return false;
	}
	return true;
}

/* The record that was just taken begins the document anew: give it back. */
static enum restore_status
give_back(struct restore *r)
{
	r->pending = true;
	return RESTORE_END;
}

/* doc line section part kind text */
static enum restore_status
take_line(struct restore *r, void *context)
{
	struct document *out = context;
	const struct slice *f = r->field;
	struct line line = { .text = f[5] };

	if (!read_count(f[1], &line.no))
		reject(r, "not a line number", f[1]);
	else if (!section_named(f[2], &line.section))
		reject(r, "no section of a report", f[2]);
	else if (!part_named(f[3], &line.part))
		reject(r, "no part of section one", f[3]);
	else if (!line_kind_named(f[4], &line.kind))
		reject(r, "no kind of line", f[4]);
	else if (out->count && line_is_before(&line, &out->line[out->count - 1]))
		return give_back(r);
	else if (!arena_copy(&out->arena, f[5], &line.text) || !document_add(out, line))
		return RESTORE_MEMORY;
	return RESTORE_NEXT;
}

/* doc table row col value state raw line */
static enum restore_status
take_cell(struct restore *r, void *context)
{
	struct cells *out = context;
	const struct slice *f = r->field;
	struct cell c = { .table = f[1], .row = f[2], .col = f[3], .value = f[4], .raw = f[6] };
	struct slice *const text[] = { &c.table, &c.row, &c.col, &c.value, &c.raw };

	const struct cell *begin = out->count ? out->cell : NULL;

	if (!cell_state_named(f[5], &c.state))
		reject(r, "no state of a cell", f[5]);
	else if (c.state == CELL_NUMBER && !decimal_parse(f[4], &c.number))
		reject(r, "not a number", f[4]);
	else if (!read_count(f[7], &c.line))
		reject(r, "not a line number", f[7]);
	else if (begin && slice_eq(c.row, begin->row) && slice_eq(c.col, begin->col)
	    && slice_eq(c.table, begin->table))
		return give_back(r);
	else if (!copy_all(r, &out->arena, text, 5) || !cells_add(out, c))
		return RESTORE_MEMORY;
	return RESTORE_NEXT;
}

/* doc severity rule table row col actual expected line id message */
static enum restore_status
take_finding(struct restore *r, void *context)
{
	struct findings *out = context;
	const struct slice *f = r->field;
	struct finding one = { .rule = f[2], .table = f[3], .row = f[4], .col = f[5],
		.actual = f[6], .expected = f[7], .message = f[10] };
	struct slice *const text[] = { &one.rule, &one.table, &one.row, &one.col, &one.actual,
		&one.expected, &one.message };

	if (!severity_read(f[1], &one.severity))
		reject(r, "no severity", f[1]);
	else if (!read_count(f[8], &one.line))
		reject(r, "not a line number", f[8]);
	else if (f[9].len > FINDING_ID)
		reject(r, "not an id", f[9]);
	else if (!copy_all(r, &out->arena, text, 7))
		return RESTORE_MEMORY;
	else {
		if (f[9].len)
			memcpy(one.id, f[9].ptr, f[9].len);
		if (!findings_add(out, one))
			return RESTORE_MEMORY;
	}
	return RESTORE_NEXT;
}

/* How records become one kind of document. */
struct kind {
	void (*reset)(void *out);
	enum restore_status (*take)(struct restore *, void *out);
};

/* What the record that was just met adds to the document; too much is passed over. */
static enum restore_status
take_within_limit(struct restore *r, const struct kind *kind, void *out)
{
	if (r->size > r->limit)
		return RESTORE_NEXT;
	for (size_t i = 1; i < r->reader.shape->count; i++)
		r->size += r->field[i].len;
	return r->size > r->limit ? RESTORE_NEXT : kind->take(r, out);
}

/* The next document that is within the limit. */
static enum restore_status
restore_next(struct restore *r, const struct kind *kind, void *out, struct arena *arena,
    struct slice *doc)
{
	for (;;) {
		enum restore_status status;
		bool any = false;
		kind->reset(out);
		r->size = 0;
		while ((status = next_of(r, arena, !any, doc)) == RESTORE_NEXT) {
			any = true;
			if ((status = take_within_limit(r, kind, out)) != RESTORE_NEXT)
				break;
		}
		if (status != RESTORE_END)
			return status;
		if (r->size <= r->limit)
			return any ? RESTORE_NEXT : RESTORE_END;
		notice_say(r->notices, NOTICE_ERROR, *doc, 0,
		    "larger than the limit on a document: passed over", SLICE_NONE);
	}
}

static void
reset_document(void *out)
{
	document_reset(out);
}

static void
reset_cells(void *out)
{
	cells_reset(out);
}

static void
reset_findings(void *out)
{
	findings_reset(out);
}

enum restore_status
restore_lines(struct restore *r, struct document *out)
{
	static const struct kind kind = { reset_document, take_line };

	return restore_next(r, &kind, out, &out->arena, &out->name);
}

enum restore_status
restore_cells(struct restore *r, struct cells *out)
{
	static const struct kind kind = { reset_cells, take_cell };
	enum restore_status status = restore_next(r, &kind, out, &out->arena, &out->doc);

	out->is_report = status == RESTORE_NEXT;
	return status;
}

enum restore_status
restore_findings(struct restore *r, struct findings *out)
{
	static const struct kind kind = { reset_findings, take_finding };

	return restore_next(r, &kind, out, &out->arena, &out->doc);
}

enum restore_status
restore_record(struct restore *r, struct record *record)
{
	switch (record_read(&r->reader, r->field)) {
	case RECORD_OK:
		*record = (struct record){ r->name, r->reader.input->no, r->field };
		return RESTORE_NEXT;
	case RECORD_END:
		return RESTORE_END;
	default:
		return RESTORE_TROUBLE;
	}
}
