/* SPDX-License-Identifier: MIT */
/*
 * A form file: it compiles or says where and why not, and whatever rules it makes, a
 * report can be split, read and checked by them.
 */
#include "check.h"
#include "fuzz.h"
#include "headings.h"
#include "metrics.h"
#include "names.h"
#include "profile.h"
#include "split.h"
#include "stated.h"
#include "table.h"
#include "tables.h"
#include "utf8.h"

static const char report[] =
    "某某市2023年政府信息公开工作年度报告\n一、总体情况\n2023年主动公开信息10条。\n"
    "二、主动公开政府信息情况\n规章\t1\t2\t3\n行政规范性文件\t0\t0\t0\n"
    "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n"
    "四、行政复议\n1\t0\t0\t0\t1\n五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n"
    "收取信息处理费0元。\n2024年1月20日\n";

/* An error can be told: a line of the file, constant words, a part of its text. */
static void
check_error(const struct form_error *error, struct slice text)
{
	REQUIRE(error->what && *error->what);
	REQUIRE(strcmp(error->what, "out of memory") != 0);
	REQUIRE(error->line <= slice_count(text, '\n') + 1);
	REQUIRE(error->datum.len == 0 || error->datum.ptr);
}

/* What forms_load does, but with the stanzas of the file alone. */
static bool
compile(struct forms *f, struct form_error *error)
{
	const struct stanzas *s = &f->stanzas;

	f->headings = headings_compile(s, error);
	f->tables = f->headings ? tables_compile(s, error) : NULL;
	f->stated = f->tables ? stated_compile(s, headings_lexicon(f->headings), error) : NULL;
	f->rules = f->stated ? rules_compile(s, error) : NULL;
	f->metrics = f->rules ? metrics_compile(s, error) : NULL;
	f->profiles = f->metrics ? profiles_make(f->tables) : NULL;
	return f->profiles != NULL;
}

static void
check_names(const struct forms *f, struct slice text)
{
	struct form_error error;
	struct names *names = names_new(&f->stanzas, f->tables);

	REQUIRE(names);
	for (size_t i = 0; i < f->rules->count; i++)
		if (!names_fit_rule(names, &f->rules->rule[i], &error))
			check_error(&error, text);
	names_free(names);
}

static void
use(const struct forms *f)
{
	struct check_options options = { .language = CHECK_EN, .all = true };
	struct document doc = DOCUMENT_INIT;
	struct cells cells = CELLS_INIT;
	struct findings findings = FINDINGS_INIT;

	REQUIRE(split_document(f->headings, SLICE("report"), SLICE(report), &doc));
	struct tabulator *tabulator = tabulator_new(f);
	REQUIRE(tabulator && table_document(tabulator, &fuzz_notices, &doc, &cells));
	REQUIRE(check_cells(f, &options, &cells, &findings));
	findings_release(&findings);
	cells_release(&cells);
	document_release(&doc);
	tabulator_free(tabulator);
}

void
fuzz(struct slice input)
{
	struct forms forms = FORMS_INIT;
	struct form_error error = { .what = NULL };

	if (!stanzas_read(&forms.stanzas, SLICE("f"), input, &error) || !compile(&forms, &error)) {
		check_error(&error, input);
	} else {
		check_names(&forms, input);
		use(&forms);
	}
	forms_release(&forms);
}
