/* SPDX-License-Identifier: MIT */
#include "explain.h"

#include "example.h"
#include "tell.h"

enum label {
	LABEL_SEVERITY, LABEL_MESSAGE, LABEL_SCOPE, LABEL_EXCEPT, LABEL_WHEN, LABEL_HOLDS,
	LABEL_COVERS, LABEL_SOURCE, LABEL_PASSES, LABEL_FAILS, LABEL_CONTRARY, LABELS
};

/* Those of keys are as wide as one another on a terminal. */
static const char *const labels[CHECK_LANGUAGES][LABELS] = {
	{ "级别  ", "提示  ", "范围  ", "除外  ", "条件  ", "要求  ", "涵盖  ", "依据  ", "通过：", "不通过：",
	  "  ！此例并非如此" },
	{ "severity  ", "message   ", "scope     ", "except    ", "when      ", "demands   ",
	  "covers    ", "source    ", "passes:", "fails:", "  ! this example does not" },
};

struct explainer {
	struct buf *out;
	const struct forms *forms;
	const struct rule *rule;
	enum check_language language;
	/* of the example at hand: */
	const struct example *example;
	enum example_kind kind;
	struct cellmap map;
	bool *shown; /* for each cell */
	bool found, contrary; /* the latter: it is not what it says it is */
	bool failed;          /* memory ran out */
	struct expr_scope place; /* where the rule holds or fails */
};

static void
add_line(struct explainer *x, enum label label, struct slice value)
{
	buf_add(x->out, SLICE("  "));
	buf_add(x->out, slice_of(labels[x->language][label]));
	buf_add(x->out, value);
	buf_char(x->out, '\n');
}

static void
add_values(struct explainer *x, const char *key, enum label label)
{
	const struct stanza *stanza = x->rule->stanza;

	for (size_t i = 0; i < stanza->count; i++)
		if (slice_is(stanza->item[i].key, key))
			add_line(x, label, stanza->item[i].value);
}

/* What a stanza `source NAME` says; the name itself if there is none. */
static struct slice
source_text(const struct explainer *x, struct slice name)
{
	for (size_t i = 0; i < x->forms->stanzas.count; i++) {
		const struct stanza *s = &x->forms->stanzas.stanza[i];
		if (slice_is(s->kind, "source") && slice_eq(s->name, name))
			return stanza_value(s, language_names[x->language]);
	}
	return name;
}

static void
add_sources(struct explainer *x)
{
	struct slice rest = stanza_value(x->rule->stanza, "source");

	while (rest.len)
		add_line(x, LABEL_SOURCE, source_text(x, slice_trim(slice_cut(&rest, ','))));
}

static void
show(void *context, const struct cell *cell)
{
	struct explainer *x = context;

	x->shown[cell - x->example->cells.cell] = true;
}

/* The cells that the rule looks at there; false: no change of the example is among them. */
static bool
look_at(struct explainer *x, const struct expr_scope *scope)
{
	const struct cells *cells = &x->example->cells;
	bool changed = false;

	memset(x->shown, 0, cells->count * sizeof *x->shown);
	for (size_t i = 0; i < x->rule->whens; i++)
		expr_each_operand(x->rule->when[i], &x->map, scope, show, x);
	expr_each_operand(x->rule->holds, &x->map, scope, show, x);
	for (size_t i = 0; i < cells->count; i++)
		changed = changed || (x->shown[i] && x->example->changed[i]);
	return changed;
}

/* The first place where the rule does what the example is for, because of the example. */
static bool
find_place(void *context, const struct expr_scope *scope)
{
	struct explainer *x = context;
	enum rule_verdict wanted = x->kind == EXAMPLE_FAILS ? RULE_FAILS : RULE_HOLDS;

	enum rule_verdict verdict = rule_verdict(x->rule, &x->map, scope);

	x->contrary = x->contrary || (verdict == RULE_FAILS && verdict != wanted);
	if (x->found || verdict != wanted)
		return true;
	x->found = look_at(x, scope) || wanted == RULE_FAILS;
	x->place = *scope;
	return true;
}

