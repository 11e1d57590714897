/* SPDX-License-Identifier: MIT */
/* Globs over keys: `refused.*` stands for refused.secret, refused.law ... */
#ifndef GIP_GLOB_H
#define GIP_GLOB_H

#include "slice.h"

/* Does `name` match `glob`, in which * stands for any bytes, also none? */
bool glob_match(struct slice glob, struct slice name);

#endif
