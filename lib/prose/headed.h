/* SPDX-License-Identifier: MIT */
/*
 * Facts on headings that are not as the form has them; there is none where they are.
 *
 *	ordinal.SECTION    its number in the form, where the heading has another one
 *	wording.SECTION    its title in the form, where the heading has other words
 *	misplaced.SECTION  a heading of a section that is not there, at another place
 *	extra              a heading numbered as a section is, and of none
 *	skipped            the number that a list （一）（二）… lacks
 *
 * raw is the heading as it stood, of `skipped` the item behind the gap.
 */
#ifndef GIP_HEADED_H
#define GIP_HEADED_H

#include "cells.h"
#include "headline.h"
#include "prose.h"

/* `head` is scratch; `prose` is that of the document. False: memory is out. */
bool headed_add(const struct headings *, const struct document *, const struct prose *,
    struct headline *head, struct cells *out);

#endif
