/* SPDX-License-Identifier: MIT */
/*
 * A document of any kind becomes text, in a child process.
 *
 * What may expand, or is read by a large library, has a child of its own. Pages and
 * texts share one in turn, as long as they are few and small: to start a child for each
 * takes as long as to read it. A document that crashes its child, or takes too long, is
 * lost; the next one gets a new child.
 */
#ifndef GIP_CONVERT_H
#define GIP_CONVERT_H

#include "child.h"
#include "filetype.h"

/* A document as it was found. */
struct download {
	struct slice name;     /* of a file, "archive/member", or an URL */
	struct slice bytes;
	enum filetype type;    /* of the bytes */
	struct slice encoding; /* what a server said of it; may be empty */
};

struct convert_options {
	struct slice encoding; /* forced; empty: it is found out */
	bool all;              /* keep navigation, footers and the like */
	size_t limit;          /* largest text, in bytes */
	unsigned seconds;      /* for one document */
};

#define CONVERT_OPTIONS_INIT { SLICE_NONE, false, (size_t)64 << 20, 60 }

struct converter {
	const struct convert_options *options;
	const struct notices *notices; /* get what is said about documents: a warning, or
	                                  one error when a document is lost */
	struct child shared;
	size_t served;                 /* bytes that it had to read */
};

struct converted {
	struct buf kind;     /* filetype.h: html, text ... */
	struct buf encoding; /* "GB18030 (declared)"; empty: the kind has none */
	size_t pages;        /* 0: the kind has none */
	struct buf text;     /* lines, each with its end */
};

#define CONVERTED_INIT { BUF_INIT, BUF_INIT, 0, BUF_INIT }

/* Keeps both. */
void converter_init(struct converter *, const struct convert_options *,
    const struct notices *);

/* Ends its child. */
void converter_release(struct converter *);

/*
 * Converts a document. What a server said of its encoding is asked where the document
 * says nothing. `*out` is overwritten; kind and encoding are set as far as they were
 * found. False: the document is lost, which was said.
 */
bool convert(struct converter *, const struct download *, struct converted *out);

void converted_release(struct converted *);

#endif
