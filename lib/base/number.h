/* SPDX-License-Identifier: MIT */
/*
 * Numbers as people write them: in the cells of a table, and in sentences.
 *
 * Full-width digits and signs count as ASCII ones. Thousands may be set off
 * by commas, if every group is whole. 万 and 亿 multiply. A number with
 * leading zeros, or one that says of itself that it is not exact (余, 多, +),
 * is no number: it is never altered, split, joined or rounded.
 */
#ifndef GIP_NUMBER_H
#define GIP_NUMBER_H

#include "arena.h"
#include "cells.h"

/* What a column counts: things, or money in 万元. */
enum number_measure { NUMBER_COUNT, NUMBER_AMOUNT };

struct number {
	enum cell_state state; /* CELL_NUMBER, CELL_BLANK, CELL_MARK or CELL_TEXT */
	struct slice text;     /* canonical, when a number; else empty */
	struct decimal value;  /* the same */
};

/*
 * Reads the whole content of one cell; white space around it, NBSP and
 * U+3000 included, does not count. A number may have a word of change before
 * it (增 2 = 2, 减1 = -1) or a sign, a unit behind it (65 件) and then a note
 * in brackets: 22（其中修订16件）; a template's square brackets may stand round
 * it ([284]条). Units of money are read in a NUMBER_AMOUNT
 * column only, where 251000元 is 25.1; a plain number is taken there as it
 * stands. `number->text` is borrowed from `cell` where it stands there as
 * such, else it lies in the arena. False: memory is out.
 */
bool number_read(struct slice cell, enum number_measure, struct arena *, struct number *);

/*
 * Reads the number at byte `at` of a sentence that is folded to ASCII digits
 * and signs and has no white space (prose.h); `*end` is behind it and its 万
 * or 亿, before its unit. False: no exact number begins here: none at all, an
 * ordinal (第3), a percentage, part of a word (A4) or of a range, cut by the
 * end of a line, or only near (近30件, 60万余条, 1.9万+, 20件左右).
 */
bool number_scan(struct slice sentence, size_t at, struct decimal *value, size_t *end);

/* Does what stands before a number say that it is not exact, or no number: 约26, 第3? */
bool number_is_loose(struct slice before);

/* The same of what stands behind one, before its unit: 余, 万+, %, O. */
bool number_is_torn(struct slice behind);

/* The length of the unit of count at the start of `text`: 件次, 件, 条 ...; 0: none. */
size_t number_unit(struct slice text);

#endif
