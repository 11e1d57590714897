/* SPDX-License-Identifier: MIT */
/*
 * Documents in a stream: lines are collected until a marker, the end of the
 * input or a boundary (boundary.h) ends the document. What stands behind a
 * boundary stays in the buffer for the next one.
 */
#include "documents.h"

#include <errno.h>
#include <stdlib.h>

#include "boundary.h"
#include "fold.h"
#include "sniff.h"
#include "spoilt.h"

static const struct slice byte_order_mark = { "\xef\xbb\xbf", 3 };
static const struct slice marker_start = { "==> ", 4 }, marker_end = { " <==", 4 };

struct documents_state {
	struct boundary boundary;
	struct buf text;           /* of the document, and what was read behind it */
	struct buf name, upcoming; /* of named documents: this one, the next one */
	struct buf shown;          /* what the caller sees as the name */
	size_t used;               /* bytes of text that belong to the document given out */
	size_t unnamed;            /* documents without a name so far */
	bool markers;              /* markers split */
	bool named, next_named;    /* the document, the next one, has a name of its own */
	bool begun;                /* a line was read */
	bool switches;             /* the next call begins the document `upcoming` */
	bool over;                 /* the document is beyond the limit: said, passed over */
	bool ended;
};

bool
documents_init(struct documents *d, struct input *input, const struct headings *headings,
    const struct notices *notices, struct slice stream, bool whole, size_t limit)
{
	*d = (struct documents){ .input = input, .headings = headings, .notices = notices,
		.stream = stream, .limit = limit, .whole = whole };
	d->state = calloc(1, sizeof *d->state);
	if (!d->state)
		return false;
	boundary_init(&d->state->boundary, headings);
	d->state->markers = !whole;
	return true;
}

void
documents_release(struct documents *d)
{
	struct documents_state *s = d->state;

	if (!s)
		return;
	boundary_release(&s->boundary);
	lines_release(&d->lines);
	buf_release(&s->text);
	buf_release(&s->name);
	buf_release(&s->upcoming);
	buf_release(&s->shown);
	free(s);
	d->state = NULL;
}

/* The name in a line `==> NAME <==`. */
static bool
is_marker(struct slice line, struct slice *name)
{
	if (line.len <= marker_start.len + marker_end.len || !slice_starts(line, marker_start)
	    || !slice_ends(line, marker_end))
		return false;
	*name = slice_head(slice_from(line, marker_start.len),
	    line.len - marker_start.len - marker_end.len);
	return true;
}

/* The name of the document at hand, `ordinal` of those that have none of their own. */
static struct slice
name_of(struct documents_state *s, struct slice stream, size_t ordinal)
{
	s->shown.len = 0;
	buf_add(&s->shown, s->named ? buf_slice(&s->name) : stream);
	if (!s->named && ordinal > 1) {
		buf_char(&s->shown, ':');
		buf_number(&s->shown, ordinal);
	}
	return buf_slice(&s->shown);
}

static void
drop(struct documents_state *s, size_t bytes)
{
	if (bytes == 0)
		return;
	memmove(s->text.ptr, s->text.ptr + bytes, s->text.len - bytes);
	s->text.len -= bytes;
	boundary_shift(&s->boundary, bytes);
}

static void
say_over(struct documents *d, struct slice name)
{
	notice_say(d->notices, NOTICE_ERROR, name, 0,
	    "larger than the limit on a document: passed over", SLICE_NONE);
}

/* What cannot be kept until a boundary is decided is not; of a document that is passed
   over only what a boundary needs is kept. */
static void
mind_limit(struct documents *d, bool splits, bool cut_line)
{
	struct documents_state *s = d->state;
	struct boundary *b = &s->boundary;

	if (b->mark.set && s->text.len - b->mark.cut.end > d->limit)
		boundary_forget(b);
	size_t size = b->mark.set ? b->mark.cut.end : s->text.len;
	if (!s->over && (size > d->limit || cut_line)) {
		s->over = true;
		say_over(d, name_of(s, d->stream, s->unnamed + 1));
	}
	if (s->over)
		drop(s, splits ? boundary_needs(b, s->text.len) : s->text.len);
}

