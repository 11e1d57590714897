/* SPDX-License-Identifier: MIT */
#include "unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "charset.h"
#include "child.h"
#include "member.h"
#include "utf8.h"
#include "warc.h"

/*
 * A container may hold many members, and all of them may come to 200 times its size; a
 * small one to 16 documents of the largest size. Beyond that it is a bomb.
 */
enum { MEMBERS = 100000, RATIO = 200, GRACE = 16, CHUNK = 64 * 1024 };

struct unpacking {
	const struct unpack *unpack;
	int fd;
	struct archive *archive;
	size_t members, total;
	size_t sent;       /* of unpack->bytes, to libarchive */
	struct slice head; /* of the stream, looked at and not read yet */
	char block[CHUNK];
};

static void
send_lost(const struct unpacking *u, struct slice name, const char *why, struct slice datum)
{
	struct buf what = BUF_INIT;

	buf_add(&what, slice_of(why));
	if (datum.len) {
		buf_add(&what, SLICE(": "));
		buf_add(&what, datum);
	}
	(void)wire_send(u->fd, WIRE_LOST, name, buf_slice(&what));
	buf_release(&what);
}

/* False: there is too much, which was said. */
static bool
is_within_bounds(struct unpacking *u, size_t size, bool is_counted)
{
	la_int64_t read = archive_filter_bytes(u->archive, -1);
	size_t taken = read > 0 ? (size_t)read : 0;

	u->total += size;
	u->members++;
	if ((is_counted && u->members > MEMBERS)
	    || u->total / RATIO > taken + GRACE * (u->unpack->limit / RATIO)) {
		send_lost(u, SLICE_NONE, "it expands to too much: the rest was not read",
		    SLICE_NONE);
		return false;
	}
	return true;
}

/* Names are UTF-8, or what Windows in China wrote. */
static void
add_name(const struct unpacking *u, struct archive_entry *entry, struct buf *out)
{
	const char *name = archive_entry_pathname(entry);
	struct charset charset;

	if (!name) {
		buf_add(out, SLICE("member "));
		buf_number(out, u->members + 1);
	} else if (utf8_check(slice_of(name)) == strlen(name)) {
		buf_add(out, slice_of(name));
	} else {
		(void)charset_decode(slice_of(name), SLICE("GB18030"), out, &charset);
	}
}

/* What systems leave in archives without being asked. */
static bool
is_litter(struct slice name)
{
	struct slice base = name;

	while (slice_has(base, '/'))
		(void)slice_cut(&base, '/');
	return slice_starts(name, SLICE("__MACOSX/")) || slice_starts(base, SLICE("._"))
	    || slice_is(base, ".DS_Store") || slice_is(base, "Thumbs.db")
	    || slice_is(base, "desktop.ini");
}

/* False: stop. */
static bool
send_member(struct unpacking *u, struct archive_entry *entry)
{
	struct buf name = BUF_INIT, bytes = BUF_INIT;
	bool go_on = true;

	add_name(u, entry, &name);
	if (name.failed)
		child_no_memory();
	if (!is_litter(buf_slice(&name))) {
		enum member_status status = archive_entry_is_data_encrypted(entry)
		    ? MEMBER_ENCRYPTED
		    : member_read(u->archive, u->unpack->limit, &bytes);
		go_on = is_within_bounds(u, bytes.len, true);
		if (status != MEMBER_WHOLE)
			send_lost(u, buf_slice(&name), member_trouble(status), SLICE_NONE);
		else if (go_on)
			go_on = wire_send(u->fd, WIRE_MEMBER, buf_slice(&name), buf_slice(&bytes));
	}
	buf_release(&name);
	buf_release(&bytes);
	return go_on;
}

/* The bytes that were looked at, then those behind them. */
static long
read_stream(void *context, char *bytes, size_t size)
{
	struct unpacking *u = context;
	struct slice head = slice_head(u->head, size);

	if (!head.len)
		return (long)archive_read_data(u->archive, bytes, size);
	memcpy(bytes, head.ptr, head.len);
	u->head = slice_from(u->head, head.len);
	return (long)head.len;
}

static bool
take_answer(void *context, struct slice url, struct slice encoding, struct slice bytes)
{
	struct unpacking *u = context;

	return is_within_bounds(u, bytes.len, false)
	    && (!encoding.len || wire_send(u->fd, WIRE_ENCODING, encoding, SLICE_NONE))
	    && wire_send(u->fd, WIRE_ANSWER, url, bytes);
}

static void
lose_answer(void *context, struct slice url, const char *why, struct slice datum)
{
	send_lost(context, url, why, datum);
}

