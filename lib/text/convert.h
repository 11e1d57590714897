/* SPDX-License-Identifier: MIT */
/*
 * A document of any kind becomes text, in a child process of its own.
 *
 * What is said about it comes to the caller's notices: a warning, or one error
 * when the document is lost.
 */
#ifndef GIP_CONVERT_H
#define GIP_CONVERT_H

#include "buf.h"
#include "notice.h"

struct convert_options {
	struct slice encoding; /* forced; empty: it is found out */
	struct slice declared; /* by a server; asked where the document says nothing */
	bool all;              /* keep navigation, footers and the like */
	size_t limit;          /* largest text, in bytes */
	unsigned seconds;      /* for one document */
};

#define CONVERT_OPTIONS_INIT { SLICE_NONE, SLICE_NONE, false, (size_t)64 << 20, 60 }

struct converted {
	struct buf kind;     /* filetype.h: html, text ... */
	struct buf encoding; /* "GB18030 (declared)"; empty: the kind has none */
	size_t pages;        /* 0: the kind has none */
	struct buf text;     /* lines, each with its end */
};

#define CONVERTED_INIT { BUF_INIT, BUF_INIT, 0, BUF_INIT }

void converted_release(struct converted *);

/*
 * Converts `bytes`, the document `name`. `*out` is overwritten; kind and
 * encoding are set as far as they were found. False: the document is lost,
 * which was said as NOTICE_ERROR.
 */
bool convert(struct slice name, struct slice bytes, const struct convert_options *,
    const struct notices *, struct converted *out);

#endif
