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
	size_t found; /* documents, and what was lost */
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

static void walk_document(struct walk *, struct slice name, struct slice bytes,
    struct slice encoding);

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
	bool named = !name.failed;
	if (named)
		walk_document(w, buf_slice(&name), record->second, SLICE_NONE);
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
	if (record->tag == WIRE_ENCODING) {
		encoding->len = 0;
		buf_add(encoding, record->first);
		return true;
	}
	w->found++;
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
		walk_document(w, record->first, record->second, buf_slice(encoding));
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
		w->options->limit + file->name.len + 4096, 0, file->rest };
	enum child_status status = CHILD_FAILED;
	struct wire_record record;
	struct buf encoding = BUF_INIT;
	struct child child;
	size_t found = w->found;
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
	if (child_ended(status, signal, file->name, w->notices) && w->found == found)
		notice_say(w->notices, NOTICE_WARNING, file->name, 0, "no document in it", SLICE_NONE);
	buf_release(&encoding);
	w->depth--;
}

static void
walk_document(struct walk *w, struct slice name, struct slice bytes, struct slice encoding)
{
	struct container_file file = { name, bytes, -1 };
	struct download document = { name, bytes, filetype_of_bytes(bytes), encoding };

	if (is_container(document.type))
		walk_container(w, &file, document.type);
	else if (!w->take(w->context, &document))
		w->stopped = true;
}

bool
container_read(const struct container_file *file, const struct convert_options *options,
    const struct notices *notices, container_take *take, void *context)
{
	struct walk w = { .options = options, .notices = notices, .take = take,
		.context = context };

	if (file->rest >= 0)
		walk_container(&w, file, filetype_of_bytes(file->bytes));
	else
		walk_document(&w, file->name, file->bytes, SLICE_NONE);
	return !w.stopped;
}
