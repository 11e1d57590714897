/* SPDX-License-Identifier: MIT */
/*
 * Dates as reports write them: 2022年1月18日, 2022-01-18, 2022.1.18,
 * 二〇二二年一月十八日. Folded text (fold.h) only.
 */
#ifndef GIP_DATES_H
#define GIP_DATES_H

#include "slice.h"

struct date {
	unsigned year, month, day;
};

enum { DATE_TEXT = 11 }; /* YYYY-MM-DD and NUL */

/*
 * Reads all of `folded` as a date. A date without a year (12月31日) takes
 * `year`, if that is not 0. False: it is none, or no day of the calendar.
 */
bool date_read(struct slice folded, unsigned year, struct date *);

/* All of `folded` as a year of four digits or numerals (二○二一); 0: it is none. */
unsigned date_year(struct slice folded);

void date_print(struct date, char text[DATE_TEXT]);

#endif
