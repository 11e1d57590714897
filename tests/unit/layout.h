/* SPDX-License-Identifier: MIT */
/* What tests of titles, sections and facts share: the built-in description of a report. */
#ifndef GIP_TEST_LAYOUT_H
#define GIP_TEST_LAYOUT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "buf.h"
#include "forms.h"
#include "headings.h"

struct layout {
	struct stanzas stanzas;
	struct headings *headings;
};

static inline void
layout_load(struct layout *layout)
{
	struct form_error error = { .what = "" };

	*layout = (struct layout){ .stanzas = STANZAS_INIT };
	for (size_t i = 0; i < forms_builtin_count; i++)
		if (slice_is(forms_builtin[i].name, "report.form"))
			assert_true(stanzas_read(&layout->stanzas, forms_builtin[i].name,
			    forms_builtin[i].text, &error));
	layout->headings = headings_compile(&layout->stanzas, &error);
	if (!layout->headings)
		fail_msg("%.*s:%zu: %s: '%.*s'", SLICE_ARGS(error.file), error.line, error.what,
		    SLICE_ARGS(error.datum));
}

static inline void
layout_release(struct layout *layout)
{
	headings_free(layout->headings);
	stanzas_release(&layout->stanzas);
}

/* A file of the folder with real reports, appended; without it the test is skipped. */
static inline void
layout_shared(const char *name, struct buf *out)
{
	const char *folder = getenv("GIP_SHARED");
	char path[1024], bytes[4096];

	snprintf(path, sizeof path, "%s/%s", folder ? folder : "../shared", name);
	FILE *file = fopen(path, "rb");
	if (!file)
		skip();
	for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
		buf_add(out, (struct slice){ bytes, n });
	fclose(file);
	assert_false(out->failed);
}

static const char *const layout_seeds[] = {
	"seeds/000_bac1822890f7a1a1.txt", "seeds/001_4f16284f05a03d5f.txt",
	"seeds/002_a9a3d7926273398a.txt", "seeds/003_c739096dc37e7836.txt",
	"seeds/004_dc3e789ec4419b81.txt",
};

enum { LAYOUT_SEEDS = 5 };

/* For a group of tests that share one. */
static struct layout layout;

static int
setup(void **state)
{
	(void)state;
	layout_load(&layout);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	layout_release(&layout);
	return 0;
}

#endif
