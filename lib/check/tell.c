/* SPDX-License-Identifier: MIT */
#include "tell.h"

#include "hash.h"
#include "slip.h"

/* What a finding is about: a cell, or as much of its keys as the rule fixes. */
struct subject {
	struct slice table, row, col;
	const struct cell *cell; /* NULL: no one cell, or the document has none */
	const struct expr_scope *scope;
};

static struct slice
fact(const struct teller *t, struct slice name)
{
	struct map_set report = cellmap_tables(t->map, SLICE("report"));

	if (report.count == 0)
		return SLICE_NONE;
	const struct map_table *table = &t->map->table[report.number[0]];
	struct map_set row = cellmap_match(t->map, table, MAP_ROW, name);
	const struct cell *cell =
	    row.count ? cellmap_at(t->map, table, row.number[0], 0) : NULL;
	return cell ? cell->value : SLICE_NONE;
}

static struct slice
number_text(struct teller *t, struct decimal number)
{
	char text[DECIMAL_TEXT];
	struct slice copy;
	size_t len = decimal_print(number, text);

	if (!arena_copy(&t->out->arena, (struct slice){ text, len }, &copy))
		t->failed = true;
	return copy;
}

/* The value of an expression as text; empty where it is unknown. */
static struct slice
value_text(struct teller *t, const struct expr *e, const struct expr_scope *scope)
{
	struct expr_value value = { .known = EXPR_UNKNOWN };

	if (e)
		value = expr_eval(e, t->map, scope);
	return value.known == EXPR_UNKNOWN ? SLICE_NONE : number_text(t, value.number);
}

static struct slice
cell_text(const struct cell *cell)
{
	bool shown = cell && (cell->state == CELL_NUMBER || cell->state == CELL_TEXT);

	if (!shown)
		return SLICE_NONE;
	return cell->value.len ? cell->value : cell->raw;
}

static struct subject
subject_of_cell(const struct cell *cell, const struct expr_scope *scope)
{
	return (struct subject){ cell->table, cell->row, cell->col, cell, scope };
}

/* What the scope fixes. */
static struct subject
subject_of_scope(const struct expr_scope *scope)
{
	struct subject s = { .table = scope->table, .scope = scope };

	if (scope->self)
		return subject_of_cell(scope->self, scope);
	if (scope->kind == EXPR_ROW)
		s.row = scope->in->axis[MAP_ROW].key[scope->row];
	else if (scope->kind == EXPR_COLUMN)
		s.col = scope->in->axis[MAP_COL].key[scope->col];
	return s;
}

static struct subject
subject_of_fault(const struct teller *t, const struct fault *fault)
{
	struct subject s = subject_of_scope(&fault->scope);

	if (fault->rule->at)
		s.cell = expr_place(fault->rule->at, t->map, &fault->scope, &s.table, &s.row,
		    &s.col);
	return s;
}

