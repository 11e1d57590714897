/* SPDX-License-Identifier: MIT */
/*
 * Remarks: words where a number has to stand (本单位未制作规章, 若干, 见下表, O).
 *
 * As characters they would pass for text between rows, and the row for one
 * that lacks a value. Where cells are visible, a cell that stands among those
 * of a row, behind its whole label, and is nothing that the form prints, is
 * one value of state text.
 */
#ifndef GIP_REMARKS_H
#define GIP_REMARKS_H

#include "profile.h"
#include "token.h"

/*
 * Makes `*out` of the tokens, in `arena`; where there is no remark it shares
 * their array. False: memory is out.
 */
bool remarks_join(const struct profile *, const struct tokens *, struct arena *arena,
    struct tokens *out);

#endif
