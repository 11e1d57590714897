/* SPDX-License-Identifier: MIT */
/* What sentences state, with the stanzas of stated*.form. */
#ifndef GIP_TEST_STATING_H
#define GIP_TEST_STATING_H

#include "helper.h"

#include "forms.h"
#include "stated.h"

static struct stanzas stanzas = STANZAS_INIT;
static struct lexicon *lexicon;
static struct stated *stated;

static inline int
load(void **state)
{
	struct form_error error;

	(void)state;
	for (size_t i = 0; i < forms_builtin_count; i++)
		if (slice_starts(forms_builtin[i].name, SLICE("stated"))
		    && !stanzas_read(&stanzas, forms_builtin[i].name, forms_builtin[i].text, &error))
			return -1;
	lexicon = prose_lexicon();
	stated = lexicon ? stated_compile(&stanzas, lexicon, &error) : NULL;
	return stated ? 0 : -1;
}

static inline int
unload(void **state)
{
	(void)state;
	stated_free(stated);
	lexicon_free(lexicon);
	stanzas_release(&stanzas);
	return 0;
}

static inline void
add_year(struct cells *cells, int64_t year)
{
	struct cell cell = { .table = SLICE("report"), .row = SLICE("year"),
		.state = CELL_NUMBER, .number = decimal_int(year) };

	assert_true(year == 0 || cells_add(cells, cell));
}

/* Where a sentence stands, and in a report for which year (0: not known). */
struct place {
	enum section section;
	enum part part;
	int64_t year;
};

static const struct place overview = { SECTION_OVERVIEW, PART_NONE, 2023 };

/* "ROW/COL=VALUE", or "ROW=VALUE" for a free key. */
static inline void
print_cell(const struct cell *c, struct buf *text)
{
	char value[DECIMAL_TEXT];

	assert_int_equal(c->state, CELL_NUMBER);
	assert_true(slice_eq(c->value, (struct slice){ value, decimal_print(c->number, value) }));
	buf_add(text, c->row);
	buf_add(text, c->col.len ? SLICE("/") : SLICE_NONE);
	buf_add(text, c->col);
	buf_char(text, '=');
	buf_add(text, c->value);
	assert_false(text->failed);
}

/* What is stated, in order, with a space between. */
static inline void
print_stated(const struct cells *cells, struct buf *text)
{
	for (size_t i = 0; i < cells->count; i++) {
		if (!slice_is(cells->cell[i].table, "stated"))
			continue;
		if (text->len)
			buf_char(text, ' ');
		print_cell(&cells->cell[i], text);
	}
}

/* The text of a case, with `\n` where its line breaks. */
static inline struct slice
unescape(struct slice line, struct cells *cells)
{
	struct buf text = BUF_INIT;
	struct slice copy;

	for (size_t at = 0; at < line.len; at++) {
		bool broken = slice_starts(slice_from(line, at), SLICE("\\n"));
		buf_char(&text, broken ? '\n' : line.ptr[at]);
		at += broken;
	}
	assert_false(text.failed);
	assert_true(arena_copy(&cells->arena, buf_slice(&text), &copy));
	buf_release(&text);
	return copy;
}

static inline void
collect(struct slice text, struct place place, struct cells *cells)
{
	struct document doc = DOCUMENT_INIT;
	struct prose prose;

	for (size_t no = 1; text.len; no++) {
		struct slice line = slice_cut(&text, '\n');
		assert_true(line.len == 0 || document_add(&doc,
		    (struct line){ .no = no, .section = place.section, .part = place.part,
		        .kind = LINE_TEXT, .text = line }));
	}
	add_year(cells, place.year);
	assert_true(prose_read(&doc, lexicon, &cells->arena, &prose));
	assert_true(stated_collect(stated, &prose, cells));
	document_release(&doc);
}

#endif
