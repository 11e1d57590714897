/* SPDX-License-Identifier: MIT */
/*
 * The buffer holds one unfinished line and what the last read brought behind
 * it. It grows with the line up to the limit; of a longer line only the
 * beginning is kept, and the rest passes through the room behind it.
 */
#include "input.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static const struct slice byte_order_mark = { "\xef\xbb\xbf", 3 };

enum {
	READ_SIZE = 64 * 1024, /* no read has less room than this */
	LINE_EXTRA = 4,        /* bytes that a line has and its limit does not count: a
	                          byte order mark and a CR */
};

void
input_init(struct input *in, int fd, size_t limit)
{
	*in = (struct input){ .fd = fd, .limit = limit };
}

void
input_release(struct input *in)
{
	free(in->bytes);
	*in = (struct input){ .fd = -1, .eof = true };
}

/* Moves the unfinished line to the front, and grows the buffer if that is not enough. */
static bool
make_room(struct input *in)
{
	if (in->room - in->end >= READ_SIZE)
		return true;
	if (in->start > 0) {
		memmove(in->bytes, in->bytes + in->start, in->end - in->start);
		in->end -= in->start;
		in->start = 0;
	}
	if (in->room - in->end >= READ_SIZE)
		return true;
	if (in->room > SIZE_MAX / 2 - READ_SIZE)
		return false;
	size_t room = in->room * 2 + READ_SIZE;
	char *grown = realloc(in->bytes, room);
	if (!grown)
		return false;
	in->bytes = grown;
	in->room = room;
	return true;
}

/* One read behind what is there. INPUT_LINE: it brought bytes or the end of the file. */
static enum input_status
fill(struct input *in)
{
	ssize_t got;

	if (!make_room(in))
		return INPUT_MEMORY;
	size_t want = in->room - in->end;
	if (in->chunk && in->chunk < want)
		want = in->chunk;
	do
		got = read(in->fd, in->bytes + in->end, want);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return INPUT_FAILED;
	in->eof = got == 0;
	in->end += (size_t)got;
	return INPUT_LINE;
}

/*
 * Reads until bytes[start..] holds an LF or the file ends: `*size` bytes stand
 * before it. A line beyond `keep` bytes is cut to them, and `*next` tells where
 * the following line begins.
 */
static enum input_status
find_end(struct input *in, size_t keep, size_t *size, size_t *next)
{
	size_t seen = 0;

	for (;;) {
		char *from = in->bytes ? in->bytes + in->start + seen : NULL;
		size_t left = in->end - in->start - seen;
		char *lf = left ? memchr(from, '\n', left) : NULL;

		in->last_had_newline = lf != NULL;
		if (lf || in->eof) {
			*size = lf ? seen + (size_t)(lf - from) : seen + left;
			*next = in->start + *size + (lf != NULL);
			return INPUT_LINE;
		}
		seen += left;
		if (seen > keep) {
			seen = keep;
			in->end = in->start + keep;
		}
		enum input_status status = fill(in);
		if (status != INPUT_LINE)
			return status;
	}
}

static enum input_status
take(struct input *in, struct slice *line)
{
	/* One byte more than a line may have tells, when it is cut, that it was longer. */
	size_t keep = in->limit > SIZE_MAX - LINE_EXTRA - 1 ? SIZE_MAX
	    : in->limit + LINE_EXTRA + 1;
	size_t size, next;

	*line = SLICE_NONE;
	enum input_status status = find_end(in, keep, &size, &next);
	if (status != INPUT_LINE)
		return status;
	*line = (struct slice){ in->bytes + in->start, size };
	in->start = next;
	if (in->last_had_newline && line->len && line->ptr[line->len - 1] == '\r')
		line->len--;
	if (!in->begun && slice_starts(*line, byte_order_mark))
		*line = slice_from(*line, byte_order_mark.len);
	in->begun = true;
	if (line->len == 0 && !in->last_had_newline)
		return INPUT_END;
	if (line->len <= in->limit)
		return INPUT_LINE;
	*line = slice_head(*line, in->limit);
	return INPUT_LONG;
}

enum input_status
input_peek(struct input *in, struct slice *line)
{
	if (!in->peeked) {
		in->peeked_status = take(in, &in->peeked_line);
		in->peeked = true;
	}
	*line = in->peeked_line;
	return in->peeked_status;
}

/* Nearly every line: all of it was read already. */
static bool
take_whole(struct input *in, struct slice *line)
{
	size_t left = in->end - in->start;
	const char *from = in->begun && !in->peeked && left ? in->bytes + in->start : NULL;
	const char *lf = from ? memchr(from, '\n', left) : NULL;

	if (!lf || (size_t)(lf - from) > in->limit)
		return false;
	*line = (struct slice){ from, (size_t)(lf - from) };
	in->start += line->len + 1;
	line->len -= line->len && lf[-1] == '\r';
	in->last_had_newline = true;
	in->no++;
	return true;
}

bool
input_block(const struct input *in, struct slice *block)
{
	size_t len = in->end - in->start;

	if (in->peeked)
		return false;
	while (len && in->bytes[in->start + len - 1] != '\n')
		len--;
	*block = (struct slice){ in->bytes + in->start, len };
	return len > 0 && len <= in->limit; /* else one of them may be too long */
}

void
input_skip(struct input *in, size_t len)
{
	in->start += len;
	in->last_had_newline = true;
}

enum input_status
input_line(struct input *in, struct slice *line)
{
	if (take_whole(in, line))
		return INPUT_LINE;

	enum input_status status = input_peek(in, line);

	in->peeked = false;
	if (status == INPUT_LINE || status == INPUT_LONG)
		in->no++;
	return status;
}
