/* SPDX-License-Identifier: MIT */
/*
 * XML as a stream of elements and text, by libxml2.
 *
 * Nothing but the bytes is read: no entity is known but the five of XML, and no
 * definition of a document type is followed, so that there is nothing to expand.
 * Elements are known by a name with the prefix that the reader gives to their
 * name space, whatever the document calls it.
 */
#ifndef GIP_XML_H
#define GIP_XML_H

#include "arena.h"
#include "buf.h"

struct xml_space {
	const char *uri;
	const char *prefix;
};

struct xml_name {
	const char *name; /* "w:tbl" */
	int id;           /* above 0 */
};

struct xml_element {
	int id;                 /* 0: an element that has no name here */
	size_t number;          /* among all in the document, those passed over as well */
	const void *attributes; /* libxml2's */
	size_t count;
};

struct xml_reader {
	const struct xml_space *spaces; /* ends with NULL */
	const struct xml_name *names;   /* ends with NULL */
	/* False: what is in the element is passed over, and so is its end. */
	bool (*begin)(void *context, const struct xml_element *);
	void (*end)(void *context, int id);
	void (*text)(void *context, struct slice); /* NULL: it is not wanted */
	void *context;
};

/* False: the document is not whole; `why` then has a message of libxml2. */
bool xml_read(struct slice document, const struct xml_reader *, struct buf *why);

/* An attribute by its name without prefix; ptr is NULL if there is none. Borrowed. */
struct slice xml_attribute(const struct xml_element *, const char *name);

/* The same, kept in the arena; sets `*failed` when memory is out. */
struct slice xml_keep(const struct xml_element *, const char *name, struct arena *,
    bool *failed);

/* The same where it is a count; `otherwise` if it is none. */
size_t xml_count(const struct xml_element *, const char *name, size_t otherwise);

#endif
