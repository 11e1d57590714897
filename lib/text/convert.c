/* SPDX-License-Identifier: MIT */
#include "convert.h"

#include "decimal.h"
#include "task.h"

/* Address space of a child: what libraries take, and so much for each byte. */
enum { MEMORY_PER_BYTE = 16 };
static const size_t memory_least = (size_t)1 << 30;

/* What a child reads before it is replaced; each document counts as a small one. */
static const size_t share = (size_t)4 << 20, smallest = (size_t)32 << 10;

void
converter_init(struct converter *c, const struct convert_options *options,
    const struct notices *notices)
{
	*c = (struct converter){ options, notices, CHILD_NONE, 0 };
}

void
converter_release(struct converter *c)
{
	child_stop(&c->shared);
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
take_record(const struct wire_record *r, struct slice name, const struct notices *notices,
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
		notice_say(notices, r->tag == WIRE_ERROR ? NOTICE_ERROR : NOTICE_WARNING, name,
		    0, what.failed ? "out of memory" : what.ptr, r->second);
		buf_release(&what);
		break;
	case WIRE_MEMBER: /* of containers only */
	case WIRE_ANSWER:
	case WIRE_LOST:
	case WIRE_TASK:
	case WIRE_DONE:
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

static bool
start_child(const struct converter *c, struct child *child, const struct download *d)
{
	struct task task = { .document = *d, .options = c->options };
	size_t most = d->bytes.len < share ? share : d->bytes.len;
	/* Another program reads these from a file. */
	bool needs_file = d->type == FILE_DOC || d->type == FILE_WPS;
	struct child_limits limits = { c->options->seconds,
		memory_least + most * MEMORY_PER_BYTE, c->options->limit + 4096,
		needs_file ? d->bytes.len : 0, -1 };

	return child_start(child, &limits, task_work, &task);
}

/* Hands a document to the child that reads several, or to a new one. */
static bool
start_shared(struct converter *c, const struct download *d)
{
	size_t weight = d->bytes.len < smallest ? smallest : d->bytes.len;

	c->served += weight;
	if (c->served <= share && c->shared.pid
	    && child_send(&c->shared, WIRE_TASK, d->encoding, d->bytes))
		return true;
	child_stop(&c->shared);
	c->served = weight;
	return start_child(c, &c->shared, d);
}

bool
convert(struct converter *c, const struct download *d, struct converted *out)
{
	bool is_shared = d->type == FILE_TEXT, ok = true;
	struct child own = CHILD_NONE, *child = is_shared ? &c->shared : &own;
	struct wire_record record = { .tag = WIRE_DONE };
	enum child_status status = CHILD_FAILED;
	int signal = 0;

	clear(out);
	if (is_shared ? start_shared(c, d) : start_child(c, child, d))
		while ((status = child_next(child, &record, &signal)) == CHILD_RECORD
		    && record.tag != WIRE_DONE)
			ok = take_record(&record, d->name, c->notices, out) && ok;
	if (ok)
		ok = child_ended(status, signal, d->name, c->notices);
	if (ok && (out->kind.failed || out->encoding.failed || out->text.failed))
		ok = child_ended(CHILD_MEMORY, 0, d->name, c->notices);
	child_stop(&own);
	return ok;
}