/* Appends a line, page by page; looks for a boundary until one is found. */
static enum boundary_status
append(struct documents *d, struct slice line, bool splits, struct cut *cut)
{
	struct documents_state *s = d->state;
	enum boundary_status status = BOUNDARY_NONE;

	for (;;) {
		const char *feed = splits && line.len ? memchr(line.ptr, '\f', line.len) : NULL;
		struct slice page = slice_head(line, feed ? (size_t)(feed - line.ptr) : line.len);
		size_t start = s->text.len;
		buf_add(&s->text, page);
		if (splits && status == BOUNDARY_NONE)
			status = boundary_line(&s->boundary, buf_slice(&s->text), start, cut);
		if (!feed)
			break;
		if (status == BOUNDARY_NONE)
			boundary_page(&s->boundary, s->text.len);
		buf_char(&s->text, '\f');
		line = slice_from(line, page.len + 1);
	}
	if (d->input->last_had_newline)
		buf_char(&s->text, '\n');
	return s->text.failed ? BOUNDARY_MEMORY : status;
}

/* The next call gives the document `name`. */
static void
set_upcoming(struct documents_state *s, struct slice name)
{
	s->upcoming.len = 0;
	buf_add(&s->upcoming, name);
	s->switches = true;
}

static void
take_upcoming(struct documents_state *s)
{
	struct buf name = s->name;

	s->name = s->upcoming;
	s->upcoming = name;
	s->named = true;
	s->switches = false;
	boundary_restart(&s->boundary);
}

enum gathered { GATHERED, GATHERED_TROUBLE };

static enum gathered
trouble(struct documents *d, const char *what, struct slice datum)
{
	notice_say(d->notices, NOTICE_ERROR, d->stream, 0, what, datum);
	return GATHERED_TROUBLE;
}

/* The marker ends the document at hand; what it names begins the next. */
static enum gathered
end_at_marker(struct documents *d, struct slice name, bool *done, size_t *size, size_t *used)
{
	struct documents_state *s = d->state;
	struct slice text = buf_slice(&s->text);

	/* The blank line that tail prints before a marker. */
	s->text.len -= slice_ends(text, SLICE("\n\n")) || slice_is(text, "\n");
	set_upcoming(s, name);
	*done = true;
	*size = *used = s->text.len;
	return s->upcoming.failed ? trouble(d, "out of memory", SLICE_NONE) : GATHERED;
}

/*
 * The first marker among whole lines: its bytes, and where they end; block.len: none. It
 * ends a line, but begins one only if the document before it ends with one.
 */
static size_t
find_marker(struct slice block, size_t *end, struct slice *name)
{
	for (size_t at = 0; at < block.len; at++) {
		const char *hit = memchr(block.ptr + at, marker_start.ptr[0], block.len - at);
		if (!hit)
			break;
		at = (size_t)(hit - block.ptr);
		struct slice rest = slice_from(block, at);
		if (!slice_starts(rest, marker_start))
			continue;
		struct slice line = slice_cut(&rest, '\n');
		*end = at + line.len + 1;
		line.len -= slice_ends(line, SLICE("\r"));
		if (is_marker(line, name))
			return at;
		at = *end - 1;
	}
	return *end = block.len;
}

/* Lines without the CR before each LF. */
static void
add_lines(struct buf *text, struct slice lines)
{
	while (lines.len) {
		const char *cr = memchr(lines.ptr, '\r', lines.len);
		size_t len = cr ? (size_t)(cr - lines.ptr) : lines.len;
		bool ends = cr && lines.ptr[len + 1] == '\n';
		buf_add(text, slice_head(lines, len + (cr && !ends)));
		lines = slice_from(lines, len + 1);
	}
}

static void
say_inside(const struct documents *d, struct slice name, bool inside)
{
	if (inside)
		notice_say(d->notices, NOTICE_WARNING, name, 0, "its mark stands behind other "
		    "text: the document before it ends without a newline", SLICE_NONE);
}

/* As many lines at once as were read, where nothing but a marker ends a document. */
static enum gathered
gather_block(struct documents *d, struct slice block, bool *done, size_t *size, size_t *used)
{
	struct documents_state *s = d->state;
	size_t end = block.len;
	struct slice name = SLICE_NONE;
	size_t at = s->markers ? find_marker(block, &end, &name) : block.len;

	add_lines(&s->text, slice_head(block, at));
	say_inside(d, name, at > 0 && at < block.len && block.ptr[at - 1] != '\n');
	input_skip(d->input, end);
	if (s->text.failed)
		return trouble(d, "out of memory", SLICE_NONE);
	mind_limit(d, false, false);
	return at < block.len ? end_at_marker(d, name, done, size, used) : GATHERED;
}

