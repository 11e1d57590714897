/* SPDX-License-Identifier: MIT */
/* The rules themselves as records, in the words of their stanzas. */
#ifndef GIP_RULELIST_H
#define GIP_RULELIST_H

#include "record.h"
#include "rules.h"

/* rule severity scope except when holds source message */
extern const struct record_shape rulelist_shape;
enum { RULELIST_FIELDS = 8 };

/*
 * The fields of a rule; of several values of one key a condition reads "a and b", an
 * exception "a; b". They point into the stanza or `text`, which is filled anew.
 */
void rulelist_fields(const struct rule *, enum check_language, struct buf *text,
    struct slice *fields);

#endif
