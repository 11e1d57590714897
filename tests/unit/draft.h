/* SPDX-License-Identifier: MIT */
/* Sheets as text, whole or changed. */
#ifndef GIP_TEST_DRAFT_H
#define GIP_TEST_DRAFT_H

#include "reading.h"

static inline void
put(struct buf *out, const char *text)
{
	buf_add(out, slice_of(text));
}

/* The bytes of the first `chars` characters. */
static inline size_t
bytes_of(const char *text, size_t chars)
{
	struct slice s = slice_of(text);
	size_t at = 0;

	while (chars-- > 0 && at < s.len)
		utf8_next(s, &at);
	return at;
}

static inline bool
is_key(const struct sheet_row *row, const char *key)
{
	return row->key && strcmp(row->key, key) == 0;
}

static inline const char *
last_label(const struct sheet_row *row)
{
	const char *label = "";

	for (size_t i = 0; i < SHEET_LABELS; i++)
		label = row->label[i] ? row->label[i] : label;
	return label;
}

static inline void
put_cells(struct buf *out, const struct sheet_row *row, const char *separator)
{
	for (size_t i = 0; row->cell[i]; i++) {
		put(out, i ? separator : "");
		put(out, row->cell[i]);
	}
}

/* Labels and cells of a row; `separator` is also what ends each. */
static inline void
put_row(struct buf *out, const struct sheet_row *row, const char *separator)
{
	for (size_t i = 0; i < SHEET_LABELS; i++) {
		put(out, row->label[i] ? row->label[i] : "");
		put(out, row->label[i] ? separator : "");
	}
	put_cells(out, row, separator);
	put(out, "\n");
}

/* Puts all rows, and `text` behind the one with `key`. */
static inline void
put_sheet(struct buf *out, const struct sheet *sheet, const char *separator,
    const char *key, const char *text)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		put_row(out, &sheet->row[i], separator);
		put(out, is_key(&sheet->row[i], key) ? text : "");
	}
}

enum { DRAFT_ROWS = 40 };

/* A sheet whose cells a test may change. */
struct draft {
	struct sheet_row row[DRAFT_ROWS];
	struct sheet sheet;
};

static inline void
draft_of(struct draft *draft, const struct sheet *from)
{
	assert_true(from->rows <= DRAFT_ROWS);
	memcpy(draft->row, from->row, from->rows * sizeof *from->row);
	draft->sheet = *from;
	draft->sheet.row = draft->row;
}

static inline struct sheet_row *
draft_row(struct draft *draft, const char *key)
{
	for (size_t i = 0; i < draft->sheet.rows; i++)
		if (is_key(&draft->row[i], key))
			return &draft->row[i];
	fail_msg("no row %s", key);
	return NULL;
}

#endif
