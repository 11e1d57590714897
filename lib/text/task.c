/* SPDX-License-Identifier: MIT */
#include "task.h"

#include "charset.h"
#include "child.h"
#include "latin.h"
#include "lost.h"
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
};

/* What to do with a document that no reader knows. */
static const char *const advice[FILE_TYPES] = {
	[FILE_RTF] = "RTF is not read: save it as DOCX in a word processor",
	[FILE_XLSX] = "a sheet is not read: save it as CSV",
	[FILE_XLS] = "a sheet is not read: save it as CSV",
	[FILE_ODS] = "a sheet is not read: save it as CSV",
	[FILE_PPTX] = "slides are not read: save them as PDF",
	[FILE_OFD] = "OFD is not read: save it as PDF in the program that shows it",
	[FILE_MHT] = "MHT is not read: save the page as HTML in a browser",
	[FILE_PICTURE] = "a picture is not read: it must be read by a program for that (OCR)",
	[FILE_RAR] = "RAR is not read: unpack it",
};

static void
send_number(struct task *t, enum wire_tag tag, size_t number)
{
	struct buf digits = BUF_INIT;

	buf_number(&digits, number);
	if (digits.failed)
		child_no_memory();
	wire_add(&t->waiting, tag, buf_slice(&digits), SLICE_NONE);
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
	struct task *t = context;
	bool lost = n->level == NOTICE_ERROR;

	wire_add(&t->waiting, lost ? WIRE_ERROR : WIRE_WARNING, slice_of(n->what), n->datum);
}

/* What was lost before the text came here cannot be seen by the other programs. */
static void
warn_lost(const struct job *job, struct slice text)
{
	struct slice sign = lost_sign(text);

	if (sign.len)
		job_warning(job, "characters were lost before it came here; in their place is", sign);
}

/* Turns back text that was decoded wrongly before it came here; or text->failed. */
static bool
repair(const struct job *job, struct buf *text)
{
	static const struct {
		bool (*turn_back)(struct slice, struct buf *, size_t *);
		const char *what;
	} kinds[] = {
		{ mojibake_turn_back, "UTF-8 that was read as GBK: turned back" },
		{ latin_turn_back, "Chinese that was read as Latin-1: turned back" },
	};
	struct buf better = BUF_INIT;
	size_t lost;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!kinds[i].turn_back(buf_slice(text), &better, &lost))
			continue;
		buf_release(text);
		*text = better;
		job_warning(job, kinds[i].what, SLICE_NONE);
		if (lost)
			warn_count(job, "places in it where characters are lost for good", lost);
		return true;
	}
	text->failed = text->failed || better.failed;
	buf_release(&better);
	return false;
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

	if (charset->source != CHARSET_GUESSED || !t->document.encoding.len)
		return;
	if (charset_decode(t->document.bytes, t->document.encoding, &better, &declared)
	    && declared.bad == 0 && (strcmp(declared.name, "GB18030") == 0
	    || strcmp(declared.name, "BIG5-HKSCS") == 0)) {
		buf_release(text);
		*text = better;
		*charset = declared;
		charset->source = CHARSET_DECLARED;
		return;
	}
	if (better.failed)
		child_no_memory();
	buf_release(&better);
}

/* Decodes what is text and says how; false: the document is lost. */
static bool
decode(struct task *t, const struct job *job, struct buf *text)
{
	struct charset charset;
	struct buf told = BUF_INIT;

	if (!charset_decode(t->document.bytes, t->options->encoding, text, &charset))
		return job_error(job, text->failed ? "out of memory" : "no such encoding",
		    text->failed ? SLICE_NONE : t->options->encoding);
	ask_server(t, text, &charset);
	buf_add(&told, slice_of(charset.name));
	buf_add(&told, SLICE(" ("));
	buf_add(&told, slice_of(charset_source_names[charset.source]));
	buf_char(&told, ')');
	if (told.failed)
		child_no_memory();
	wire_add(&t->waiting, WIRE_ENCODING, buf_slice(&told), SLICE_NONE);
	buf_release(&told);
	if (charset.bad)
		job_warning(job, "some bytes are damaged, or of another encoding than",
		    slice_of(charset.name));
	if (charset.source == CHARSET_FORCED)
		return true;
	if (!repair(job, text) && !charset.bad)
		warn_lost(job, buf_slice(text));
	return !text->failed || job_error(job, "out of memory", SLICE_NONE);
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

static void
refuse(const struct job *job, enum filetype type)
{
	if (advice[type])
		(void)job_error(job, advice[type], SLICE_NONE);
	else
		(void)job_error(job, "no reader for this kind of document",
		    slice_of(filetype_names[type]));
}

/* Finds the kind, decodes, reads, and sends what comes of it. */
static void
read_document(struct task *t)
{
	struct notices notices = { send_notice, t };
	struct buf text = BUF_INIT;
	struct flow flow;
	struct job job = { .bytes = t->document.bytes, .flow = &flow, .all = t->options->all,
		.limit = t->options->limit, .seconds = t->options->seconds, .notices = &notices };
	enum filetype type = t->document.type;
	bool ok = type != FILE_TEXT || decode(t, &job, &text);

	flow_init(&flow, t->options->limit);
	if (ok && type == FILE_TEXT) {
		job.bytes = buf_slice(&text);
		type = filetype_of_text(job.bytes);
	}
	struct slice kind = slice_of(filetype_names[type]);
	if (ok)
		wire_add(&t->waiting, WIRE_KIND, kind, SLICE_NONE);
	/* If a library crashes, it is known on what. */
	if (t->document.type != FILE_TEXT)
		(void)wire_flush(t->fd, &t->waiting);
	if (ok && !readers[type])
		refuse(&job, type);
	else if (ok && readers[type](&job) && end_flow(&job))
		wire_add(&t->waiting, WIRE_TEXT, buf_slice(&flow.text), SLICE_NONE);
	if (job.pages)
		send_number(t, WIRE_PAGES, job.pages);
	flow_release(&flow);
	buf_release(&text);
}

/* Ends the answer. False: there is no one to hear it, or memory is out. */
static bool
send_done(struct task *t)
{
	wire_add(&t->waiting, WIRE_DONE, SLICE_NONE, SLICE_NONE);
	if (t->waiting.failed)
		(void)wire_send(t->fd, WIRE_ERROR, SLICE("out of memory"), SLICE_NONE);
	return wire_flush(t->fd, &t->waiting);
}

void
task_work(int fd, void *context)
{
	struct task task = *(const struct task *)context;
	struct wire_record next;
	struct buf in = BUF_INIT;

	task.fd = fd;
	if (!memory_for_libxml2())
		child_no_memory();
	read_document(&task);
	while (send_done(&task) && wire_receive(fd, &in, &next)) {
		task.document = (struct download){ .bytes = next.second, .type = FILE_TEXT,
			.encoding = next.first };
		child_grant(task.options->seconds);
		read_document(&task);
	}
	buf_release(&task.waiting);
	buf_release(&in);
}
