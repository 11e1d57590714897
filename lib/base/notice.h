/* SPDX-License-Identifier: MIT */
/*
 * What the library has to say about a document to whoever runs it.
 *
 * The library never prints: it hands a notice to the caller's `say`, and the
 * worst level it said is what the caller's exit status comes from.
 */
#ifndef GIP_NOTICE_H
#define GIP_NOTICE_H

#include "slice.h"

enum notice_level {
	NOTICE_WARNING, /* worth a look; the document was used */
	NOTICE_ERROR,   /* input or a part of it was not used; exit status 2 */
};

struct notice {
	enum notice_level level;
	struct slice doc;   /* document or file; may be empty */
	size_t line;        /* 1-based; 0: no particular line */
	const char *what;   /* constant text, lower case, no full stop */
	struct slice datum; /* what it is about; may be empty */
};

struct notices {
	void (*say)(void *context, const struct notice *);
	void *context;
};

static inline void
notice_say(const struct notices *to, enum notice_level level, struct slice doc,
    size_t line, const char *what, struct slice datum)
{
	struct notice notice = { level, doc, line, what, datum };

	if (to && to->say)
		to->say(to->context, &notice);
}

#endif
