/* SPDX-License-Identifier: MIT */
#include "names.h"

#include <stdlib.h>

#include "expr_node.h"
#include "glob.h"

/* The keys of a cell; a `*` stands for more than can be listed. */
struct name {
	struct slice part[REF_PARTS];
	bool glob[REF_PARTS];
};

struct names {
	struct name *name;
	size_t count, room;
	struct arena arena;
	bool failed;
};

static void
add(struct names *n, struct slice table, struct slice row, struct slice col)
{
	struct name *array = arena_grow(&n->arena, n->name, n->count, &n->room, sizeof *array);

	if (!array) {
		n->failed = true;
		return;
	}
	n->name = array;
	n->name[n->count++] = (struct name){ { table, row, col },
		{ slice_has(table, '*'), slice_has(row, '*'), slice_has(col, '*') } };
}

static void
add_tables(struct names *n, const struct tables *tables)
{
	for (size_t t = 0; t < tables->count; t++)
		for (size_t r = 0; r < tables->table[t].rows; r++) {
			const struct table_row *row = &tables->table[t].row[r];
			for (size_t c = 0; c < row->columns; c++)
				add(n, tables->table[t].key, row->key, row->column[c].key);
		}
}

static void
add_fact(struct names *n, const char *prefix, struct slice name)
{
	struct slice fact = arena_format(&n->arena, "%s%.*s", prefix, SLICE_ARGS(name));

	n->failed = n->failed || !fact.ptr;
	add(n, SLICE("report"), fact, SLICE_NONE);
}

static const char *const of_section[] = {
	"section.", "ordinal.", "wording.", "misplaced.",
};

static void
add_facts(struct names *n, const struct stanza *stanza)
{
	if (slice_is(stanza->kind, "fact"))
		add_fact(n, "", stanza->name);
	else if (slice_is(stanza->kind, "section"))
		for (size_t i = 0; i < sizeof of_section / sizeof *of_section; i++)
			add_fact(n, of_section[i], stanza->name);
	else if (slice_is(stanza->kind, "part"))
		add_fact(n, "part.", stanza->name);
}

static void
add_stated(struct names *n, const struct stanza *stanza)
{
	if (!slice_is(stanza->kind, "stated"))
		return;
	for (size_t i = 0; i < stanza->count; i++) {
		struct slice rest = stanza->item[i].value;
		struct slice row = slice_word(&rest), col = slice_word(&rest);
		if (slice_is(stanza->item[i].key, "cell") || slice_is(stanza->item[i].key, "key"))
			add(n, SLICE("stated"), row, col);
	}
}

struct names *
names_new(const struct stanzas *stanzas, const struct tables *tables)
{
	static const char *const facts[] = {
		"title", "agency", "year", "form", "signed", "period_from", "period_to",
		"signed_by", "extra", "skipped",
	};
	static const char *const parts[] = { "whole", "complete", "part.*", "percent.*" };
	struct names *n = calloc(1, sizeof *n);

	if (!n)
		return NULL;
	add_tables(n, tables);
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		add(n, SLICE("report"), slice_of(facts[i]), SLICE_NONE);
	for (size_t i = 0; i < stanzas->count; i++) {
		add_facts(n, &stanzas->stanza[i]);
		add_stated(n, &stanzas->stanza[i]);
	}
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		add(n, SLICE("stated"), SLICE("parts.*"), slice_of(parts[i]));
	add(n, SLICE("list.*"), SLICE("*"), SLICE("*"));
	if (n->failed) {
		names_free(n);
		return NULL;
	}
	return n;
}

void
names_free(struct names *n)
{
	if (!n)
		return;
	arena_release(&n->arena);
	free(n);
}

/* What is asked for: for each key a list of globs; an empty list has all. */
struct question {
	struct slice part[REF_PARTS];
	bool any[REF_PARTS]; /* an empty list, not an empty key */
};

/* Few are more than one name, and there are thousands of questions. */
static bool
is_one_name(struct slice list)
{
	return !slice_has(list, '*') && !slice_has(list, ',');
}

/* Each may hold a `*`. */
static bool
fits_key(struct slice glob, struct slice key)
{
	return slice_eq(glob, key) || (slice_has(glob, '*') && glob_match(glob, key))
	    || (slice_has(key, '*') && glob_match(key, glob));
}

static bool
fits_list(struct slice list, bool any, struct slice key)
{
	bool more = !any, fits = any;

	while (more && !fits) {
		more = slice_has(list, ',');
		fits = fits_key(slice_cut(&list, ','), key);
	}
	return fits;
}

