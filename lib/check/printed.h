/* SPDX-License-Identifier: MIT */
/*
 * How exactly a text shows its number: 16.0% says more than 16%, though the
 * values are the same.
 */
#ifndef GIP_PRINTED_H
#define GIP_PRINTED_H

#include "decimal.h"

/*
 * What the last digit of `number` counts, as it stands in `text`: 1, 0.1, 0.01 ...; of
 * several places in the text the most exact. Where it is not found, that of its shortest
 * form.
 */
struct decimal printed_unit(struct slice text, struct decimal number);

#endif
