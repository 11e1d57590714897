/* SPDX-License-Identifier: MIT */
/*
 * The statutory tables of each form: rows, columns, labels, in order.
 *
 * They come from the stanzas `form` and `table` (man 5 gip-forms).
 */
#ifndef GIP_TABLES_H
#define GIP_TABLES_H

#include "stanza.h"

enum { TABLE_COLUMNS_MAX = 32 };

struct table_column {
	struct slice key;
	struct slice name; /* as the form prints it */
};

struct table_row {
	struct slice key;
	struct slice name;           /* as the form prints it, for messages */
	const struct slice *label;   /* variants of the label, as written; none: the
	                                values follow those of the row before */
	size_t labels;
	const struct table_column *column;
	size_t columns;
	struct slice choice;  /* rows of one choice exclude those of another; empty: none */
	bool foreign;         /* a row of another form: no record unless it is shown */
};

struct table {
	struct slice form;    /* "2021" */
	struct slice key;     /* "requests" */
	struct slice name;
	struct table_row *row;
	size_t rows;
	struct slice *head;   /* header texts: column heads, group labels, notes */
	size_t heads;
};

struct form {
	struct slice key, name;
	long from, to; /* report years that the form rules; 0..9999 */
};

struct tables {
	struct table *table;
	size_t count;
	struct form *form;
	size_t forms;
	struct arena arena;
};

struct tables *tables_compile(const struct stanzas *, struct form_error *error);
void tables_free(struct tables *);

const struct table *tables_find(const struct tables *, struct slice form, struct slice key);

/* The form that rules `year`; NULL: none does. */
const struct form *tables_form_of(const struct tables *, long year);

/*
 * The names of a row and of a column as the form prints them, for messages;
 * the key itself where no form has it. `form` may be empty: any form.
 */
struct slice tables_row_name(const struct tables *, struct slice form, struct slice table,
    struct slice row);
struct slice tables_column_name(const struct tables *, struct slice form, struct slice table,
    struct slice row, struct slice col);

#endif
