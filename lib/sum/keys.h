/* SPDX-License-Identifier: MIT */
/*
 * The keys that records are grouped by: which were asked for, in which
 * order, and where the value of each comes from.
 *
 * A key says something about the document (its name, or a fact: a row of
 * table `report`) or about the record (table, row, col; rule, severity; metric). The
 * two are kept apart: the former is looked up once a document.
 */
#ifndef GIP_KEYS_H
#define GIP_KEYS_H

#include "cells.h"

enum key_kind {
	KEY_DOC, KEY_FACT, /* of the document */
	KEY_TABLE, KEY_ROW, KEY_COL, KEY_RULE, KEY_SEVERITY, KEY_METRIC, /* of the record */
	KEY_KINDS
};

struct key {
	struct slice name;
	enum key_kind kind;
	size_t place; /* in the tuple of document keys, or of record keys */
	bool met;     /* a document had this fact, whatever its state */
};

enum { KEYS_MAX = 24 };

struct keys {
	struct key key[KEYS_MAX]; /* in the order of the output */
	size_t count;
	size_t documents, records; /* how many say something about which */
};

/* Why options cannot be used; `what` is constant text. */
struct sum_error {
	const char *what;
	struct slice datum;
};

/*
 * The next of "a,b,c", without the space around it; false: there is none. An
 * empty item is an item; a list with ptr NULL (not given) has none.
 */
bool list_next(struct slice *rest, struct slice *item);

/*
 * The keys "a,b,c" and then, if it is not among them, `wide`. Either may be
 * SLICE_NONE: not given. Names are borrowed.
 *
 * Cells: without any of table, row, col the three are added: numbers of
 * different cells added together mean nothing. Findings: the default is rule, severity.
 * Metrics: document keys, to which `metric` is added.
 */
bool keys_for_cells(struct keys *, struct slice list, struct slice wide,
    struct sum_error *);
bool keys_for_findings(struct keys *, struct slice list, struct slice wide,
    struct sum_error *);
bool keys_for_metrics(struct keys *, struct slice list, struct slice wide,
    struct sum_error *);

/* The position of a key; keys->count if it is not there. */
size_t keys_find(const struct keys *, struct slice name);

/*
 * The document keys, into `value`. `cells` has the facts, of which an unknown
 * one is the empty value; NULL where no key is a fact. False: memory is out.
 */
bool keys_of_document(struct keys *, struct slice doc, struct cells *cells,
    struct slice *value);

/* The record keys, into `value`, taken from `field`, which is indexed by kind. */
void keys_of_record(const struct keys *, const struct slice *field, struct slice *value);

static inline bool
key_of_document(const struct key *key)
{
	return key->kind == KEY_DOC || key->kind == KEY_FACT;
}

#endif
