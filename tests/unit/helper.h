/* SPDX-License-Identifier: MIT */
/*
 * What tests of tables share: the form files of the project, and documents
 * made of text. Tests run from the root of the project.
 */
#ifndef GIP_TEST_HELPER_H
#define GIP_TEST_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "buf.h"
#include "document.h"
#include "tables.h"
#include "utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Appends what the file holds; false: it cannot be read. */
static inline bool
helper_read(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];

	if (!file)
		return false;
	for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
		buf_add(out, (struct slice){ bytes, n });
	bool ok = !ferror(file) && !out->failed;
	return fclose(file) == 0 && ok;
}

/* Form files, read and compiled. */
struct helper_forms {
	struct buf text[2];
	struct stanzas stanzas;
	struct tables *tables;
};

static inline void
helper_compile(struct helper_forms *forms)
{
	struct form_error error = { .what = "" };

	forms->tables = tables_compile(&forms->stanzas, &error);
	if (!forms->tables)
		fail_msg("%.*s:%zu: %s", SLICE_ARGS(error.file), error.line, error.what);
}

/* The statutory forms as they stand in the project. */
static inline void
helper_forms_load(struct helper_forms *forms)
{
	static const char *const path[] = { "lib/forms/2019.form", "lib/forms/2021.form" };
	struct form_error error;

	*forms = (struct helper_forms){ .stanzas = STANZAS_INIT };
	for (size_t i = 0; i < COUNT(path); i++) {
		if (!helper_read(path[i], &forms->text[i]))
			fail_msg("%s cannot be read: tests run from the root of the project", path[i]);
		assert_true(stanzas_read(&forms->stanzas, slice_of(path[i]),
		    buf_slice(&forms->text[i]), &error));
	}
	helper_compile(forms);
}

/* A form made for one test. */
static inline void
helper_forms_of(struct helper_forms *forms, const char *text)
{
	struct form_error error;

	*forms = (struct helper_forms){ .stanzas = STANZAS_INIT };
	assert_true(stanzas_read(&forms->stanzas, SLICE("test"), slice_of(text), &error));
	helper_compile(forms);
}

static inline void
helper_forms_release(struct helper_forms *forms)
{
	tables_free(forms->tables);
	stanzas_release(&forms->stanzas);
	for (size_t i = 0; i < COUNT(forms->text); i++)
		buf_release(&forms->text[i]);
}

/* Blank lines are not kept; one that holds tabs is a row of empty cells. */
static inline bool
helper_is_kept(struct slice line)
{
	for (size_t at = 0; at < line.len;) {
		uint32_t c = utf8_next(line, &at);
		if (c == '\t' || !utf8_is_space(c))
			return true;
	}
	return false;
}

/* Adds the lines of `text` as cells of one section; they go on counting. */
static inline void
helper_add_cells(struct document *doc, enum section section, struct slice text)
{
	size_t no = doc->count ? doc->line[doc->count - 1].no : 0;

	while (text.len) {
		struct slice line = slice_cut(&text, '\n');
		no++;
		if (helper_is_kept(line))
			assert_true(document_add(doc, (struct line){ .no = no, .section = section,
			    .kind = LINE_CELLS, .text = line }));
	}
}

#endif
