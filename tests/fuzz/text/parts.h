/* SPDX-License-Identifier: MIT */
/*
 * The place of lib/text/package.c: what a ZIP file would hold is the input itself, its
 * parts one behind the other with a form feed between, which no XML holds.
 */
#ifndef GIP_FUZZ_PARTS_H
#define GIP_FUZZ_PARTS_H

#include "package.h"
#include "reading.h"

bool
package_read(struct job *job, struct package_part *part, size_t count)
{
	struct slice rest = job->bytes;

	for (size_t i = 0; i < count; i++) {
		buf_add(&part[i].bytes, fuzz_part(&rest));
		if (part[i].needed && part[i].bytes.len == 0)
			return job_error(job, "damaged: a part is missing", slice_of(part[i].name));
	}
	return true;
}

void
package_release(struct package_part *part, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_release(&part[i].bytes);
}

#endif
