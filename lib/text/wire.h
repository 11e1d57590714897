/* SPDX-License-Identifier: MIT */
/* Records between a child process and its parent: a tag and two strings of bytes. */
#ifndef GIP_WIRE_H
#define GIP_WIRE_H

#include "buf.h"

enum wire_tag {
	WIRE_KIND = 'k',     /* what the document is */
	WIRE_ENCODING = 'e', /* and how it is encoded */
	WIRE_PAGES = 'p',    /* how many pages it has, in digits */
	WIRE_TEXT = 't',     /* its text */
	WIRE_MEMBER = 'm',   /* a file in an archive: its name, its bytes */
	WIRE_ANSWER = 'a',   /* of a web server: its URL, its bytes; WIRE_ENCODING before it is
	                        what the server said */
	WIRE_LOST = 'l',     /* a member that could not be read: its name, and why */
	WIRE_WARNING = 'w',  /* a message, and what it is about */
	WIRE_ERROR = 'x',    /* the same; the document is lost */
	WIRE_DONE = 'd',     /* the document is done: the child waits for another */
	WIRE_END = '.',      /* nothing comes behind: the child did not die on the way */
	WIRE_TASK = '>',     /* to the child: what a server said of a document, its bytes */
};

struct wire_record {
	enum wire_tag tag;
	struct slice first, second;
};

/*
 * Writes it whole to a socket. False: errno says why, and whatever is written to it later
 * fails as well, since half a record may be out: no WIRE_END stands behind what is not whole.
 */
bool wire_send(int fd, enum wire_tag, struct slice first, struct slice second);

/* Appends it to those that wait for wire_flush: a write for each would cost more. */
void wire_add(struct buf *waiting, enum wire_tag, struct slice first, struct slice second);

/* Writes what waits, as wire_send does. False: or memory was out, and nothing is written. */
bool wire_flush(int fd, struct buf *waiting);

/* The bytes of the record at the start of `bytes`; 0: it is not whole yet. */
size_t wire_read(struct slice bytes, struct wire_record *);

/*
 * Waits for the one record that comes, which `in` then holds. False: none comes, since
 * the other end is closed; or memory is out.
 */
bool wire_receive(int fd, struct buf *in, struct wire_record *);

#endif