/* One file, which has no name of its own here. */
static void
send_file(struct unpacking *u)
{
	struct buf bytes = BUF_INIT;

	buf_add(&bytes, u->head);
	enum member_status status = member_read(u->archive, u->unpack->limit, &bytes);
	if (status != MEMBER_WHOLE)
		send_lost(u, SLICE_NONE, member_trouble(status), SLICE_NONE);
	else if (is_within_bounds(u, bytes.len, true))
		(void)wire_send(u->fd, WIRE_MEMBER, SLICE_NONE, buf_slice(&bytes));
	buf_release(&bytes);
}

/* One file that was compressed, or the records of a crawler, compressed or not. */
static void
send_stream(struct unpacking *u)
{
	struct warc_sink sink = { take_answer, lose_answer, u };
	char head[512];
	la_ssize_t n = archive_read_data(u->archive, head, sizeof head);

	if (n < 0) {
		send_lost(u, SLICE_NONE, member_trouble(MEMBER_DAMAGED), SLICE_NONE);
		return;
	}
	u->head = (struct slice){ head, (size_t)n };
	if (filetype_of_bytes(u->head) == FILE_WARC)
		warc_read(read_stream, u, u->unpack->limit, &sink);
	else
		send_file(u);
}

static la_ssize_t
read_source(struct archive *archive, void *context, const void **block)
{
	struct unpacking *u = context;
	struct slice first = slice_from(u->unpack->bytes, u->sent);
	ssize_t n;

	(void)archive;
	if (first.len) {
		u->sent += first.len;
		*block = first.ptr;
		return (la_ssize_t)first.len;
	}
	*block = u->block;
	while ((n = read(u->unpack->rest, u->block, CHUNK)) < 0 && errno == EINTR)
		;
	return n;
}

/* A file is read again from its start, since some formats have to seek. */
static int
open_source(struct unpacking *u)
{
	struct slice bytes = u->unpack->bytes;

	if (u->unpack->rest < 0)
		return archive_read_open_memory(u->archive, bytes.ptr, bytes.len);
	if (lseek(u->unpack->rest, -(off_t)bytes.len, SEEK_CUR) >= 0)
		return archive_read_open_fd(u->archive, u->unpack->rest, CHUNK);
	return archive_read_open(u->archive, u, NULL, read_source, NULL);
}

/*
 * No more than what the file is. A file that was compressed may be an archive tar, but
 * if it is any other one, it is a document: DOCX is ZIP as well.
 */
static void
support(struct archive *archive, enum filetype type)
{
	bool is_compressed = type == FILE_GZ || type == FILE_XZ || type == FILE_BZ2;

	if (type == FILE_ZIP)
		archive_read_support_format_zip(archive);
	if (type == FILE_7Z)
		archive_read_support_format_7zip(archive);
	if (type == FILE_TAR || is_compressed)
		archive_read_support_format_tar(archive);
	if (type == FILE_WARC || is_compressed)
		archive_read_support_format_raw(archive);
	if (is_compressed) {
		archive_read_support_filter_gzip(archive);
		archive_read_support_filter_bzip2(archive);
		archive_read_support_filter_xz(archive);
	}
}

static void
read_members(struct unpacking *u)
{
	struct archive_entry *entry;
	bool go_on = true;
	int status = ARCHIVE_OK;

	while (go_on && (status = archive_read_next_header(u->archive, &entry)) != ARCHIVE_EOF
	    && status != ARCHIVE_FATAL) {
		if (archive_format(u->archive) == ARCHIVE_FORMAT_RAW) {
			send_stream(u);
			return;
		}
		if (status == ARCHIVE_FAILED)
			go_on = is_within_bounds(u, 0, true);
		else if (status != ARCHIVE_RETRY && archive_entry_filetype(entry) == AE_IFREG
		    && !archive_entry_hardlink(entry))
			go_on = send_member(u, entry);
	}
	if (status == ARCHIVE_FATAL)
		send_lost(u, SLICE_NONE, "damaged: the rest was not read", SLICE_NONE);
}

/*
 * libarchive hands out names in the encoding of the locale. This process has one of
 * its own, whatever the user's is; without it, names of some archives are numbers.
 */
static void
speak_utf8(void)
{
	locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);

	if (locale)
		(void)uselocale(locale);
}

void
unpack(int fd, void *context)
{
	struct unpacking *u = calloc(1, sizeof *u);

	speak_utf8();
	if (!u || !(u->archive = archive_read_new())) {
		(void)wire_send(fd, WIRE_LOST, SLICE_NONE, SLICE("out of memory"));
		free(u);
		return;
	}
	u->unpack = context;
	u->fd = fd;
	support(u->archive, u->unpack->type);
	if (open_source(u) == ARCHIVE_OK)
		read_members(u);
	else
		send_lost(u, SLICE_NONE, "damaged", SLICE_NONE);
	archive_read_free(u->archive);
	free(u);
}
