/* SPDX-License-Identifier: MIT */
/* Records from a child process to its parent: a tag and two strings of bytes. */
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
	WIRE_END = '.',      /* nothing comes behind: the child did not die on the way */
};

struct wire_record {
	enum wire_tag tag;
	struct slice first, second;
};

/*
 * Writes it whole. False: errno says why, and every later call fails as well, since half a
 * record may be out: the parent must not see WIRE_END behind what is not whole.
 */
bool wire_send(int fd, enum wire_tag, struct slice first, struct slice second);

/* The bytes of the record at the start of `bytes`; 0: it is not whole yet. */
size_t wire_read(struct slice bytes, struct wire_record *);

#endif
