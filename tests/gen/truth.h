/* SPDX-License-Identifier: MIT */
/*
 * What a report truly says: the cells of its three tables, as a perfect reader
 * would print them. Rows, columns and labels are those of the form files.
 */
#ifndef GEN_TRUTH_H
#define GEN_TRUTH_H

#include "buf.h"
#include "decimal.h"
#include "dice.h"
#include "tables.h"

enum { SHEET_ACTIVE, SHEET_REQUESTS, SHEET_REVIEW, SHEETS };
enum { SHEET_COLUMNS = 8 };

/* How much a body has to do. */
enum scale { SCALE_TOWNSHIP, SCALE_BUREAU, SCALE_COUNTY, SCALE_CITY, SCALE_PROVINCE, SCALES };

enum value_state {
	VALUE_NUMBER,
	VALUE_BLANK,
	VALUE_MARK,
	VALUE_TEXT,   /* words */
	VALUE_ABSENT, /* the text does not show it */
	VALUE_ANY,    /* it may be read, or be absent: honest readers differ */
	VALUE_STATES
};

struct value {
	enum value_state state;
	struct decimal number; /* when a number, now or before damage made it ANY */
	bool counted;          /* there is such a number */
	unsigned char len;
	char text[47];         /* as it is printed */
};

struct sheet {
	const struct table *table;
	bool shown[TABLE_ROWS_MAX];
	struct value value[TABLE_ROWS_MAX][SHEET_COLUMNS];
};

struct truth {
	const struct tables *tables;
	unsigned year;
	enum scale scale;
	struct sheet sheet[SHEETS];
};

/* What the report has to be. */
struct wish {
	unsigned year;    /* 0: any from 2019 to 2025 */
	bool early;       /* any year of the form of 2019, if year is 0 */
	bool one_digit;   /* every value is one digit */
	bool nothing;     /* a township: zeros only */
	bool blanks;      /* cells may be empty */
	bool marks;       /* and cells may hold a mark for nothing */
};

/* Fills `t` with numbers that satisfy every identity of the form; t->tables is set. */
void truth_invent(struct truth *t, const struct wish *, struct dice *);

void truth_set(struct value *, struct decimal);
static inline struct slice
truth_text(const struct value *v)
{
	return (struct slice){ v->text, v->len };
}

/* The whole number in a cell, 0 where there is none. */
int64_t truth_count(const struct truth *, unsigned sheet, const char *row, const char *col);

/* The row with this key, or table->rows. */
size_t truth_row(const struct table *, const char *key);

/* All cells of the report get this state (ABSENT, BLANK). */
void truth_all(struct truth *, enum value_state);

/* Is `t` a part, a sum, or outside of the sum of all answers? -1, 1, 0. */
static inline int
truth_part(const struct table *t, size_t row)
{
	return t->downs ? t->down[0].sign[row] : 0;
}

/* Records: doc table row col value state. */
void truth_header(struct buf *);
void truth_write(struct buf *, const struct truth *, struct slice doc);

#endif
