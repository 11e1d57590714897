/* SPDX-License-Identifier: MIT */
/* What a web server answered: its headers, and the document without its wrappings. */
#ifndef GIP_HTTP_H
#define GIP_HTTP_H

#include "buf.h"

struct http_answer {
	size_t status;         /* 200 ... */
	struct slice type;     /* "text/html"; as the server writes it */
	struct slice encoding; /* what it says about the text: "gb2312"; may be empty */
	struct slice body;
};

/*
 * Reads an answer; `room` holds the body if it had to be unwrapped, all else is
 * borrowed. NULL: done; otherwise what is wrong, and perhaps `*datum` it is about.
 */
const char *http_read(struct slice answer, size_t limit, struct buf *room,
    struct http_answer *, struct slice *datum);

/* Byte for byte, but for the case of ASCII letters. */
bool http_is(struct slice text, const char *word);

/* The header of this name in a block of them; empty: there is none. */
struct slice http_header(struct slice headers, const char *name);

/*
 * Cuts the headers off, up to the line that is empty; false: they do not end.
 */
bool http_cut_headers(struct slice *rest, struct slice *headers);

#endif