static bool
is_known(const struct names *n, const struct question *q)
{
	bool one[REF_PARTS];

	for (int part = 0; part < REF_PARTS; part++)
		one[part] = !q->any[part] && is_one_name(q->part[part]);
	for (size_t i = 0; i < n->count; i++) {
		const struct name *name = &n->name[i];
		int part = 0;
		while (part < REF_PARTS && (one[part] && !name->glob[part]
		        ? slice_eq(q->part[part], name->part[part])
		        : fits_list(q->part[part], q->any[part], name->part[part])))
			part++;
		if (part == REF_PARTS)
			return true;
	}
	return false;
}

/* What the scope says of one key. */
static void
ask_scope(struct question *q, const struct scope *scope, int part)
{
	const struct slice of[REF_PARTS] = {
		scope->tables, scope->part.rows, scope->part.cols,
	};

	q->part[part] = of[part];
	q->any[part] = of[part].len == 0;
}

struct search {
	const struct names *names;
	const struct scope *scope;
	const struct stanza *stanza;
	size_t line;
	struct form_error *error;
};

/* The reference as it is written. */
static struct slice
written(const struct expr_ref *ref)
{
	const char *start = NULL, *end = NULL;

	for (int part = 0; part < REF_PARTS; part++) {
		if (ref->part[part].len == 0)
			continue;
		start = start ? start : ref->part[part].ptr;
		end = ref->part[part].ptr + ref->part[part].len;
	}
	return start ? (struct slice){ start, (size_t)(end - start) } : SLICE_NONE;
}

static bool
fits_ref(const struct search *s, const struct expr_ref *ref)
{
	struct question q = { .any = { false } };

	if (ref->target && ref->part[REF_COL].len == 0)
		return true;
	for (int part = 0; part < REF_PARTS; part++)
		if (ref->target && part != REF_COL)
			q.any[part] = true;
		else if (ref->here[part] && !ref->target)
			ask_scope(&q, s->scope, part);
		else
			q.part[part] = ref->part[part];
	return is_known(s->names, &q) || stanza_error(s->stanza, s->line,
	    "there can be no such cell", written(ref), s->error);
}

static bool
fits_expr(const struct search *s, const struct expr *e)
{
	bool fits = !expr_has_ref(e) || fits_ref(s, &e->ref);

	for (int i = 0; i < EXPR_ARGUMENTS && fits; i++)
		fits = !e->arg[i] || fits_expr(s, e->arg[i]);
	return fits;
}

bool
names_fit(const struct names *n, const struct scope *scope, const struct expr *e,
    const struct stanza *stanza, size_t line, struct form_error *error)
{
	const struct search s = { n, scope, stanza, line, error };

	return fits_expr(&s, e);
}

/* Each of the globs of one list must fit, together with the lists before it. */
static bool
fits_globs(const struct search *s, const struct slice *lists, int part)
{
	struct slice list = lists[part];
	struct question q = { .any = { false } };
	bool more = list.len > 0, fits = true;

	for (int i = 0; i < REF_PARTS; i++) {
		q.part[i] = lists[i];
		q.any[i] = i > part || lists[i].len == 0;
	}

	while (more && fits) {
		more = slice_has(list, ',');
		q.part[part] = slice_cut(&list, ',');
		fits = is_known(s->names, &q) || stanza_error(s->stanza, s->line,
		    "there can be no such cell", q.part[part], s->error);
	}
	return fits;
}

static bool
fits_part(const struct search *s, const struct scope_part *part)
{
	const struct slice lists[REF_PARTS] = { s->scope->tables, part->rows, part->cols };
	bool fits = true;

	for (int i = 0; i < REF_PARTS && fits; i++)
		fits = fits_globs(s, lists, i);
	return fits;
}

static bool
fits_message(void *context, const struct expr *e)
{
	return fits_expr(context, e);
}

/* What a line of the rule names; `*when` and `*except` count those that were met. */
static bool
fits_line(const struct search *s, const struct rule *rule, struct slice key, size_t *when,
    size_t *except)
{
	struct search copy = *s;
	enum check_language language;

	if (slice_is(key, "scope"))
		return fits_part(s, &rule->scope.part);
	if (slice_is(key, "except"))
		return fits_part(s, &rule->scope.except[(*except)++]);
	if (slice_is(key, "when"))
		return fits_expr(s, rule->when[(*when)++]);
	if (slice_is(key, "holds"))
		return fits_expr(s, rule->holds);
	if (slice_is(key, "at"))
		return fits_expr(s, rule->at);
	if (slice_is(key, "expected"))
		return fits_expr(s, rule->expected);
	return !language_named(key, &language)
	    || message_each_expr(rule->message[language], fits_message, &copy);
}

bool
names_fit_rule(const struct names *n, const struct rule *rule, struct form_error *error)
{
	struct search s = { n, &rule->scope, rule->stanza, 0, error };
	size_t when = 0, except = 0;

	for (size_t i = 0; i < rule->stanza->count; i++) {
		s.line = rule->stanza->item[i].line;
		if (!fits_line(&s, rule, rule->stanza->item[i].key, &when, &except))
			return false;
	}
	return true;
}
