/* SPDX-License-Identifier: MIT */
/* Archives for tests, made in memory. */
#ifndef GIP_TEST_ARCHIVE_OF_H
#define GIP_TEST_ARCHIVE_OF_H

#include <archive.h>
#include <archive_entry.h>

#include "text.h"

struct file {
	const char *name;
	struct slice bytes;
};

/* `out` becomes an archive of this format and filter: "zip" and "none", say. */
static inline void
archive_of(const char *format, const char *filter, const struct file *file, size_t count,
    struct buf *out)
{
	enum { ROOM = 8 << 20 };
	struct archive *a = archive_write_new();

	assert_true(buf_reserve(out, ROOM));
	assert_int_equal(archive_write_set_format_by_name(a, format), ARCHIVE_OK);
	if (strcmp(filter, "none") != 0)
		assert_int_equal(archive_write_add_filter_by_name(a, filter), ARCHIVE_OK);
	archive_write_set_bytes_per_block(a, 0);
	assert_int_equal(archive_write_open_memory(a, out->ptr, ROOM, &out->len), ARCHIVE_OK);
	for (size_t i = 0; i < count; i++) {
		struct archive_entry *entry = archive_entry_new();
		archive_entry_set_pathname(entry, file[i].name);
		archive_entry_set_size(entry, (la_int64_t)file[i].bytes.len);
		archive_entry_set_filetype(entry, AE_IFREG);
		archive_entry_set_perm(entry, 0644);
		assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
		assert_int_equal(archive_write_data(a, file[i].bytes.ptr, file[i].bytes.len),
		    file[i].bytes.len);
		archive_entry_free(entry);
	}
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
}

#endif
