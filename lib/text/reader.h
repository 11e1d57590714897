/* SPDX-License-Identifier: MIT */
/*
 * The readers: each knows one kind of document and writes its text to a flow.
 *
 * To add one: write lib/text/KIND.c with `bool KIND_read(struct job *)`, declare
 * it here, and name it in the table of task.c. A reader runs in a child process
 * (child.h) that has limits on time and memory and may die with the document, so it
 * need not fear its library; unless what it reads is text, it may leave to the system
 * what it would have to free. It must not print, and reads nothing but job->bytes.
 */
#ifndef GIP_READER_H
#define GIP_READER_H

#include "flow.h"
#include "notice.h"

struct job {
	struct slice bytes;   /* the document; text is UTF-8 already */
	struct flow *flow;    /* where its text goes; convert.c ends it */
	bool all;             /* keep navigation, footers and the like */
	size_t limit;         /* what the document may expand to, in bytes */
	size_t pages;         /* for --list; 0: the kind has none */
	unsigned seconds;     /* for a program that is asked */
	const struct notices *notices; /* which need no name: the parent knows it */
};

/* False: the document is lost, and job_error was called. */
typedef bool reader(struct job *);

reader html_read, plain_read, csv_read, pdf_read, docx_read, odt_read, doc_read;

/* The document is lost: `what` is constant text, `datum` what it is about. */
static inline bool
job_error(const struct job *job, const char *what, struct slice datum)
{
	notice_say(job->notices, NOTICE_ERROR, SLICE_NONE, 0, what, datum);
	return false;
}

/* Worth a look, such as a part that could not be read. */
static inline void
job_warning(const struct job *job, const char *what, struct slice datum)
{
	notice_say(job->notices, NOTICE_WARNING, SLICE_NONE, 0, what, datum);
}

#endif
