/* SPDX-License-Identifier: MIT */
/*
 * Other tables in a report, which must not be taken for one of the form's:
 * `list.1`, `list.2` ... A table is two or more neighbouring lines of two or
 * more fields outside the sections of the form's tables; its first line is the header.
 */
#ifndef GIP_LISTS_H
#define GIP_LISTS_H

#include "cells.h"
#include "document.h"

/* Row = row number from 1, col = header text. False: memory is out. */
bool lists_collect(const struct document *, struct cells *out);

#endif
