/* SPDX-License-Identifier: MIT */
/*
 * Verdicts other than a failure put into words, for those who want to see what
 * was checked: that a rule holds, and with which numbers; that it cannot be
 * decided, and which cells made it so.
 */
#ifndef GIP_VERDICT_H
#define GIP_VERDICT_H

#include "tell.h"

/* Each adds a record; the teller was begun. */
void tell_holds(struct teller *, const struct rule *, const struct expr_scope *);
void tell_undecided(struct teller *, const struct rule *, const struct expr_scope *);

#endif