static bool
is_shown(const struct explainer *x, size_t i)
{
	const struct cell *cell = &x->example->cells.cell[i];
	bool zero = cell->state == CELL_NUMBER && cell->number.units == 0;

	/* Of a column of thirty cells those that are 0 tell little. */
	return x->example->changed[i] || (x->found && x->shown[i] && !zero);
}

static void
add_cell(struct explainer *x, const struct cell *cell)
{
	buf_add(x->out, SLICE("    "));
	cell_place(x->out, cell->table, cell->row, cell->col);
	buf_add(x->out, SLICE("  "));
	buf_add(x->out, cell->value.len ? cell->value : slice_of(cell_state_names[cell->state]));
	if (cell->raw.len && !slice_eq(cell->raw, cell->value)) {
		buf_add(x->out, SLICE("  "));
		buf_add(x->out, cell->raw);
	}
	buf_char(x->out, '\n');
}

/* What gip-check would say of it. */
static void
add_finding(struct explainer *x, struct findings *findings)
{
	struct fault fault = { .rule = x->rule, .scope = x->place };
	struct teller teller = {
		.rules = x->forms->rules, .tables = x->forms->tables, .language = x->language,
		.map = &x->map, .out = findings,
	};

	tell_begin(&teller);
	tell_explained(&teller, &fault);
	x->failed = !tell_end(&teller);
	if (x->failed)
		return;
	buf_add(x->out, SLICE("    → "));
	buf_add(x->out, findings->finding[0].message);
	buf_char(x->out, '\n');
}

static void
add_example(struct explainer *x, struct example *example)
{
	struct findings findings = FINDINGS_INIT;

	x->example = example;
	x->found = x->contrary = false;
	x->shown = arena_array(&findings.arena, example->cells.count + 1, sizeof *x->shown);
	x->failed = !x->shown || !cellmap_init(&x->map, &example->cells, &findings.arena);
	if (!x->failed) {
		scope_each(&x->rule->scope, &x->map, find_place, x);
		add_line(x, x->kind == EXAMPLE_FAILS ? LABEL_FAILS : LABEL_PASSES, SLICE_NONE);
		for (size_t i = 0; i < example->cells.count; i++)
			if (is_shown(x, i))
				add_cell(x, &example->cells.cell[i]);
		if (x->found && x->kind == EXAMPLE_FAILS)
			add_finding(x, &findings);
		if (x->contrary || (!x->found && x->kind == EXAMPLE_FAILS))
			add_line(x, LABEL_CONTRARY, SLICE_NONE);
	}
	x->failed = x->failed || x->map.failed;
	findings_release(&findings);
}

static void
add_examples(struct explainer *x)
{
	struct example example = EXAMPLE_INIT;

	for (int kind = 0; kind < EXAMPLE_KINDS && !x->failed; kind++) {
		x->kind = (enum example_kind)kind;
		if (!example_given(x->rule, x->kind))
			continue;
		if (example_of(x->forms, x->rule, x->kind, &example))
			add_example(x, &example);
		else
			x->failed = true;
	}
	example_release(&example);
}

bool
explain_rule(struct buf *out, const struct forms *forms, const struct rule *rule,
    enum check_language language)
{
	struct explainer x = { .out = out, .forms = forms, .rule = rule, .language = language };

	buf_add(out, rule->id);
	buf_char(out, '\n');
	add_line(&x, LABEL_SEVERITY, slice_of(severity_names[rule->told]));
	add_values(&x, language_names[language], LABEL_MESSAGE);
	add_values(&x, "scope", LABEL_SCOPE);
	add_values(&x, "except", LABEL_EXCEPT);
	add_values(&x, "when", LABEL_WHEN);
	add_values(&x, "holds", LABEL_HOLDS);
	add_values(&x, "covers", LABEL_COVERS);
	add_sources(&x);
	add_examples(&x);
	return !x.failed && !out->failed;
}
