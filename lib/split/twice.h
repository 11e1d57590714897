/* SPDX-License-Identifier: MIT */
/*
 * Two reports in one document: a file is one document whatever is in it (gip(7)), and of
 * two reports in it only one is read, which must not go unsaid.
 */
#ifndef GIP_TWICE_H
#define GIP_TWICE_H

#include "document.h"

/*
 * The number of the line with which the sections of the form's tables begin again, all of
 * them and with something in them; 0: they stand there once, or not at all. For documents
 * that were just split: their lines have traits.
 */
size_t twice_line(const struct document *);

#endif