/* One line. `*done`: text[..*size) is a document, and the next one begins at `*used`. */
static enum gathered
gather_line(struct documents *d, bool *done, size_t *size, size_t *used)
{
	struct documents_state *s = d->state;
	bool splits = !d->whole && !s->named;
	struct slice line, name;
	struct cut cut = { 0, 0 };

	enum input_status status = input_line(d->input, &line);
	if (status == INPUT_FAILED)
		return trouble(d, "cannot be read", slice_of(strerror(errno)));
	if (status == INPUT_MEMORY)
		return trouble(d, "out of memory", SLICE_NONE);
	if (status == INPUT_END) {
		s->ended = !boundary_end(&s->boundary, &cut);
		*done = true;
		*size = s->ended ? s->text.len : cut.end;
		*used = s->ended ? s->text.len : cut.start;
		return GATHERED;
	}
	bool marker = status == INPUT_LINE && is_marker(line, &name);
	s->markers |= !s->begun && marker;
	s->begun = true;
	bool seeks = s->markers && (marker || (s->named && status == INPUT_LINE));
	size_t end, at = seeks ? find_marker(line, &end, &name) : line.len;
	if (at < line.len) {
		buf_add(&s->text, slice_head(line, at));
		say_inside(d, name, at > 0);
		return end_at_marker(d, name, done, size, used);
	}
	enum boundary_status found = append(d, line, splits, &cut);
	if (found == BOUNDARY_MEMORY)
		return trouble(d, "out of memory", SLICE_NONE);
	*done = found == BOUNDARY_CUT;
	*size = cut.end;
	*used = cut.start;
	if (!*done)
		mind_limit(d, splits, status == INPUT_LONG);
	return GATHERED;
}

/* Lines until a document is done. False: trouble, which was said. */
static bool
gather(struct documents *d, size_t *size, size_t *used)
{
	struct documents_state *s = d->state;
	struct slice block;
	bool done = false;

	while (!done) {
		bool blocks = s->begun && (d->whole || s->named) && input_block(d->input, &block);
		if ((blocks ? gather_block(d, block, &done, size, used)
		    : gather_line(d, &done, size, used)) == GATHERED_TROUBLE)
			return false;
	}
	return true;
}

/* Can the text be read? What is spoilt in it is said. */
static bool
is_unspoilt(struct documents *d, struct slice text, struct slice name)
{
	struct spoilt spoilt[SPOILT_KINDS];
	size_t count = spoilt_find(text, spoilt);

	for (size_t i = 0; i < count; i++)
		notice_say(d->notices, spoilt[i].whole ? NOTICE_ERROR : NOTICE_WARNING, name,
		    spoilt[i].line, spoilt[i].what, spoilt[i].datum);
	return count == 0 || !spoilt[0].whole;
}

/* What the lines show is enough to say so of nearly every text. */
static bool
is_clean(const struct lines *l)
{
	return !(l->is & (TRAIT_BROKEN | TRAIT_TAG)) && sniff_starts(l->text)
	    && !spoilt_may_be(l->is & TRAIT_SPOILT, l->questions, l->han, l->text.len);
}

/* Whether a document is to be given out; if not, what is wrong with it is said. */
static bool
is_good(struct documents *d, struct slice text, struct slice *name)
{
	struct documents_state *s = d->state;
	struct sniffed sniffed;
	bool blank = !(d->lines.is & TRAIT_VISIBLE) && !s->over;

	if (blank && !s->named && !(d->whole && text.len))
		return false;
	s->unnamed += !s->named;
	*name = name_of(s, d->stream, s->unnamed);
	if (s->over)
		return false;
	if (blank) {
		notice_say(d->notices, NOTICE_WARNING, *name, 0, "empty document", SLICE_NONE);
		return false;
	}
	if (text.len > d->limit) { /* known only now, when a boundary ended it */
		say_over(d, *name);
		return false;
	}
	if (is_clean(&d->lines))
		return true;
	if (sniff_text(text, &sniffed))
		return is_unspoilt(d, text, *name);
	notice_say(d->notices, NOTICE_ERROR, *name, sniffed.line, sniffed.trouble, SLICE_NONE);
	return false;
}

enum documents_status
documents_next(struct documents *d, struct slice *name, struct slice *text)
{
	struct documents_state *s = d->state;

	for (;;) {
		size_t size = 0;
		drop(s, s->used);
		s->used = 0;
		s->over = false;
		if (s->ended)
			return DOCUMENTS_END;
		if (s->switches)
			take_upcoming(s);
		if (!gather(d, &size, &s->used))
			return DOCUMENTS_TROUBLE;
		*text = slice_head(buf_slice(&s->text), size);
		if (slice_starts(*text, byte_order_mark))
			*text = slice_from(*text, byte_order_mark.len);
		bool read = lines_read(d->headings, *text, &d->lines);
		bool good = read && is_good(d, *text, name);
		if (s->shown.failed || !read) {
			trouble(d, "out of memory", SLICE_NONE);
			return DOCUMENTS_TROUBLE;
		}
		if (good)
			return DOCUMENTS_NEXT;
	}
}
