/* SPDX-License-Identifier: MIT */
/*
 * Memory for libxml2. Without it, libxml2 leaves out a part of a document, or begins again
 * and again, and says nothing; so a child for which memory is out ends at once.
 */
#ifndef GIP_MEMORY_H
#define GIP_MEMORY_H

#include <stdbool.h>

/* In a child, before libxml2 is used. False: that cannot be arranged. */
bool memory_for_libxml2(void);

#endif
