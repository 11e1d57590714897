/* SPDX-License-Identifier: MIT */
#include "forms.h"

#include "check.h"
#include "example.h"
#include "headings.h"
#include "metrics.h"
#include "names.h"
#include "profile.h"
#include "stated.h"
#include "tables.h"

/* What a stanza may be; each is compiled by the module that knows it. */
static bool
check_kinds(const struct stanzas *stanzas, struct form_error *error)
{
	static const char *const kind[] = { "form", "table", "section", "part", "title", "noise",
		"date", "period", "fact", "stated", "rule", "message", "source", "example",
		"metric" };

	for (size_t i = 0; i < stanzas->count; i++) {
		size_t k = 0;
		while (k < sizeof kind / sizeof *kind && !slice_is(stanzas->stanza[i].kind, kind[k]))
			k++;
		if (k == sizeof kind / sizeof *kind)
			return stanza_error(&stanzas->stanza[i], 0, "unknown kind of stanza",
			    stanzas->stanza[i].kind, error);
	}
	return true;
}

static const struct stanza *
stanza_of_metric(const struct stanzas *stanzas, struct slice name)
{
	size_t i = 0;

	while (!slice_is(stanzas->stanza[i].kind, "metric")
	    || !slice_eq(stanzas->stanza[i].name, name))
		i++;
	return &stanzas->stanza[i];
}

/* Can the cells be that rules and metrics speak of? */
static bool
check_names(const struct forms *forms, struct form_error *error)
{
	const struct scope report = { .kind = EXPR_REPORT };
	struct names *names = names_new(&forms->stanzas, forms->tables);
	bool good = names != NULL;

	if (!names)
		*error = (struct form_error){ SLICE_NONE, 0, "out of memory", SLICE_NONE };
	for (size_t i = 0; good && i < forms->rules->count; i++)
		good = names_fit_rule(names, &forms->rules->rule[i], error);
	for (size_t i = 0; good && i < forms->metrics->count; i++) {
		const struct metric *m = &forms->metrics->metric[i];
		const struct stanza *stanza = stanza_of_metric(&forms->stanzas, m->name);
		good = names_fit(names, &report, m->numerator, stanza, stanza->line, error)
		    && names_fit(names, &report, m->denominator, stanza, stanza->line, error);
	}
	names_free(names);
	return good;
}

static bool
compile_lines(struct forms *forms, bool proven, struct form_error *error)
{
	const struct stanzas *s = &forms->stanzas;

	for (size_t i = 0; i < s->count; i++)
		s->stanza[i].proven = proven;
	if (!proven && !check_kinds(s, error))
		return false;
	forms->headings = headings_compile(s, error);
	return forms->headings != NULL;
}

static bool
compile_others(struct forms *forms, bool proven, struct form_error *error)
{
	const struct stanzas *s = &forms->stanzas;

	forms->tables = tables_compile(s, error);
	forms->stated = forms->tables
	    ? stated_compile(s, headings_lexicon(forms->headings), error) : NULL;
	forms->rules = forms->stated ? rules_compile(s, error) : NULL;
	forms->metrics = forms->rules ? metrics_compile(s, error) : NULL;
	if (!forms->metrics
	    || !(proven || (check_names(forms, error) && examples_check(forms, error))))
		return false;
	forms->profiles = profiles_make(forms->tables);
	if (!forms->profiles)
		*error = (struct form_error){ SLICE_NONE, 0, "out of memory", SLICE_NONE };
	return forms->profiles != NULL;
}

static bool
load(struct forms *forms, const struct form_file *files, size_t count, bool lines,
    struct form_error *error)
{
	bool proven = count == 0;

	*forms = (struct forms)FORMS_INIT;
	for (size_t i = 0; i < forms_builtin_count + count; i++) {
		const struct form_file *file =
		    i < forms_builtin_count ? &forms_builtin[i] : &files[i - forms_builtin_count];
		if (!stanzas_read(&forms->stanzas, file->name, file->text, error))
			return false;
	}
	return compile_lines(forms, proven, error)
	    && ((lines && proven) || compile_others(forms, proven, error));
}

bool
forms_load(struct forms *forms, const struct form_file *files, size_t count,
    struct form_error *error)
{
	return load(forms, files, count, false, error);
}

bool
forms_load_lines(struct forms *forms, const struct form_file *files, size_t count,
    struct form_error *error)
{
	return load(forms, files, count, true, error);
}

void
forms_release(struct forms *forms)
{
	profiles_free(forms->profiles);
	metrics_free(forms->metrics);
	rules_free(forms->rules);
	stated_free(forms->stated);
	tables_free(forms->tables);
	headings_free(forms->headings);
	stanzas_release(&forms->stanzas);
	*forms = (struct forms)FORMS_INIT;
}
