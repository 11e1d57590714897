/* SPDX-License-Identifier: MIT */
/*
 * Characters that another program could not read or write are gone; what it put in
 * their place tells.
 */
#ifndef GIP_LOST_H
#define GIP_LOST_H

#include "slice.h"

/* What stands in their place: "?", U+FFFD or 锟斤拷, which is constant; or nothing. */
struct slice lost_sign(struct slice text);

#endif
