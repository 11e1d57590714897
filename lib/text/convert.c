/* SPDX-License-Identifier: MIT */
#include "convert.h"

#include "charset.h"
#include "child.h"
#include "decimal.h"
#include "filetype.h"
#include "memory.h"
#include "mojibake.h"
#include "reader.h"

/* One line makes a reader known. */
static reader *const readers[FILE_TYPES] = {
	[FILE_TEXT] = plain_read,
	[FILE_MARKDOWN] = plain_read,
	[FILE_CSV] = csv_read,
	[FILE_HTML] = html_read,
	[FILE_PDF] = pdf_read,
	[FILE_DOCX] = docx_read,
	[FILE_ODT] = odt_read,
	[FILE_DOC] = doc_read,
	[FILE_WPS] = doc_read,
	[FILE_RTF] = rtf_read,
};

/* Address space of a child: what libraries take, and so much for each byte. */
enum { MEMORY_PER_BYTE = 16 };
static const size_t memory_least = (size_t)1 << 30;

struct task {
	struct slice name, bytes;
	const struct convert_options *options;
	int fd;
};

static void
send_number(const struct task *t, enum wire_tag tag, size_t number)
{
	struct buf digits = BUF_INIT;

	buf_number(&digits, number);
	if (digits.failed)
		child_no_memory();
	(void)wire_send(t->fd, tag, buf_slice(&digits), SLICE_NONE);
	buf_release(&digits);
}

static void
warn_count(const struct job *job, const char *what, size_t count)
{
	struct buf digits = BUF_INIT;

	buf_number(&digits, count);
	job_warning(job, what, buf_slice(&digits));
	buf_release(&digits);
}

static void
send_notice(void *context, const struct notice *n)
{
	const struct task *t = context;
	bool lost = n->level == NOTICE_ERROR;

	(void)wire_send(t->fd, lost ? WIRE_ERROR : WIRE_WARNING, slice_of(n->what), n->datum);
}

/* Text that was decoded wrongly before it came here; false: memory is out. */
static bool
repair(const struct job *job, struct buf *text)
{
	struct buf better = BUF_INIT;
	size_t lost;

	if (mojibake_turn_back(buf_slice(text), &better, &lost)) {
		buf_release(text);
		*text = better;
		job_warning(job, "UTF-8 that was read as GBK: turned back", SLICE_NONE);
		if (lost)
			warn_count(job, "places in it where characters are lost for good", lost);
	} else if (better.failed) {
		return job_error(job, "out of memory", SLICE_NONE);
	}
	return true;
}

/*
 * Servers often say what is wrong for their pages, so they are asked last; and what they
 * say counts only if every byte agrees, which means nothing for encodings of one byte.
 */
static void
ask_server(const struct task *t, struct buf *text, struct charset *charset)
{
	struct charset declared;
	struct buf better = BUF_INIT;

	if (charset->source != CHARSET_GUESSED || !t->options->declared.len)
		return;
	if (charset_decode(t->bytes, t->options->declared, &better, &declared)
	    && declared.bad == 0 && (strcmp(declared.name, "GB18030") == 0
	    || strcmp(declared.name, "BIG5-HKSCS") == 0)) {
		buf_release(text);
		*text = better;
		*charset = declared;
		charset->source = CHARSET_DECLARED;
	} else {
		buf_release(&better);
	}
}

/* Decodes what is text and says how; false: the document is lost. */
static bool
decode(const struct task *t, const struct job *job, struct buf *text)
{
	struct charset charset;
	struct buf told = BUF_INIT;

	if (!charset_decode(t->bytes, t->options->encoding, text, &charset))
		return job_error(job, text->failed ? "out of memory" : "no such encoding",
		    text->failed ? SLICE_NONE : t->options->encoding);
	ask_server(t, text, &charset);
	buf_add(&told, slice_of(charset.name));
	buf_add(&told, SLICE(" ("));
	buf_add(&told, slice_of(charset_source_names[charset.source]));
	buf_char(&told, ')');
	if (told.failed)
		child_no_memory();
	(void)wire_send(t->fd, WIRE_ENCODING, buf_slice(&told), SLICE_NONE);
	buf_release(&told);
	if (charset.bad)
		job_warning(job, "some bytes are damaged, or of another encoding than",
		    slice_of(charset.name));
	return charset.source == CHARSET_FORCED || repair(job, text);
}

