/* SPDX-License-Identifier: MIT */
#include "verdict.h"

void
tell_holds(struct teller *t, const struct rule *rule, const struct expr_scope *scope)
{
	struct subject s = subject_of_rule(rule, t->map, scope);
	const char *relation = expr_relation(rule->holds);

	/* 38 = 38 */
	if (relation) {
		buf_add(&t->text, tell_value(t, expr_side(rule->holds, 0), scope));
		buf_char(&t->text, ' ');
		buf_add(&t->text, slice_of(relation));
		buf_char(&t->text, ' ');
		buf_add(&t->text, tell_value(t, expr_side(rule->holds, 1), scope));
	}
	tell_add(t, rule->id, SEVERITY_HOLDS, &s, tell_value(t, rule->expected, scope),
	    tell_text(t));
}

/* What is unknown, each once; of very many the first. */
enum { HOLES_LISTED = 32 };

struct holes {
	struct buf *text;
	struct expr_hole listed[HOLES_LISTED];
	size_t count;
	bool more;
};

static bool
is_listed(const struct holes *holes, const struct expr_hole *hole)
{
	for (size_t i = 0; i < holes->count; i++)
		if (slice_eq(holes->listed[i].table, hole->table)
		    && slice_eq(holes->listed[i].row, hole->row)
		    && slice_eq(holes->listed[i].col, hole->col))
			return true;
	return false;
}

/* requests/granted/natural blank, report/signed absent */
static void
list_hole(void *context, const struct expr_hole *hole)
{
	struct holes *holes = context;

	if (!hole->cell || is_listed(holes, hole))
		return;
	holes->more = holes->count == HOLES_LISTED;
	if (holes->more)
		return;
	if (holes->count)
		buf_add(holes->text, SLICE(", "));
	holes->listed[holes->count++] = *hole;
	cell_place(holes->text, hole->table, hole->row, hole->col);
	buf_char(holes->text, ' ');
	buf_add(holes->text, slice_of(cell_state_names[hole->cell->state]));
}

void
tell_undecided(struct teller *t, const struct rule *rule, const struct expr_scope *scope)
{
	const struct message *saying = t->rules->saying[SAY_UNDECIDED][t->language];
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = subject_of_rule(rule, t->map, scope);
	struct holes holes = { .text = &t->text };

	for (size_t i = 0; i < rule->whens; i++)
		expr_unknown(rule->when[i], t->map, scope, list_hole, &holes);
	if (rule_applies(rule, t->map, scope))
		expr_unknown(rule->holds, t->map, scope, list_hole, &holes);
	if (holes.more)
		buf_add(&t->text, SLICE(", ..."));
	word[MESSAGE_UNKNOWN] = tell_text(t);
	if (saying)
		message_add(&t->text, saying, word, t->map, scope);
	else
		buf_add(&t->text, word[MESSAGE_UNKNOWN]);
	tell_add(t, rule->id, SEVERITY_UNDECIDED, &s, SLICE_NONE, tell_text(t));
}
