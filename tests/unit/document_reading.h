/* SPDX-License-Identifier: MIT */
/* A document as tests read it: its text, its lines, its cells. */
#ifndef GIP_TEST_DOCUMENT_READING_H
#define GIP_TEST_DOCUMENT_READING_H

#include "cells.h"
#include "document.h"

struct reading {
	struct buf text;
	struct document doc;
	struct cells cells;
};

static inline void
release(struct reading *r)
{
	cells_release(&r->cells);
	document_release(&r->doc);
	buf_release(&r->text);
}

#endif
