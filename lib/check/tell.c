/* SPDX-License-Identifier: MIT */
#include "tell.h"

#include "hash.h"
#include "tell_mistake.h"

const char *const tell_separator[CHECK_LANGUAGES] = { "；", "; " };

static const struct cell *
fact_cell(const struct teller *t, struct slice name)
{
	struct map_set report = cellmap_tables(t->map, SLICE("report"));

	if (report.count == 0)
		return NULL;
	const struct map_table *table = &t->map->table[report.number[0]];
	struct map_set row = cellmap_match(t->map, table, MAP_ROW, name);
	return row.count ? cellmap_at(t->map, table, row.number[0], 0) : NULL;
}

static struct slice
fact(const struct teller *t, struct slice name)
{
	const struct cell *cell = fact_cell(t, name);

	return cell ? cell->value : SLICE_NONE;
}

struct slice
tell_number(struct teller *t, struct decimal number)
{
	char text[DECIMAL_TEXT];
	struct slice copy;
	size_t len = decimal_print(number, text);

	if (!arena_copy(&t->out->arena, (struct slice){ text, len }, &copy))
		t->failed = true;
	return copy;
}

struct slice
tell_value(struct teller *t, const struct expr *e, const struct expr_scope *scope)
{
	struct expr_value value = { .known = EXPR_UNKNOWN };

	if (e)
		value = expr_eval(e, t->map, scope);
	return value.known == EXPR_UNKNOWN ? SLICE_NONE : tell_number(t, value.number);
}

static struct slice
table_name(const struct tables *tables, struct slice form, struct slice key)
{
	struct slice name = key;

	for (size_t i = 0; tables && i < tables->count; i++) {
		const struct table *table = &tables->table[i];
		if (!slice_eq(table->key, key))
			continue;
		name = table->name;
		if (slice_eq(table->form, form))
			break;
	}
	return name;
}

/* The names that the form prints; a stated number has those of its form cell. */
static void
add_names(const struct teller *t, const struct subject *s, struct slice *word)
{
	struct slice table = s->table, row = s->row;

	if (s->scope->kind == EXPR_STATED && s->cell == s->scope->self)
		table = slice_cut(&row, '.');
	word[MESSAGE_TABLE] = table_name(t->tables, t->form, table);
	word[MESSAGE_ROW] = tables_row_name(t->tables, t->form, table, row);
	word[MESSAGE_COL] = tables_column_name(t->tables, t->form, table, row, s->col);
}

void
tell_words(const struct teller *t, const struct subject *s, struct slice *word)
{
	add_names(t, s, word);
	word[MESSAGE_ACTUAL] = subject_actual(s);
	word[MESSAGE_RAW] = s->cell && s->cell->raw.len ? s->cell->raw : word[MESSAGE_ACTUAL];
	word[MESSAGE_YEAR] = t->year;
	word[MESSAGE_AGENCY] = t->agency;
}

/* The rule's own message on this fault. */
static void
add_message(struct teller *t, const struct fault *fault, const struct subject *s,
    struct slice expected, struct buf *out)
{
	const struct rule *rule = fault->rule;
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };

	tell_words(t, s, word);
	word[MESSAGE_EXPECTED] = expected;
	word[MESSAGE_LEFT] = tell_value(t, expr_side(rule->holds, 0), &fault->scope);
	word[MESSAGE_RIGHT] = tell_value(t, expr_side(rule->holds, 1), &fault->scope);
	message_add(out, rule->message[t->language], word, t->map, &fault->scope);
}

struct slice
tell_text(struct teller *t)
{
	struct slice copy = SLICE_NONE;

	if (t->text.failed || !arena_copy(&t->out->arena, buf_slice(&t->text), &copy))
		t->failed = true;
	t->text.len = 0;
	return copy;
}

/* Did an earlier one that the leader leads object to the same single cell? */
static bool
is_said(const struct fault *fault, size_t leader, size_t own)
{
	const struct cell *self = fault[own].scope.self;

	for (size_t i = leader; self && i != own; i = fault[i].next)
		if (fault[i].scope.self == self)
			return true;
	return false;
}

/* The messages of all faults that the leader leads. */
static struct slice
broken_text(struct teller *t, const struct fault *fault, size_t leader)
{
	size_t i = leader;

	do {
		if (is_said(fault, leader, i))
			continue;
		struct subject s = subject_of_rule(fault[i].rule, t->map, &fault[i].scope);
		if (i != leader)
			buf_add(&t->text, slice_of(tell_separator[t->language]));
		add_message(t, &fault[i], &s,
		    tell_value(t, fault[i].rule->expected, &fault[i].scope), &t->text);
	} while ((i = fault[i].next));
	return tell_text(t);
}

void
tell_add(struct teller *t, struct slice rule, enum severity severity,
    const struct subject *s, struct slice expected, struct slice message)
{
	struct finding f = {
		.severity = severity, .rule = rule, .table = s->table, .row = s->row,
		.col = s->col, .actual = subject_actual(s), .expected = expected,
		.line = subject_line(s, t->map), .message = message,
	};

	if (!findings_add(t->out, f))
		t->failed = true;
}

/*
 * An id for the last finding, of agency, year, rule, cell and value: what a later run
 * would find again. Where the report does not say whose it is, its name stands for
 * the agency. Of several rules that fail for one cause none counts: which is the
 * first of them depends on the rules that there are.
 */
