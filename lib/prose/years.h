/* SPDX-License-Identifier: MIT */
/*
 * Which year a sentence speaks of. The last year before a number rules it:
 * "2021年办理1件，2022年办理3件". A year that is only compared with, 比2021年
 * （31件）增长2%, rules no more than its clause or bracket.
 */
#ifndef GIP_YEARS_H
#define GIP_YEARS_H

#include <stdint.h>

#include "phrases.h"
#include "prose.h"

/*
 * Is what stands at byte `at` of sentence `i` said of `year`, that of the
 * report (0: not known)? Where no year is said, it is. 其中 goes on with the
 * year of the sentence before. `mention` matches a year: group `year`, unset
 * where it is another than the report's (去年), and group `compared`.
 */
bool years_rule(const struct phrases *mention, const struct prose *, size_t i, size_t at,
    int64_t year);

/*
 * The year of a report that neither its title nor its period says: the only one that its
 * overview speaks of. 0: there is none, or more than one.
 */
int64_t years_only(const struct phrases *mention, const struct prose *);

/* Are these the digits of `year`? */
bool years_is(struct slice digits, int64_t year);

#endif
