/* SPDX-License-Identifier: MIT */
/*
 * Seams: where in a line another one may have begun before the lines of a text
 * came together. Behind white space, behind the end of a sentence, behind the
 * last value of a table.
 */
#ifndef GIP_SEAM_H
#define GIP_SEAM_H

#include "slice.h"

/*
 * The next 一、 (二、 ...) at a seam: where its numeral begins; line.len if there is none.
 * Looks from byte `*from` on, and leaves there where to look for one more.
 */
size_t seam_ordinal(struct slice line, size_t *from);

/* The next byte behind `at` that stands behind white space or 。；！？; line.len: none. */
size_t seam_next(struct slice line, size_t at);

/* The first byte from `at` on that is not white space; line.len: none. */
size_t seam_visible(struct slice line, size_t at);

/* The next byte behind `at` that stands behind 。；！？, white space apart; line.len: none. */
size_t seam_next_stop(struct slice line, size_t at);

/* Behind the last 。；！？ of the line; 0: none stands there. */
size_t seam_last_stop(struct slice line);

#endif
