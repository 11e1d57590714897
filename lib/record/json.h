/* SPDX-License-Identifier: MIT */
/*
 * A reader of one flat JSON object (RFC 8259), member by member, without
 * memory of its own. Values that are objects or arrays are checked and passed
 * over whole.
 */
#ifndef GIP_JSON_H
#define GIP_JSON_H

#include "buf.h"

enum json_kind { JSON_STRING, JSON_NUMBER, JSON_BOOLEAN, JSON_NULL, JSON_NESTED };

struct json_member {
	struct slice key; /* as it is written: a \u in a key is not resolved */
	enum json_kind kind;
	struct slice raw; /* as it is written; of a string, what is between its quotes */
};

struct json {
	struct slice text;
	size_t at;         /* of the next byte to read; where `wrong` was seen */
	bool more;         /* a member was read: a comma must stand before the next */
	const char *wrong; /* constant text; NULL: nothing so far */
};

/* `text` is borrowed; slices of members point into it. */
void json_open(struct json *, struct slice text);

/*
 * The next member. False: there is none, and the object and the text end here,
 * or `wrong` says why not.
 */
bool json_next(struct json *, struct json_member *);

/*
 * Appends the content of a string to `text`. False: it has half of a pair of
 * surrogates. Never longer than `raw`.
 */
bool json_unescape(struct slice raw, struct buf *text);

#endif
