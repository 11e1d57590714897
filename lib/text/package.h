/* SPDX-License-Identifier: MIT */
/* The parts of a document that is a ZIP file: DOCX, ODT. */
#ifndef GIP_PACKAGE_H
#define GIP_PACKAGE_H

#include "reader.h"

struct package_part {
	const char *name;
	bool needed;      /* without it there is no document */
	struct buf bytes; /* empty: the package does not have it */
};

/* Fills the parts. False: the document is lost, which was said. */
bool package_read(struct job *, struct package_part *, size_t count);

void package_release(struct package_part *, size_t count);

#endif
