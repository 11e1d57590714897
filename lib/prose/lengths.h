/* SPDX-License-Identifier: MIT */
/* The facts section.NAME and part.NAME: how long each is that the document has. */
#ifndef GIP_LENGTHS_H
#define GIP_LENGTHS_H

#include "cells.h"
#include "headline.h"
#include "prose.h"

/*
 * In Han characters of text and headings. `prose` is that of the document, `head` is scratch.
 * False: memory is out.
 */
bool lengths_add(const struct headings *, const struct document *, const struct prose *,
    struct headline *head, struct cells *out);

#endif
