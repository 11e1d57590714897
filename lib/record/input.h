/* SPDX-License-Identifier: MIT */
/*
 * Lines from a file descriptor, in bounded memory.
 *
 * Reads with read(2), so that what a pipe holds is seen at once. Bytes are
 * taken as they are: any value, NUL included; only LF ends a line, and a CR
 * before it is dropped with it. A byte order mark at the very start is
 * dropped.
 */
#ifndef GIP_INPUT_H
#define GIP_INPUT_H

#include <stddef.h>

#include "slice.h"

enum input_status {
	INPUT_LINE,    /* `*line` is a line */
	INPUT_END,     /* nothing is left */
	INPUT_LONG,    /* the line is longer than the limit: `*line` is its first
	                  bytes, the rest was read and dropped */
	INPUT_FAILED,  /* read failed: errno says why */
	INPUT_MEMORY,  /* memory is out */
};

struct input {
	int fd;
	char *bytes;          /* the buffer; bytes[start..end) is not handed out yet */
	size_t room, start, end;
	size_t limit;         /* longest line, in bytes without its end */
	size_t chunk;         /* largest single read; 0: what there is room for */
	size_t no;            /* lines handed out so far; 1-based number of the last */
	bool begun, eof;
	bool last_had_newline; /* the last line, handed out or peeked at */
	bool peeked;          /* the next call gives these two again */
	enum input_status peeked_status;
	struct slice peeked_line;
};

/* Reads from `fd`, which the caller opens and closes. */
void input_init(struct input *, int fd, size_t limit);

/* The next line without its end; valid until the next call. */
enum input_status input_line(struct input *, struct slice *line);

/*
 * The whole lines that were read and not handed out yet, with their ends: a slice to take
 * them from without a call for each, none of them beyond the limit. False: there are no
 * such lines, input_line reads on.
 */
bool input_block(const struct input *, struct slice *block);

/* The first `len` bytes of that slice, whole lines, are handed out. Does not count them. */
void input_skip(struct input *, size_t len);

/* As input_line, but the same answer comes again from the next call. */
enum input_status input_peek(struct input *, struct slice *line);

void input_release(struct input *); /* frees the buffer; does not close fd */

#endif
