/* SPDX-License-Identifier: MIT */
/* Plain text and Markdown: passed through, line by line. */
#include "reader.h"

bool
plain_read(struct job *job)
{
	struct slice rest = job->bytes;
	char end = slice_has(rest, '\n') ? '\n' : '\r'; /* of old machines */

	while (rest.len && !job->flow->over) {
		struct slice line = slice_cut(&rest, end);
		if (slice_ends(line, SLICE("\r")))
			line.len--;
		flow_verbatim(job->flow, line);
	}
	return true;
}