/* Where to look: the line of the cell, or the first of the row, column or table. */
static size_t
line_of(const struct teller *t, const struct subject *s)
{
	const struct expr_scope *at = s->scope;
	const struct map_table *table = at->in;

	if (s->cell || !table)
		return s->cell ? s->cell->line : 0;
	for (unsigned r = 0; r < table->axis[MAP_ROW].count; r++) {
		if (at->kind == EXPR_ROW && r != at->row)
			continue;
		for (unsigned c = 0; c < table->axis[MAP_COL].count; c++) {
			if (at->kind == EXPR_COLUMN && c != at->col)
				continue;
			const struct cell *cell = cellmap_at(t->map, table, r, c);
			if (cell && cell->line)
				return cell->line;
		}
	}
	return 0;
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

static void
add_words(const struct teller *t, const struct subject *s, struct slice *word)
{
	add_names(t, s, word);
	word[MESSAGE_ACTUAL] = cell_text(s->cell);
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

	add_words(t, s, word);
	word[MESSAGE_EXPECTED] = expected;
	word[MESSAGE_LEFT] = value_text(t, expr_side(rule->holds, 0), &fault->scope);
	word[MESSAGE_RIGHT] = value_text(t, expr_side(rule->holds, 1), &fault->scope);
	message_add(out, rule->message[t->language], word, t->map, &fault->scope);
}

static const char *const separator[CHECK_LANGUAGES] = { "；", "; " };
static const char *const comma[CHECK_LANGUAGES] = { "，", ", " };

static struct slice
taken(struct teller *t, struct buf *text)
{
	struct slice copy = SLICE_NONE;

	if (text->failed || !arena_copy(&t->out->arena, buf_slice(text), &copy))
		t->failed = true;
	text->len = 0;
	return copy;
}

/* The messages of all faults that the leader leads. */
static struct slice
broken_text(struct teller *t, const struct fault *fault, size_t leader)
{
	size_t i = leader;

	do {
		struct subject s = subject_of_fault(t, &fault[i]);
		if (i != leader)
			buf_add(&t->text, slice_of(separator[t->language]));
		add_message(t, &fault[i], &s,
		    value_text(t, fault[i].rule->expected, &fault[i].scope), &t->text);
	} while ((i = fault[i].next));
	return taken(t, &t->text);
}

/* How the number of a cell came to be typed for the other value; empty: not by a slip. */
static struct slice
slip_text(struct teller *t, const struct change *change)
{
	char text[DECIMAL_TEXT];
	struct slice meant = { text, decimal_print(change->value, text) };
	enum slip slip = slip_between(change->cell->value, meant);
	struct buf out = BUF_INIT;

	if (slip != SLIP_NONE)
		message_add(&out, t->rules->saying[SAY_SLIP_SWAPPED + slip - SLIP_SWAPPED][t->language],
		    NULL, t->map, NULL);
	struct slice said = taken(t, &out);
	buf_release(&out);
	return said;
}

/* The keys that all changes have in common. */
static struct subject
subject_of_changes(const struct mistake *m, const struct expr_scope *scope)
{
	struct subject s = subject_of_cell(m->change[0].cell, scope);

	for (size_t i = 1; i < m->changes; i++) {
		const struct cell *other = m->change[i].cell;
		s.cell = NULL;
		if (!slice_eq(other->row, s.row))
			s.row = SLICE_NONE;
		if (!slice_eq(other->col, s.col))
			s.col = SLICE_NONE;
	}
	return s;
}

static void
add_change(struct teller *t, const struct change *change, const struct mistake *m,
    const struct expr_scope *scope, struct buf *out)
{
	const bool typed = m->kind == MISTAKE_CELL || m->kind == MISTAKE_CELLS;
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = subject_of_cell(change->cell, scope);

	add_words(t, &s, word);
	word[MESSAGE_EXPECTED] = number_text(t, change->value);
	word[MESSAGE_SLIP] = typed ? slip_text(t, change) : SLICE_NONE;
	message_add(out, t->rules->saying[SAY_CHANGE][t->language], word, t->map, scope);
}

static const enum rules_saying saying_of[MISTAKE_KINDS] = {
	SAY_CHANGE, SAY_SWAP, SAY_SHIFT, SAY_ROWS, SAY_MOVED, SAY_CELLS,
};

/* What the mistake is, and how it would be mended. */
static void
add_mistake(struct teller *t, const struct mistake *m, const struct expr_scope *scope,
    struct buf *out)
{
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = subject_of_changes(m, scope);
	struct buf changes = BUF_INIT;

	for (size_t i = 0; i < m->changes; i++) {
		if (i)
			buf_add(&changes, slice_of(comma[t->language]));
		add_change(t, &m->change[i], m, scope, &changes);
	}
	add_words(t, &s, word);
	word[MESSAGE_CHANGES] = taken(t, &changes);
	buf_release(&changes);
	if (m->kind == MISTAKE_CELL)
		buf_add(out, word[MESSAGE_CHANGES]);
	else
		message_add(out, t->rules->saying[saying_of[m->kind]][t->language], word, t->map,
		    scope);
}

static struct slice
cause_text(struct teller *t, const struct fault *leader)
{
	for (size_t i = 0; i < leader->cause.count; i++) {
		if (i)
			buf_add(&t->text, slice_of(separator[t->language]));
		add_mistake(t, &leader->cause.item[i], &leader->scope, &t->text);
	}
	return taken(t, &t->text);
}

/*
 * Agency, year, rule, cell and value: what a later run would find again. Where the
 * report does not say whose it is, its name stands for the agency.
 */
static void
make_id(const struct teller *t, struct finding *f)
{
	struct slice whose = t->agency.len ? t->agency : t->out->doc;
	uint64_t hash = hash_add(hash_add(HASH_START, whose), t->year);
	const struct slice part[] = { f->rule, f->table, f->row, f->col, f->actual };

	for (size_t i = 0; i < sizeof part / sizeof *part; i++)
		hash = hash_add(hash, part[i]);
	for (int i = 0; i < FINDING_ID; i++)
		f->id[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
	f->id[FINDING_ID] = '\0';
}

static void
add_finding(struct teller *t, const struct rule *rule, enum severity severity,
    const struct subject *s, struct slice expected, struct slice message)
{
	struct finding f = {
		.severity = severity, .rule = rule->id, .table = s->table, .row = s->row,
		.col = s->col, .actual = cell_text(s->cell), .expected = expected,
		.line = line_of(t, s), .message = message,
	};

	make_id(t, &f);
	if (!findings_add(t->out, f))
		t->failed = true;
}

static void
tell_alone(struct teller *t, const struct fault *fault)
{
	struct subject s = subject_of_fault(t, fault);
	struct slice expected = value_text(t, fault->rule->expected, &fault->scope);

	add_message(t, fault, &s, expected, &t->text);
	add_finding(t, fault->rule, fault->rule->severity, &s, expected, taken(t, &t->text));
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
		const struct cell *total = subject_of_fault(t, &fault[i]).cell;
		for (size_t c = 0; total && c < cause->count; c++)
			if (cause->item[c].changes == 1 && cause->item[c].change->cell == total)
				return cause->item[c].change;
	} while ((i = fault[i].next));
	return NULL;
}

static enum severity
worst_of(const struct fault *fault, size_t leader)
{
	enum severity worst = fault[leader].rule->severity;

	for (size_t i = fault[leader].next; i; i = fault[i].next)
		if (fault[i].rule->severity > worst)
			worst = fault[i].rule->severity;
	return worst;
}

static void
tell_group(struct teller *t, const struct fault *fault, size_t leader)
{
	const struct fault *first = &fault[leader];
	const struct mistakes *cause = &first->cause;
	const struct change *change = named_change(t, fault, leader);
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = change ? subject_of_cell(change->cell, &first->scope)
	    : cause->count == 1 ? subject_of_changes(&cause->item[0], &first->scope)
	    : subject_of_scope(&first->scope);
	const enum rules_saying saying = cause->count > 1 ? SAY_CAUSES
	    : cause->item[0].kind == MISTAKE_CELL ? SAY_CAUSE : SAY_MISTAKE;

	add_words(t, &s, word);
	word[MESSAGE_EXPECTED] = change ? number_text(t, change->value) : SLICE_NONE;
	word[MESSAGE_SLIP] = change ? slip_text(t, change) : SLICE_NONE;
	word[MESSAGE_BROKEN] = broken_text(t, fault, leader);
	word[MESSAGE_CHANGES] = cause_text(t, first);
	if (t->rules->saying[saying][t->language])
		message_add(&t->text, t->rules->saying[saying][t->language], word, t->map,
		    &first->scope);
	else
		buf_add(&t->text, word[MESSAGE_BROKEN]);
	add_finding(t, first->rule, worst_of(fault, leader), &s, word[MESSAGE_EXPECTED],
	    taken(t, &t->text));
}

bool
tell_findings(struct teller *t, const struct fault *fault, size_t count)
{
	t->text = (struct buf)BUF_INIT;
	t->form = fact(t, SLICE("form"));
	t->year = fact(t, SLICE("year"));
	t->agency = fact(t, SLICE("agency"));
	for (size_t i = 0; i < count && !t->failed; i++) {
		if (fault[i].leader != i)
			continue;
		if (fault[i].cause.count)
			tell_group(t, fault, i);
		else
			tell_alone(t, &fault[i]);
	}
	buf_release(&t->text);
	return !t->failed;
}
