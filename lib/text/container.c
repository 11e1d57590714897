/* SPDX-License-Identifier: MIT */
#include "container.h"

#include "child.h"
#include "filetype.h"
#include "unpack.h"

/*
 * Archives in archives: so deep, and so much in all of them, in documents of the
 * largest size.
 */
enum { DEPTH = 4, INNER = 32 };

struct walk {
	const struct convert_options *options;
	const struct notices *notices;
	container_take *take;
	void *context;
	size_t depth;
	size_t inner; /* bytes in archives in the archive */
	bool stopped; /* `take` wants no more */
};

static bool
is_container(enum filetype type)
{
	return type == FILE_ZIP || type == FILE_TAR || type == FILE_GZ || type == FILE_XZ
	    || type == FILE_BZ2 || type == FILE_7Z || type == FILE_WARC;
}

bool
container_is_one(struct slice bytes)
{
	return is_container(filetype_of_bytes(bytes));
}

static void
lose(const struct walk *w, struct slice name, const char *what)
{
	notice_say(w->notices, NOTICE_ERROR, name, 0, what, SLICE_NONE);
}

/* "archive/member", or the name of the archive where the member has none. */
static void
add_name(struct slice archive, struct slice member, struct buf *out)
{
	buf_add(out, archive);
	if (member.len)
		buf_char(out, '/');
	buf_add(out, member);
}

static void walk_document(struct walk *, const struct container_document *);

static void
lose_member(const struct walk *w, struct slice archive, const struct wire_record *record)
{
	struct buf name = BUF_INIT, what = BUF_INIT;

	add_name(archive, record->first, &name);
	buf_add(&what, record->second);
	buf_char(&what, '\0');
	bool failed = name.failed || what.failed;
	lose(w, buf_slice(&name), failed ? "out of memory" : what.ptr);
	buf_release(&name);
	buf_release(&what);
}

/* False: no more of this archive. */
static bool
take_member(struct walk *w, struct slice archive, const struct wire_record *record)
{
	struct buf name = BUF_INIT;

	add_name(archive, record->first, &name);
	struct container_document document = { buf_slice(&name), record->second, SLICE_NONE };
	bool named = !name.failed;
	if (named)
		walk_document(w, &document);
	else
		lose(w, archive, "out of memory: the rest was not read");
	buf_release(&name);
	return named;
}

/* One record of the child; false: no more of this archive. */
static bool
take_record(struct walk *w, struct slice archive, const struct wire_record *record,
    struct buf *encoding)
{
	struct container_document document = { record->first, record->second,
		buf_slice(encoding) };

	if (record->tag == WIRE_ENCODING) {
		encoding->len = 0;
		buf_add(encoding, record->first);
		return true;
	}
	if (w->depth > 1)
		w->inner += record->second.len;
	if (w->inner / INNER > w->options->limit) {
		lose(w, archive, "archives in archives expand to too much: the rest was not read");
		return false;
	}
	if (record->tag == WIRE_LOST)
		lose_member(w, archive, record);
	else if (record->tag == WIRE_MEMBER && !take_member(w, archive, record))
		return false;
	else if (record->tag == WIRE_ANSWER)
		walk_document(w, &document);
	encoding->len = 0;
	return !w->stopped;
}

/* A container is not a document and may take longer; but not for one of its members. */
enum { LONGER = 60 };
static const size_t memory = (size_t)2 << 30;

static void
walk_container(struct walk *w, const struct container_file *file, enum filetype type)
{
	struct unpack task = { type, file->bytes, file->rest, w->options->limit };
	struct child_limits limits = { w->options->seconds * LONGER, memory,
		w->options->limit + file->name.len + 4096, 0 };
	enum child_status status = CHILD_FAILED;
	struct wire_record record;
	struct buf encoding = BUF_INIT;
	struct child child;
	bool go_on = true;
	int signal = 0;

	if (w->depth == DEPTH) {
		lose(w, file->name, "archives in archives are too deep");
		return;
	}
	w->depth++;
	if (child_start(&child, &limits, unpack, &task)) {
		do {
			child.milliseconds = (long)w->options->seconds * 1000;
			status = child_next(&child, &record, &signal);
			if (status == CHILD_RECORD)
				go_on = take_record(w, file->name, &record, &encoding);
		} while (status == CHILD_RECORD && go_on);
		child_stop(&child);
	}
	(void)child_ended(status, signal, file->name, w->notices);
	buf_release(&encoding);
	w->depth--;
}

static void
walk_document(struct walk *w, const struct container_document *document)
{
	struct container_file file = { document->name, document->bytes, -1 };
	enum filetype type = filetype_of_bytes(document->bytes);

	if (is_container(type))
		walk_container(w, &file, type);
	else if (!w->take(w->context, document))
		w->stopped = true;
}

bool
container_read(const struct container_file *file, const struct convert_options *options,
    const struct notices *notices, container_take *take, void *context)
{
	struct walk w = { .options = options, .notices = notices, .take = take,
		.context = context };
	struct container_document document = { file->name, file->bytes, SLICE_NONE };

	if (file->rest >= 0)
		walk_container(&w, file, filetype_of_bytes(file->bytes));
	else
		walk_document(&w, &document);
	return !w.stopped;
}
