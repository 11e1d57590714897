/* SPDX-License-Identifier: MIT */
/*
 * The members of a ZIP file that is in memory, by its directory; if that is lost, by the
 * headers before the members. What members hold is no member, though it be a ZIP file too.
 */
#ifndef GIP_ZIPNAMES_H
#define GIP_ZIPNAMES_H

#include "slice.h"

struct zip_member {
	struct slice name, data; /* data: as it is stored; may be cut off, or not be known */
	bool deflated;
};

struct zipnames {
	struct slice bytes, directory; /* what is left of the directory */
	size_t at;                     /* without a directory: the next header */
};

void zipnames_init(struct zipnames *, struct slice bytes);

/* False: there are no more. */
bool zipnames_next(struct zipnames *, struct zip_member *);

#endif
