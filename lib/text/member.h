/* SPDX-License-Identifier: MIT */
/* What a member of an archive holds, by libarchive. */
#ifndef GIP_MEMBER_H
#define GIP_MEMBER_H

#include "buf.h"

struct archive;

enum member_status {
	MEMBER_WHOLE, MEMBER_DAMAGED, MEMBER_ENCRYPTED, MEMBER_TOO_LARGE, MEMBER_NO_MEMORY,
};

/*
 * Appends the member that archive_read_next_header found to `out`, `limit` bytes at
 * most: what its header tells about its size is not believed.
 */
enum member_status member_read(struct archive *, size_t limit, struct buf *out);

/* What happened to a member that is not whole, for messages. */
const char *member_trouble(enum member_status);

#endif
