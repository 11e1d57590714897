/* SPDX-License-Identifier: MIT */
/*
 * The statutory tables of each form: rows, columns, labels, in order.
 *
 * Stanza `form KEY`: name; years FROM TO (report years that the form rules).
 * Stanza `table FORM/KEY`, whose lines count in their order:
 *	name     the title of the section
 *	like     FORM/KEY: rows and columns are those of another form's table
 *	head     texts of the header and of groups, `|` between: they carry no values
 *	columns  `key name | key name ...` for the rows that follow
 *	money    columns that hold amounts in 万元, maybe with decimals
 *	negative columns that may hold negative numbers
 *	group    a label that spans the rows that follow
 *	row      `key label | variant ...`
 *	foreign  as row, but of another form: no record unless the text shows it
 *	values   `key name`: a row without a label, behind the values of the last
 *	choice   the rows that follow are one of several alternatives; `-` ends it
 *	own      the alternative that the form itself prints
 *	across   `total = part part ...`: holds for the columns of each row
 *	down     `row row = row row ...`: holds for each column; * matches any bytes
 */
#ifndef GIP_TABLES_H
#define GIP_TABLES_H

#include "stanza.h"

enum { TABLE_COLUMNS_MAX = 32, TABLE_ROWS_MAX = 64, TABLE_DOWN_MAX = 8 };

struct table_column {
	struct slice key;
	struct slice name; /* as the form prints it */
	bool money;        /* an amount in 万元; else a count */
	bool negative;     /* may be below 0 */
};

struct table_row {
	struct slice key;
	struct slice name;         /* as the form prints it, for messages */
	struct slice group;        /* the label over it; empty: none */
	struct slice *label;       /* variants, as written; none: its values follow
	                              those of the row before */
	size_t labels;
	struct table_column *column;
	size_t columns;
	struct slice choice;       /* rows of one choice exclude those of another */
	bool foreign;              /* a row of another form */
};

/* For each column: the sum over rows with +1 equals that over rows with -1. */
struct table_down {
	signed char sign[TABLE_ROWS_MAX];
};

struct table {
	struct slice form;      /* "2021" */
	struct slice key;       /* "requests" */
	struct slice name;
	struct table_row *row;
	size_t rows, row_room;
	struct slice *head;
	size_t heads, head_room;
	struct slice own;       /* the choice that the form prints */
	size_t total;           /* column that is the sum of the others, + 1; 0: none */
	struct table_down down[TABLE_DOWN_MAX];
	size_t downs;
};

struct form {
	struct slice key, name;
	long from, to; /* report years that the form rules; 0..9999 */
};

struct tables {
	struct table *table;
	size_t count, room;
	struct form *form;
	size_t forms, form_room;
	struct arena arena;
};

/* NULL: `*error` says why. */
struct tables *tables_compile(const struct stanzas *, struct form_error *error);
void tables_free(struct tables *);

const struct table *tables_find(const struct tables *, struct slice form, struct slice key);

/* The form that rules `year`; NULL: none does. */
const struct form *tables_form_of(const struct tables *, long year);

/*
 * The names of a row and of a column as the form prints them, for messages;
 * the key itself where no form has it. `form` may be empty: any form. `row` may
 * also be the key of a group (`refused` of refused.secret) or of the table.
 */
struct slice tables_row_name(const struct tables *, struct slice form, struct slice table,
    struct slice row);
struct slice tables_column_name(const struct tables *, struct slice form, struct slice table,
    struct slice row, struct slice col);

#endif