static void
give_id(struct teller *t, struct slice rule)
{
	if (t->failed)
		return;
	struct finding *f = &t->out->finding[t->out->count - 1];
	struct slice whose = t->agency.len ? t->agency : t->out->doc;
	uint64_t hash = hash_add(hash_add(HASH_START, whose), t->year);
	const struct slice part[] = { rule, f->table, f->row, f->col, f->actual };

	for (size_t i = 0; i < sizeof part / sizeof *part; i++)
		hash = hash_add(hash, part[i]);
	for (int i = 0; i < FINDING_ID; i++)
		f->id[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
	f->id[FINDING_ID] = '\0';
}

static bool
has_word(struct slice words, struct slice word)
{
	while (words.len)
		if (slice_eq(slice_cut(&words, ' '), word))
			return true;
	return false;
}

/*
 * Was what the finding is about put together from damaged text? Then the reading may be
 * at fault, and not the agency. The fact `reading.TABLE` of gip-table lists the rows.
 */
static void
add_doubt(struct teller *t, const struct subject *s)
{
	struct slice name = arena_format(&t->out->arena, "reading.%.*s", SLICE_ARGS(s->table));
	const struct cell *reading = name.ptr ? fact_cell(t, name) : NULL;
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };

	if (!reading || reading->state != CELL_NUMBER
	    || (s->row.len && !has_word(reading->raw, s->row)))
		return;
	word[MESSAGE_ROWS] = reading->value;
	message_add(&t->text, t->rules->saying[SAY_DOUBT][t->language], word, t->map, s->scope);
}

/* What the rule itself says of a fault. */
static void
add_fault(struct teller *t, const struct fault *fault, enum severity severity)
{
	struct subject s = subject_of_rule(fault->rule, t->map, &fault->scope);
	struct slice expected = tell_value(t, fault->rule->expected, &fault->scope);

	add_message(t, fault, &s, expected, &t->text);
	add_doubt(t, &s);
	tell_add(t, fault->rule->id, severity, &s, expected, tell_text(t));
}

static void
tell_alone(struct teller *t, const struct fault *fault)
{
	add_fault(t, fault, fault->rule->told);
	give_id(t, fault->rule->id);
}

void
tell_explained(struct teller *t, const struct fault *fault)
{
	add_fault(t, fault, SEVERITY_EXPLAINED);
}

/*
 * The change that the finding names: of the only mistake the first, if it is not about a
 * row; of several single cells the one where a sum stands that fails. NULL: none is
 * nearer than the others.
 */
static const struct change *
named_change(const struct teller *t, const struct fault *fault, size_t leader)
{
	const struct mistakes *cause = &fault[leader].cause;
	const enum mistake_kind kind = cause->item[0].kind;
	size_t i = leader;

	if (cause->count == 1)
		return kind == MISTAKE_SHIFT || kind == MISTAKE_ROWS ? NULL : cause->item[0].change;
	do {
		const struct cell *total =
		    subject_of_rule(fault[i].rule, t->map, &fault[i].scope).cell;
		for (size_t c = 0; total && c < cause->count; c++)
			if (cause->item[c].changes == 1 && cause->item[c].change->cell == total)
				return cause->item[c].change;
	} while ((i = fault[i].next));
	return NULL;
}

/* Of the rules that are told; what is not told makes nothing worse. */
static enum severity
worst_of(const struct fault *fault, size_t leader)
{
	enum severity worst = SEVERITY_NOTE;
	size_t i = leader;

	do {
		if (!fault[i].rule->silent && fault[i].rule->told > worst)
			worst = fault[i].rule->told;
	} while ((i = fault[i].next));
	return worst;
}

size_t
tell_first(const struct fault *fault, size_t leader)
{
	size_t i = leader;

	while (fault[i].rule->silent && fault[i].next)
		i = fault[i].next;
	return i;
}

static void
tell_group(struct teller *t, const struct fault *fault, size_t leader)
{
	const struct fault *first = &fault[leader];
	const struct mistakes *cause = &first->cause;
	const struct change *change = named_change(t, fault, leader);
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = change ? subject_of_cell(change->cell, &first->scope)
	    : cause->count == 1 ? subject_of_mistake(&cause->item[0], &first->scope)
	    : subject_of_scope(&first->scope);
	const enum rules_saying saying = cause->count > 1 ? SAY_CAUSES
	    : cause->item[0].kind == MISTAKE_CELL ? SAY_CAUSE : SAY_MISTAKE;

	tell_words(t, &s, word);
	word[MESSAGE_EXPECTED] = change ? tell_number(t, change->value) : SLICE_NONE;
	word[MESSAGE_SLIP] = change ? tell_slip(t, change) : SLICE_NONE;
	word[MESSAGE_BROKEN] = broken_text(t, fault, leader);
	word[MESSAGE_CHANGES] = tell_mistakes(t, cause, &first->scope);
	if (t->rules->saying[saying][t->language])
		message_add(&t->text, t->rules->saying[saying][t->language], word, t->map,
		    &first->scope);
	else
		buf_add(&t->text, word[MESSAGE_BROKEN]);
	add_doubt(t, &s);
	tell_add(t, fault[tell_first(fault, leader)].rule->id, worst_of(fault, leader), &s,
	    word[MESSAGE_EXPECTED], tell_text(t));
	give_id(t, SLICE_NONE);
}

void
tell_begin(struct teller *t)
{
	t->text = (struct buf)BUF_INIT;
	t->form = fact(t, SLICE("form"));
	t->year = fact(t, SLICE("year"));
	t->agency = fact(t, SLICE("agency"));
}

void
tell_cause(struct teller *t, const struct fault *fault, size_t leader)
{
	if (fault[leader].cause.count)
		tell_group(t, fault, leader);
	else
		tell_alone(t, &fault[tell_first(fault, leader)]);
}

bool
tell_end(struct teller *t)
{
	buf_release(&t->text);
	return !t->failed;
}
