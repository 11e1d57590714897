/* SPDX-License-Identifier: MIT */
/*
 * The files of Word before 2007 and of WPS, by catdoc, which parts cells by TAB and
 * loses nothing; antiword draws tables more nicely, but leaves some out in silence.
 *
 * catdoc prints the codes of fields with the text; those that are in most files go.
 */
#include <errno.h>

#include "program.h"
#include "reader.h"

/* What may stand behind the name of a field: switches, places, and what is quoted. */
static struct slice
skip_code(struct slice s)
{
	for (;;) {
		while (slice_starts(s, SLICE(" ")))
			s = slice_from(s, 1);
		if (slice_starts(s, SLICE("\""))) {
			size_t end = slice_find(s, SLICE("\""), 1);
			s = slice_from(s, end + 1);
		} else if (slice_starts(s, SLICE("\\"))) {
			s = slice_from(s, 2);
		} else if (slice_starts(s, SLICE("_"))) {
			(void)slice_word(&s);
		} else {
			return s;
		}
	}
}

/* Where the code of a field begins; s.len: nowhere. */
static size_t
find_code(struct slice s, size_t *length)
{
	static const struct slice names[] = {
		{ "HYPERLINK ", 10 }, { "PAGEREF ", 8 }, { "TOC \\", 4 },
	};
	size_t first = s.len;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t at = slice_find(s, names[i], 0);
		if (at < first) {
			first = at;
			*length = names[i].len;
		}
	}
	return first;
}

static void
add_line(struct flow *flow, struct slice line)
{
	struct buf out = BUF_INIT;
	size_t length = 0;

	for (size_t at; (at = find_code(line, &length)) < line.len;) {
		buf_add(&out, slice_head(line, at));
		line = skip_code(slice_from(line, at + length));
	}
	buf_add(&out, line);
	flow_verbatim(flow, buf_slice(&out));
	flow->failed = flow->failed || out.failed;
	buf_release(&out);
}

bool
doc_read(struct job *job)
{
	static const char *const catdoc[] = { "catdoc", "-w", "-d", "utf-8", NULL };
	struct buf out = BUF_INIT;
	enum program_status status =
	    program_run(catdoc, job->bytes, job->seconds, job->limit, &out);
	struct slice rest = buf_slice(&out);
	bool ok = status == PROGRAM_DONE && slice_trim(rest).len;

	while (ok && rest.len && !job->flow->over)
		add_line(job->flow, slice_cut(&rest, '\n'));
	if (status == PROGRAM_MISSING)
		(void)job_error(job, "to read this kind of document, install", SLICE("catdoc"));
	else if (status == PROGRAM_TROUBLE)
		(void)job_error(job, strerror(errno), SLICE_NONE);
	else if (!ok)
		(void)job_error(job, "damaged, or not readable by", SLICE("catdoc"));
	buf_release(&out);
	return ok;
}