/* The document is lost if its text is not whole. */
static bool
end_flow(const struct job *job)
{
	flow_end(job->flow);
	if (job->flow->failed)
		return job_error(job, "out of memory", SLICE_NONE);
	if (job->flow->over)
		return job_error(job, "its text is larger than the limit", SLICE_NONE);
	return true;
}

/* In the child: finds the kind, decodes, reads, and sends what comes of it. */
static void
work(int fd, void *context)
{
	struct task *t = context;
	struct notices notices = { send_notice, t };
	struct buf text = BUF_INIT;
	struct flow flow;
	struct job job = { .bytes = t->bytes, .flow = &flow, .all = t->options->all,
		.limit = t->options->limit, .seconds = t->options->seconds, .name = t->name,
		.notices = &notices };

	t->fd = fd;
	if (!memory_for_libxml2())
		return;
	flow_init(&flow, t->options->limit);
	enum filetype type = filetype_of_bytes(t->bytes);
	if (type == FILE_TEXT) {
		if (!decode(t, &job, &text))
			return;
		job.bytes = buf_slice(&text);
		type = filetype_of_text(job.bytes);
	}
	struct slice kind = slice_of(filetype_names[type]);
	(void)wire_send(fd, WIRE_KIND, kind, SLICE_NONE);
	if (!readers[type])
		(void)job_error(&job, "no reader for this kind of document", kind);
	else if (readers[type](&job) && end_flow(&job))
		(void)wire_send(fd, WIRE_TEXT, buf_slice(&flow.text), SLICE_NONE);
	if (job.pages)
		send_number(t, WIRE_PAGES, job.pages);
	/* The process ends here, and its memory with it. */
}

void
converted_release(struct converted *c)
{
	buf_release(&c->kind);
	buf_release(&c->encoding);
	buf_release(&c->text);
}

/* What the child says; `what` of a notice need not live longer than the call. */
static bool
take_record(const struct wire_record *r, const struct task *t, const struct notices *notices,
    struct converted *out)
{
	struct buf what = BUF_INIT;
	struct decimal pages;

	switch (r->tag) {
	case WIRE_KIND:
		buf_add(&out->kind, r->first);
		break;
	case WIRE_ENCODING:
		buf_add(&out->encoding, r->first);
		break;
	case WIRE_PAGES:
		out->pages = decimal_parse(r->first, &pages) ? (size_t)pages.units : 0;
		break;
	case WIRE_TEXT:
		buf_add(&out->text, r->first);
		break;
	case WIRE_WARNING:
	case WIRE_ERROR:
		buf_add(&what, r->first);
		buf_char(&what, '\0');
		notice_say(notices, r->tag == WIRE_ERROR ? NOTICE_ERROR : NOTICE_WARNING, t->name,
		    0, what.failed ? "out of memory" : what.ptr, r->second);
		buf_release(&what);
		break;
	case WIRE_MEMBER: /* of containers only */
	case WIRE_ANSWER:
	case WIRE_LOST:
	case WIRE_END:
		break;
	}
	return r->tag != WIRE_ERROR;
}

static void
clear(struct converted *out)
{
	out->kind.len = out->encoding.len = out->text.len = 0;
	out->pages = 0;
}

/* Other programs read a document from a file. */
static bool
needs_file(struct slice bytes)
{
	enum filetype type = filetype_of_bytes(bytes);

	return type == FILE_DOC || type == FILE_WPS;
}

bool
convert(struct slice name, struct slice bytes, const struct convert_options *options,
    const struct notices *notices, struct converted *out)
{
	struct task task = { name, bytes, options, -1 };
	struct child_limits limits = { options->seconds,
		memory_least + (options->limit > bytes.len ? bytes.len : options->limit)
		    * MEMORY_PER_BYTE,
		options->limit + 4096, needs_file(bytes) ? bytes.len : 0 };
	struct child child;
	struct wire_record record;
	enum child_status status = CHILD_FAILED;
	int signal = 0;
	bool ok = true;

	clear(out);
	if (child_start(&child, &limits, work, &task))
		while ((status = child_next(&child, &record, &signal)) == CHILD_RECORD)
			ok = take_record(&record, &task, notices, out) && ok;
	if (ok)
		ok = child_ended(status, signal, name, notices);
	if (ok && (out->kind.failed || out->encoding.failed || out->text.failed))
		ok = child_ended(CHILD_MEMORY, 0, name, notices);
	return ok;
}
