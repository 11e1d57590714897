/* SPDX-License-Identifier: MIT */
/* Dates: read part by part, accepted only when they are days of the calendar. */
#include "dates.h"

#include <stdio.h>

#include "outline.h"
#include "utf8.h"

/* A digit of a year: 0-9, 一..九, and the many ways to write zero. */
static int
year_digit(struct slice s, size_t *at)
{
	size_t start = *at;
	uint32_t c = utf8_next(s, at);

	if (c >= '0' && c <= '9')
		return (int)c - '0';
	switch (c) {
	case 0x3007: case 0x25cb: case 0x25ef: case 0x96f6: case 'O': case 'o': /* 〇○◯零 */
		return 0;
	default:
		break;
	}
	*at = start;
	unsigned n = outline_numeral(slice_head(s, start + 3), at);
	return n && n < 10 ? (int)n : -1;
}

static unsigned
read_year(struct slice s, size_t *at)
{
	unsigned year = 0;

	for (int i = 0; i < 4; i++) {
		int digit = *at < s.len ? year_digit(s, at) : -1;
		if (digit < 0)
			return 0;
		year = year * 10 + (unsigned)digit;
	}
	return year >= 1900 && year < 2200 ? year : 0;
}

/* One or two digits, or Chinese numerals. */
static unsigned
read_small(struct slice s, size_t *at)
{
	unsigned n = 0;
	size_t start = *at;

	while (*at < s.len && *at < start + 2 && s.ptr[*at] >= '0' && s.ptr[*at] <= '9')
		n = n * 10 + (unsigned)(s.ptr[(*at)++] - '0');
	return *at > start ? n : outline_numeral(s, at);
}

/* One of the strings in `either`, which are separated by spaces. */
static bool
read_word(struct slice s, size_t *at, struct slice either)
{
	while (either.len) {
		struct slice word = slice_cut(&either, ' ');
		if (slice_starts(slice_from(s, *at), word)) {
			*at += word.len;
			return true;
		}
	}
	return false;
}

static bool
is_day(struct date d)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = d.year % 4 == 0 && (d.year % 100 != 0 || d.year % 400 == 0);

	return d.month >= 1 && d.month <= 12 && d.day >= 1
	    && d.day <= days[d.month - 1] + (d.month == 2 && leap ? 1U : 0U);
}

bool
date_read(struct slice folded, unsigned year, struct date *date)
{
	struct date d = { 0 };
	size_t at = 0;

	d.year = read_year(folded, &at);
	if (d.year == 0)
		at = 0;
	else if (!read_word(folded, &at, SLICE("年度 年 - . /")))
		return false;
	if (d.year == 0)
		d.year = year;
	d.month = read_small(folded, &at);
	if (!read_word(folded, &at, SLICE("月 - . /")))
		return false;
	d.day = read_small(folded, &at);
	read_word(folded, &at, SLICE("日 号"));
	if (at != folded.len || d.year == 0 || !is_day(d))
		return false;
	*date = d;
	return true;
}

unsigned
date_year(struct slice folded)
{
	size_t at = 0;
	unsigned year = read_year(folded, &at);

	return at == folded.len ? year : 0;
}

void
date_print(struct date d, char text[DATE_TEXT])
{
	(void)snprintf(text, DATE_TEXT, "%04u-%02u-%02u", d.year % 10000, d.month % 100,
	    d.day % 100);
}
