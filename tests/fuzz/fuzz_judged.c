/* SPDX-License-Identifier: MIT */
/* A file of findings that were judged: it is read, or the line that is wrong is told. */
#include "fuzz.h"
#include "judged.h"

static void
check_ids(const struct judged *judged)
{
	for (size_t i = 1; i < judged->count; i++)
		REQUIRE(judged->id[i] >= judged->id[i - 1]);
}

void
fuzz(struct slice input)
{
	struct judged judged = JUDGED_INIT;
	struct judged_error error;

	if (judged_read(&judged, input, &error)) {
		check_ids(&judged);
		(void)judged_has(&judged, "0123456789abcdef");
	} else {
		REQUIRE(error.line >= 1 && error.line <= slice_count(input, '\n') + 1);
		REQUIRE(error.what && *error.what);
	}
	judged_release(&judged);
}
