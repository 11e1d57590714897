/* SPDX-License-Identifier: MIT */
#include "package.h"

#include <archive.h>
#include <archive_entry.h>

#include "member.h"

static struct package_part *
find_part(struct package_part *part, size_t count, const char *name)
{
	for (size_t i = 0; name && i < count; i++)
		if (strcmp(part[i].name, name) == 0)
			return &part[i];
	return NULL;
}

/* A part that is not whole is none, lest half of a table is taken for all of it. */
static bool
read_part(struct job *job, struct archive *archive, struct package_part *part)
{
	part->bytes.len = 0;
	enum member_status status = member_read(archive, job->limit, &part->bytes);
	if (status == MEMBER_WHOLE)
		return true;
	if (part->needed || status == MEMBER_NO_MEMORY)
		return job_error(job, member_trouble(status), slice_of(part->name));
	job_warning(job, member_trouble(status), slice_of(part->name));
	part->bytes.len = 0;
	return true;
}

static bool
read_parts(struct job *job, struct archive *archive, struct package_part *part, size_t count)
{
	struct archive_entry *entry;
	size_t missing = count;
	bool ok = true;

	while (ok && missing > 0) {
		int status = archive_read_next_header(archive, &entry);
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
			break;
		const char *name = archive_entry_pathname(entry);
		struct package_part *found = find_part(part, count, name);
		if (!found)
			continue;
		ok = read_part(job, archive, found);
		missing--;
	}
	for (size_t i = 0; ok && i < count; i++)
		if (part[i].needed && part[i].bytes.len == 0)
			ok = job_error(job, "damaged: a part is missing", slice_of(part[i].name));
	return ok;
}

bool
package_read(struct job *job, struct package_part *part, size_t count)
{
	struct archive *archive = archive_read_new();

	if (!archive)
		return job_error(job, "out of memory", SLICE_NONE);
	archive_read_support_format_zip(archive);
	int status = archive_read_open_memory(archive, job->bytes.ptr, job->bytes.len);
	bool ok = status == ARCHIVE_OK ? read_parts(job, archive, part, count)
	                               : job_error(job, "damaged", SLICE_NONE);
	archive_read_free(archive);
	return ok;
}

void
package_release(struct package_part *part, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_release(&part[i].bytes);
}
